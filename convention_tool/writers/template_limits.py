"""How much a template from a stranger may do before it is stopped.

Every value that a template makes is weighed, every turn of a loop and every call is counted, and
all that it writes is measured. So no template can run without end or fill the memory, whatever it
is made of; and what is allowed depends on the template and the text alone, not on the machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from convention_tool.errors import TemplateError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jinja2.nodes import Expr, Node

#: A template of a person; the largest convention is a third of that.
LONGEST_TEMPLATE = 300_000

#: What a template may write, in characters: fifty large conventions.
LONGEST_OUTPUT = 20_000_000

#: One value that a template makes, in characters or entries: more than the text of any treaty.
LARGEST_VALUE = 2_000_000

#: Turns of loops, calls, filters, and values by their size: ten times what the law of the sea takes.
MOST_STEPS = 4_000_000

#: So many characters of a value weigh as much as one turn of a loop.
_LETTERS_PER_STEP = 64

#: A number of more digits than a treaty has letters is a way to fill the memory.
_LARGEST_NUMBER = 10**15


class TemplateLimitError(TemplateError):
    """A template does more than it may, or what it may not; the line is still to be added."""


@dataclass
class Allowance:
    """What is left of the limits in one run."""

    steps: int = MOST_STEPS
    letters: int = LONGEST_OUTPUT

    def spend(self, steps: int) -> None:
        """Count steps.

        Raises:
            TemplateLimitError: there are none left.
        """
        self.steps -= steps
        if self.steps < 0:
            raise TemplateLimitError(
                f"the template takes more than {MOST_STEPS:,} steps; does a loop not end?"
            )

    def write(self, text: str) -> None:
        """Count what is written.

        Raises:
            TemplateLimitError: it is too much.
        """
        self.letters -= len(text)
        self.spend(1 + len(text) // _LETTERS_PER_STEP)
        if self.letters < 0:
            raise TemplateLimitError(f"the template writes more than {LONGEST_OUTPUT:,} characters")

    def weigh(self, value: object) -> object:
        """A value, its size counted, with what is in it.

        Raises:
            TemplateLimitError: it is too large.
        """
        open_values = [value]
        while open_values:
            one = open_values.pop()
            self.spend(1)
            match one:
                case str() | range():
                    if len(one) > LARGEST_VALUE:
                        raise TemplateLimitError(
                            f"a value is larger than {LARGEST_VALUE:,} characters"
                        )
                    self.spend(len(one) // _LETTERS_PER_STEP)
                case int() | float() if abs(one) > _LARGEST_NUMBER:
                    raise TemplateLimitError(f"a number is larger than {_LARGEST_NUMBER:,}")
                case list() | tuple() | set() | frozenset():
                    self.spend(len(one))
                    open_values.extend(one)
                case dict():
                    self.spend(len(one))
                    open_values.extend(one)
                    open_values.extend(one.values())
                case _:
                    pass
        return value

    def counted(self, values: Iterable[object]) -> Iterator[object]:
        """The same values, each counted as it is taken."""
        for value in values:
            self.spend(1)
            yield value


#: Filters that only the transformed template names; no person can write their names.
COUNTED, WEIGHED, JOINED = "each counted", "weighed", "joined with ~"


class Metered(NodeTransformer):
    """A template whose loops, values and fixed words pass the allowance."""

    def visit_For(self, node: nodes.For) -> Node:  # noqa: N802 -- jinja2 calls it so
        """Each turn of a loop is counted."""
        self.generic_visit(node)
        node.iter = _through(node.iter, COUNTED)
        return node

    def visit_TemplateData(self, node: nodes.TemplateData) -> Node:  # noqa: N802
        """Fixed words are measured with all that is written, instead of being copied."""
        return nodes.MarkSafe(nodes.Const(node.data), lineno=node.lineno)

    def visit_Concat(self, node: nodes.Concat) -> Node:  # noqa: N802
        """Words joined with "~" are weighed."""
        self.generic_visit(node)
        first, *others = node.nodes
        return _through(first, JOINED, *others)

    def visit_Compare(self, node: nodes.Compare) -> Node:  # noqa: N802
        """What is compared is weighed: it may be searched from end to end."""
        self.generic_visit(node)
        node.expr = _through(node.expr, WEIGHED)
        for operand in node.ops:
            operand.expr = _through(operand.expr, WEIGHED)
        return node

    def visit_List(self, node: nodes.List) -> Node:  # noqa: N802
        """A list is weighed with all that is in it."""
        self.generic_visit(node)
        return _through(node, WEIGHED)

    def visit_Dict(self, node: nodes.Dict) -> Node:  # noqa: N802
        """A mapping is weighed with all that is in it."""
        self.generic_visit(node)
        return _through(node, WEIGHED)

    def visit_Tuple(self, node: nodes.Tuple) -> Node:  # noqa: N802
        """A tuple is weighed with all that is in it, unless it stands for names to be set."""
        self.generic_visit(node)
        return _through(node, WEIGHED) if node.ctx == "load" else node


def _through(value: Node, name: str, *arguments: Expr) -> nodes.Filter:
    return nodes.Filter(value, name, list(arguments), [], None, None, lineno=value.lineno)
