"""Akoma Ntoso, of any version and by anyone, as the blocks of a draft.

What the elements say is put on lines as a draft has it, the number of an article before its
heading and the mark of an item before its words, and read by the rules for drafts. Our own files
so read to an equal tree; of others nothing is lost that has words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from convention_tool.readers.akn.blocks import Blocks
from convention_tool.readers.akn.elements import name_of, root_of, words_of
from convention_tool.readers.extract import Extract, read_extract

if TYPE_CHECKING:
    from lxml.etree import _Element

    from convention_tool.readers.reading import Reading

#: Codes of ISO 639-2 for our languages, the two kinds of codes for French.
_LANGUAGES = {"eng": "en", "fra": "fr", "fre": "fr", "spa": "es"}


def read(data: bytes, name: str, language: str | None = None) -> Reading:
    """The instrument in an Akoma Ntoso file.

    Args:
        data: the bytes of the file.
        name: what to call the file in messages.
        language: of the text, where the user has said so; it goes before the file's own.

    Raises:
        UnreadableFileError: the file is broken, not Akoma Ntoso, or not to be trusted.
    """
    return read_extract(extract(data, name), name, language)


def extract(data: bytes, name: str) -> Extract:
    """The blocks of an Akoma Ntoso file.

    Raises:
        UnreadableFileError: the file is broken, not Akoma Ntoso, or not to be trusted.
    """
    root = root_of(data, name)
    language = _language(root)
    blocks = Blocks(language or "en")
    blocks.add_all(root)
    return Extract(
        kind="Akoma Ntoso document",
        blocks=tuple(blocks.found),
        header=_header(root),
        guessed=tuple(blocks.guessed()),
        dropped=tuple(blocks.dropped()),
        language=language,
    )


def _language(root: _Element) -> str | None:
    """The language that the file says its text is in, if it is one of ours."""
    for element in root.iter("{*}FRBRlanguage"):
        return _LANGUAGES.get(element.get("language", ""))
    return None


def _header(root: _Element) -> tuple[tuple[str, str], ...]:
    """The header block of a draft that this tool wrote."""
    for container in root.iterfind("./*/{*}preface/{*}container[@name='header']"):
        lines = (words_of(line) for line in container if name_of(line) == "p")
        pairs = (line.partition(":") for line in lines)
        return tuple((key.strip(), value.strip()) for key, _, value in pairs)
    return ()
