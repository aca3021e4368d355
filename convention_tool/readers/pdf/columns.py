"""Columns of a page, and the order in which they are read.

Between two columns runs a gutter that no word crosses. Lines over the whole width, such as the
title, part the columns above them from those below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from convention_tool.readers.pdf.layout import Column, Line, Word, column
from convention_tool.readers.pdf.lines import line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: A gutter is at least so wide, in shares of the height of the letters; a gap between two words,
#: even in a stretched line, is seldom wider in several lines at one place.
_GUTTER = 0.9
#: A column has at least so many lines ...
_FEWEST_LINES = 4
#: ... and takes at least this share of the width of the text; a hanging number takes less.
_NARROWEST = 0.18
#: ... and holds so many letters a line on average; a column of figures is part of a table.
_FEWEST_LETTERS = 8
#: Of either column so many lines stand beside the other one.
_FEWEST_PAIRS = 3


class _Gutter(NamedTuple):
    left: float
    right: float


def columns_of(lines: Sequence[Line], page: int) -> tuple[Column, ...]:
    """The columns of a page in reading order; lines over the whole width are one as well."""
    if not lines:
        return ()
    return tuple(_columns(lines, page, 0))


def _columns(lines: Sequence[Line], page: int, place: int) -> Iterator[Column]:
    """The bands of the page from the top: each either wide lines, or columns side by side."""
    found = _best_band(lines)
    if not found:
        yield column(tuple(lines), page, place)
        return
    gutter, first, last = found
    if first:
        yield from _columns(lines[:first], page, place)
    left, right = _sides(lines[first:last], gutter)
    yield from _columns(left, page, max(place, 1))
    yield from _columns(right, page, max(place, 1) + 1)
    if last < len(lines):
        yield from _columns(lines[last:], page, place)


def _best_band(lines: Sequence[Line]) -> tuple[_Gutter, int, int] | None:
    """The gutter that parts most lines, and the lines from which and up to which it does."""
    left = min(line.left for line in lines)
    right = max(line.right for line in lines)
    spans = [_spans(line) for line in lines]
    best: tuple[int, _Gutter, int, int] | None = None
    tried: set[tuple[int, int]] = set()
    for step in range(int(_NARROWEST / _STEP), int((1 - _NARROWEST) / _STEP) + 1):
        middle = left + step * _STEP * (right - left)
        for first, last in _uncrossed(spans, middle):
            if (best and last - first <= best[0]) or last - first < _FEWEST_LINES:
                continue
            band = _trimmed(lines, first, last, middle)
            if band in tried:
                continue
            gutter = _gutter(lines[slice(*band)], middle, left, right)
            if gutter:
                tried.add(band)
                best = (band[1] - band[0], gutter, *band)
    return best[1:] if best else None


#: How finely places of gutters are tried, as a share of the width; a gutter takes twice as much.
_STEP = 0.01


def _spans(line: Line) -> list[tuple[float, float]]:
    """Where a line is printed without a gap as wide as a gutter."""
    spans: list[tuple[float, float]] = []
    for word in line.words:
        if spans and word.left - spans[-1][1] < _GUTTER * line.size:
            spans[-1] = (spans[-1][0], max(spans[-1][1], word.right))
        else:
            spans.append((word.left, word.right))
    return spans


def _uncrossed(
    spans: Sequence[Sequence[tuple[float, float]]], x: float
) -> Iterator[tuple[int, int]]:
    """The stretches of lines none of which is printed across a place."""
    first = 0
    for number, of in enumerate(spans):
        if any(left < x < right for left, right in of):
            if number > first:
                yield first, number
            first = number + 1
    if len(spans) > first:
        yield first, len(spans)


def _trimmed(lines: Sequence[Line], first: int, last: int, x: float) -> tuple[int, int]:
    """A stretch below wide lines without the end of what these say, which is on one side only."""
    while first and first < last and lines[first].right < x and not _level(lines, first, x):
        first += 1
    return first, last


def _level(lines: Sequence[Line], place: int, x: float) -> bool:
    """Whether the next line stands on the other side, at about the same height."""
    one, below = lines[place], lines[place + 1] if place + 1 < len(lines) else lines[place]
    return below.left > x and one.base - below.base < one.size


def _gutter(lines: Sequence[Line], x: float, left: float, right: float) -> _Gutter | None:
    """The gutter at a place, if what stands on either side of it is a column."""
    sides = _sides(lines, _Gutter(x, x))
    if min(map(len, sides)) < _FEWEST_LINES or not _side_by_side(*sides):
        return None
    for side in sides:
        letters = sum(letter.isalpha() for one in side for letter in one.text)
        width = max(one.right for one in side) - min(one.left for one in side)
        if letters < _FEWEST_LETTERS * len(side) or width < _NARROWEST * (right - left):
            return None
    gutter = _Gutter(max(one.right for one in sides[0]), min(one.left for one in sides[1]))
    return gutter if gutter.right - gutter.left >= _GUTTER * _LESS * lines[0].size else None


#: The lines of a heading between the columns are larger than those that the gutter was found by.
_LESS = 0.8


def _side_by_side(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether several lines of each side have lines of the other beside them."""
    return all(
        sum(others[-1].base <= one.base <= others[0].base for one in side) >= _FEWEST_PAIRS
        for side, others in ((left, right), (right, left))
    )


def _sides(lines: Sequence[Line], gutter: _Gutter) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines on the left and on the right of a gutter."""
    middle = (gutter.left + gutter.right) / 2
    left: list[Line] = []
    right: list[Line] = []
    for one in lines:
        words: tuple[list[Word], list[Word]] = ([], [])
        for word in one.words:
            words[(word.left + word.right) / 2 > middle].append(word)
        if words[0]:
            left.append(line(words[0]))
        if words[1]:
            right.append(line(words[1]))
    return tuple(left), tuple(right)
