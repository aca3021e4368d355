"""A document as a Word file, in Word's own styles: a drafting group can go on working in it.

Only `writers/docx*` know python-docx. What that library has no call for (links, bookmarks, fields,
footnotes) is made of the elements of the file itself.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any, assert_never

from convention_tool.document import (
    Document,
    Facts,
    Heading,
    Listing,
    Matrix,
    Note,
    NoteRole,
    Redline,
    Table,
    blocks_of,
    headings,
    words,
)
from convention_tool.writers import CommentaryAs, Numbering, WordOptions
from convention_tool.writers.docx_body import BodyWriter, begins_wide
from convention_tool.writers.docx_contents import add_contents
from convention_tool.writers.docx_counting import counted
from convention_tool.writers.docx_file import Cover, Paper, new_file, saved
from convention_tool.writers.docx_headings import sequences
from convention_tool.writers.docx_lists import BULLET, Lists
from convention_tool.writers.docx_notes import Comments, Footnotes
from convention_tool.writers.docx_places import places
from convention_tool.writers.docx_words import Inlines

if TYPE_CHECKING:
    from datetime import datetime

    from docx.document import Document as File

    from convention_tool.writers.docx_styles import Styles

#: Fewer headings are seen at a glance.
_FEWEST_LISTED = 3

_AS_IT_IS = WordOptions()


def write(document: Document, options: WordOptions = _AS_IT_IS) -> bytes:
    """The file.

    Args:
        document: the page.
        options: how its numbers and its commentary are written, and the template of a house.

    Raises:
        UnreadableFileError: the template is no Word file.
    """
    cover = Cover(document.title, document.language, document.header, _is_text(document))
    file, styles = new_file(cover, options)
    writer = _writer(document, options, file, styles, cover.made)
    body: Any = file.element.body
    writer.add("Title", writer.inlines.written(words(document.title)))
    for line in document.subtitle:
        writer.add("Subtitle", writer.inlines.written(words(line)))
    blocks = document.blocks
    if document.header and blocks and isinstance(blocks[0], Facts):
        writer.facts(blocks[0], "Draft Header")
        blocks = blocks[1:]
    top = body.sectPr.getprevious()
    writer.blocks(blocks)
    if len(headings(document)) >= _FEWEST_LISTED:
        add_contents(file, top.getnext(), styles, document.language)
    return saved(file, cover.made)


def _writer(
    document: Document, options: WordOptions, file: File, styles: Styles, made: datetime
) -> BodyWriter:
    """What writes a page into an empty file."""
    is_live = options.numbering is Numbering.LIVE
    items = tuple(counted(document.blocks)) if is_live else ()
    lists = Lists(file, styles)
    numbers: dict[int, str] = {}
    for item in items:
        if (
            item and id(item.list) not in numbers
        ):  # lists are told apart by themselves, not by what they hold
            numbers[id(item.list)] = lists.of_provisions(item.list)
    notes: Footnotes | Comments | None = None
    match options.commentary:
        case CommentaryAs.TEXT:
            pass
        case CommentaryAs.FOOTNOTES:
            notes = Footnotes(file, styles)
        case CommentaryAs.COMMENTS:
            notes = Comments(file, styles, made)
        case _:
            assert_never(options.commentary)
    body: Any = file.element.body
    return BodyWriter(
        end=body.sectPr,
        paper=Paper(file, on_its_side=begins_wide(document.blocks)),
        lists=lists,
        bullets=lists.of_items(BULLET),
        inlines=Inlines(file.part, styles, places(document, items)),
        marks=iter([item and (numbers[id(item.list)], item.level) for item in items]),
        sequences=sequences(blocks_of(document)) if is_live else iter(()),
        notes=notes,
        ids=count(1),
    )


def _is_text(document: Document) -> bool:
    """Whether a page is the text of a treaty and nothing else: no findings, no tables."""
    blocks = tuple(blocks_of(document))
    return any(isinstance(block, Heading) and block.number for block in blocks) and not any(
        isinstance(block, Table | Matrix | Listing | Redline)
        or (isinstance(block, Note) and block.role is NoteRole.DETAIL)
        for block in blocks
    )
