"""The header block of a draft, as this tool keeps it in the properties of a file."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from convention_tool.readers.odt.names import every, value, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

#: "Draft.Status"; "Draft.Author#2" is the second line of that key.
_PROPERTY = re.compile(r"Draft\.(.+?)(?:#\d{1,3})?")

#: The property that names the keys in their order: word processors sort the others.
_ORDER = "Draft"

Header = tuple[tuple[str, str], ...]


def header(meta: _Element, printed: Iterable[str]) -> Header:
    """The header block: the properties in their order, with the values that the page prints.

    Args:
        meta: the properties of the file.
        printed: the lines "Key: value" on the page, which people change; properties they forget.
    """
    lines = list(_numbered((key, said) for key, said in map(_entry, printed) if said))
    values = {(key.casefold(), count): said for key, said, count in lines}
    found: list[tuple[str, str]] = []
    for key, said, count in _numbered(_properties(meta)):
        found.append((key, values.pop((key.casefold(), count), said)))
    found.extend((key, said) for key, said, count in lines if (key.casefold(), count) in values)
    return tuple(found)


def _properties(meta: _Element) -> list[tuple[str, str]]:
    """The properties that are lines of the header block, in its order."""
    found: list[tuple[str, str]] = []
    order: list[str] = []
    for one in every(meta, "meta:user-defined"):
        name = value(one, "meta:name") or ""
        key = _PROPERTY.fullmatch(name)
        if key:
            found.append((key[1], words_of(one)))
        elif name == _ORDER:
            order = words_of(one).split("; ")
    places = {key: place for place, key in reversed(tuple(enumerate(order)))}
    return sorted(found, key=lambda entry: places.get(entry[0], len(places)))


def _entry(line: str) -> tuple[str, str]:
    key, _, said = line.replace("\n", " ").partition(":")
    return key.strip(), said.strip()


def _numbered(entries: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, int]]:
    """The entries, each with how many of its key there were."""
    seen: Counter[str] = Counter()
    for key, said in entries:
        seen[key.casefold()] += 1
        yield key, said, seen[key.casefold()]
