"""Numbers of lines in the margin of working drafts, told from the text beside them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.readers.pdf.lines import line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convention_tool.readers.pdf.layout import Line, Word

#: A page with line numbers has at least so many; fewer in a row may be anything.
_FEWEST = 4
#: The numbers rise by the same step on a page but for this share of them (empty lines, headings).
_RISING = 0.8
#: Every line numbered: at least this share of the lines of a page has a number beside it.
_MOST_LINES = 0.6
#: Steps in which lines are counted; a count by ones that is not beside most lines is a list.
_STEPS = (1, 2, 5, 10)
#: How far the numbers may reach into the text, in points.
_OVERLAP = 1.0


class Margin(NamedTuple):
    """The lines of a page without the numbers beside them, and those numbers."""

    lines: tuple[Line, ...]
    numbers: tuple[str, ...] = ()


def without_line_numbers(lines: tuple[Line, ...]) -> Margin:
    """The lines of a page, numbers in the left or the right margin taken off."""
    for edge in (0, -1):
        numbers = [one.words[edge] for one in lines if one.words[edge].text.isdecimal()]
        if _count_lines(numbers, lines, edge):
            return _taken_off(lines, numbers)
    return Margin(lines)


def _count_lines(numbers: Sequence[Word], lines: Sequence[Line], edge: int) -> bool:
    """Whether numbers at one edge of a page count its lines."""
    if len(numbers) < _FEWEST:
        return False
    steps = [int(below.text) - int(above.text) for above, below in pairwise(numbers)]
    step = max(_STEPS, key=steps.count)
    if steps.count(step) < _RISING * len(steps):
        return False
    if step < 5 and len(numbers) * step < _MOST_LINES * len(lines):
        return False
    if step >= 5 and any(int(number.text) % step for number in numbers):
        return False
    return _beside(numbers, lines, edge)


def _beside(numbers: Sequence[Word], lines: Sequence[Line], edge: int) -> bool:
    """Whether the numbers stand beside the text, and no word of it reaches among them."""
    counted = set(numbers)
    words = [word for one in lines for word in one.words if word not in counted]
    if not words:
        return False
    if edge == 0:
        return max(n.right for n in numbers) <= min(w.left for w in words) + _OVERLAP
    return min(n.left for n in numbers) >= max(w.right for w in words) - _OVERLAP


def _taken_off(lines: Sequence[Line], numbers: Sequence[Word]) -> Margin:
    counted = set(numbers)
    kept = ([word for word in one.words if word not in counted] for one in lines)
    return Margin(tuple(line(words) for words in kept if words), tuple(n.text for n in numbers))
