"""Output formats by name.

A format's module is loaded when something is first written in it, so that commands which write
none start at once, and those who write no Word or Excel files need not install what these take.
"""

from __future__ import annotations

from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.errors import MissingExtraError, UnknownFormatError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from convention_tool.document import Document, Matrix, Redline, Table
    from convention_tool.tree.nodes import Instrument
    from convention_tool.tree.references import References


class Numbering(StrEnum):
    """How the numbers of provisions stand in a Word file."""

    #: As words: nothing that is done to the file changes a number.
    TEXT = "text"
    #: As Word's own lists, which go on counting when a paragraph is put in.
    LIVE = "live"


class CommentaryAs(StrEnum):
    """Where the drafters' commentary stands in a Word file."""

    #: Below the provision, as part of the page.
    TEXT = "text"
    FOOTNOTES = "footnotes"
    #: In the margin, as remarks of a reviewer.
    COMMENTS = "comments"


class WordOptions(NamedTuple):
    """How a Word file is made."""

    numbering: Numbering = Numbering.TEXT
    commentary: CommentaryAs = CommentaryAs.TEXT
    #: A Word file whose styles, page and margins are taken: the template of a house.
    reference: bytes | None = None
    #: What to call that file in messages.
    reference_name: str = ""


class DocumentWriter(NamedTuple):
    """Writes any page: an instrument, a concordance, a review."""

    suffix: str
    write: Callable[[Document], bytes]


class TreeWriter(NamedTuple):
    """Writes an instrument as such, and where its references lead."""

    suffix: str
    write: Callable[[Instrument, References | None], bytes]
    #: Whether it must be given references.
    refers: bool = False


def writer_for(name: str) -> DocumentWriter | TreeWriter:
    """The writer of a format, or an error that names the formats there are."""
    if name not in WRITERS:
        known = ", ".join(sorted(WRITERS))
        raise UnknownFormatError(f'there is no format "{name}"; choose one of {known}')
    return WRITERS[name]


def write_html(document: Document) -> bytes:
    """The page as a web page."""
    from convention_tool.writers import html

    return html.write(document)


def write_markdown(document: Document) -> bytes:
    """The page as Markdown."""
    from convention_tool.writers import markdown

    return markdown.write(document)


def write_docx(document: Document, options: WordOptions | None = None) -> bytes:
    """The page as a Word file."""
    with _extra("docx"):
        from convention_tool.writers import docx
    return docx.write(document, options or WordOptions())


def write_odt(document: Document) -> bytes:
    """The page as an OpenDocument text."""
    with _extra("odt"):
        from convention_tool.writers import odt
    return odt.write(document)


def write_pdf(document: Document, *, line_numbers: bool = False) -> bytes:
    """The page as a PDF, its lines numbered if asked."""
    with _extra("pdf"):
        from convention_tool.writers import pdf
    return pdf.write(document, line_numbers=line_numbers)


def write_latex(document: Document) -> bytes:
    """The page as a LaTeX document."""
    from convention_tool.writers import latex

    return latex.write(document)


def write_tracked(redline: Redline, title: str, language: str, author: str, date: str) -> bytes:
    """Two texts as a Word file whose tracked changes make the new one of the old one.

    Args:
        redline: every line of the two texts.
        title: of the file.
        language: of the texts: "en", "fr" or "es".
        author: whose changes they are.
        date: when they were made: "2026-11-29T00:00:00Z".
    """
    with _extra("docx"):
        from convention_tool.writers import docx_tracked
    return docx_tracked.write(redline, title, language, author, date)


def write_xlsx(tables: Sequence[Table | Matrix], title: str, date: str = "") -> bytes:
    """The tables as an Excel workbook that bears the date of a draft."""
    with _extra("xlsx"):
        from convention_tool.writers import xlsx
    return xlsx.write(tables, title, date)


def write_csv(table: Table) -> bytes:
    """The table as comma-separated values."""
    from convention_tool.writers import csv

    return csv.write(table)


@contextmanager
def _extra(name: str) -> Iterator[None]:
    """Load a format's module; where its library is not installed, say how to install it."""
    try:
        yield
    except ModuleNotFoundError as missing:
        raise MissingExtraError(
            f'to write {name}, first run: pip install "convention-tool[{_EXTRAS[name]}]"'
        ) from missing


#: What brings the library of a format.
_EXTRAS = {"docx": "office", "odt": "office", "xlsx": "office", "pdf": "pdf"}


def _json(instrument: Instrument, _: References | None) -> bytes:
    from convention_tool.writers import json

    return json.write(instrument)


def _text(instrument: Instrument, _: References | None) -> bytes:
    from convention_tool.writers import text

    return text.write(instrument)


def _akn(instrument: Instrument, references: References | None) -> bytes:
    from convention_tool.writers import akn

    assert references
    return akn.write(instrument, references)


WRITERS: Mapping[str, DocumentWriter | TreeWriter] = {
    "text": TreeWriter(".txt", _text),
    "markdown": DocumentWriter(".md", write_markdown),
    "html": DocumentWriter(".html", write_html),
    "docx": DocumentWriter(".docx", write_docx),
    "odt": DocumentWriter(".odt", write_odt),
    "pdf": DocumentWriter(".pdf", write_pdf),
    "latex": DocumentWriter(".tex", write_latex),
    "akn": TreeWriter(".xml", _akn, refers=True),
    "json": TreeWriter(".json", _json),
}
