"""Output formats by name.

A format's module is loaded when something is first written in it, so that commands which write
none start at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from convention_tool.errors import UnknownFormatError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from convention_tool.document import Document
    from convention_tool.tree.nodes import Instrument


class DocumentWriter(NamedTuple):
    """Writes any page: an instrument, a concordance, a review."""

    suffix: str
    write: Callable[[Document], bytes]


class TreeWriter(NamedTuple):
    """Writes an instrument as such."""

    suffix: str
    write: Callable[[Instrument], bytes]


def writer_for(name: str) -> DocumentWriter | TreeWriter:
    """The writer of a format, or an error that names the formats there are."""
    if name not in WRITERS:
        known = ", ".join(sorted(WRITERS))
        raise UnknownFormatError(f'there is no format "{name}"; choose one of {known}')
    return WRITERS[name]


def _html(document: Document) -> bytes:
    from convention_tool.writers import html

    return html.write(document)


def _markdown(document: Document) -> bytes:
    from convention_tool.writers import markdown

    return markdown.write(document)


def _json(instrument: Instrument) -> bytes:
    from convention_tool.writers import json

    return json.write(instrument)


def _text(instrument: Instrument) -> bytes:
    from convention_tool.writers import text

    return text.write(instrument)


WRITERS: Mapping[str, DocumentWriter | TreeWriter] = {
    "text": TreeWriter(".txt", _text),
    "markdown": DocumentWriter(".md", _markdown),
    "html": DocumentWriter(".html", _html),
    "json": TreeWriter(".json", _json),
}
