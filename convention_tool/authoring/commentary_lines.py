"""Commentary keeps the lines in which its authors wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convention_tool.authoring.edits import edited
from convention_tool.diagnostics import Edit
from convention_tool.readers import parse
from convention_tool.source import Source, Span
from convention_tool.tree.nodes import AsideKind, Note, NoteKind
from convention_tool.tree.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convention_tool.tree.nodes import Instrument


def with_commentary_lines(source: Source, instrument: Instrument, text: str) -> str:
    """A draft written anew, each line of commentary beginning where it began in the source.

    Args:
        source: the draft as it was.
        instrument: read from it.
        text: the same instrument, each paragraph of its commentary on one line.
    """
    new = parse(text).instrument
    written = Source("", text)
    edits = []
    for before, after in zip(walk(instrument), walk(new), strict=True):
        match before, after:
            case Note(kind=NoteKind.COMMENTARY, span=Span()), Note(span=Span()):
                lines = "\n".join(_lines(source, instrument, before))
                edits.append(Edit(_whole(written, after), lines))
            case _:
                pass
    return edited(text, sorted(edits))


def _lines(source: Source, instrument: Instrument, note: Note) -> Iterator[str]:
    """The lines of a note without what else stands between them."""
    start, end = _whole(source, note)
    comments = [
        aside.span
        for aside in instrument.asides
        if aside.kind is AsideKind.COMMENT and aside.span and start <= aside.span.start < end
    ]
    without = edited(source.text[:end], [Edit(span, "") for span in sorted(comments)])
    for line in without[start:].splitlines():
        words = " ".join(line.split())
        if words:
            yield words


def _whole(source: Source, note: Note) -> Span:
    """The lines of a note from their first mark on."""
    assert note.span
    return Span(source.line_at(note.span.start).start, note.span.end)
