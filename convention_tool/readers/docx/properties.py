"""The properties of a Word file: the header block of a draft, and its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convention_tool.readers.extract import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

#: Before the key of a header line, in the name of a property.
_PREFIX = "Draft."
_LANGUAGE = "{http://purl.org/dc/elements/1.1/}language"
_LANGUAGES = frozenset(("en", "fr", "es"))

Header = tuple[tuple[str, str], ...]


def kept_header(properties: Any) -> Header:
    """The header block that the file's own properties keep; none in a file of another origin."""
    if properties is None:
        return ()
    named = ((one.get("name", ""), one_line("".join(one.itertext()))) for one in properties)
    return tuple((name.removeprefix(_PREFIX), said) for name, said in named if name[:6] == _PREFIX)


def whole_header(kept: Header, printed: Iterable[str]) -> Header:
    """The header block: as kept, but each line that is printed as a drafter left it there.

    Args:
        kept: the lines that the properties have.
        printed: paragraphs "Key: value".
    """
    pairs = (line.partition(":") for line in printed)
    seen = {key.strip(): said.strip() for key, _, said in pairs}
    known = {key for key, _ in kept}
    lines = [(key, seen.get(key, said)) for key, said in kept]
    lines += [(key, said) for key, said in seen.items() if key not in known]
    return tuple((key, said) for key, said in lines if key and said)


def language(core: Any) -> str | None:
    """The language that the file names, of those that are read."""
    found = None if core is None else core.find(_LANGUAGE)
    said = "" if found is None else (found.text or "").strip().casefold()[:2]
    return said if said in _LANGUAGES else None
