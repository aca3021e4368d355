"""A reference names a part, chapter, section or annex that the text does not have.

Why it matters: parts are merged late, and references to them are written in words that no one
renumbers. A whole set of rights can hang on one: "the rights set forth in Part III".

Found:
    Keepers shall enjoy the rights set forth in Part IV.
    (in a draft of three parts)

Better:
    Keepers shall enjoy the rights set forth in Part III.
"""

from collections.abc import Iterator

from convention_tool.analysis.citations import Owner, Target
from convention_tool.analysis.cited import Cited
from convention_tool.analysis.draft import Citation, Draft
from convention_tool.analysis.numbering import is_roman
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.tree.nodes import Part
from convention_tool.tree.walk import walk

#: A text with fewer divisions of a kind may be a copy that lost the others.
_LEAST = 2


def check(draft: Draft) -> Iterator[Finding]:
    """Each division that is named and not there, where the text has others of its kind."""
    for citation in draft.citations:
        mention, stretch = citation.mention, citation.stretch
        if (
            mention.owner is not Owner.OTHER
            and stretch.article is not None
            and stretch.home is draft.instrument
            and not draft.amends
        ):
            for target in mention.named:
                if target.divisions and (said := _missing(draft, citation, target)):
                    yield Finding(draft.span_of_citation(citation), said)


def _missing(draft: Draft, citation: Citation, target: Target) -> str:
    """What is missing, as a message; "" if it is there or cannot be checked."""
    outer = target.divisions[-1]
    if not outer.number or len(target.divisions) > 1:
        return ""
    every = [number for kind, number in draft.fact(_divisions) if kind == outer.kind]
    alike = [number for number in every if _manner(number) == _manner(outer.number)]
    if any(number.startswith(outer.number) for number in every):
        return ""
    if len(alike) < _LEAST or 2 * len(alike) <= len(every) or draft.fact(Cited).named(citation):
        return ""
    word = citation.words.split()[0].lower()
    return f"there is no {word} {outer.number} in this draft; its last is {alike[-1]}"


def _divisions(draft: Draft) -> tuple[tuple[str, str], ...]:
    """The kind and number of every division and annex."""
    parts = (one for one in walk(draft.instrument) if isinstance(one, Part))
    annexes = (("annex", one.number) for one in draft.instrument.annexes if one.number)
    return (*((one.kind.value, one.number) for one in parts if one.number), *annexes)


def _manner(number: str) -> str:
    """The kind of a number: 3, III or C."""
    if number.isdigit():
        return "arabic"
    return "roman" if is_roman(number) else "letter"


RULE = Rule("missing-division", Severity.WARNING, __doc__, check)
