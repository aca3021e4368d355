"""Reads PDF documents that have a text in them: words, where they stand, and how large they are.

A PDF knows no paragraphs. They are found as a reader's eye finds them: words to lines (`lines`),
what belongs to the page set aside (`furniture`, `margin`, `contents`), columns (`columns`),
footnotes (`footnotes`), paragraphs (`paragraphs`), broken words (`hyphens`). A scanned page is a
picture, and pictures are not read.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from convention_tool.errors import UnreadableFileError
from convention_tool.readers.extract import Extract
from convention_tool.readers.pdf.blocks import blocks_of
from convention_tool.readers.pdf.file import HARDLY_ANY, read_pages
from convention_tool.readers.pdf.footnotes import without_footnotes
from convention_tool.readers.pdf.hyphens import Hyphens
from convention_tool.readers.pdf.page_order import ordered
from convention_tool.readers.pdf.paragraphs import paragraphs_of
from convention_tool.readers.pdf.setting import body_size
from convention_tool.readers.reading import Choice
from convention_tool.readers.text.language import language_of
from convention_tool.tree.nodes import header_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convention_tool.readers.pdf.layout import Page
    from convention_tool.readers.pdf.paragraphs import Paragraph

#: What a PDF is called in messages.
KIND = "PDF document"
#: More signs than this share that stand for no known letter: the file keeps its letters to itself.
_MOST_UNKNOWN = 0.3
_HEADER_LINE = re.compile(r"([A-Z][\w ]{0,40}): (\S.*)")
_LANGUAGES = frozenset(("en", "fr", "es"))


def extract(data: bytes, name: str) -> Extract:
    """What a PDF holds, as blocks of a draft.

    Args:
        data: the bytes of the file.
        name: what to call the file in messages.

    Raises:
        UnreadableFileError: the file is scanned, locked, broken, or no PDF that can be read.
    """
    file = read_pages(data, name)
    _check_text(file.pages, name)
    order = ordered(file.pages)
    size = body_size(order.columns)
    noted = without_footnotes(order.columns, size)
    paragraphs = paragraphs_of(noted.columns)
    hyphens = Hyphens(line.text for column in noted.columns for line in column.lines)
    header = _header(file.subject)
    blocks = blocks_of(paragraphs, noted.footnotes, hyphens, size)
    guessed = (
        *order.guessed,
        Choice("words broken at the end of a line and made whole", tuple(hyphens.mended)),
        Choice("paragraphs joined over the end of a page", _over_pages(paragraphs)),
    )
    pictures = tuple(
        f"page {number}" for number, page in enumerate(file.pages, start=1) if page.pictured
    )
    return Extract(
        KIND,
        _without_header(blocks, header),
        header,
        guessed,
        (*order.dropped, Choice("pages that are pictures without text", pictures)),
        _language(file.language, blocks),
    )


def _check_text(pages: Sequence[Page], name: str) -> None:
    """Stop at a file that has no text to read."""
    text = "".join(word.text for page in pages for word in page.words)
    if any(page.pictured for page in pages) and all(
        len(page.words) * 4 < HARDLY_ANY for page in pages
    ):
        raise UnreadableFileError(
            f"{name} is a scanned picture of pages without text; "
            "run it through text recognition (OCR) first"
        )
    if not text.strip():
        raise UnreadableFileError(f"{name} is a PDF without any text")
    unknown = sum(
        unicodedata.category(letter) in {"Co", "Cn", "Cc"} or letter == "\ufffd" for letter in text
    )
    if unknown > _MOST_UNKNOWN * len(text):
        raise UnreadableFileError(
            f"{name} has letters that cannot be told from the file; "
            "run it through text recognition (OCR) first"
        )


def _over_pages(paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
    """The sentences that the end of a page broke, by the pages."""
    over = (one for one in paragraphs if one.first_page != one.last_page)
    return tuple(f"page {one.first_page + 1} to {one.last_page + 1}" for one in over)


def _header(subject: str) -> tuple[tuple[str, str], ...]:
    """The header block of a draft that this tool printed; () of any other file."""
    found = [_HEADER_LINE.fullmatch(line.strip()) for line in subject.splitlines() if line.strip()]
    if not found or not all(found) or found[0] is None or header_key(found[0][1]) != "title":
        return ()
    return tuple((one[1], one[2]) for one in found if one)


def _without_header(
    blocks: tuple[str, ...], header: tuple[tuple[str, str], ...]
) -> tuple[str, ...]:
    """The blocks without the lines that print the header block."""
    printed = {f"{name}: {value}" for name, value in header}
    return tuple(block for block in blocks if block not in printed)


def _language(said: str, blocks: Sequence[str]) -> str | None:
    """The language that the file names, unless its words speak against it."""
    code = said[:2].casefold()
    return code if code in _LANGUAGES and language_of("\n".join(blocks)) == code else None
