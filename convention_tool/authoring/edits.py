"""Changing words of a source, and where the others then stand."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from convention_tool.source import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convention_tool.diagnostics import Edit


def edited(text: str, edits: Sequence[Edit]) -> str:
    """A text with some edits applied, which stand apart and in order."""
    parts: list[str] = []
    end = 0
    for edit in edits:
        parts.extend((text[end : edit.span.start], edit.text))
        end = edit.span.end
    return "".join((*parts, text[end:]))


def line_end_of(text: str) -> str:
    """How a text ends its lines."""
    return next((end for end in ("\r\n", "\n", "\r") if end in text), "\n")


class Shift:
    """Where offsets of a text are after some edits, which stand apart and in order."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._starts = [edit.span.start for edit in edits]
        grown = (len(edit.text) - (edit.span.end - edit.span.start) for edit in edits)
        self._moved = [0, *accumulate(grown)]

    def offset(self, offset: int) -> int:
        """The new place of an offset that is not inside an edit."""
        return offset + self._moved[bisect_right(self._starts, offset - 1)]

    def span(self, span: Span) -> Span:
        """The new place of some words."""
        return Span(self.offset(span.start), self.offset(span.end))
