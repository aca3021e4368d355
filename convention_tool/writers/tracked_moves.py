"""Which lines of a redline moved together, and so are one move in a Word file."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from convention_tool.document import Fate, LineStyle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convention_tool.document import RedlineLine


def moves(lines: Sequence[RedlineLine]) -> dict[int, int]:
    """The number of the move of each line that moved, from 1, by the place of the line.

    The lines of a move stand one after another, where they stood as where they stand, and begin
    with those of the provision that moved. A line that moved and has no counterpart is in none.
    """
    found: dict[int, int] = {}
    number, first, next_here, next_away = 0, -1, -1, -1
    for here, away in _pairs(lines):
        joined = (here, away) == (next_here, next_away) and _stands_in(lines[here], lines[first])
        if not joined:
            number, first = number + 1, here
        next_here, next_away = _end(lines, here), _end(lines, away)
        for place in (*range(here, next_here), *range(away, next_away)):
            found[place] = number
    return found


def _pairs(lines: Sequence[RedlineLine]) -> Iterator[tuple[int, int]]:
    """The lines that begin a provision that moved: where it stands, and where it stood."""
    left = {line.anchor: place for place, line in enumerate(lines) if line.fate is Fate.MOVED_AWAY}
    for place, line in enumerate(lines):
        away = left.get(line.other)
        if line.fate is Fate.MOVED_HERE and line.anchor and away is not None:
            yield place, away


def _end(lines: Sequence[RedlineLine], start: int) -> int:
    """Where the lines end that go with one that has an anchor: closing words, second lines."""
    fate = lines[start].fate
    more = takewhile(lambda line: line.fate is fate and not line.anchor, lines[start + 1 :])
    return start + 1 + sum(1 for _ in more)


def _stands_in(line: RedlineLine, first: RedlineLine) -> bool:
    """Whether a line belongs to what the first one begins, not to the next provision like it."""
    if line.style is not first.style:
        return first.style is LineStyle.HEADING
    return line.level > first.level
