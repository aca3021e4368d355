"""From the bytes of a web page to its elements.

Nothing is loaded and nothing is run: a page is taken as the text of a stranger.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from lxml import etree

from convention_tool.errors import UnreadableFileError
from convention_tool.readers.decoding import decode

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

#: A page says its encoding within so many bytes of its beginning; browsers look no further.
_BEGINNING = 1024
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
#: What pages call Latin-1, and browsers read as Windows-1252.
_LATIN_1 = frozenset(("iso8859-1", "ascii"))

_MARKED = re.compile(rb"\xef\xbb\xbf|\xff\xfe|\xfe\xff|\x00\x00\xfe\xff")
#: A document type that brings entities of its own; they can reach other files or grow without end.
_ENTITY = re.compile(r"<!ENTITY\b", re.IGNORECASE)
#: How far from the beginning a document type may stand, in characters.
_DOCTYPE = 4096

#: The marks around stretches of plain characters, and of Word's own conditions; what stands between
#: them is text.
_SECTIONS = re.compile(r"<!\[(?:CDATA\[|(?:if|endif)\b[^\]<>]{0,80}\]>)|\]\]>", re.IGNORECASE)


def page_of(data: bytes, name: str) -> Element:
    """The root element of a web page.

    Args:
        data: the bytes of the file.
        name: what to call it in messages.

    Raises:
        UnreadableFileError: it is no text, declares entities, or nests without end.
    """
    text = _text(data, name).replace("\x00", "\ufffd")
    if _ENTITY.search(text, 0, _DOCTYPE):
        raise UnreadableFileError(
            f"{name} declares entities, which can reach other files; it is not read"
        )
    text = _SECTIONS.sub("", text)
    last = text.rfind("<!--")
    if last > text.rfind("-->"):  # a comment without an end, which would swallow the rest
        text = text[:last] + text[last + len("<!--") :]
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as problem:
        if not text.strip():
            return etree.Element("html")
        raise UnreadableFileError(f"{name} cannot be read as a web page") from problem
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UnreadableFileError(f"{name} nests its elements more deeply than any web page")
    return etree.Element("html") if root is None else root


def _text(data: bytes, name: str) -> str:
    """The text of a page: by its mark, as UTF-8 where it is valid, else as the page says."""
    said = _said(data)
    if _MARKED.match(data) or said is None:
        return decode(data, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if said == "utf-8":
        text = data.decode("utf-8", errors="replace")
        wrong = text.count("\ufffd")
        if wrong * 2 < sum(character > "\x7f" for character in text):
            return text  # a few broken characters in a page that is what it says
        return decode(data, name)
    try:
        return data.decode(said)
    except UnicodeDecodeError:
        return decode(data, name)


def _said(data: bytes) -> str | None:
    """The encoding that a page names, if it is one that a page can be in."""
    found = _CHARSET.search(data, 0, _BEGINNING)
    if found is None or b"\x00" in data[:_BEGINNING]:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
        "".encode(name)
    except (LookupError, UnicodeError, ValueError):
        return None
    if name in _LATIN_1:
        return "cp1252"
    return None if name.startswith(("utf-16", "utf-32", "utf-7", "idna", "punycode")) else name
