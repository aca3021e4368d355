"""The words of a draft in which provisions can be named, each with its place in the source."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from convention_tool.authoring.places import Letters
from convention_tool.tree.nodes import (
    Annex,
    AnnexKind,
    Article,
    Instrument,
    Note,
    Paragraph,
    Part,
    Recital,
    Subparagraph,
)
from convention_tool.tree.walk import children

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convention_tool.source import Source
    from convention_tool.tree.nodes import Node

#: What numbers its own articles: the instrument, or an annex to it.
Home = Instrument | Annex


class Field(StrEnum):
    """Which words of a node."""

    TEXT = "text"
    CLOSING = "closing"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words of a node."""

    node: Node
    field: Field
    words: str
    #: The nodes that hold the node, outermost first.
    holders: tuple[Node, ...]
    home: Home
    #: Where each letter stands in the source; None where the words cannot be found there.
    places: Sequence[int] | None

    @property
    def article(self) -> Article | None:
        """The article that holds the words, or has them as its heading."""
        chain = (*self.holders, self.node)
        return next((node for node in reversed(chain) if isinstance(node, Article)), None)


@dataclass(frozen=True, slots=True)
class Passages:
    """All of a draft, without instruments that it merely reproduces."""

    source: Source
    instrument: Instrument
    all: tuple[Passage, ...]
    #: Where the number of each numbered article, paragraph and subparagraph begins, by identity.
    numbers: dict[int, int]


def passages(source: Source, instrument: Instrument) -> Passages:
    """The words of a draft, in the order of the text."""
    reading = _Reading(Letters(source, instrument))
    found = tuple(reading.under(instrument, (), instrument))
    return Passages(source, instrument, found, reading.numbers)


@dataclass(slots=True)
class _Reading:
    letters: Letters
    numbers: dict[int, int] = field(default_factory=dict)
    #: Where the words end that were found last: several items may stand on one line.
    reached: int = 0

    def under(self, node: Node, holders: tuple[Node, ...], home: Home) -> Iterator[Passage]:
        """The passages of a node and all it holds."""
        match node:
            case Annex(kind=AnnexKind.REPRODUCED):
                return
            case Annex():
                home = node
            case _:
                pass
        yield from self._before(node, holders, home)
        for child in children(node):
            yield from self.under(child, (*holders, node), home)
        match node:
            case Paragraph(closing=words) | Subparagraph(closing=words) if words:
                places = self._places(words, self.reached)
                yield Passage(node, Field.CLOSING, words, holders, home, places)
            case _:
                pass

    def _before(self, node: Node, holders: tuple[Node, ...], home: Home) -> Iterator[Passage]:
        """What a node says before its children."""
        start = self._start(node)
        match node:
            case Article() | Part() | Annex():
                yield from self._heading(node, holders, home)
            case (
                Paragraph(mark=mark, number=number, text=text)
                | Subparagraph(mark=mark, number=number, text=text)
                | Recital(mark=mark, number=number, text=text)
            ):
                lead = f"{mark} " if mark else ""
                places = self._places(f"{lead}{text}".rstrip(), start)
                if places is not None and number:
                    self.numbers[id(node)] = places[mark.index(number)]
                own = None if places is None else places[len(lead) :]
                yield Passage(node, Field.TEXT, text, holders, home, own)
            case Note(text=text):
                places = self._places(text, start, note=True)
                yield Passage(node, Field.TEXT, text, holders, home, places)
            case _:
                pass

    def _heading(
        self, node: Article | Part | Annex, holders: tuple[Node, ...], home: Home
    ) -> Iterator[Passage]:
        """The heading after a label and a number."""
        start, label = self._start(node), f"{node.label} "
        first = self._places(f"{label}{node.number}", start)
        if first is not None and node.number:
            self.numbers[id(node)] = first[len(label)]
        if node.heading:
            places = self._places(node.heading, self.reached, after_number=True) if first else None
            yield Passage(node, Field.HEADING, node.heading, holders, home, places)

    def _start(self, node: Node) -> int:
        """Where the words of a node begin; those on a line with others, after these."""
        if node.span is None:
            return self.reached
        start, end = node.span
        return self.reached if start < self.reached < end else start

    def _places(
        self, words: str, start: int, *, after_number: bool = False, note: bool = False
    ) -> Sequence[int] | None:
        found = self.letters.places(words, start, after_number=after_number, note=note)
        if found:
            self.reached = max(found) + 1
        return found
