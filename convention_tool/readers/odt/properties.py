"""The properties of an OpenDocument text: what it keeps of a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convention_tool.readers.odt.names import every, value, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element


def custom_properties(meta: _Element) -> Iterator[tuple[str, str]]:
    """The file's own properties by name."""
    for one in every(meta, "meta:user-defined"):
        yield value(one, "meta:name") or "", words_of(one)
