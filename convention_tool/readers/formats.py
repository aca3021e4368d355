"""Which format a file has, and who reads it.

What a file holds decides, not its name; but a name that says something else is an error, because a
file that pretends to be another is a mistake at best. A format's module is loaded when a file of it
is first read.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from importlib import import_module
from io import BytesIO
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple
from zipfile import ZipFile

from convention_tool.errors import MissingExtraError, UnreadableFileError
from convention_tool.readers.decoding import decode
from convention_tool.readers.extract import read_extract
from convention_tool.readers.package import BROKEN_ARCHIVE
from convention_tool.readers.text import read_text
from convention_tool.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from convention_tool.readers.reading import Reading


class Format(NamedTuple):
    """A format that files come in."""

    #: With its article: "a Word document".
    kind: str
    suffixes: tuple[str, ...]
    #: The extra of the package that reading it needs, or "".
    extra: str = ""


#: Formats that are read, by name. Text is what no other format claims.
FORMATS: Mapping[str, Format] = {
    "text": Format("a text file", (".txt", ".text")),
    "docx": Format("a Word document", (".docx", ".docm", ".dotx")),
    "odt": Format("an OpenDocument text", (".odt", ".ott")),
    "pdf": Format("a PDF document", (".pdf",), "pdf"),
    "html": Format("a web page", (".html", ".htm", ".xhtml")),
    "akn": Format("an Akoma Ntoso document", (".xml", ".akn")),
    "markdown": Format("a Markdown file", (".md", ".markdown")),
    "json": Format("a JSON file of an instrument", (".json",)),
}

#: Formats in which any text could be written; what a file holds does not tell them from text.
_PLAIN = frozenset(("text", "html", "markdown"))

#: Files that people try and that are not read, by their first bytes, and what to do instead.
_SAVE_AS = "open it in a word processor and save it as .docx"
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or Outlook file", _SAVE_AS),
    (b"{\\rtf", "a rich-text document", _SAVE_AS),
    (b"\xffWPC", "a WordPerfect document", _SAVE_AS),
    (b"\x89PNG", "a picture", "only text can be read"),
    (b"\xff\xd8\xff", "a picture", "only text can be read"),
    (b"GIF8", "a picture", "only text can be read"),
    (b"II*\x00", "a scanned picture", "only text can be read"),
    (b"MM\x00*", "a scanned picture", "only text can be read"),
    (b"\x1f\x8b", "a compressed file", "unpack it first"),
    (b"Rar!", "a compressed archive", "unpack it first"),
    (b"7z\xbc\xaf", "a compressed archive", "unpack it first"),
    (b"\x7fELF", "a program", "only text can be read"),
    (b"MZ\x90", "a program", "only text can be read"),
)
#: Archives of office programs that hold no text to read, by a part that they have.
_OTHER_ARCHIVES = (
    ("xl/workbook.xml", "an Excel workbook", "save its text as .docx"),
    ("ppt/presentation.xml", "a PowerPoint presentation", "save its text as .docx"),
    ("META-INF/container.xml", "an e-book", "save its text as .docx"),
)

#: How far from the beginning of a file its kind must show, in bytes.
_BEGINNING = 4096
_HTML = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_AKN = re.compile(rb"<(?:\w+:)?akomaNtoso\b")
_JSON = re.compile(rb'\s*\{\s*"type"\s*:\s*"instrument"')


def read_file(data: bytes, name: str, *, language: str | None = None, old: bool = False) -> Reading:
    """The instrument in the bytes of a file.

    Args:
        data: the bytes.
        name: of the file, for its suffix and for messages; "-" for standard input.
        language: "en", "fr" or "es", where the text is to be taken as in that language.
        old: of a file with tracked changes, the text before them instead of after.

    Raises:
        UnreadableFileError: the file is of another type than its name says, or broken, or none
            that is read.
        MissingExtraError: the format needs a library that is not installed.
    """
    found = format_of(data, name)
    if found == "text":
        return read_text(Source(name, decode(data, name)), language)
    with _extra(FORMATS[found]):
        module = import_module(f"convention_tool.readers.{found}")
    if found in {"akn", "json"}:
        said = (language,) if found == "akn" else ()
        reading: Reading = module.read(data, name, *said)
        return reading
    extract = module.extract(data, name, old=old) if found in {"docx", "odt"} else None
    return read_extract(extract or module.extract(data, name), name, language)


def format_of(data: bytes, name: str) -> str:
    """The name of a file's format, by what it holds.

    Raises:
        UnreadableFileError: it is none that is read, or not the one that its name says.
    """
    suffix = PurePath(name).suffix.lower()
    said = next((key for key, one in FORMATS.items() if suffix in one.suffixes), None)
    found = _held(data, name)
    if said is None:
        return found or "text"
    if found is None:
        if said in _PLAIN:
            return said
        raise UnreadableFileError(f"{name} is not {FORMATS[said].kind}, whatever its name says")
    if found != said:
        right = FORMATS[found].suffixes[0]
        raise UnreadableFileError(
            f"{name} is {FORMATS[found].kind}, not {FORMATS[said].kind}; "
            f"give it a name that ends in {right}"
        )
    return found


def _held(data: bytes, name: str) -> str | None:
    """The format that the bytes show, or None for what could be any text."""
    beginning = data[:_BEGINNING]
    if b"%PDF-" in beginning[:1024]:
        return "pdf"
    if beginning.startswith(b"PK\x03\x04"):
        return _archived(data, name)
    for mark, kind, advice in _OTHERS:
        if beginning.startswith(mark):
            raise UnreadableFileError(f"{name} is {kind}; {advice}")
    start = beginning.removeprefix(b"\xef\xbb\xbf")
    if start.startswith((b"\xfe\xff", b"\xff\xfe")):
        start = start.replace(b"\x00", b"")[2:]
    if start.lstrip().startswith(b"<"):
        if _AKN.search(start):
            return "akn"
        if _HTML.match(start) or b"<html" in start.lower():
            return "html"
        if start.lstrip().startswith(b"<?xml"):
            raise UnreadableFileError(
                f"{name} is XML, but no Akoma Ntoso document; only that is read"
            )
    return "json" if _JSON.match(start) else None


def _archived(data: bytes, name: str) -> str:
    """The format of a zip archive."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = frozenset(archive.namelist())
            mimetype = archive.read("mimetype")[:80] if "mimetype" in names else b""
    except BROKEN_ARCHIVE as problem:
        raise UnreadableFileError(
            f"{name} is a broken or incomplete archive; ask for the file again"
        ) from problem
    if mimetype.startswith(b"application/vnd.oasis.opendocument.text"):
        return "odt"
    if "word/document.xml" in names or any(one.startswith("word/") for one in names):
        return "docx"
    for part, kind, advice in _OTHER_ARCHIVES:
        if part in names:
            raise UnreadableFileError(f"{name} is {kind}; {advice}")
    raise UnreadableFileError(f"{name} is a zip archive; unpack it and name the file that you mean")


@contextmanager
def _extra(wanted: Format) -> Iterator[None]:
    """Load a format's module; where its library is not installed, say how to install it."""
    try:
        yield
    except ModuleNotFoundError as missing:
        if not wanted.extra or (missing.name or "").startswith("convention_tool"):
            raise
        raise MissingExtraError(
            f'to read {wanted.kind}, first run: pip install "convention-tool[{wanted.extra}]"'
        ) from missing
