"""Akoma Ntoso, of any version and by anyone, as the blocks of a draft.

What the elements say is put on lines as a draft has it, the number of an article before its
heading and the mark of an item before its words, and read by the rules for drafts. Our own files
so read to an equal tree; of others nothing is lost that has words.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from convention_tool.errors import UnreadableFileError
from convention_tool.readers.akn.blocks import Blocks
from convention_tool.readers.akn.elements import root_of, words_of
from convention_tool.readers.extract import Extract, read_extract
from convention_tool.readers.reading import Choice, Confidence
from convention_tool.tree.nodes import Article
from convention_tool.tree.walk import walk

if TYPE_CHECKING:
    from lxml.etree import _Element

    from convention_tool.readers.reading import Reading
    from convention_tool.tree.nodes import Instrument

#: Codes of ISO 639-2 for our languages, the two kinds of codes for French.
_LANGUAGES = {"eng": "en", "fra": "fr", "fre": "fr", "spa": "es"}


def read(data: bytes, name: str, language: str | None = None) -> Reading:
    """The instrument in an Akoma Ntoso file.

    Args:
        data: the bytes of the file.
        name: what to call the file in messages.
        language: of the text, where the user has said so; it goes before the file's own.

    Raises:
        UnreadableFileError: the file is broken, not Akoma Ntoso, not to be trusted, or empty.
    """
    root = root_of(data, name)
    said = language or _language(root)
    container = _header_of(root)
    header = () if container is None else tuple(map(_entry, container))
    blocks = Blocks(said or "en", container)
    blocks.add_all(root)
    if not (blocks.found or header):
        raise UnreadableFileError(f"{name} holds no text")
    found = Extract("Akoma Ntoso document", tuple(blocks.found), header, language=said)
    reading = read_extract(found, name, language)
    lost = _lost(blocks.articles, reading.instrument)
    guessed = (*blocks.guessed(), Choice("articles of the file that were read as text", lost))
    return replace(
        reading,
        confidence=Confidence(
            found.kind,
            tuple(choice for choice in guessed if choice.words),
            tuple(choice for choice in blocks.dropped() if choice.words),
        ),
    )


def _lost(articles: list[str], instrument: Instrument) -> tuple[str, ...]:
    """The articles that the file marks as such and the tree has not."""
    read = Counter(
        f"{node.label} {node.number}".strip()
        for node in walk(instrument)
        if isinstance(node, Article)
    )
    return tuple((Counter(articles) - read).elements())


def _language(root: _Element) -> str | None:
    """The language that the file says its text is in, if it is one of ours."""
    for element in root.iter("{*}FRBRlanguage"):
        return _LANGUAGES.get(element.get("language", ""))
    return None


def _header_of(root: _Element) -> _Element | None:
    """Where the header block of a draft stands that this tool wrote: lines "Key: value"."""
    for container in root.iterfind("./*/{*}preface/{*}container[@name='header']"):
        if len(container) and all(":" in words_of(line) for line in container):
            return container
    return None


def _entry(line: _Element) -> tuple[str, str]:
    key, _, value = words_of(line).partition(":")
    return key.strip(), value.strip()
