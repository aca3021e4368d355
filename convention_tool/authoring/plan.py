"""Which provisions of a draft would have another number if all counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convention_tool.analysis.numbering import series
from convention_tool.authoring.counting import counted, read
from convention_tool.tree.nodes import (
    Annex,
    AnnexKind,
    Article,
    Instrument,
    Paragraph,
    Subparagraph,
)
from convention_tool.tree.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from convention_tool.tree.nodes import Node, Provision

#: New numbers by the identity of the provision; those that stay are not in it.
Plan = dict[int, str]

#: A text that lost its first article begins with 2; one that begins later is a chapter of another.
_LATEST_OPENING = 2

#: A list that lost its beginning lost an item or two; one that opens at (h) goes on from elsewhere.
_LATEST_ITEM = 3


def plan(instrument: Instrument, *, keep_bis: bool = False) -> Plan:
    """The new numbers: of articles through all parts, and of paragraphs and items in their lists.

    An annex counts its articles by itself. What a source reproduces after the text stays.
    """
    made: Plan = {}
    own = (annex for annex in instrument.annexes if annex.kind is not AnnexKind.REPRODUCED)
    homes: tuple[Instrument | Annex, ...] = (instrument, *own)
    for home in homes:
        made |= _changed(home.articles, _first_article(home), keep_bis=keep_bis)
        for node in (node for article in home.articles for node in walk(article)):
            for items, first in _lists(node):
                if _counts(items):
                    made |= _changed(items, first, keep_bis=keep_bis)
    return made


def _changed(items: Sequence[Provision], first: int, *, keep_bis: bool) -> Mapping[int, str]:
    numbered = [item for item in items if item.number]
    numbers = counted([item.number for item in numbered], first, keep_bis=keep_bis)
    pairs = zip(numbered, numbers, strict=True)
    return {id(item): number for item, number in pairs if number != item.number}


def _first_article(home: Instrument | Annex) -> int:
    """What the articles of a home begin with: an annex may go on from the text."""
    _, ranks = read([article.number for article in home.articles if article.number])
    lowest = min((rank.main for rank in ranks if rank), default=1)
    latest = _LATEST_OPENING if isinstance(home, Instrument) else 1
    return 1 if lowest <= latest else lowest


def _lists(node: Node) -> Iterator[tuple[Sequence[Provision], int]]:
    """The numbered lists directly in a node, each with what it begins with."""
    match node:
        case Article(paragraphs=paragraphs):
            yield paragraphs, _first(paragraphs, ())
            before: Sequence[Subparagraph] = ()
            for paragraph in paragraphs:
                yield paragraph.subparagraphs, _first(paragraph.subparagraphs, before)
                before = paragraph.subparagraphs or before
        case Subparagraph(subparagraphs=items):
            yield items, _first(items, ())
        case _:
            pass


def _counts(items: Sequence[Provision]) -> bool:
    """Whether the numbers of a list count: where more is missing than there is, they are signs."""
    found = series([item.number for item in items if item.number])
    missing = sum(len(gap.missing) for gap in found.gaps() if gap.place) if found else 0
    return missing <= len(items)


def _first(items: Sequence[Paragraph] | Sequence[Subparagraph], before: Sequence[Provision]) -> int:
    """What a list begins with: 1, unless its beginning has no number or stands elsewhere."""
    numbers = [item.number for item in items if item.number]
    _, ranks = read(numbers)
    lowest = next((rank.main for rank in ranks if rank), 1)
    elsewhere = lowest > _LATEST_ITEM or len(numbers) == 1
    goes_on = series((before[-1].number, numbers[0])) if before and numbers else None
    if goes_on and goes_on.ranks[1].main == goes_on.ranks[0].main + 1:
        return lowest
    return lowest if elsewhere or not (items and items[0].number) else 1
