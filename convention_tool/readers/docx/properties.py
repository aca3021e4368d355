"""The properties of a Word file: what it keeps of a draft, and its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convention_tool.readers.extract import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_LANGUAGE = "{http://purl.org/dc/elements/1.1/}language"
_LANGUAGES = frozenset(("en", "fr", "es"))


def custom_properties(part: Any) -> Iterator[tuple[str, str]]:
    """The file's own properties by name, of the part that holds them or None."""
    for one in () if part is None else part:
        yield one.get("name", ""), one_line("".join(one.itertext()))


def language(core: Any) -> str | None:
    """The language that the file names, of those that are read."""
    found = None if core is None else core.find(_LANGUAGE)
    said = "" if found is None else (found.text or "").strip().casefold()[:2]
    return said if said in _LANGUAGES else None
