"""Words as Akoma Ntoso has them: escaped, with their references and notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from convention_tool.tree.nodes import Note, NoteKind
from convention_tool.writers.characters import without_forbidden

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convention_tool.tree.references import Reference


def plain(words: str) -> str:
    """Words as text of an element; a new line in them is an `eol`."""
    # Nearly all words have nothing to escape, and to ask is much faster than to replace.
    if words.isprintable() and "&" not in words and "<" not in words and ">" not in words:
        return words
    return escape(without_forbidden(words)).replace("\r", "&#13;").replace("\n", "<eol/>")


def attribute(words: str) -> str:
    """Words as the value of an attribute, between double quotes."""
    return escape(without_forbidden(words), {'"': "&quot;", "\n": " ", "\r": " ", "\t": " "})


def linked(words: str, references: Iterable[Reference]) -> str:
    """Words with a `ref` around each reference."""
    parts: list[str] = []
    done = 0
    for start, end, address in references:
        parts.append(plain(words[done:start]))
        parts.append(f'<ref href="#{attribute(address)}">{plain(words[start:end])}</ref>')
        done = end
    parts.append(plain(words[done:]))
    return "".join(parts)


class Notes:
    """Writes notes, and counts them for their marks and identifiers."""

    def __init__(self) -> None:
        self._count = 0

    def inline(self, notes: tuple[Note, ...]) -> str:
        """The notes at the end of some words."""
        return "".join(map(self._note, notes))

    def _note(self, note: Note) -> str:
        self._count += 1
        text, marker, placement = note.text, f"n{self._count}", ""
        if note.kind is NoteKind.FOOTNOTE:
            placement = ' placement="bottom"'
            marked = _MARKED.fullmatch(text)
            if marked:
                marker, text = marked["mark"], marked["text"]
        paragraphs = "".join(f"<p>{plain(words)}</p>" for words in text.split("\n\n"))
        return (
            f'<authorialNote eId="authorialNote_{self._count}" class="{note.kind}"'
            f' marker="{attribute(marker)}"{placement}>{paragraphs}</authorialNote>'
        )


#: A footnote with its mark in brackets, the only one that a marker says in full.
_MARKED = re.compile(r"\[(?P<mark>[^\s\[\]]+)\] (?P<text>\S.*)", re.DOTALL)
