"""Reads OpenDocument texts: LibreOffice's own format, and what many public offices exchange.

| module | what it knows |
|---|---|
| `names` | the vocabulary of the format, and how its XML is opened with care |
| `styles` | what styles say of paragraphs and lists |
| `body` | what stands in the body, as `lines` with their changes |
| `changes` | the text after the tracked changes, or before |
| `numbering` | the numbers that automatic lists print |
| `roles` | what a style says a line is |
| `blocks` | what each line is to a draft |
| `properties` | the draft's header block, where this tool wrote the file |
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from convention_tool.errors import UnreadableFileError
from convention_tool.readers.draft_header import kept_header, whole_header
from convention_tool.readers.extract import Extract, one_line
from convention_tool.readers.odt.blocks import Blocks
from convention_tool.readers.odt.body import Body
from convention_tool.readers.odt.names import every, first, root_of, value, words_of
from convention_tool.readers.odt.properties import custom_properties
from convention_tool.readers.odt.styles import Styles
from convention_tool.readers.package import parts_of
from convention_tool.readers.reading import Choice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

KIND = "OpenDocument text"

#: Languages that the text reader knows.
_LANGUAGES = frozenset(("en", "fr", "es"))


def extract(data: bytes, name: str, *, old: bool = False) -> Extract:
    """What an OpenDocument text holds.

    Args:
        data: the bytes of the file.
        name: what to call the file in messages.
        old: of a file with tracked changes, the text before them instead of after.

    Raises:
        UnreadableFileError: the file is broken or locked, holds no text, or is not to be trusted.
    """
    parts = parts_of(data, name, KIND)
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise UnreadableFileError(f"{name} is locked with a password; save it without one")
    content = root_of(parts, "content.xml", name)
    body = first(content, "office:text")
    if body is None:
        raise UnreadableFileError(f"{name} is an OpenDocument file without a text")
    shared = root_of(parts, "styles.xml", name)
    styles = Styles((shared, content))
    text = Body(styles)
    is_ours = _is_ours(shared)
    blocks = Blocks(styles, old, is_ours)
    blocks.add(text.read(body))
    entries = whole_header(
        kept_header(custom_properties(root_of(parts, "meta.xml", name))), blocks.header
    )
    return Extract(
        kind=KIND,
        blocks=tuple(blocks.blocks),
        header=entries,
        guessed=(
            Choice(
                f"tracked changes; the text {'before' if old else 'after'} them was read",
                _said(text.tracked),
            ),
            Choice("numbers of automatic lists", tuple(blocks.numbers)),
            Choice("lines of tables, read cell by cell", tuple(blocks.cells)),
            Choice("text boxes read below the paragraph they stand by", tuple(blocks.boxes)),
        ),
        dropped=(
            Choice("lines of headers and footers", tuple(_running(shared))),
            Choice("lines of tables of contents and indexes", _said(text.indexes)),
            Choice("numbers of automatic lists that stand before nothing", tuple(blocks.bare)),
            Choice("hidden words", _said(text.hidden)),
            Choice("pictures", tuple(text.pictures)),
            Choice("descriptions of pictures", _said(text.descriptions)),
        ),
        language=_language(shared) if is_ours else None,
    )


def _running(shared: _Element) -> Iterator[str]:
    """What stands above and below the text of every page."""
    for place in every(
        shared,
        "style:header",
        "style:footer",
        "style:header-left",
        "style:footer-left",
    ):
        for paragraph in every(place, "text:p", "text:h"):
            words = one_line(words_of(paragraph))
            if words and not words.isdecimal():  # the number of a page
                yield words


def _said(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(words for words in map(one_line, texts) if words)


def _is_ours(shared: _Element) -> bool:
    """Whether this tool wrote the file, whoever has saved it since.

    Of other files the language says little: it is that of the machine they were written on.
    """
    names = (value(style, "style:display-name") for style in every(shared, "style:style"))
    return "Draft Header" in names


def _language(shared: _Element) -> str | None:
    """The language of paragraphs of which nothing else is said."""
    for style in every(shared, "style:default-style"):
        if value(style, "style:family") == "paragraph":
            properties = first(style, "style:text-properties")
            found = None if properties is None else value(properties, "fo:language")
            return found if found in _LANGUAGES else None
    return None
