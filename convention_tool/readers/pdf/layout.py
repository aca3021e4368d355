"""Words, lines and columns of a page, each with its place.

Places are in points, 72 to the inch; `x` grows to the right and `y` upwards.
"""

from __future__ import annotations

import re
from functools import cached_property
from statistics import median
from typing import NamedTuple


class Word(NamedTuple):
    """What is printed without a space in it, in one style."""

    text: str
    left: float
    right: float
    #: Of the line that the letters stand on, also for a raised mark.
    base: float
    #: Height of the letters.
    size: float
    bold: bool = False
    #: A mark above the line: of a footnote, of an ordinal.
    raised: bool = False
    #: No space stands before it.
    glued: bool = False
    #: The file says that it belongs to the page, not to the text.
    artifact: bool = False


class Line:
    """Words that stand on one line, from left to right."""

    def __init__(self, words: tuple[Word, ...]) -> None:
        self.words = words
        self.left = words[0].left
        self.right = max(word.right for word in words)
        self.base = median(word.base for word in words)

    @cached_property
    def size(self) -> float:
        """Of most of its letters."""
        sizes = sorted((word.size, len(word.text)) for word in self.words if not word.raised)
        half = sum(length for _, length in sizes) / 2
        for size, length in sizes:
            half -= length
            if half <= 0:
                return size
        return self.words[0].size

    @cached_property
    def bold(self) -> bool:
        """Whether all of it is."""
        return all(word.bold for word in self.words if not word.raised)

    @cached_property
    def text(self) -> str:
        """As it reads; footnote marks in brackets."""
        return "".join(
            f"{'' if word.glued or not place else ' '}{word.text}"
            for place, word in enumerate(self.words)
        )

    @cached_property
    def shape(self) -> str:
        """The words with every number masked: what is the same in the heads of all pages."""
        return _NUMBERS.sub("#", self.text.casefold())


class Column(NamedTuple):
    """Lines below each other, with the edges of the column they fill."""

    lines: tuple[Line, ...]
    left: float
    right: float
    #: The page it stands on, from 0.
    page: int
    #: 0 for lines over the whole width, 1 for the leftmost of several columns, and so on.
    place: int = 0


class Page(NamedTuple):
    """A page, turned so that most of its words stand upright."""

    words: tuple[Word, ...]
    left: float
    bottom: float
    right: float
    top: float
    #: Printed across or outside what is shown of the page.
    strays: tuple[str, ...] = ()
    #: Whether it holds pictures; asked only where there are hardly any words.
    pictured: bool = False


def column(lines: tuple[Line, ...], page: int, place: int = 0) -> Column:
    """The column that some lines fill."""
    left = min(line.left for line in lines)
    return Column(lines, left, max(line.right for line in lines), page, place)


_NUMBERS = re.compile(r"\b(?:\d+|[ivxlc]+)\b")
