"""The elements of an Akoma Ntoso file: how it is opened, what they are called, what they say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from convention_tool.errors import UnreadableFileError
from convention_tool.readers.package import LARGEST, check_xml

if TYPE_CHECKING:
    from lxml.etree import _Element


def root_of(data: bytes, name: str) -> _Element:
    """The outermost element of a file.

    Raises:
        UnreadableFileError: the file is broken, not Akoma Ntoso, or not to be trusted.
    """
    if len(data) > LARGEST:
        raise UnreadableFileError(
            f"{name} has more than {LARGEST // 2**20} MB; no treaty has so much"
        )
    check_xml(data, name)
    # Without `huge_tree`, the parser itself stops at elements nested deeper than any text has.
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        raise UnreadableFileError(f"{name} is broken XML: {_reason(problem)}") from problem
    if name_of(root) != "akomaNtoso":
        raise UnreadableFileError(
            f"{name} is XML of another kind ({name_of(root)}), not an Akoma Ntoso document"
        )
    return root


def name_of(element: _Element) -> str:
    """The name of an element in whichever version of the standard."""
    return str(element.tag).rpartition("}")[2]


def words_of(element: _Element, *, without: frozenset[str] = frozenset()) -> str:
    """The words of an element and all within it, a new line where it has one.

    Args:
        element: whose words are wanted.
        without: elements whose words are left out.
    """
    text = "".join(_pieces(element, without))
    return re.sub(r" {2,}", " ", re.sub(r" *\n *", "\n", text)).strip()


def _pieces(element: _Element, without: frozenset[str]) -> list[str]:
    pieces = [_spaced(element.text)]
    for child in element:
        name = name_of(child)
        if name in {"eol", "br"}:
            pieces.append("\n")
        elif name not in without:
            # Blocks within words, as in a quotation, are parted from what stands beside them.
            space = " " if name in _PARTED else ""
            pieces.extend((space, *_pieces(child, without), space))
        pieces.append(_spaced(child.tail))
    return pieces


#: Elements that begin words of their own.
_PARTED = frozenset(
    ("p", "num", "heading", "subheading", "content", "intro", "wrapUp", "item", "li", "td", "th")
)


def _spaced(text: str | None) -> str:
    """Text as it is shown: a line break of the file is a space."""
    return re.sub(r"[ \t\r\n]+", " ", text) if text else ""


def _reason(problem: Exception) -> str:
    """What the parser says, without its own words for where and how."""
    said = str(problem).partition("\n")[0]
    if "depth" in said:
        return "its elements are nested deeper than in any text"
    return re.sub(r", line \d+, column \d+.*", "", said)[:_LONGEST_REASON]


#: A reason can quote the file, in characters.
_LONGEST_REASON = 120
