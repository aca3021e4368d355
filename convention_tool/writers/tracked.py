"""The lines of a redline as words and marks, each tracked as word processors track them.

What is tracked is not a line but its words and, apart from them, the mark that ends its paragraph:
where a mark goes, what stood on both sides of it is one paragraph. The mark of the last paragraph
of a file cannot go. Where the last line is in one text only, the other text ends earlier; so the
line which would end that text gives up its own mark, and the text ends with the last one of all.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.document import Deleted, Fate, Inserted, LineStyle, Words, plain
from convention_tool.writers.runs import AFTER_HEADING_NUMBER
from convention_tool.writers.tracked_moves import moves

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convention_tool.document import Content, Inline, RedlineLine


class Track(StrEnum):
    """What is tracked of words or of a mark, by Word's own names."""

    KEPT = ""
    INSERTED = "ins"
    DELETED = "del"
    MOVED_FROM = "moveFrom"
    MOVED_TO = "moveTo"


class Piece(NamedTuple):
    """Words of a paragraph."""

    text: str
    track: Track


class Border(NamedTuple):
    """Where a move begins or ends; each has two places, which share its number."""

    track: Track
    move: int
    begins: bool


class Shape(NamedTuple):
    """How a paragraph is set."""

    style: LineStyle
    level: int
    #: Whether a number hangs before it.
    hangs: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """The end of a paragraph."""

    #: Nothing where it stays; a mark that was moved can be inserted or deleted as well.
    tracks: tuple[Track, ...]
    shape: Shape
    #: How the old text sets the paragraph; the same where it has no such mark.
    old_shape: Shape


def tracked(lines: Sequence[RedlineLine]) -> Iterator[Piece | Border | Mark]:
    """The words and marks of two texts at once, in order."""
    moved = moves(lines)
    shapes = _Shapes()
    for place, (line, end) in enumerate(zip(lines, _ends(lines), strict=False)):
        move = moved.get(place, 0)
        fate = line.fate if move else _UNMOVED.get(line.fate, line.fate)
        pieces = tuple(_pieces(line, fate))
        tracks = _mark_tracks(end, fate, pieces)
        begin, stop = (Border(_WORDS[fate, Words], move, begins) for begins in (True, False))
        is_last = bool(move) and not _goes_on(lines, moved, place)
        shapes.see(line)
        if move and not (place and _goes_on(lines, moved, place - 1)):
            yield begin
        yield from pieces
        if is_last and not tracks:
            yield stop
        if end.old or end.new:
            yield Mark(tracks, *shapes.of(end))
        if is_last and tracks:
            yield stop


#: A line that moved and has no counterpart is not tracked as one that moved.
_UNMOVED = {Fate.MOVED_HERE: Fate.INSERTED, Fate.MOVED_AWAY: Fate.DELETED}

#: How words are tracked in a line of some fate. What is not here is not written: the line is not
#: there in the text that has the words.
_WORDS: dict[tuple[Fate, type[Inline]], Track] = {
    (Fate.KEPT, Words): Track.KEPT,
    (Fate.KEPT, Inserted): Track.INSERTED,
    (Fate.KEPT, Deleted): Track.DELETED,
    (Fate.INSERTED, Words): Track.INSERTED,
    (Fate.INSERTED, Inserted): Track.INSERTED,
    (Fate.DELETED, Words): Track.DELETED,
    (Fate.DELETED, Deleted): Track.DELETED,
    (Fate.MOVED_HERE, Words): Track.MOVED_TO,
    (Fate.MOVED_HERE, Inserted): Track.INSERTED,
    (Fate.MOVED_AWAY, Words): Track.MOVED_FROM,
    (Fate.MOVED_AWAY, Deleted): Track.DELETED,
}

#: What stands between the number of a provision and its words, as in `writers/docx`.
_AFTER_NUMBER = "\t"


class _End(NamedTuple):
    """Which texts have the mark of a line."""

    old: bool
    new: bool


def _ends(lines: Sequence[RedlineLine]) -> Iterator[_End]:
    """Which texts have the mark of each line; the mark of the last one is in both."""
    olds = [line.is_old and line.end is not Fate.INSERTED for line in lines]
    news = [line.is_new and line.end is not Fate.DELETED for line in lines]
    for marks in (olds, news):
        if True in marks:
            marks[len(marks) - 1 - marks[::-1].index(True)] = False
    return map(_End, [*olds[:-1], True], [*news[:-1], True])


def _goes_on(lines: Sequence[RedlineLine], moved: dict[int, int], place: int) -> bool:
    """Whether the next line is of the same move, and at the same place of it."""
    return (
        place + 1 < len(lines)
        and moved.get(place) == moved.get(place + 1)
        and lines[place].fate is lines[place + 1].fate
    )


def _pieces(line: RedlineLine, fate: Fate) -> Iterator[Piece]:
    """The words of a line as its fate has them."""
    content = (*line.number, *_after_number(line), *line.content)
    for track, group in groupby(content, lambda inline: _WORDS.get((fate, type(inline)))):
        if track is not None:
            yield Piece(plain(tuple(group)), track)


def _after_number(line: RedlineLine) -> Content:
    """What stands between the number and the words, in the texts that have a number."""
    space = _AFTER_NUMBER if line.style is LineStyle.TEXT else AFTER_HEADING_NUMBER
    old, new = (
        _says(line.number, kind) and (line.style is LineStyle.TEXT or _says(line.content, kind))
        for kind in (Deleted, Inserted)
    )
    if old and new:
        return (Words(space),)
    if old:
        return (Deleted(space),)
    return (Inserted(space),) if new else ()


def _says(content: Content, kind: type[Inline]) -> bool:
    """Whether the text that has the words of a kind has any of these."""
    return any(isinstance(inline, Words | kind) for inline in content)


def _mark_tracks(end: _End, fate: Fate, pieces: tuple[Piece, ...]) -> tuple[Track, ...]:
    """What is tracked of a mark.

    LibreOffice takes no notice of a moved mark after words that were not moved, or after none: such
    a mark is inserted or deleted besides.
    """
    if end.old == end.new:
        return ()
    edited = Track.INSERTED if end.new else Track.DELETED
    if fate not in _UNMOVED:
        return (edited,)
    moved = _WORDS[fate, Words]
    return (moved,) if pieces and pieces[-1].track is moved else (edited, moved)


@dataclass(slots=True)
class _Shapes:
    """How each text sets the paragraph at hand: as its first line in it is set."""

    old: Shape | None = None
    new: Shape | None = None

    def see(self, line: RedlineLine) -> None:
        """Go on with a line."""
        if line.is_old:
            self.old = self.old or _shape(line, Deleted)
        if line.is_new:
            self.new = self.new or _shape(line, Inserted)

    def of(self, end: _End) -> tuple[Shape, Shape]:
        """The shape of the paragraph that ends here, and the one that the old text gives it."""
        new = (end.new and self.new) or self.old or self.new
        old = (end.old and self.old) or new
        assert new
        assert old
        self.old = None if end.old else self.old
        self.new = None if end.new else self.new
        return new, old


def _shape(line: RedlineLine, kind: type[Inline]) -> Shape:
    hangs = line.style is LineStyle.TEXT and _says(line.number, kind)
    return Shape(line.style, line.level, hangs)
