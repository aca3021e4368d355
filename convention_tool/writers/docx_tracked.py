"""Two texts as one Word file: accept all its changes and it is the new one, reject them the old.

It is set as `writers/docx` sets a text, and it is nothing but the text: a drafter goes on in it.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from itertools import count, cycle
from typing import TYPE_CHECKING, Any, assert_never

from docx.oxml.ns import qn

from convention_tool.document import LineStyle, Omission, RedlineLine
from convention_tool.writers.characters import without_forbidden
from convention_tool.writers.docx_file import Cover, new_file, saved
from convention_tool.writers.docx_styles import heading_style, provision_style
from convention_tool.writers.docx_xml import element
from convention_tool.writers.tracked import Border, Mark, Piece, Shape, Track, tracked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as File

    from convention_tool.document import Redline
    from convention_tool.writers.docx_styles import Styles

#: To LibreOffice, changes by one author are one if less than a minute lies between them, though the
#: mark of a paragraph that stays is between them: when they are rejected, that mark goes as well.
_APART = timedelta(minutes=2)

#: What stands in a line and is an element of its own to Word.
_ELEMENTS = {"\t": "tab", "\n": "br"}

#: Characters that begin a page or a line to some programs. They are blanks, as in `writers/runs`.
_BLANK = str.maketrans("\v\f\r", "   ")


def write(redline: Redline, title: str, language: str, author: str, date: str) -> bytes:
    """The file, its changes by an author at a date, which is as in 2026-11-29T00:00:00Z.

    A redline that leaves lines out makes no file of either text: it is an error.
    """
    lines = tuple(_whole(redline))
    cover = Cover(title, language, is_text=True)
    file, styles = new_file(cover)
    writer = _Writer(file, styles, without_forbidden(author), _moment(date))
    for part in tracked(lines):
        writer.add(part)
    return saved(file, cover.made)


def _whole(redline: Redline) -> Iterator[RedlineLine]:
    for line in redline.lines:
        match line:
            case RedlineLine():
                yield line
            case Omission(left_out):
                raise ValueError(f"the redline leaves out {left_out} lines that the file needs")
            case _:
                assert_never(line)


def _moment(date: str) -> datetime:
    moment = datetime.fromisoformat(date)
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


class _Writer:
    """Adds to the end of a file."""

    def __init__(self, file: File, styles: Styles, author: str, date: datetime) -> None:
        self._end: Any = file.element.body.sectPr
        self._author = author
        self._dates = cycle(f"{one:%Y-%m-%dT%H:%M:%SZ}" for one in (date, date + _APART))
        self._date = next(self._dates)
        self._ids = map(str, count(1))
        #: The identifiers of the moves whose end is still to come.
        self._begun: dict[tuple[Track, int], str] = {}
        self._styles = styles
        #: What stands in the paragraph that has no mark yet.
        self._inner: list[Any] = []

    def add(self, part: Piece | Border | Mark) -> None:
        """Add words, a mark, or where a move begins or ends."""
        match part:
            case Piece():
                self._inner.append(self._words(part))
            case Border(begins=True):
                self._inner.append(self._beginning(part))
            case Border(track, move) if self._inner:
                self._inner.append(self._ending(track, move))
            case Border(track, move):  # between two paragraphs: the mark moved too
                self._end.addprevious(self._ending(track, move))
            case Mark():
                paragraph = element("p")
                paragraph.append(self._properties(part))
                paragraph.extend(self._inner)
                self._end.addprevious(paragraph)
                self._inner = []
                self._date = self._date if part.tracks else next(self._dates)
            case _:
                assert_never(part)

    def _words(self, piece: Piece) -> Any:
        run = element("r")
        name = "delText" if piece.track is Track.DELETED else "t"
        for text in re.split(r"([\t\n])", without_forbidden(piece.text.translate(_BLANK))):
            if text in _ELEMENTS:
                run.append(element(_ELEMENTS[text]))
            elif text:
                made = element(name)
                made.set(qn("xml:space"), "preserve")
                made.text = text
                run.append(made)
        if piece.track is Track.KEPT:
            return run
        change = self._change(piece.track)
        change.append(run)
        return change

    def _change(self, tag: str, /, **attributes: str) -> Any:
        """An element that says who changed something, and when."""
        by, at = self._author, self._date
        return element(tag, id=next(self._ids), author=by, date=at, **attributes)

    def _beginning(self, border: Border) -> Any:
        name = f"move{border.move}"
        made = self._change(f"{border.track}RangeStart", name=name)
        self._begun[border.track, border.move] = made.get(qn("w:id"))
        return made

    def _ending(self, track: Track, move: int) -> Any:
        return element(f"{track}RangeEnd", id=self._begun.pop((track, move)))

    def _properties(self, mark: Mark) -> Any:
        """How a paragraph is set, what is tracked of its mark, and how it was set."""
        made = self._set(mark.shape)
        if mark.tracks:
            tracks = element("rPr")
            tracks.extend([self._change(track) for track in mark.tracks])
            made.append(tracks)
        if mark.old_shape != mark.shape:
            change = self._change("pPrChange")
            change.append(self._set(mark.old_shape))
            made.append(change)
        return made

    def _set(self, shape: Shape) -> Any:
        """The properties of a paragraph of some shape."""
        style, level, hangs = shape
        match style:
            case LineStyle.TEXT:
                name = provision_style(level, numbered=hangs)
            case LineStyle.HEADING:
                name = heading_style(level)
            case LineStyle.TITLE:
                name = "Title"
            case LineStyle.SUBTITLE:
                name = "Subtitle"
            case _:
                assert_never(style)
        return element("pPr", element("pStyle", val=self._styles.named(name)))
