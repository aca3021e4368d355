"""From the grammar's tree to ours; the last module that sees lark."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

from lark import Lark, Transformer

from convention_tool.readers.text.grammar import instrument_grammar
from convention_tool.readers.text.pieces import Piece
from convention_tool.source import Span
from convention_tool.tree.nodes import (
    Annex,
    AnnexKind,
    Article,
    Conclusions,
    Contents,
    Instrument,
    Node,
    Note,
    NoteKind,
    Paragraph,
    Part,
    PartKind,
    Preamble,
    Recital,
    Subparagraph,
)

N = TypeVar("N", bound=Node)

#: How a number is told from the punctuation around it.
_PUNCTUATION = "[().°º-–—•▪·* "


def build(pieces: Iterable[Piece]) -> Instrument:
    """The instrument that some tokens make."""
    built: Any = _parser().parse(pieces)
    instrument: Instrument = built
    return instrument


class Builder(Transformer[Any, Any]):
    """One method per rule of grammars/instrument.lark, in the grammar's order."""

    def __default__(self, data: str, children: list[Any], meta: object) -> "_Inlined":
        """What a rule without a method gives: its children, for the rule that it is part of."""
        return _Inlined(children)

    def instrument(self, parts: list[Any]) -> Instrument:
        """The whole; a header or a title may be missing."""
        header = next((part for part in parts if isinstance(part, tuple)), ())
        return Instrument(
            header=header,
            title=_words(parts, "TITLE") or dict(header).get("Title", ""),
            adoption=_all_words(parts, "ADOPTION"),
            contents=_contents(parts),
            preamble=_first(parts, Preamble),
            elements=_elements(parts),
            conclusions=_first(parts, Conclusions),
            annexes=tuple(part for part in parts if isinstance(part, Annex)),
            notes=_notes(parts),
            span=_span(parts),
        )

    def header(self, parts: list[Piece]) -> tuple[tuple[str, str], ...]:
        """The lines "Key: value"."""
        pairs = (part.words.partition(":") for part in parts)
        return tuple((name.strip(), value.strip()) for name, _, value in pairs)

    def preamble(self, parts: list[Any]) -> Preamble:
        """Subject, recitals, formula."""
        return Preamble(
            heading=_words(parts, "PREAMBLE"),
            subject=_words(parts, "SUBJECT"),
            recitals=tuple(part for part in parts if isinstance(part, Recital)),
            formula=_words(parts, "FORMULA"),
            notes=_notes(parts),
            span=_span(parts),
        )

    def recital(self, parts: list[Any]) -> Recital:
        """One recital, perhaps numbered."""
        first: Piece = parts[0]
        return Recital(
            number=first.mark.strip(_PUNCTUATION),
            mark=first.mark,
            text=first.words,
            notes=_notes(parts),
            span=_span(parts),
        )

    def part(self, parts: list[Any]) -> Part:
        """A division and what it holds."""
        return Part(
            kind=PartKind(parts[0].words),
            label=_words(parts, "LABEL"),
            number=_words(parts, "NUMBER"),
            heading=_words(parts, "HEADING"),
            elements=_elements(parts),
            notes=_notes(parts),
            span=_span(parts),
        )

    def article(self, parts: list[Any]) -> Article:
        """An article."""
        label, number, *rest = parts
        heading = rest.pop(0).words if rest and type(rest[0]) is Piece else ""
        notes = _notes(rest.pop()) if rest and type(rest[-1]) is list else ()
        return Article(
            label=label.words,
            number=number.words,
            heading=heading,
            paragraphs=tuple(rest),
            notes=notes,
            span=_span(parts),
        )

    def notes(self, parts: list[Piece]) -> list[Piece]:
        """Notes that speak of the whole; their holder makes nodes of them."""
        return parts

    def paragraph(self, parts: list[Any]) -> Paragraph:
        """A paragraph, numbered or not."""
        return Paragraph(**_unit(parts))

    def subparagraph(self, parts: list[Any]) -> Subparagraph:
        """An item of a list."""
        return Subparagraph(**_unit(parts))

    def conclusions(self, parts: list[Paragraph]) -> Conclusions:
        """The testimonium and what follows it."""
        return Conclusions(paragraphs=tuple(parts), span=_span(parts))

    def annex(self, parts: list[Any]) -> Annex:
        """An annex, protocol or declaration."""
        return Annex(
            kind=AnnexKind(parts[0].words),
            label=_words(parts, "LABEL"),
            number=_words(parts, "NUMBER"),
            heading=_words(parts, "HEADING"),
            preamble=_first(parts, Preamble),
            elements=_elements(parts),
            conclusions=_first(parts, Conclusions),
            notes=_notes(parts),
            span=_span(parts),
        )


class _Inlined:
    """Children on their way up; lark asks no more of a tree that it takes apart again."""

    __slots__ = ("children",)

    def __init__(self, children: list[Any]) -> None:
        self.children = children


def _unit(parts: list[Any]) -> dict[str, Any]:
    """What paragraphs and subparagraphs have in common: mark, words, list, closing words, notes."""
    first: Piece = parts[0]
    last = parts[-1]
    mark = first.mark
    unit = {
        "mark": mark,
        "number": mark.strip(_PUNCTUATION) if mark else "",
        "text": first.words,
        "span": Span(first.start_pos, last.end_pos if type(last) is Piece else last.span.end),
    }
    if len(parts) > 1:
        unit["subparagraphs"] = tuple(part for part in parts if type(part) is Subparagraph)
        unit["closing"] = "\n".join(_all_words(parts, "CLOSING"))
        unit["notes"] = _notes(parts)
    return unit


@cache
def _parser() -> Lark:
    return instrument_grammar(Builder())


def _words(parts: Sequence[Any], terminal: str) -> str:
    """The words of the first token of a kind; "" if there is none."""
    for part in parts:
        if isinstance(part, Piece) and part.type == terminal:
            return str(part.words)
    return ""


def _all_words(parts: Sequence[Any], terminal: str) -> tuple[str, ...]:
    return tuple(part.words for part in parts if isinstance(part, Piece) and part.type == terminal)


def _first(parts: Sequence[Any], kind: type[N]) -> N | None:
    return next((part for part in parts if isinstance(part, kind)), None)


def _elements(parts: Sequence[Any]) -> tuple[Part | Article | Paragraph, ...]:
    return tuple(part for part in parts if isinstance(part, Part | Article | Paragraph))


def _contents(parts: Sequence[Any]) -> Contents | None:
    tokens = [part for part in parts if isinstance(part, Piece) and part.type == "CONTENTS"]
    if not tokens:
        return None
    return Contents(lines=tuple(token.words for token in tokens), span=_span(tokens))


_KINDS = {"COMMENTARY": NoteKind.COMMENTARY, "FOOTNOTE": NoteKind.FOOTNOTE}


def _notes(parts: Sequence[Any]) -> tuple[Note, ...]:
    """The notes among some parts; lines of commentary that follow each other are one note."""
    tokens: list[Piece] = []
    for part in parts:
        if isinstance(part, list):
            tokens.extend(part)
        elif isinstance(part, Piece) and part.type in _KINDS:
            tokens.append(part)
    notes: list[Note] = []
    for token in tokens:
        kind = _KINDS[token.type]
        if not token.words and not (notes and notes[-1].kind is kind):
            continue
        if notes and kind is NoteKind.COMMENTARY and notes[-1].kind is kind:
            notes[-1] = _longer(notes[-1], token)
        else:
            notes.append(Note(kind=kind, text=token.words, span=_span([token])))
    return tuple(replace(note, text=note.text.strip()) for note in notes)


def _longer(note: Note, token: Piece) -> Note:
    """A commentary and its next line; a line of nothing but the mark parts paragraphs."""
    if not token.words:
        text = f"{note.text.rstrip()}\n\n"
    else:
        text = (
            f"{note.text}{token.words}"
            if note.text.endswith("\n\n")
            else f"{note.text} {token.words}"
        )
    start = note.span.start if note.span else token.start_pos
    return Note(kind=note.kind, text=text, span=Span(start, token.end_pos))


def _span(parts: Sequence[Any]) -> Span | None:
    """From the beginning of the first part to the end of the last; parts stand in order."""
    start: int | None = None
    end: int | None = None
    for part in parts:
        if type(part) is Piece:
            first, last = part.start_pos, part.end_pos
        elif isinstance(part, Node) and part.span:
            first, last = part.span
        elif isinstance(part, list):  # the notes on the whole
            first, last = part[0].start_pos, part[-1].end_pos
        else:
            continue  # a header
        if start is None:
            start = first
        end = last
    return None if start is None or end is None else Span(start, end)
