"""Where the parts of a Word file lie, by what they are for."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.errors import UnreadableFileError
from convention_tool.readers.docx.xml import KIND, parsed
from convention_tool.readers.package import parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

_MAIN = "word/document.xml"
#: Files that another file brings in whole: they are named, not read.
_EMBEDDED = frozenset(("aFChunk", "subDocument"))


class Parts(NamedTuple):
    """The parts of a file."""

    name: str
    main: bytes
    #: By purpose ("styles", "footnotes", "header"), in the order of the file.
    related: Mapping[str, tuple[bytes, ...]]
    #: The names of files that stand in it unread.
    embedded: tuple[str, ...]

    def root(self, purpose: str) -> Any:
        """The parsed part for a purpose, or None where the file has none."""
        found = self.related.get(purpose)
        return parsed(found[0], self.name) if found else None

    def roots(self, purpose: str) -> Iterator[Any]:
        """Every parsed part for a purpose."""
        return (parsed(part, self.name) for part in self.related.get(purpose, ()))


def opened(data: bytes, name: str) -> Parts:
    """The parts of a file.

    Raises:
        UnreadableFileError: the archive is broken or dangerous, or holds no text.
    """
    parts = parts_of(data, name, KIND)
    package = _relations(parts, "", name)
    main = next((where for kind, where in package if kind == "officeDocument"), _MAIN)
    if main not in parts:
        raise UnreadableFileError(f"{name} is a broken {KIND}: its text is missing")
    relations = (*package, *_relations(parts, main, name))
    related: dict[str, tuple[bytes, ...]] = {}
    for kind, where in dict.fromkeys(relations):
        if where in parts:
            related[kind] = (*related.get(kind, ()), parts[where])
    embedded = tuple(where for kind, where in relations if kind in _EMBEDDED)
    return Parts(name, parts[main], related, embedded)


def _relations(parts: Mapping[str, bytes], of: str, name: str) -> tuple[tuple[str, str], ...]:
    """What a part refers to inside the file: its purpose, and where it lies."""
    folder, file = posixpath.split(of)
    listed = parts.get(posixpath.join(folder, "_rels", f"{file}.rels"))
    if listed is None:
        return ()
    found = []
    for relation in parsed(listed, name):
        target = relation.get("Target", "")
        if relation.get("TargetMode") != "External" and target:
            where = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found.append((relation.get("Type", "").rpartition("/")[2], where))
    return tuple(found)
