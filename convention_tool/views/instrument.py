"""An instrument as a page: its text as it is published, anchored at every provision.

A table of contents that the source printed is left out: the page makes its own, with links.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from convention_tool.analysis.linking import references
from convention_tool.document import (
    DEEPEST_HEADING,
    Block,
    Break,
    Content,
    Document,
    Facts,
    Heading,
    Link,
    NoteRole,
    Prose,
    Section,
    deeper,
    words,
)
from convention_tool.document import Note as PageNote
from convention_tool.tree.nodes import (
    UNTITLED,
    Annex,
    Article,
    Conclusions,
    Element,
    Instrument,
    Note,
    NoteKind,
    Paragraph,
    Part,
    Preamble,
    Recital,
    Subparagraph,
    header_key,
)
from convention_tool.views.typography import typeset

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convention_tool.tree.references import References

#: Header lines that the page shows elsewhere: as its title and as its language.
_SHOWN_ELSEWHERE = frozenset({"title", "language"})

#: What a note is called, by the language of the text.
_NOTE_LABELS = {
    "en": {NoteKind.COMMENTARY: "Commentary", NoteKind.FOOTNOTE: "Footnote"},
    "fr": {NoteKind.COMMENTARY: "Commentaire", NoteKind.FOOTNOTE: "Note"},
    "es": {NoteKind.COMMENTARY: "Comentario", NoteKind.FOOTNOTE: "Nota"},
}


def view(instrument: Instrument) -> Document:
    """The text of an instrument, with its notes."""
    page = _Page(references(instrument), instrument.language)
    return Document(
        title=title_of(instrument),
        subtitle=tuple(typeset(line, instrument.language) for line in instrument.adoption),
        header=instrument.header,
        date=instrument.value("Date"),
        language=instrument.language,
        blocks=tuple(page.instrument(instrument)),
    )


def title_of(instrument: Instrument) -> str:
    """The title of an instrument, or words that say it has none."""
    return instrument.title or instrument.value("Title") or UNTITLED


def beside_text(report: Document, instrument: Instrument) -> Document:
    """A report with the text it speaks of at its end, so that its links to provisions lead there."""
    text = view(instrument)
    heading = Heading(2, words("Text of the draft"), "text-of-the-draft")
    section = Section(text.language, deeper(text.blocks))
    return replace(report, blocks=(*report.blocks, heading, section))


class _Page:
    """The blocks of each node, in the order of the text."""

    def __init__(self, cited: References, language: str) -> None:
        self._places = cited.places
        self._cited = cited
        self._language = language
        self._labels = _NOTE_LABELS.get(language, _NOTE_LABELS["en"])

    def instrument(self, node: Instrument) -> Iterator[Block]:
        entries = tuple(
            (key, words(value))
            for key, value in node.header
            if value and header_key(key) not in _SHOWN_ELSEWHERE
        )
        if entries:
            yield Facts(entries)
        yield from self._notes(node.notes)
        if node.preamble:
            yield from self._preamble(node.preamble, 2)
        yield from self._elements(node.elements, 2)
        if node.conclusions:
            yield from self._conclusions(node.conclusions)
        for annex in node.annexes:
            yield from self._annex(annex)

    def _preamble(self, node: Preamble, level: int) -> Iterator[Block]:
        anchor = self._places.address(node)
        if node.heading:
            yield Heading(level, words(node.heading), anchor)
        if node.subject:
            yield Prose(self._lines(node.subject), "" if node.heading else anchor)
        for recital in node.recitals:
            yield from self._recital(recital)
        if node.formula:
            yield Prose(self._lines(node.formula))
        yield from self._notes(node.notes)

    def _recital(self, node: Recital) -> Iterator[Block]:
        anchor = self._places.address(node)
        yield Prose(self._said(node.text, anchor), anchor, _mark(node))
        yield from self._notes(node.notes)

    def _elements(self, elements: tuple[Element, ...], level: int) -> Iterator[Block]:
        for element in elements:
            match element:
                case Part():
                    yield self._heading(element, level)
                    yield from self._notes(element.notes)
                    yield from self._elements(element.elements, level + 1)
                case Article():
                    yield self._heading(element, level)
                    for paragraph in element.paragraphs:
                        yield from self._numbered(paragraph, 0)
                    yield from self._notes(element.notes)
                case Paragraph():
                    yield from self._numbered(element, 0)
                case _:
                    assert_never(element)

    def _conclusions(self, node: Conclusions) -> Iterator[Block]:
        for paragraph in node.paragraphs:
            yield from self._numbered(paragraph, 0)
        yield from self._notes(node.notes)

    def _annex(self, node: Annex) -> Iterator[Block]:
        yield self._heading(node, 2)
        yield from self._notes(node.notes)
        if node.preamble:
            yield from self._preamble(node.preamble, 3)
        yield from self._elements(node.elements, 3)
        if node.conclusions:
            yield from self._conclusions(node.conclusions)

    def _heading(self, node: Article | Part | Annex, level: int) -> Heading:
        number = f"{node.label} {node.number}".strip()
        anchor = self._places.address(node)
        return Heading(min(level, DEEPEST_HEADING), self._lines(node.heading), anchor, number)

    def _numbered(self, node: Paragraph | Subparagraph, level: int) -> Iterator[Block]:
        mark, anchor = _mark(node), self._places.address(node)
        yield Prose(self._said(node.text, anchor), anchor, mark, level)
        for item in node.subparagraphs:
            yield from self._numbered(item, level + 1)
        if node.closing:
            # Closing words stand under the chapeau, which a number pushes in.
            said = self._said(node.closing, anchor)
            yield Prose(said, level=level + 1 if mark else level)
        yield from self._notes(node.notes)

    def _notes(self, notes: tuple[Note, ...]) -> Iterator[Block]:
        for note in notes:
            yield PageNote(
                self._labels[note.kind],
                tuple(Prose(self._lines(text)) for text in note.text.split("\n\n")),
                folded=note.kind is NoteKind.COMMENTARY,
                role=_ROLES[note.kind],
            )

    def _said(self, text: str, anchor: str) -> Content:
        """Words of a provision, its references as links."""
        content: Content = ()
        done = 0
        for start, end, address in self._cited.within(text, anchor):
            link = Link(f"#{address}", self._lines(text[start:end]))
            content = (*content, *self._lines(text[done:start]), link)
            done = end
        return (*content, *self._lines(text[done:])) if text[done:] else content

    def _lines(self, text: str) -> Content:
        """Words as content, as the language prints them; a line of its own stays one."""
        first, *others = typeset(text, self._language).split("\n")
        content = words(first) if first else ()
        for line in others:
            content = (*content, Break(), *words(line))
        return content


_ROLES = {NoteKind.COMMENTARY: NoteRole.COMMENTARY, NoteKind.FOOTNOTE: NoteRole.FOOTNOTE}


def _mark(node: Paragraph | Subparagraph | Recital) -> str:
    """The number as printed; a tree that was not read from a text may lack the print."""
    return node.mark or node.number
