"""The objects of a JSON file as the nodes of an instrument."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, TypeVar

from convention_tool.readers.json.record import MisfitError
from convention_tool.source import Span
from convention_tool.tree.nodes import (
    Annex,
    AnnexKind,
    Article,
    Aside,
    AsideKind,
    Conclusions,
    Contents,
    Element,
    Instrument,
    Note,
    NoteKind,
    Paragraph,
    Part,
    PartKind,
    Preamble,
    Recital,
    Subparagraph,
)

if TYPE_CHECKING:
    from convention_tool.readers.json.record import Record

Unit = TypeVar("Unit", Paragraph, Subparagraph)
Single = TypeVar("Single", Contents, Preamble, Conclusions)


class Tree:
    """Builds nodes, and the text in which they stand, in its order."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        #: What stood beside the instrument and is still to be put between its blocks.
        self._waiting: deque[Record] = deque()
        self._asides: list[Aside] = []

    def text(self) -> str:
        """The text of all nodes that were built."""
        return "".join(self._parts)

    def instrument(self, record: Record) -> Instrument:
        """The whole."""
        if record.text("type") != "instrument":
            raise MisfitError('its "type" is not "instrument"')
        asides = sorted(record.records("asides"), key=lambda aside: aside.start or 0)
        self._waiting.extend(asides)
        header = tuple((pair.text("key"), pair.text("value")) for pair in record.records("header"))
        self._add("\n".join(f"{key}: {value}" for key, value in header))
        notes = self._notes(record)
        start = self._length
        title, adoption = record.text("title"), record.lines("adoption")
        for words in (title, *adoption):
            self._add(words)
        children = [self._child(child, _IN_INSTRUMENT) for child in record.records("children")]
        self._flush(None)
        return Instrument(
            header=header,
            title=title,
            adoption=adoption,
            contents=_only(Contents, children, record),
            preamble=_only(Preamble, children, record),
            elements=tuple(child for child in children if isinstance(child, Element)),
            conclusions=_only(Conclusions, children, record),
            annexes=tuple(child for child in children if isinstance(child, Annex)),
            notes=notes,
            language=record.text("language") or "en",
            asides=tuple(self._asides),
            span=self._since(start),
        )

    def _child(self, record: Record, allowed: frozenset[str]) -> _Node:
        kind = record.text("type")
        if kind not in allowed:
            raise MisfitError(f'{record.where} is of the type "{kind}", which cannot stand there')
        self._flush(record.start)
        match kind:
            case "contents":
                return self._contents(record)
            case "preamble":
                return self._preamble(record)
            case "recital":
                return self._recital(record)
            case "part":
                return self._part(record)
            case "article":
                return self._article(record)
            case "paragraph":
                return self._unit(record, Paragraph)
            case "subparagraph":
                return self._unit(record, Subparagraph)
            case "conclusions":
                return self._conclusions(record)
            case _:
                return self._annex(record)

    def _contents(self, record: Record) -> Contents:
        start, lines = self._length, record.lines("lines")
        self._add("\n".join(lines))
        return Contents(lines=lines, span=self._since(start))

    def _preamble(self, record: Record) -> Preamble:
        start = self._length
        for key in ("heading", "subject"):
            self._add(record.text(key))
        recitals = [self._child(child, _IN_PREAMBLE) for child in record.records("children")]
        self._add(record.text("formula"))
        return Preamble(
            heading=record.text("heading"),
            subject=record.text("subject"),
            recitals=tuple(child for child in recitals if isinstance(child, Recital)),
            formula=record.text("formula"),
            notes=self._notes(record),
            span=self._since(start),
        )

    def _recital(self, record: Record) -> Recital:
        start = self._length
        self._add(f"{record.text('mark')} {record.text('text')}".strip())
        return Recital(
            number=record.text("number"),
            mark=record.text("mark"),
            text=record.text("text"),
            notes=self._notes(record),
            span=self._since(start),
        )

    def _part(self, record: Record) -> Part:
        start = self._length
        self._headed(record)
        notes = self._notes(record)
        return Part(
            kind=record.one_of(PartKind),
            label=record.text("label"),
            number=record.text("number"),
            heading=record.text("heading"),
            elements=self._elements(record),
            notes=notes,
            span=self._since(start),
        )

    def _article(self, record: Record) -> Article:
        start = self._length
        self._headed(record)
        return Article(
            label=record.text("label"),
            number=record.text("number"),
            heading=record.text("heading"),
            paragraphs=self._paragraphs(record),
            notes=self._notes(record),
            span=self._since(start),
        )

    def _conclusions(self, record: Record) -> Conclusions:
        start = self._length
        paragraphs = self._paragraphs(record)
        return Conclusions(
            paragraphs=paragraphs, notes=self._notes(record), span=self._since(start)
        )

    def _annex(self, record: Record) -> Annex:
        start = self._length
        self._headed(record)
        notes = self._notes(record)
        children = [self._child(child, _IN_ANNEX) for child in record.records("children")]
        return Annex(
            kind=record.one_of(AnnexKind),
            label=record.text("label"),
            number=record.text("number"),
            heading=record.text("heading"),
            preamble=_only(Preamble, children, record),
            elements=tuple(child for child in children if isinstance(child, Element)),
            conclusions=_only(Conclusions, children, record),
            notes=notes,
            span=self._since(start),
        )

    def _unit(self, record: Record, kind: type[Unit]) -> Unit:
        start = self._length
        self._add(f"{record.text('mark')} {record.text('text')}".strip())
        items = [self._child(child, _IN_UNIT) for child in record.records("children")]
        self._add(record.text("closing"))
        return kind(
            number=record.text("number"),
            mark=record.text("mark"),
            text=record.text("text"),
            subparagraphs=tuple(item for item in items if isinstance(item, Subparagraph)),
            closing=record.text("closing"),
            notes=self._notes(record),
            span=self._since(start),
        )

    def _elements(self, record: Record) -> tuple[Element, ...]:
        children = (self._child(child, _IN_PART) for child in record.records("children"))
        return tuple(child for child in children if isinstance(child, Element))

    def _paragraphs(self, record: Record) -> tuple[Paragraph, ...]:
        children = (self._child(child, _IN_ARTICLE) for child in record.records("children"))
        return tuple(child for child in children if isinstance(child, Paragraph))

    def _notes(self, record: Record) -> tuple[Note, ...]:
        return tuple(map(self._note, record.records("notes")))

    def _note(self, record: Record) -> Note:
        start, kind, text = self._length, record.one_of(NoteKind), record.text("text")
        mark = "> " if kind is NoteKind.COMMENTARY else ""
        self._add("\n>\n".join(f"{mark}{words}" for words in text.split("\n\n")) if mark else text)
        return Note(kind=kind, text=text, span=self._since(start))

    def _headed(self, record: Record) -> None:
        number = f"{record.text('label')} {record.text('number')}".strip()
        self._add("\n".join(words for words in (number, record.text("heading")) if words))

    def _flush(self, start: int | None) -> None:
        """Add what stood beside the instrument before some place of its own source, or anywhere."""
        while self._waiting and (start is None or (self._waiting[0].start or 0) < start):
            record = self._waiting.popleft()
            begin, kind, text = self._length, record.one_of(AsideKind), record.text("text")
            self._add(f"% {text}" if kind is AsideKind.COMMENT else text)
            self._asides.append(Aside(kind=kind, text=text, span=self._since(begin)))

    def _add(self, block: str) -> None:
        if block:
            self._parts.append(f"{block}\n\n")
            self._length += len(block) + len("\n\n")

    def _since(self, start: int) -> Span:
        """From some place to the end of the last block."""
        return Span(start, max(start, self._length - len("\n\n")))


_Node = Contents | Preamble | Recital | Element | Subparagraph | Conclusions | Annex

#: What can stand where.
_IN_PART = frozenset(("part", "article", "paragraph"))
_IN_ANNEX = _IN_PART | {"preamble", "conclusions"}
_IN_INSTRUMENT = _IN_ANNEX | {"contents", "annex"}
_IN_PREAMBLE = frozenset(("recital",))
_IN_ARTICLE = frozenset(("paragraph",))
_IN_UNIT = frozenset(("subparagraph",))


def _only(kind: type[Single], children: list[_Node], record: Record) -> Single | None:
    """The child of a kind of which there can be one."""
    found = [child for child in children if isinstance(child, kind)]
    if len(found) > 1:
        raise MisfitError(f"{record.where} has more than one {kind.__name__.lower()}")
    return found[0] if found else None
