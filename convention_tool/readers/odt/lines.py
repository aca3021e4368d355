"""The text of a file as lines: a paragraph or heading each, with all that settles its words.

Tracked changes are not settled here: a line knows which of its words were inserted, and what was
deleted between them, so that the text before the changes can be had as well as the one after.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple


class ListPlace(NamedTuple):
    """Where a line stands in a list."""

    #: The list; lists that continue each other are one.
    key: str
    style: str
    #: From 1.
    level: int
    #: The item, of which only the first line is numbered.
    item: int
    #: Where the file counts anew from.
    start: int | None


class AsideKind(Enum):
    """What stands beside a line."""

    FOOTNOTE = auto()
    COMMENT = auto()
    BOX = auto()


class Aside(NamedTuple):
    """A footnote, a comment in the margin, or a box with text of its own."""

    kind: AsideKind
    #: The mark of a footnote, the author of a comment.
    mark: str
    lines: tuple[Line, ...]


class Piece(NamedTuple):
    """Words that share their fate."""

    text: str
    is_inserted: bool = False
    #: What is fixed to this place.
    aside: Aside | None = None


class Deletion(NamedTuple):
    """What was deleted here; its first line goes on with the words before, its last with those after."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or a heading."""

    pieces: tuple[Piece | Deletion, ...]
    style: str = ""
    #: Of a heading, from 1; 0 for a paragraph.
    level: int = 0
    place: ListPlace | None = None
    #: Whether a heading counts, where headings do.
    is_counted: bool = True
    #: Where a heading counts anew from.
    start: int | None = None
    in_table: bool = False
    #: Whether its end was inserted: before, it was one with the next line.
    is_end_inserted: bool = False
