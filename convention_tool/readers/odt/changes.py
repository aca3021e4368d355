"""Settles tracked changes: the text after them, or the text before."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from convention_tool.readers.odt.lines import Deletion, Line, Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def settled(lines: Iterable[Line], *, old: bool) -> tuple[Line, ...]:
    """The lines without changes: all accepted, or, for the old text, all rejected."""
    if not old:
        return tuple(map(_accepted, lines))
    found: list[Line] = []
    parts: list[Line] = []
    for line in lines:
        for part in _restored(line):
            parts.append(part)
            if not part.is_end_inserted:
                found.append(_joined(parts))
                parts = []
    return (*found, _joined(parts)) if parts else tuple(found)


def pieces_of(line: Line) -> Iterator[Piece]:
    """The words of a line whose changes are settled."""
    for piece in line.pieces:
        assert isinstance(piece, Piece)
        yield piece


def _accepted(line: Line) -> Line:
    return replace(line, pieces=tuple(one for one in line.pieces if isinstance(one, Piece)))


def _restored(line: Line) -> Iterator[Line]:
    """The lines that a line was before: deleted words are back, and the ends of lines among them."""
    kept: list[Piece | Deletion] = []
    for piece in line.pieces:
        match piece:
            case Piece(is_inserted=True):
                pass
            case Piece():
                kept.append(piece)
            case Deletion(lines):
                back = settled(lines, old=True)
                if not back:
                    continue
                kept.extend(back[0].pieces)
                if len(back) > 1:
                    yield _like(back[0], line, kept)
                    yield from (replace(one, place=one.place or line.place) for one in back[1:-1])
                    kept = list(back[-1].pieces)
    yield replace(line, pieces=tuple(kept))


def _like(deleted: Line, line: Line, pieces: Iterable[Piece | Deletion]) -> Line:
    """A line that was deleted with its end, in the place of the one that its words went into."""
    place = deleted.place or line.place
    return replace(deleted, pieces=tuple(pieces), place=place, in_table=line.in_table)


def _joined(parts: Sequence[Line]) -> Line:
    """Lines that were one before somebody cut it: of the kind of the first that has words."""
    kind = next(filter(_has_words, parts), parts[-1])
    return replace(kind, pieces=tuple(chain.from_iterable(part.pieces for part in parts)))


def _has_words(line: Line) -> bool:
    return any(isinstance(one, Deletion) or one.text.strip() for one in line.pieces)
