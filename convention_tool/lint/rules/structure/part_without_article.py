"""A part, chapter or section holds nothing.

Why it matters: a division without an article is left over from a text that was moved, or marks
one that was never written; either way the table of contents promises what is not there.

Found:
    PART III
    PART IV
    Article 20

Better:
    PART III
    Article 20
"""

from collections.abc import Iterable, Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.tree.nodes import Element, Part


def check(draft: Draft) -> Iterator[Finding]:
    """Each division of the main text that has neither articles nor words."""
    if draft.instrument.articles:
        for part in _empty(draft.instrument.elements):
            name = f"{part.kind} {part.number}".strip()
            said = f"{name} has no article; give it one, or take it out"
            yield Finding(draft.opening(part), said)


def _empty(elements: Iterable[Element]) -> Iterator[Part]:
    """The divisions that hold nothing, and those that hold only such."""
    for element in elements:
        if isinstance(element, Part):
            if not any(map(_says_something, element.elements)):
                yield element
            yield from _empty(element.elements)


def _says_something(element: Element) -> bool:
    return not isinstance(element, Part) or any(map(_says_something, element.elements))


RULE = Rule("part-without-article", Severity.WARNING, __doc__, check)
