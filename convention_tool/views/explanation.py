"""Why a provision answers what it does, as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convention_tool.document import (
    Block,
    Content,
    Document,
    Emphasis,
    Heading,
    Listing,
    Prose,
    Words,
    words,
)
from convention_tool.tree.address import citation_case
from convention_tool.views.rights_words import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convention_tool.analysis.explanation import Considered, Explanation
    from convention_tool.analysis.recognition import Evidence


def view(explanation: Explanation, title: str) -> Document:
    """The page: the rights that it answers with their words, then those that were left."""
    named = [one for one in explanation.considered if one.named]
    left = [one for one in explanation.considered if not one.named]
    where = citation_case(explanation.citation)
    return Document(
        title=f"{where} of {title}",
        blocks=(
            Prose(words(_counted(len(named), where))),
            *(block for one in named for block in _right(one, explanation)),
            *_left(left, explanation),
        ),
    )


def _counted(number: int, where: str) -> str:
    if not number:
        return f"{where} was not recognized as an answer to any right."
    rights = "one right" if number == 1 else f"{number} rights"
    return f"{where} was recognized as an answer to {rights}."


def _left(left: list[Considered], explanation: Explanation) -> Iterator[Block]:
    if left:
        yield Heading(2, words("Thought of and left"))
        yield Prose(words("Too little speaks for these, or too much against them:"))
        for one in left:
            yield from _right(one, explanation, level=3)


def _right(one: Considered, explanation: Explanation, level: int = 2) -> Iterator[Block]:
    yield Heading(level, words(f"{name_of(one.right)}: {one.found.confidence:.2f}"))
    yield Listing(tuple(_lines(one, explanation)))


def _lines(one: Considered, explanation: Explanation) -> Iterator[Content]:
    if one.authors:
        yield words(str(one.authors))
    for evidence in one.found.evidence:
        yield (
            Words("for: "),
            Emphasis(words(f"“{evidence.quotation}”")),
            Words(f" ({_place(evidence, explanation)}), alone {evidence.strength:.2f}"),
        )
        for doubt in evidence.against:
            yield words(f"against these words: {doubt.sentence}")
    for doubt in one.found.against:
        yield words(f"against: {doubt.sentence}")


def _place(evidence: Evidence, explanation: Explanation) -> str:
    if evidence.clause is None:
        return "its heading"
    return explanation.places.citation(evidence.clause.node)
