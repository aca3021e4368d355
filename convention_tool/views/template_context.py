"""What a user's own template may name: an instrument as plain data.

This is a promise to whoever wrote a template, described in docs/templates.md: names are added here,
and none is taken away or given another meaning without a new `VERSION`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from convention_tool.analysis.linking import references
from convention_tool.tree import nodes
from convention_tool.views.instrument import title_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from convention_tool.tree.references import References

#: The version of what a template may name.
VERSION = "1"


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Words that lead to one place, or to none."""

    text: str
    #: The address of the provision that the words name, or "".
    address: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Note:
    """Commentary or a footnote."""

    kind: str
    #: A blank line stands between its paragraphs.
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Provision:
    """A paragraph, or an item within one."""

    kind: str
    number: str
    mark: str
    text: str
    runs: tuple[Run, ...]
    subparagraphs: tuple[Provision, ...]
    closing: str
    closing_runs: tuple[Run, ...]
    address: str
    citation: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Article:
    """An article."""

    kind: str
    number: str
    label: str
    heading: str
    paragraphs: tuple[Provision, ...]
    address: str
    citation: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A division above the article."""

    kind: str
    division: str
    number: str
    label: str
    heading: str
    elements: tuple[Element, ...]
    address: str
    citation: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Recital:
    """A paragraph of the preamble."""

    kind: str
    number: str
    mark: str
    text: str
    runs: tuple[Run, ...]
    address: str
    citation: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Preamble:
    """The preamble."""

    heading: str
    subject: str
    recitals: tuple[Recital, ...]
    formula: str
    address: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Conclusions:
    """What follows the last article."""

    paragraphs: tuple[Provision, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Annex:
    """An annex, or another text that is attached."""

    kind: str
    attached: str
    number: str
    label: str
    heading: str
    preamble: Preamble | None
    elements: tuple[Element, ...]
    articles: tuple[Article, ...]
    conclusions: Conclusions | None
    address: str
    citation: str
    notes: tuple[Note, ...]


Element = Part | Article | Provision


def context(instrument: nodes.Instrument) -> Mapping[str, object]:
    """An instrument by the names of docs/templates.md."""
    reader = _Reader(references(instrument))
    elements = tuple(map(reader.element, instrument.elements))
    return {
        "version": VERSION,
        "title": title_of(instrument),
        "language": instrument.language,
        "date": instrument.value("Date"),
        "status": instrument.value("Status"),
        "header": instrument.header,
        "adoption": instrument.adoption,
        "contents": instrument.contents.lines if instrument.contents else (),
        "preamble": reader.preamble(instrument.preamble),
        "elements": elements,
        "articles": tuple(_articles(elements)),
        "conclusions": reader.conclusions(instrument.conclusions),
        "annexes": tuple(map(reader.annex, instrument.annexes)),
        "notes": _notes(instrument.notes),
    }


class _Reader:
    """Turns the nodes of one instrument into data."""

    def __init__(self, cited: References) -> None:
        self._places = cited.places
        self._cited = cited

    def element(self, node: nodes.Element) -> Element:
        match node:
            case nodes.Part():
                return Part(
                    kind="part",
                    division=str(node.kind),
                    number=node.number,
                    label=node.label,
                    heading=node.heading,
                    elements=tuple(map(self.element, node.elements)),
                    address=self._places.address(node),
                    citation=self._places.citation(node),
                    notes=_notes(node.notes),
                )
            case nodes.Article():
                return Article(
                    kind="article",
                    number=node.number,
                    label=node.label,
                    heading=node.heading,
                    paragraphs=tuple(map(self.provision, node.paragraphs)),
                    address=self._places.address(node),
                    citation=self._places.citation(node),
                    notes=_notes(node.notes),
                )
            case nodes.Paragraph():
                return self.provision(node)
            case _:
                assert_never(node)

    def provision(self, node: nodes.Paragraph | nodes.Subparagraph) -> Provision:
        address = self._places.address(node)
        return Provision(
            kind="paragraph" if isinstance(node, nodes.Paragraph) else "subparagraph",
            number=node.number,
            mark=node.mark or node.number,
            text=node.text,
            runs=self._runs(node.text, address),
            subparagraphs=tuple(map(self.provision, node.subparagraphs)),
            closing=node.closing,
            closing_runs=self._runs(node.closing, address),
            address=address,
            citation=self._places.citation(node),
            notes=_notes(node.notes),
        )

    def preamble(self, node: nodes.Preamble | None) -> Preamble | None:
        if node is None:
            return None
        return Preamble(
            heading=node.heading,
            subject=node.subject,
            recitals=tuple(map(self._recital, node.recitals)),
            formula=node.formula,
            address=self._places.address(node),
            notes=_notes(node.notes),
        )

    def conclusions(self, node: nodes.Conclusions | None) -> Conclusions | None:
        if node is None:
            return None
        return Conclusions(tuple(map(self.provision, node.paragraphs)), _notes(node.notes))

    def annex(self, node: nodes.Annex) -> Annex:
        elements = tuple(map(self.element, node.elements))
        return Annex(
            kind="annex",
            attached=str(node.kind),
            number=node.number,
            label=node.label,
            heading=node.heading,
            preamble=self.preamble(node.preamble),
            elements=elements,
            articles=tuple(_articles(elements)),
            conclusions=self.conclusions(node.conclusions),
            address=self._places.address(node),
            citation=self._places.citation(node),
            notes=_notes(node.notes),
        )

    def _recital(self, node: nodes.Recital) -> Recital:
        address = self._places.address(node)
        return Recital(
            kind="recital",
            number=node.number,
            mark=node.mark or node.number,
            text=node.text,
            runs=self._runs(node.text, address),
            address=address,
            citation=self._places.citation(node),
            notes=_notes(node.notes),
        )

    def _runs(self, text: str, address: str) -> tuple[Run, ...]:
        found: list[Run] = []
        done = 0
        for start, end, target in self._cited.within(text, address):
            found.extend((Run(text[done:start]), Run(text[start:end], target)))
            done = end
        found.append(Run(text[done:]))
        return tuple(run for run in found if run.text)


def _articles(elements: tuple[Element, ...]) -> Iterator[Article]:
    for element in elements:
        match element:
            case Article():
                yield element
            case Part():
                yield from _articles(element.elements)
            case Provision():
                pass


def _notes(notes: tuple[nodes.Note, ...]) -> tuple[Note, ...]:
    return tuple(Note(str(note.kind), note.text) for note in notes)
