"""The same term is defined twice.

Why it matters: where two definitions differ, nobody knows which of them the text uses; where they
agree, an amendment will one day change one and forget the other. A definition that says it holds
for one article or part only may stand beside a general one.

Found:
    "keeper" means a person in charge of a lighthouse.
    (and, further on)
    "keeper" means a person who is paid to tend a light.

Better:
    Keep one definition, or say of each for which article it holds.
"""

from collections.abc import Iterator

from convention_tool.analysis.definitions import Definition, Manner, definitions, plain
from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each later definition that holds for as much of the text as an earlier one."""
    first: dict[tuple[str, int], Definition] = {}
    for definition in draft.fact(definitions):
        if definition.limited or definition.manner is not Manner.MEANS:
            continue
        key = plain(definition.term), id(definition.stretch.home)
        earlier = first.setdefault(key, definition)
        if earlier is not definition and not _in_one_sentence(earlier, definition):
            before = _where(draft, earlier)
            said = f'"{definition.term}" is defined here and in {before}'
            place = draft.span_of_words(definition.stretch, definition.start, definition.end)
            yield Finding(place, f"{said}; keep one, or say for which article each holds")


def _in_one_sentence(one: Definition, other: Definition) -> bool:
    """Whether a stretch defines the term for two cases: "in relation to A ... in relation to B"."""
    return one.stretch is other.stretch


def _where(draft: Draft, definition: Definition) -> str:
    return draft.citation(definition.stretch.node)


RULE = Rule("term-defined-twice", Severity.ERROR, __doc__, check)
