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
#: Lines that have words on both sides of a gutter: columns stand side by side.
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
    edge = _NARROWEST * (right - left)
    best: tuple[int, _Gutter, int, int] | None = None
    for middle in _candidates(lines, left + edge, right - edge):
        for first, last in _uncrossed(lines, middle):
            gutter = _gutter(lines[first:last], middle, left, right)
            if gutter and (best is None or last - first > best[0]):
                best = (last - first, gutter, first, last)
    return best[1:] if best else None


def _candidates(lines: Sequence[Line], left: float, right: float) -> list[float]:
    """Places where a gutter may run: the middle of wide gaps, the commonest first."""
    counts: dict[int, int] = {}
    for one in lines:
        reach = one.words[0].right
        for word in one.words[1:]:
            middle = (reach + word.left) / 2
            if word.left - reach >= _GUTTER * one.size and left <= middle <= right:
                # Gutters are told apart to a tenth of an inch.
                counts[round(middle / _STEP)] = counts.get(round(middle / _STEP), 0) + 1
            reach = max(reach, word.right)
    often = sorted((-count, step) for step, count in counts.items() if count >= _FEWEST_PAIRS)
    return [step * _STEP for _, step in often[:_MOST_CANDIDATES]]


#: How finely places of gutters are told apart, in points.
_STEP = 4.0
#: More places than this are not tried; a page has at most two or three gutters.
_MOST_CANDIDATES = 8


def _uncrossed(lines: Sequence[Line], x: float) -> Iterator[tuple[int, int]]:
    """The stretches of lines none of which has a word across a place."""
    first = 0
    for number, one in enumerate(lines):
        if any(word.left < x < word.right for word in one.words) or _straddles(one, x):
            if number - first >= _FEWEST_LINES:
                yield first, number
            first = number + 1
    if len(lines) - first >= _FEWEST_LINES:
        yield first, len(lines)


def _straddles(one: Line, x: float) -> bool:
    """Whether a line runs on across a place with no more than a common space there."""
    before = max((word.right for word in one.words if word.right <= x), default=None)
    after = min((word.left for word in one.words if word.left >= x), default=None)
    return before is not None and after is not None and after - before < _GUTTER * one.size


def _gutter(lines: Sequence[Line], x: float, left: float, right: float) -> _Gutter | None:
    """The gutter at a place, if what stands on either side of it is a column."""
    sides = _sides(lines, _Gutter(x, x))
    if min(map(len, sides)) < _FEWEST_LINES:
        return None
    pairs = sum(one.left < x < one.right for one in lines)
    if pairs < _FEWEST_PAIRS:
        return None
    for side in sides:
        letters = sum(letter.isalpha() for one in side for letter in one.text)
        width = max(one.right for one in side) - min(one.left for one in side)
        if letters < _FEWEST_LETTERS * len(side) or width < _NARROWEST * (right - left):
            return None
    gutter = _Gutter(max(one.right for one in sides[0]), min(one.left for one in sides[1]))
    return gutter if gutter.right - gutter.left >= _GUTTER * lines[0].size * 0.8 else None


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
