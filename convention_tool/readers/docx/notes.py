"""Footnotes, endnotes and comments: what hangs on a paragraph, as blocks below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from convention_tool.readers.docx.styles import Role
from convention_tool.readers.docx.xml import ID, w
from convention_tool.readers.extract import footnote, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from convention_tool.readers.docx.parts import Parts
    from convention_tool.readers.docx.story import Paragraph
    from convention_tool.readers.docx.words import Reference

#: The author that this tool gives to comments which are the draft's commentary.
_OURS = "Commentary"
_ELEMENTS = {"footnotes": "footnote", "endnotes": "endnote", "comments": "comment"}


class Hung(NamedTuple):
    """What hangs on a paragraph."""

    #: Blocks, in order.
    footnotes: tuple[str, ...]
    #: The paragraphs of the commentary.
    commentary: tuple[str, ...]


class Notes:
    """The notes of a file, and how many footnotes were printed."""

    def __init__(self, parts: Parts, read: Callable[[Any], Iterable[Paragraph]]) -> None:
        self._read = read
        self._elements: dict[tuple[str, str], Any] = {
            (kind, element.get(ID, "")): element
            for kind, tag in _ELEMENTS.items()
            for element in _children(parts.root(kind), tag)
        }
        self._counts = dict.fromkeys(_ELEMENTS, 0)

    def hung_on(self, references: Iterable[Reference]) -> Hung:
        """What some references of a paragraph lead to."""
        footnotes: list[str] = []
        commentary: list[str] = []
        for reference in references:
            # Each note is printed once; a second reference to it leads to the same.
            element = self._elements.pop((reference.kind, reference.identifier), None)
            if element is None:
                continue
            if not reference.mark:
                self._counts[reference.kind] += 1
            paragraphs = tuple(one for one in self._read(element) if one.text)
            said = [one_line(one.text) for one in paragraphs]
            if reference.kind == "comments":
                commentary.extend(_signed(element.get(w("author"), "").strip(), said))
            elif any(one.role is Role.COMMENTARY for one in paragraphs):
                commentary.extend(said)
            elif said:
                # In figures whatever the form: so a footnote is known as one in a draft.
                mark = reference.mark or str(self._counts[reference.kind])
                footnotes.append(footnote(mark, " ".join(said)))
        return Hung(tuple(footnotes), tuple(commentary))


def _signed(author: str, said: list[str]) -> list[str]:
    """A comment, after the name of who made it."""
    if not said or not author or author == _OURS:
        return said
    return [f"{author}: {said[0]}", *said[1:]]


def _children(root: Any, tag: str) -> Iterator[Any]:
    return iter(()) if root is None else root.iterfind(w(tag))
