"""The XML of a Word file, parsed as that of a stranger, and the names in it."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from lxml import etree

from convention_tool.errors import UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Iterator

KIND = "Word document"

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#: The same vocabulary under the name that "Strict Open XML" files have for it.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"

#: No entity is resolved, no other file opened, and nesting has an end.
_SAFE: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


@cache
def w(name: str) -> str:
    """The full name of an element or attribute of Word's own vocabulary."""
    return f"{{{_MAIN}}}{name}"


VAL, ID = w("val"), w("id")
EQUATION, EQUATION_TEXT = f"{{{_MATH}}}oMath", f"{{{_MATH}}}t"
CHOICE, FALLBACK = f"{{{_COMPATIBLE}}}Choice", f"{{{_COMPATIBLE}}}Fallback"
ALTERNATIVES = f"{{{_COMPATIBLE}}}AlternateContent"


def parsed(part: bytes, name: str) -> Any:
    """The root of a part.

    Raises:
        UnreadableFileError: it is no XML, or nested without end.
    """
    parser = etree.XMLParser(**_SAFE)
    try:
        return etree.fromstring(_transitional(part), parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        raise UnreadableFileError(f"{name} is a broken {KIND}") from problem


def body_of(part: bytes, name: str) -> Iterator[Any]:
    """What stands in the body of a document, each forgotten when the next is asked for.

    Raises:
        UnreadableFileError: it is no XML, or nested without end.
    """
    depth = 0
    try:
        events = etree.iterparse(BytesIO(_transitional(part)), events=("start", "end"), **_SAFE)
        for event, element in events:
            depth += 1 if event == "start" else -1
            if depth != 2 or event == "start" or element.getparent().tag != w("body"):
                continue
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except (etree.XMLSyntaxError, ValueError) as problem:
        raise UnreadableFileError(f"{name} is a broken {KIND}") from problem


def value(element: Any, path: str) -> str | None:
    """The value of a property below an element: "pStyle", "numPr/numId"; None where it has none."""
    found = None if element is None else element.find(_path(path))
    return None if found is None else found.get(VAL)


def number(element: Any, path: str) -> int | None:
    """The same as a number; None for what is none."""
    return as_number(value(element, path))


def as_number(text: str | None) -> int | None:
    """A number that a file gives; None for what is none, or larger than any that is meant."""
    digits = (text or "").removeprefix("-")
    return int(text or "") if digits.isascii() and digits.isdigit() and len(digits) < 10 else None


def is_on(element: Any, name: str) -> bool | None:
    """Whether a property is switched on below an element; None where it is not named."""
    found = None if element is None else element.find(w(name))
    return None if found is None else found.get(VAL) not in {"0", "false", "off"}


@cache
def _path(path: str) -> str:
    return "/".join(map(w, path.split("/")))


def _transitional(part: bytes) -> bytes:
    return part.replace(_STRICT, _MAIN.encode()) if _STRICT in part else part
