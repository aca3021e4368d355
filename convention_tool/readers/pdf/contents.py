"""A list of contents with its page numbers, told from the text by how its lines end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convention_tool.readers.text.lines import UNITS, opening, pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convention_tool.readers.pdf.layout import Line

#: A list of contents has at least so many lines with a page number.
_FEWEST = 4
#: An entry takes so many lines at most before the one with its page number.
_LONGEST_ENTRY = 3
#: Between the words and a page number without dots is a gap of at least so many letters' heights.
_GAP = 1.5
#: Dots to the page number, and the number; in columns side by side there may be several.
_LEADER = re.compile(r"(?:(?:\.\s?){4,}|…{2,})\s*(?:\d{1,4}|[ivxlc]{1,7})(?=\s|$)")
_NUMBER = re.compile(r"\d{1,4}|[ivxlc]{1,7}")


def contents_of(lines: Sequence[Line], *, goes_on: bool = False) -> frozenset[int]:
    """The numbers of the lines of a page that are a list of contents, with its heading.

    Args:
        lines: of the page.
        goes_on: whether the page before ends with such a list.
    """
    entries = [number for number, line in enumerate(lines) if _is_entry(line)]
    if not entries or (len(entries) < _FEWEST and not goes_on):
        return frozenset()
    announced = any(_is_heading(line) for line in lines[: entries[0]])
    found = [lines[number] for number in entries]
    if not (announced or goes_on or (_rising(found) and _names_units(found))):
        return frozenset()
    first, last = entries[0], entries[-1]
    if len(entries) < (last - first + 1) / 3:
        return frozenset()
    heading = next((n for n in range(first - 1, -1, -1) if _is_heading(lines[n])), None)
    if heading is None:
        # At the head of a page, an entry may have begun on the page before.
        heading = first - _LONGEST_ENTRY if goes_on and first <= _LONGEST_ENTRY else first
    return frozenset(range(max(0, heading), last + 1))


def _is_entry(line: Line) -> bool:
    if _LEADER.search(line.text):
        return True
    last = line.words[-1]
    if len(line.words) < 2 or not _NUMBER.fullmatch(last.text):
        return False
    return last.left - line.words[-2].right >= _GAP * line.size


def _rising(lines: Sequence[Line]) -> bool:
    """Whether the numbers at the ends of lines never fall, as those of pages do not."""
    numbers = [int(word) for line in lines if (word := line.words[-1].text).isdecimal()]
    return len(numbers) >= _FEWEST and numbers == sorted(numbers)


def _names_units(lines: Sequence[Line]) -> bool:
    """Whether most lines begin with the name of an article or a part."""
    openings = [opening(line.text) for line in lines]
    return sum(opens is not None and opens.kind in UNITS for opens in openings) * 2 > len(lines)


def _is_heading(line: Line) -> bool:
    return bool(pattern("CONTENTS").fullmatch(line.text.rstrip(" :.")))
