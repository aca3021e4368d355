"""A page: headings, paragraphs, tables and notes, and the words in them.

Every report becomes a document through a view, and every printed format writes documents; nothing
here knows what the words are about. A new kind of block or inline makes the type checker name
every writer that cannot show it yet.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from textwrap import shorten
from typing import TYPE_CHECKING, assert_never

if TYPE_CHECKING:
    from collections.abc import Iterator


#: What moved away is named by so many letters.
_OPENING = 50


@dataclass(frozen=True, slots=True)
class Words:
    """Words as they stand."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that carry weight."""

    content: Content


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words set apart: an opening participle, a quotation, a term."""

    content: Content


@dataclass(frozen=True, slots=True)
class Deleted:
    """Words struck out."""

    text: str


@dataclass(frozen=True, slots=True)
class Inserted:
    """Words added."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to another place: `#art_12` on the page, or an `https:` address.

    A link to an anchor that the page does not have is written as its words alone, so a view may
    link to a provision whether or not the page prints the text.
    """

    target: str
    content: Content


class Tone(StrEnum):
    """How a label is coloured. The label's words say the same, for who cannot see the colour."""

    GOOD = "good"
    MIXED = "mixed"
    BAD = "bad"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Badge:
    """A short label for a state: "found", "in part", "not found"."""

    text: str
    tone: Tone = Tone.QUIET


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that carry what speaks for them.

    The web page shows the detail to whoever points at the words or comes to them with the
    keyboard; the other formats write the words alone.
    """

    content: Content
    detail: str


@dataclass(frozen=True, slots=True)
class Break:
    """A new line within a paragraph or a cell."""


Inline = Words | Strong | Emphasis | Deleted | Inserted | Link | Badge | Evidence | Break
Content = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. The page's title is level 1; the first headings under it are level 2."""

    level: int
    content: Content
    #: Where links lead; unique on the page. A heading that has one is listed in the contents.
    anchor: str = ""
    #: Printed before the content: "Article 12", "PART III".
    number: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph, indented by its level, its number hanging before it."""

    content: Content
    anchor: str = ""
    #: As printed: "1.", "(a)".
    number: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, one content for each column."""

    cells: tuple[Content, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Every row has as many cells as the header."""

    caption: str
    header: tuple[Content, ...]
    rows: tuple[Row, ...]
    #: Whether the first cell of a row names the row.
    row_headers: bool = True
    #: Whether a page on its side suits it, however few its columns: its cells hold sentences.
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of short items."""

    items: tuple[Content, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and what each stands for: "Status: zero draft"; "Rights answered: 61 of 87"."""

    entries: tuple[tuple[str, Content], ...]


class NoteRole(StrEnum):
    """What a note is to the text it speaks of."""

    #: A part of a report: the detail behind a summary.
    DETAIL = "detail"
    #: The drafters explain the provision above; a file may have it in footnotes or comments.
    COMMENTARY = "commentary"
    #: A footnote that the text was printed with, its mark among its words.
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Note:
    """Words about what stands above: commentary, a footnote, the detail behind a summary."""

    label: str
    blocks: tuple[Block, ...]
    #: Folded notes open on request; the others are always shown.
    folded: bool = True
    role: NoteRole = NoteRole.DETAIL


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks in another language than the page."""

    language: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class State:
    """What a cell of a matrix can say. No two states of a matrix share a label or a letter."""

    label: str
    #: Where there is no room for the label.
    letter: str
    tone: Tone
    meaning: str


@dataclass(frozen=True, slots=True)
class ColumnGroup:
    """Columns that belong together; a page that is too narrow for all shows one group."""

    title: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """A state, and a few words beside it: the numbers of the articles it rests on."""

    state: State
    words: str = ""
    #: The anchor of the detail that says why; other cells of its row may share it.
    detail: str = ""
    #: The anchor of what more there is to say, which cells of its column share in any row, or "".
    ground: str = ""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A row: one cell for each column, or none where `absent` says why it is empty."""

    name: str
    cells: tuple[MatrixCell, ...]
    absent: str = ""
    #: A few words beside the name.
    note: str = ""
    anchor: str = ""
    #: The rows that this one is made of. They are folded where a page can unfold them.
    inner: tuple[MatrixRow, ...] = ()


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows that belong together."""

    title: str
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class Detail:
    """Why cells of one row, or of one column, say what they say."""

    anchor: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """A table of states too large to read from end to end: one looks for a row and a column.

    The web page filters it and opens the detail of a cell. Other formats make ordinary tables of
    it, which `writers/matrix.py` cuts for them.
    """

    caption: str
    #: What stands over the names of the rows.
    corner: str
    states: tuple[State, ...]
    columns: tuple[ColumnGroup, ...]
    rows: tuple[RowGroup, ...]
    details: tuple[Detail, ...] = ()
    #: What its columns are called, and its groups of rows, for who filters them.
    columns_name: str = "Groups"
    rows_name: str = "Parts"

    @property
    def all_rows(self) -> tuple[MatrixRow, ...]:
        """The rows of all groups; those within them are theirs."""
        return tuple(row for group in self.rows for row in group.rows)


class Fate(StrEnum):
    """What became of a line of a text, or of the end of one."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"
    #: It stands elsewhere in the new text.
    MOVED_AWAY = "moved-away"
    #: It stood elsewhere in the old text.
    MOVED_HERE = "moved-here"


class LineStyle(StrEnum):
    """How a line is set."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class RedlineLine:
    """A line of two texts at once: a heading or a paragraph.

    The old text is what its lines say without what is inserted, for lines that are not inserted or
    moved here; the new text what they say without what is deleted, for lines that are not deleted
    or moved away.
    """

    #: Words, deleted and inserted words, nothing else. A new line within the line is "\n".
    content: Content
    #: The number before it, as printed; it may have changed as the words may.
    number: Content = ()
    style: LineStyle = LineStyle.TEXT
    #: The level of a heading, as in `Heading`; how far a text stands in, as in `Prose`.
    level: int = 0
    fate: Fate = Fate.KEPT
    #: What became of the end of the line: inserted where a paragraph was cut in two (the old text
    #: goes on with the next line that it has), deleted where two were joined.
    end: Fate = Fate.KEPT
    #: Where links lead; unique on the page.
    anchor: str = ""
    #: The anchor of the place that it was moved to, or from.
    other: str = ""
    #: What happened to the provision that begins here, in words: "moved from article 5; modified".
    label: str = ""
    #: The number of the change it belongs to, from 1 in the order of the lines; 0 where nothing
    #: changed. Lines of one change may follow each other.
    change: int = 0

    @property
    def is_old(self) -> bool:
        """Whether the old text has it here."""
        return self.fate not in {Fate.INSERTED, Fate.MOVED_HERE}

    @property
    def is_new(self) -> bool:
        """Whether the new text has it here."""
        return self.fate not in {Fate.DELETED, Fate.MOVED_AWAY}

    @property
    def is_changed(self) -> bool:
        """Whether the texts differ in it, its place or its end."""
        if self.fate is not Fate.KEPT or self.end is not Fate.KEPT:
            return True
        return any(not isinstance(one, Words) for one in (*self.number, *self.content))

    @property
    def notice(self) -> str:
        """What is said in place of a line that moved away, where its words are not shown twice."""
        opening = shorten(f"{plain(self.number)} {plain(self.content)}", _OPENING)
        return f"({opening}: {self.label})" if self.label else ""


@dataclass(frozen=True, slots=True)
class Omission:
    """Unchanged lines that are not shown."""

    lines: int

    def __str__(self) -> str:
        """What is said in their place."""
        return f"{self.lines} unchanged line{'' if self.lines == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class Redline:
    """Two texts at once: what one has and the other has not is marked in its place.

    The web page shows it in place or side by side, and goes from change to change; `writers/tracked`
    makes a Word file of it whose tracked changes can be accepted and rejected.
    """

    old: str
    new: str
    lines: tuple[RedlineLine | Omission, ...]


Block = Heading | Prose | Table | Matrix | Listing | Facts | Note | Section | Redline


@dataclass(frozen=True, slots=True)
class Document:
    """A page."""

    title: str
    blocks: tuple[Block, ...]
    language: str = "en"
    #: Lines under the title: who adopted it, and when; what a report is about.
    subtitle: tuple[str, ...] = ()
    #: The header block of the draft, ("Status", "zero draft"), in its order. It is printed where
    #: `blocks` print it; formats that keep properties of a file keep it there too.
    header: tuple[tuple[str, str], ...] = ()
    #: When the draft was made, as it says itself; files bear it in place of today's date.
    date: str = ""


def words(text: str) -> Content:
    """Plain words as content."""
    return (Words(text),)


def plain(content: Content) -> str:
    """The words of some content, without their looks."""
    return "".join(map(_plain, content))


def marked(content: Content) -> str:
    """The words of some content, with [- and -] around what was deleted, {+ and +} around what was inserted.

    For forms that have no other way to show it.
    """
    return "".join(map(_marked, content))


def blocks_of(document: Document) -> Iterator[Block]:
    """Every block of a page, those within notes and sections too, in order."""
    yield from _inner(document.blocks)


def headings(document: Document) -> tuple[Heading, ...]:
    """What a contents list names: the headings that have an anchor."""
    found = (block for block in blocks_of(document) if isinstance(block, Heading))
    return tuple(heading for heading in found if heading.anchor)


def anchors(document: Document) -> frozenset[str]:
    """Every place that a link on the page can lead to."""
    return frozenset(
        anchor for block in blocks_of(document) for anchor in _anchors(block) if anchor
    )


def deeper(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The same blocks to stand under a heading: their own headings one level down."""
    return tuple(map(_deeper, blocks))


#: There are six levels of heading; deeper ones share the last.
DEEPEST_HEADING = 6


def _deeper(block: Block) -> Block:
    match block:
        case Heading(level=level):
            return replace(block, level=min(level + 1, DEEPEST_HEADING))
        case Note(blocks=blocks) | Section(blocks=blocks):
            return replace(block, blocks=deeper(blocks))
        case _:
            return block


def _plain(inline: Inline) -> str:
    match inline:
        case Words(text) | Deleted(text) | Inserted(text) | Badge(text):
            return text
        case Strong(content) | Emphasis(content) | Link(_, content) | Evidence(content):
            return plain(content)
        case Break():
            return "\n"
        case _:
            assert_never(inline)


def _marked(inline: Inline) -> str:
    match inline:
        case Deleted(text):
            return f"[-{text}-]"
        case Inserted(text):
            return f"{{+{text}+}}"
        case Strong(content) | Emphasis(content) | Link(_, content) | Evidence(content):
            return marked(content)
        case _:
            return _plain(inline)


def _inner(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Note | Section):
            yield from _inner(block.blocks)


def _anchors(block: Block) -> Iterator[str]:
    match block:
        case Heading(anchor=anchor) | Prose(anchor=anchor):
            yield anchor
        case Table(rows=rows):
            yield from (row.anchor for row in rows)
        case Matrix(details=details):
            yield from (row.anchor for row in block.all_rows)
            yield from (detail.anchor for detail in details)
        case Redline(lines=lines):
            yield from (line.anchor for line in lines if isinstance(line, RedlineLine))
        case _:
            return
