"""What a user's template can reach: the fields of plain data, a few filters, and nothing else."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any

from jinja2 import pass_context
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS
from jinja2.runtime import LoopContext, Macro, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.tests import TESTS
from jinja2.utils import Namespace
from markupsafe import Markup, escape

from convention_tool.writers import template_names
from convention_tool.writers.latex_words import escape as escape_latex
from convention_tool.writers.template_filters import (
    as_words,
    center,
    indent,
    join,
    joined,
    kind,
    replace,
    wrap,
)
from convention_tool.writers.template_limits import (
    COUNTED,
    JOINED,
    LARGEST_VALUE,
    WEIGHED,
    Allowance,
    TemplateLimitError,
)
from convention_tool.writers.template_missing import missing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jinja2.runtime import Context

#: Files whose words are escaped as HTML and XML want it.
_ESCAPED = re.compile(r"\.(?:html?|xhtml|xml)(?:\.j2|\.jinja2?)?$", re.IGNORECASE)

_OPERATORS = frozenset({"+", "-", "*", "/", "//", "%", "**"})


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of one run of one template."""

    intercepted_binops = _OPERATORS

    def __init__(self, name: str, known: frozenset[str]) -> None:
        self.allowance = Allowance()
        super().__init__(
            autoescape=bool(_ESCAPED.search(name)),
            undefined=missing(known),
            finalize=self._written,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            optimized=False,  # nothing runs before it can be counted
            cache_size=0,
        )
        self.globals = {"range": self._range, "namespace": Namespace}
        self.tests = {name: self._test(TESTS[name]) for name in template_names.TESTS}
        self.filters = {
            **{name: self._filter(FILTERS[name]) for name in template_names.FILTERS},
            **{
                name: self._filter(FILTERS[name], of_words=True)
                for name in template_names.WORD_FILTERS
            },
            **{
                name: self._filter(function, of_words=True)
                for name, function in (
                    ("center", center),
                    ("indent", indent),
                    ("latex", escape_latex),
                    ("replace", replace),
                    ("wrap", wrap),
                    ("xml", escape),
                )
            },
            "join": self._filter(join),
            COUNTED: self._counted,
            WEIGHED: self.allowance.weigh,
            JOINED: _joined_by(self.allowance),
        }

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ARG002 -- as in jinja2
        """Whether a template may name something of a value: fields of data, and little else."""
        if attr.startswith("_"):
            return False
        if is_dataclass(obj) and not isinstance(obj, type):
            return attr in {field.name for field in fields(obj)}
        match obj:
            case Namespace():
                return True
            case str():
                return attr in template_names.OF_WORDS
            case dict():
                return attr in template_names.OF_MAPPINGS
            case LoopContext():
                return attr in template_names.OF_LOOPS
            case tuple():
                return attr in template_names.OF_GROUPS
            case _:
                return False

    def wrap_str_format(self, value: Any) -> None:
        """Leave `format` to `is_safe_attribute`, which forbids it: its widths have no limit."""

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:  # noqa: ARG002 -- as in jinja2
        """Stop at once where a template reaches for what it may not.

        Raises:
            SecurityError: always.
        """
        raise SecurityError(f"a template may not reach {attribute}")

    def getitem(self, obj: Any, argument: Any) -> Any:
        """A part of a value; a stretch of it is a copy, whose size counts."""
        if isinstance(argument, slice):
            self.allowance.weigh(obj)
        return super().getitem(obj, argument)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call a macro, or a method of words; both count, with what they take and give."""
        if isinstance(obj, LoopContext):
            args = (self._counted(args[0]), *args[1:]) if args else args
            self.allowance.spend(1)
            return super().call(context, obj, *args, **kwargs)
        if isinstance(obj, type) and obj is not Namespace:
            raise SecurityError("a template may not call this")
        owner = None if isinstance(obj, Macro) else getattr(obj, "__self__", None)
        self.allowance.weigh((owner if isinstance(owner, str) else "", args, kwargs))
        return self.allowance.weigh(super().call(context, obj, *args, **kwargs))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Calculate with numbers; add words and lists; repeat words.

        Raises:
            TemplateLimitError: the values are of another kind, or what comes of them is too large.
        """
        match operator, left, right:
            case "**", _, _:
                raise TemplateLimitError('there is no "**" in a template')
            case _, int() | float(), int() | float():
                pass
            case "+", str(), str():
                self.allowance.weigh((left, right))
            case "+", list() | tuple(), list() | tuple():
                self.allowance.weigh((left, right))
            case "*", str(), int():
                if len(left) * right > LARGEST_VALUE:
                    raise TemplateLimitError(f"a value is larger than {LARGEST_VALUE:,} characters")
            case _:
                kinds = f"{kind(left)} and {kind(right)}"
                raise TemplateLimitError(f'"{operator}" does not go with {kinds}; "~" joins words')
        return self.allowance.weigh(super().call_binop(context, operator, left, right))

    @pass_context
    def _written(self, context: Context, value: object) -> object:  # noqa: ARG002 -- its being there defers it
        """What is printed: words and numbers, measured; nothing for none."""
        printed = value if isinstance(value, Markup) else as_words(value)
        self.allowance.write(printed)
        return printed

    def _range(self, *numbers: int) -> range:
        values = range(*numbers)
        self.allowance.weigh(values)
        return values

    def _counted(self, values: Iterable[object]) -> Iterable[object]:
        if not hasattr(values, "__iter__"):
            raise TemplateLimitError(f"a loop goes through a list, not through {kind(values)}")
        return self.allowance.counted(iter(values))

    def _filter(
        self, function: Callable[..., Any], *, of_words: bool = False
    ) -> Callable[..., Any]:
        """A filter that counts what it takes and gives."""
        place = 1 if hasattr(function, "jinja_pass_arg") else 0

        @wraps(function)
        def weighing(*args: Any, **kwargs: Any) -> Any:
            values = args[place:]
            self.allowance.weigh((values, kwargs))
            if of_words and values and not isinstance(values[0], Undefined):
                value = values[0]
                first = value if isinstance(value, Markup) else as_words(value)
                args = (*args[:place], first, *values[1:])
            return self.allowance.weigh(function(*args, **kwargs))

        return weighing

    def _test(self, function: Any) -> Callable[..., Any]:
        @wraps(function)
        def weighing(*args: Any, **kwargs: Any) -> Any:
            self.allowance.weigh(args)
            return function(*args, **kwargs)

        return weighing


def _joined_by(allowance: Allowance) -> Callable[..., str]:
    """What "~" does."""

    def with_tilde(*values: object) -> str:
        words = [value if isinstance(value, Markup) else as_words(value) for value in values]
        allowance.weigh(words)
        text = joined(words, "")
        allowance.weigh(text)
        return text

    return with_tilde
