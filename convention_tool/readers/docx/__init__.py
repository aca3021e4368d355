"""Reads Word files: those of this tool back as they were, and those of others as they print.

One module for each thing that a Word file has its own way for: where its parts lie, what its
styles mean, automatic numbers, fields, tracked changes, notes. What they give is paragraphs as they
are printed, and of these the blocks of a draft.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convention_tool.readers.docx.blocks import Blocks
from convention_tool.readers.docx.changes import TRACKED, Version
from convention_tool.readers.docx.ledger import Ledger
from convention_tool.readers.docx.notes import Notes
from convention_tool.readers.docx.numbering import Numbering
from convention_tool.readers.docx.parts import opened
from convention_tool.readers.docx.properties import custom_properties, language
from convention_tool.readers.docx.story import Story
from convention_tool.readers.docx.styles import Styles
from convention_tool.readers.docx.xml import KIND, body_of
from convention_tool.readers.draft_header import kept_header, whole_header
from convention_tool.readers.extract import Extract

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from convention_tool.readers.docx.parts import Parts
    from convention_tool.readers.docx.story import Paragraph
    from convention_tool.readers.reading import Choice


def extract(data: bytes, name: str, *, old: bool = False) -> Extract:
    """What a Word file holds, as blocks of a draft.

    Args:
        data: the bytes of the file.
        name: what to call the file in messages.
        old: of a file with tracked changes, the text before them instead of after.

    Raises:
        UnreadableFileError: the file is broken, dangerous, or no Word file.
    """
    parts = opened(data, name)
    reader = _Reader(parts, Version(old=old))
    return reader.extract()


class _Reader:
    """Reads the texts of one file."""

    def __init__(self, parts: Parts, version: Version) -> None:
        self._parts = parts
        self._version = version
        self._styles = Styles(parts.root("styles"))
        self._language = language(parts.root("core-properties"))
        self._numbering = Numbering(parts.root("numbering"), self._styles, self._language)
        self._ledger = Ledger()

    def extract(self) -> Extract:
        kept = kept_header(custom_properties(self._parts.root("custom-properties")))
        ours = bool(kept) or self._styles.are_ours
        blocks = Blocks(Notes(self._parts, self._read), self._ledger, sure_lines=ours)
        blocks.add(self._read(body_of(self._parts.main, self._parts.name)))
        self._drop_pages()
        return Extract(
            KIND,
            tuple(blocks.found),
            whole_header(kept, blocks.header),
            guessed=self._guessed(),
            dropped=self._ledger.dropped,
            # Word processors name the language of their user: of a text by others its words decide.
            language=self._language if ours else None,
        )

    def _read(self, elements: Iterable[Any], ledger: Ledger | None = None) -> Iterable[Paragraph]:
        """The paragraphs of a text of the file."""
        told = ledger or self._ledger
        return Story(self._styles, self._numbering, self._version, told).paragraphs(elements)

    def _guessed(self) -> tuple[Choice, ...]:
        """What was concluded; of tracked changes, which text was read."""
        text = "before" if self._version.old else "after"
        return tuple(
            replace(one, what=f"{TRACKED}; the text {text} them was read")
            if one.what == TRACKED
            else one
            for one in self._ledger.guessed
        )

    def _drop_pages(self) -> None:
        """Tell of the words that every page has, and of files that stand in this one unread."""
        for purpose, what in (("header", "words of page headers"), ("footer", "words of footers")):
            said = (
                paragraph.text
                for root in self._parts.roots(purpose)
                for paragraph in self._read(root, Ledger())
            )
            for words in dict.fromkeys(said):
                self._ledger.drop(what, words)
        for embedded in self._parts.embedded:
            self._ledger.drop("files in the file, which are not read", embedded)
