"""What a citation names inside an article: its paragraphs, and their items down to the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convention_tool.analysis.numbering import canonical

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convention_tool.analysis.citations import Target
    from convention_tool.tree.nodes import Node, Paragraph, Subparagraph

#: What copies make of the figure one.
_ONE = frozenset(("I", "l"))


def inside(
    paragraphs: Sequence[Paragraph],
    target: Target,
    before: Sequence[str] = (),
    holders: Sequence[Paragraph | Subparagraph] = (),
) -> tuple[Node, ...]:
    """What a target names among some paragraphs.

    Args:
        paragraphs: those of its article.
        target: a paragraph, some letters, or both.
        before: the letters of the target before it in a list.
        holders: what holds the words, from the paragraph inward, if they stand in this article.
    """
    if not target.paragraph:
        return _lettered(paragraphs, target.items, before, holders)
    found = numbered(paragraphs, target.paragraph)
    if target.last is not None:
        return _between(paragraphs, found, numbered(paragraphs, target.last.paragraph))
    if target.items:
        return next(filter(None, (_items(one, target.items, before) for one in found)), ())
    return found[:1]


def numbered(paragraphs: Sequence[Paragraph], number: str) -> tuple[Paragraph | Subparagraph, ...]:
    """What a number names: a paragraph, or an item of the only list; several in damaged copies.

    Copies lose numbers; the second paragraph is then the second in place.
    """
    exact = [one for one in paragraphs if one.number == number]
    if exact:
        return tuple(exact)
    wanted = canonical(repaired(number))
    alike = [one for one in paragraphs if one.number and canonical(one.number) == wanted]
    if alike:
        return tuple(alike)
    items = tuple(
        item for one in paragraphs for item in one.subparagraphs if canonical(item.number) == wanted
    )
    if len(items) == 1 and (len(paragraphs) == 1 or "." in number):
        return items
    if wanted.isdigit() and not any(one.number for one in paragraphs):
        return tuple(paragraphs[int(wanted) - 1 : int(wanted)])
    return ()


def repaired(number: str) -> str:
    """A number with the figure one where copies have a letter: "paragraph l"."""
    return "1" if number in _ONE else number


def _between(
    paragraphs: Sequence[Paragraph], first: Sequence[Node], last: Sequence[Node]
) -> tuple[Node, ...]:
    """The paragraphs of a range; none where an end is missing."""
    places = {id(one): place for place, one in enumerate(paragraphs)}
    start = next((places[id(one)] for one in first if id(one) in places), None)
    end = next((places[id(one)] for one in last if id(one) in places), None)
    return () if start is None or end is None else tuple(paragraphs[start : end + 1])


def _lettered(
    paragraphs: Sequence[Paragraph],
    items: Sequence[str],
    before: Sequence[str],
    holders: Sequence[Paragraph | Subparagraph],
) -> tuple[Node, ...]:
    """What letters name that no paragraph is said of: the list around the words comes first."""
    for holder in reversed(holders):
        if found := _items(holder, items, before):
            return found
    if len(items) == 1 and (own := [one for one in paragraphs if one.number == items[0]]):
        return tuple(own[:1])
    among = [found for one in paragraphs if (found := _items(one, items, before))]
    return among[0] if len(among) == 1 else ()


def _items(
    holder: Paragraph | Subparagraph, letters: Sequence[str], before: Sequence[str]
) -> tuple[Node, ...]:
    """The item of some letters; after "(a) (i)", "(ii)" is one within (a) if there is such."""
    for path in ((*before[:-1], *letters), (*before, *letters), letters):
        if item := _item(holder, path):
            return (item,)
    return ()


def _item(holder: Paragraph | Subparagraph, path: Sequence[str]) -> Subparagraph | None:
    found: Subparagraph | None = None
    among = holder.subparagraphs
    for number in path:
        found = next((one for one in among if one.number == number), None)
        if found is None:
            return None
        among = found.subparagraphs
    return found
