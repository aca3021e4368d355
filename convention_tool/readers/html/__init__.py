"""Reads web pages: what a browser shows of a treaty, without what stands around it."""

from __future__ import annotations

import re

from convention_tool.readers.extract import Extract
from convention_tool.readers.html import ours
from convention_tool.readers.html.flow import Block, flow
from convention_tool.readers.html.footnotes import notes_of
from convention_tool.readers.html.furniture import clear
from convention_tool.readers.html.lists import marks_of
from convention_tool.readers.html.menus import LINKS, without_menus
from convention_tool.readers.html.page import page_of
from convention_tool.readers.html.positions import tops_of
from convention_tool.readers.html.styles import styles_of
from convention_tool.readers.html.wording import said
from convention_tool.readers.reading import Choice

_KIND = "web page"


def extract(data: bytes, name: str) -> Extract:
    """The text of a web page.

    Args:
        data: the bytes of the file.
        name: what to call it in messages.

    Raises:
        UnreadableFileError: it is no text, declares entities, or nests without end.
    """
    root = page_of(data, name)
    if ours.is_ours(root):
        return ours.extract(root, _KIND)
    styles, tops = styles_of(root), tops_of(root)
    dropped = clear(root)
    marks = marks_of(root, styles)
    notes = notes_of(root)
    found = without_menus(flow(root, marks, notes, tops))
    blocks = _without_empty_headings(found.text)
    return Extract(
        kind=_KIND,
        blocks=tuple(said(blocks)),
        guessed=(Choice("numbers of lists", _printed(blocks)),),
        dropped=(*dropped, Choice(LINKS, found.menus)),
    )


def _printed(blocks: list[Block]) -> tuple[str, ...]:
    """The numbers that were put before items of lists."""
    return tuple(block.mark for block in blocks if any(map(str.isalnum, block.mark)))


#: A heading over footnotes that now stand elsewhere.
_NOTES = re.compile(
    r"(?:foot|end)?notes?|references|notes de bas de page|notas(?: al pie)?", re.IGNORECASE
)


def _without_empty_headings(blocks: list[Block]) -> list[Block]:
    """The blocks without the word "Notes" at the end, under which nothing is left."""
    if blocks and any(block.note for block in blocks) and _NOTES.fullmatch(blocks[-1].text):
        return blocks[:-1]
    return blocks
