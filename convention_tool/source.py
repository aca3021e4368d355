"""A text, and places in it."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of character offsets into the text of a source."""

    start: int
    end: int


class Position(NamedTuple):
    """A place as people and editors count it: both numbers start at 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """A text and the name we report it under."""

    name: str
    text: str

    def position(self, offset: int) -> Position:
        """The line and column of an offset; a line ends in LF, CR or CRLF."""
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def line_at(self, offset: int) -> Span:
        """The line that holds an offset, without its end."""
        start = self._line_starts[bisect_right(self._line_starts, offset) - 1]
        end = re.compile(r"[\r\n]|\Z").search(self.text, start)
        return Span(start, end.start() if end else len(self.text))

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        return (0, *(end.end() for end in re.finditer(r"\r\n?|\n", self.text)))
