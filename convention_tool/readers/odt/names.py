"""The vocabulary of OpenDocument, and how its XML is opened."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from convention_tool.errors import UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = {
    "office": f"{_OASIS}office:1.0",
    "style": f"{_OASIS}style:1.0",
    "text": f"{_OASIS}text:1.0",
    "table": f"{_OASIS}table:1.0",
    "draw": f"{_OASIS}drawing:1.0",
    "fo": f"{_OASIS}xsl-fo-compatible:1.0",
    "svg": f"{_OASIS}svg-compatible:1.0",
    "meta": f"{_OASIS}meta:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}
_PREFIXES = {address: prefix for prefix, address in _SPACES.items()}

#: Elements are begun and ended by "<"; a treaty of a thousand pages has a third as many.
_MOST_MARKS = 1_000_000
#: Numbers in a file are counts and levels; what has more digits is none.
_NUMBER = re.compile(r"\d{1,6}")


def root_of(parts: Mapping[str, bytes], part: str, name: str) -> _Element:
    """The root of a part of a file; an empty one where there is no such part.

    No entity is resolved, nothing is loaded, and what is nested too deep or too long is refused.

    Raises:
        UnreadableFileError: it is no XML, or has more of it than any treaty.
    """
    data = parts.get(part)
    if data is None:
        return etree.Element("none")
    if data.count(b"<") > _MOST_MARKS:
        raise UnreadableFileError(f"{name} has more paragraphs than any treaty; it is not read")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        raise UnreadableFileError(f"{name} is a broken OpenDocument text") from problem


def tag(element: _Element) -> str:
    """What an element is, as the standard writes it: "text:p"."""
    address, _, name = element.tag.removeprefix("{").rpartition("}")
    return f"{_PREFIXES.get(address, 'other')}:{name}"


def value(element: _Element, name: str) -> str | None:
    """An attribute, by its name in the standard: "text:style-name"."""
    return element.get(_full(name))


def number(element: _Element, name: str) -> int | None:
    """An attribute that is a count, or None where it is missing or none."""
    found = element.get(_full(name)) or ""
    return int(found) if _NUMBER.fullmatch(found) else None


def every(element: _Element, *names: str) -> Iterator[_Element]:
    """Every element of these names within another, in order."""
    return element.iter(*map(_full, names))


def first(element: _Element, name: str) -> _Element | None:
    """The first element of a name within another."""
    return next(every(element, name), None)


def words_of(element: _Element) -> str:
    """All the words within an element."""
    return "".join(map(str, element.itertext()))


def _full(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{_SPACES[prefix]}}}{local}"
