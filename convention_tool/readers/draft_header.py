"""The header block of a draft in a file that this tool made: its properties, and what is printed."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: "Draft.Status"; "Draft.Author#2" is the second line of that key.
_LINE = re.compile(r"Draft\.(.+?)(?:#\d{1,3})?")
#: The property that names the keys in their order: some word processors sort the others.
_ORDER = "Draft"

Header = tuple[tuple[str, str], ...]


def kept_header(properties: Iterable[tuple[str, str]]) -> Header:
    """The header block that properties keep, by name and value; none in a file of another origin."""
    found: list[tuple[str, str]] = []
    order: list[str] = []
    for name, said in properties:
        line = _LINE.fullmatch(name)
        if line:
            found.append((line[1], said))
        elif name == _ORDER:
            order = said.split("; ")
    places = {key: place for place, key in reversed(tuple(enumerate(order)))}
    return tuple(sorted(found, key=lambda entry: places.get(entry[0], len(places))))


def whole_header(kept: Header, printed: Iterable[str]) -> Header:
    """The header block: as kept, but each line that is printed as a drafter left it there.

    People change what they see, and forget properties.

    Args:
        kept: the lines that the properties have.
        printed: paragraphs "Key: value".
    """
    lines = list(_numbered((key, said) for key, said in map(_entry, printed) if key and said))
    seen = {(key.casefold(), count): said for key, said, count in lines}
    found = [(key, seen.pop((key.casefold(), count), said)) for key, said, count in _numbered(kept)]
    found += [(key, said) for key, said, count in lines if (key.casefold(), count) in seen]
    return tuple((key, said) for key, said in found if said)


def _entry(line: str) -> tuple[str, str]:
    key, _, said = line.replace("\n", " ").partition(":")
    return key.strip(), said.strip()


def _numbered(entries: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, int]]:
    """The entries, each with how many of its key there were."""
    seen: Counter[str] = Counter()
    for key, said in entries:
        seen[key.casefold()] += 1
        yield key, said, seen[key.casefold()]
