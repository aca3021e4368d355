"""Where the words of a tree stand in the source, letter by letter.

The tree has its words one space apart; the source breaks them over lines, marks commentary with ">"
and has private comments between. To change one number and nothing else, each letter must be known.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from convention_tool.source import Span
from convention_tool.tree.nodes import Note
from convention_tool.tree.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from convention_tool.source import Source
    from convention_tool.tree.nodes import Instrument

#: What the reader leaves out of words: marks of commentary and of boxes, and what prints nothing.
_LEFT_OUT = frozenset(
    ">|\ufeff\u200b\u200c\u200d\u2060\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
)

#: What may stand between a number and the heading after it.
_SEPARATORS = frozenset(".:-–—)")

#: What breaks a word at the end of a line, and is no part of it.
_HYPHENS = frozenset("-‐")


@dataclass(frozen=True)
class Letters:
    """What finds the letters of words in a source."""

    source: Source
    instrument: Instrument

    def places(
        self, words: str, start: int, *, after_number: bool = False, note: bool = False
    ) -> Sequence[int] | None:
        """The offset of each letter of some words, -1 for spaces; None if they do not stand there.

        Args:
            words: as the tree has them.
            start: where they begin, or what stands before them may begin.
            after_number: whether what parts a number from a heading may stand before them.
            note: whether they are those of a note; other words go on after it.
        """
        text, skipped = self.source.text, self._asides if note else self._others
        found: list[int] = []
        position, opened = start, not after_number
        for letter in words:
            if letter.isspace():
                found.append(-1)
                continue
            while (end := skipped.get(position, -1)) >= 0 or text[
                position : position + 1
            ] != letter:
                if end >= 0:
                    position = end
                elif position < len(text) and (
                    self._may_be_left_out(position)
                    or (not opened and text[position] in _SEPARATORS)
                ):
                    position += 1
                else:
                    return None
            opened = True
            found.append(position)
            position += 1
        return found

    def _may_be_left_out(self, position: int) -> bool:
        text = self.source.text
        letter = text[position]
        if letter in _HYPHENS:
            return text[position + 1 : position + 2] in {"\r", "\n"}
        return letter.isspace() or letter in _LEFT_OUT

    @cached_property
    def _asides(self) -> Mapping[int, int]:
        """Where something begins that was set aside, and where it ends."""
        return dict(_ends(aside.span for aside in self.instrument.asides))

    @cached_property
    def _others(self) -> Mapping[int, int]:
        """The same, and where notes do."""
        notes = (node.span for node in walk(self.instrument) if isinstance(node, Note))
        return {**self._asides, **dict(_ends(notes))}


def _ends(spans: Iterable[Span | None]) -> Iterator[tuple[int, int]]:
    return ((span.start, span.end) for span in spans if span and span.end > span.start)


def covered(places: Sequence[int], start: int, end: int) -> Span:
    """The part of the source that some letters take."""
    return Span(places[start], places[end - 1] + 1)
