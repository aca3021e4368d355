"""The properties of a Word file: the header block of a draft, and its language."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from convention_tool.readers.extract import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

#: "Draft.Status"; "Draft.Author#2" is the second line of that key.
_LINE = re.compile(r"Draft\.(.+?)(?:#\d{1,3})?")
#: The property that names the keys in their order: some word processors sort the others.
_ORDER = "Draft"

_LANGUAGE = "{http://purl.org/dc/elements/1.1/}language"
_LANGUAGES = frozenset(("en", "fr", "es"))

Header = tuple[tuple[str, str], ...]


def kept_header(properties: Any) -> Header:
    """The header block that the file's own properties keep; none in a file of another origin."""
    found: list[tuple[str, str]] = []
    order: list[str] = []
    for one in () if properties is None else properties:
        name, said = one.get("name", ""), one_line("".join(one.itertext()))
        line = _LINE.fullmatch(name)
        if line:
            found.append((line[1], said))
        elif name == _ORDER:
            order = said.split("; ")
    places = {key: place for place, key in reversed(tuple(enumerate(order)))}
    return tuple(sorted(found, key=lambda entry: places.get(entry[0], len(places))))


def whole_header(kept: Header, printed: Iterable[str]) -> Header:
    """The header block: as kept, but each line that is printed as a drafter left it there.

    Args:
        kept: the lines that the properties have.
        printed: paragraphs "Key: value".
    """
    lines = list(_numbered((key, said) for key, said in map(_entry, printed) if key and said))
    seen = {(key, count): said for key, said, count in lines}
    found = [(key, seen.pop((key, count), said)) for key, said, count in _numbered(kept)]
    found += [(key, said) for key, said, count in lines if (key, count) in seen]
    return tuple((key, said) for key, said in found if said)


def language(core: Any) -> str | None:
    """The language that the file names, of those that are read."""
    found = None if core is None else core.find(_LANGUAGE)
    said = "" if found is None else (found.text or "").strip().casefold()[:2]
    return said if said in _LANGUAGES else None


def _entry(line: str) -> tuple[str, str]:
    key, _, said = line.partition(":")
    return key.strip(), said.strip()


def _numbered(entries: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, int]]:
    """The entries, each with how many of its key there were."""
    seen: Counter[str] = Counter()
    for key, said in entries:
        seen[key] += 1
        yield key, said, seen[key]
