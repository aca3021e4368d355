"""Running heads, footers and page numbers, told from the text by their place and their return."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.readers.text.lines import MARKS, UNITS, opening, plausible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from convention_tool.readers.pdf.layout import Line, Page

#: Heads and feet stand in the outer parts of a page, each at most this share of its height ...
_BAND = 0.17
#: ... and have at most so many lines.
_MOST_LINES = 5
#: A line that returns at its place on so many pages belongs to the pages; in a file of two or
#: three pages, on two.
_OFTEN = 3
#: The same place: heads move by no more than this from page to page, in points.
_SAME_PLACE = 4.0
#: Where at least this share of the pages has a running head, what stands there on others is one.
_MOST_PAGES = 0.5
#: Heads and feet stand apart from the text by so many heights of a letter.
_APART = 1.8

#: What no text says on a line of its own: "Page 3 of 12", "- 3 -", "3/12", "A/RES/45/158".
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.|página|pág\.)\s*(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/|de|sur)\s*\d{1,4})?"
    r"|[-–—]\s*(?:\d{1,4}|[ivxlc]{1,7})\s*[-–—]"
    r"|\d{1,4}\s*(?:/|of|sur|de)\s*\d{1,4}",
    re.IGNORECASE,
)
_LONE_NUMBER = re.compile(r"\d{1,4}|[ivxlc]{1,7}|[IVXLC]{1,7}")
_DIGITS = re.compile(r"\d+")


class _Place(NamedTuple):
    """A line in the outer parts of a page."""

    page: int
    number: int
    line: Line
    #: At the head of the page, or at its foot.
    head: bool
    #: How far from that edge of the page it stands, in points.
    distance: float
    #: The height of the empty space between it and the next line towards the text.
    apart: float


def furniture(pages: Sequence[Page], lines: Sequence[tuple[Line, ...]]) -> list[frozenset[int]]:
    """The numbers of the lines of each page that belong to the page, not to the text."""
    outer = [
        place
        for number, (page, of) in enumerate(zip(pages, lines, strict=True))
        for place in _outer(number, page, of)
    ]
    returning = _returning(outer, len(pages))
    returning |= _beside(outer, returning, len(pages))
    counting = _counting(outer, len(pages))
    found: list[set[int]] = [set() for _ in pages]
    open_edges: set[tuple[int, bool]] = set()
    for place in outer:  # from the edge inwards: below a line of text nothing is a head
        edge = (place.page, place.head)
        key = (place.page, place.number)
        if edge in open_edges:
            continue
        if key in returning or key in counting or _PAGE_NUMBER.fullmatch(place.line.text.strip()):
            found[place.page].add(place.number)
        else:
            open_edges.add(edge)
    return [frozenset(one) for one in found]


def _outer(number: int, page: Page, lines: Sequence[Line]) -> Iterator[_Place]:
    """The lines at the head and at the foot of a page, each from the edge inwards."""
    height = page.top - page.bottom
    for place, one in enumerate(lines[:_MOST_LINES]):
        if page.top - one.base <= _BAND * height:
            apart = one.base - lines[place + 1].base if place + 1 < len(lines) else height
            yield _Place(number, place, one, True, page.top - one.base, apart)
    for place in range(len(lines) - 1, max(-1, len(lines) - 1 - _MOST_LINES), -1):
        one = lines[place]
        if one.base - page.bottom <= _BAND * height:
            apart = lines[place - 1].base - one.base if place else height
            yield _Place(number, place, one, False, one.base - page.bottom, apart)


def _returning(outer: Sequence[_Place], pages: int) -> set[tuple[int, int]]:
    """Lines that say the same on several pages at the same place, but for their numbers."""
    alike: Mapping[tuple[str, bool], list[_Place]] = defaultdict(list)
    for place in outer:
        if not _is_text(place.line):
            alike[place.line.shape, place.head].append(place)
    needed = _OFTEN if pages > _OFTEN else 2
    found: set[tuple[int, int]] = set()
    for places in alike.values():
        if len(places) < needed:
            continue
        for place in places:
            same = {
                other.page
                for other in places
                if abs(other.distance - place.distance) <= _SAME_PLACE
            }
            if len(same) >= needed and (
                place.apart >= _APART * place.line.size or len(same) >= _MOST_PAGES * pages
            ):
                found.add((place.page, place.number))
    return found


def _beside(
    outer: Sequence[_Place], returning: set[tuple[int, int]], pages: int
) -> set[tuple[int, int]]:
    """Lines where most pages have a running head: the head of a short chapter."""
    slots = Counter(
        (place.head, round(place.distance))
        for place in outer
        if (place.page, place.number) in returning
    )
    usual = {slot for slot, count in slots.items() if count >= max(_OFTEN, _MOST_PAGES * pages)}
    sizes = {
        (place.head, round(place.distance)): place.line.size
        for place in outer
        if (place.page, place.number) in returning
    }
    return {
        (place.page, place.number)
        for place in outer
        if (slot := (place.head, round(place.distance))) in usual
        and not _is_text(place.line)
        and abs(place.line.size - sizes[slot]) < 0.05 * place.line.size
        and place.apart >= _APART * place.line.size
    }


def _counting(outer: Sequence[_Place], pages: int) -> set[tuple[int, int]]:
    """Lone numbers that count the pages, or stand apart at the edge of one."""
    lone = [place for place in outer if _LONE_NUMBER.fullmatch(place.line.text.strip("[]() "))]
    offsets = Counter(
        _value(place) - place.page for place in lone if _DIGITS.search(place.line.text)
    )
    usual = offsets.most_common(1)[0] if offsets else (0, 0)
    return {
        (place.page, place.number)
        for place in lone
        if place.apart >= _APART * place.line.size
        or (usual[1] >= 2 and _value(place) - place.page == usual[0])
        or pages == 1
    }


def _value(place: _Place) -> int:
    found = _DIGITS.search(place.line.text)
    return int(found[0]) if found else -1


def _is_text(line: Line) -> bool:
    """Whether a line opens an article, a part or a paragraph: that is never set aside."""
    opens = opening(line.text)
    if opens is None:
        return False
    return (opens.kind in UNITS and plausible(opens)) or (opens.kind in MARKS and bool(opens.rest))
