"""The elements of an instrument, in the order of its text.

They are written as text at once: trees of elements would take several times as long.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from convention_tool.tree.nodes import Article, Note, Paragraph, Part, Subparagraph
from convention_tool.writers.akn.metadata import Identity, iso_day, metadata
from convention_tool.writers.akn.words import Notes, attribute, linked, plain

if TYPE_CHECKING:
    from convention_tool.tree.nodes import (
        Annex,
        Conclusions,
        Contents,
        Element,
        Instrument,
        Preamble,
        Recital,
    )
    from convention_tool.tree.references import References


class Structure:
    """Writes the elements of one instrument.

    The addresses of its nodes come in the order of the text, which is the order of writing: each
    method that writes a node takes the next one.
    """

    def __init__(self, instrument: Instrument, references: References, identity: Identity) -> None:
        self._instrument = instrument
        self._references = references
        self._identity = identity
        self._entries = references.places.entries
        self._addresses = (entry.address for entry in self._entries)
        self._notes = Notes()
        self._out: list[str] = []

    def text(self) -> str:
        """All that follows the metadata."""
        node = self._instrument
        self._preface(node)
        if node.preamble:
            self._preamble(node.preamble)
        self._out.append("<body>\n")
        self._elements(node.elements)
        if not node.elements:
            self._out.append(_NOTHING)
        self._out.append("</body>\n")
        if node.conclusions:
            self._conclusions(node.conclusions)
        if node.annexes:
            self._out.append("<attachments>\n")
            for annex in node.annexes:
                self._annex(annex)
            self._out.append("</attachments>\n")
        return "".join(self._out)

    # ---- Before the articles ---------------------------------------------------------------------

    def _preface(self, node: Instrument) -> None:
        if not (node.header or node.notes or node.title or node.adoption or node.contents):
            return
        out = self._out
        out.append("<preface>\n")
        if node.header:
            lines = "".join(
                f"<p>{plain(key)}: {_value(key, value)}</p>\n" for key, value in node.header
            )
            out.append(
                f'<container name="header" eId="preface__container_1">\n{lines}</container>\n'
            )
        if node.notes:
            out.append(f"<p>{self._notes.inline(node.notes)}</p>\n")
        if node.title:
            out.append(f"<p><docTitle>{plain(node.title)}</docTitle></p>\n")
        out.extend(f"<p>{plain(line)}</p>\n" for line in node.adoption)
        if node.contents:
            self._contents(node.contents)
        out.append("</preface>\n")

    def _contents(self, node: Contents) -> None:
        address = next(self._addresses)
        places = {
            f"{entry.node.label} {entry.node.number}".strip().casefold(): entry.address
            for entry in reversed(self._entries)
            if isinstance(entry.node, Article | Part)
        }
        self._out.append(f'<toc eId="{address}">\n')
        for line in node.lines:
            target = _entry(line, places) or address
            # The space keeps the lines apart where a reader knows nothing of such items.
            item = f'<tocItem level="1" href="#{attribute(target)}">{plain(line)} </tocItem>\n'
            self._out.append(item)
        self._out.append("</toc>\n")

    def _preamble(self, node: Preamble) -> None:
        address, out = next(self._addresses), self._out
        out.append(f'<preamble eId="{address}">\n')
        front = [(name, words) for name in ("heading", "subject") if (words := getattr(node, name))]
        for place, (name, words) in enumerate(front, 1):
            container = f'<container name="{name}" eId="{address}__container_{place}">'
            out.append(f"{container}<p>{plain(words)}</p></container>\n")
        if node.recitals:
            out.append(f'<recitals eId="{address}__recs_1">\n')
            for recital in node.recitals:
                self._recital(recital)
            out.append("</recitals>\n")
        notes = self._notes.inline(node.notes)
        if node.formula:
            formula = f'<formula name="enactingFormula" eId="{address}__formula_1">'
            out.append(f"{formula}<p>{plain(node.formula)}{notes}</p></formula>\n")
        elif notes or not (node.heading or node.subject or node.recitals):
            out.append(f"<p>{notes}</p>\n")
        out.append("</preamble>\n")

    def _recital(self, node: Recital) -> None:
        address = next(self._addresses)
        number = _num(node.mark or node.number)
        words = self._said(node.text, address)
        notes = self._notes.inline(node.notes)
        self._out.append(f'<recital eId="{address}">{number}<p>{words}{notes}</p></recital>\n')

    # ---- Parts, articles and paragraphs ----------------------------------------------------------

    def _elements(self, elements: tuple[Element, ...]) -> None:
        for element in elements:
            match element:
                case Part():
                    self._part(element)
                case Article():
                    self._article(element)
                case Paragraph():
                    self._unit(element, "paragraph")
                case _:
                    assert_never(element)

    def _part(self, node: Part) -> None:
        tag = str(node.kind)
        self._out.append(f'<{tag} eId="{next(self._addresses)}">{_headed(node)}\n')
        if node.notes:
            self._out.append(f"<intro><p>{self._notes.inline(node.notes)}</p></intro>\n")
        self._elements(node.elements)
        self._out.append(f"</{tag}>\n")

    def _article(self, node: Article) -> None:
        self._out.append(f'<article eId="{next(self._addresses)}">{_headed(node)}\n')
        for paragraph in node.paragraphs:
            self._unit(paragraph, "paragraph")
        self._wrap_up("", node.notes)
        self._out.append("</article>\n")

    def _unit(self, node: Paragraph | Subparagraph, tag: str) -> None:
        """A paragraph, or an item of a list."""
        address, out = next(self._addresses), self._out
        number = _num(node.mark or node.number)
        words = self._said(node.text, address) if node.text else ""
        out.append(f'<{tag} eId="{address}">{number}')
        if not (node.subparagraphs or node.closing):
            notes = self._notes.inline(node.notes) if node.notes else ""
            out.append(f"<content><p>{words}{notes}</p></content></{tag}>\n")
            return
        out.append(f"<intro><p>{words}</p></intro>\n" if words else "\n")
        for item in node.subparagraphs:
            self._unit(item, "subparagraph")
        self._wrap_up(self._closing(node, address), node.notes)
        out.append(f"</{tag}>\n")

    def _wrap_up(self, closing: str, notes: tuple[Note, ...]) -> None:
        """The closing words of a unit, and its notes at their end."""
        if closing or notes:
            self._out.append(f"<wrapUp><p>{closing}{self._notes.inline(notes)}</p></wrapUp>\n")

    def _closing(self, node: Paragraph | Subparagraph, address: str) -> str:
        return self._said(node.closing, address) if node.closing else ""

    def _said(self, words: str, address: str) -> str:
        """The words of a provision, with its references."""
        references = self._references.within(words, address)
        return linked(words, references) if references else plain(words)

    # ---- After the articles ----------------------------------------------------------------------

    def _conclusions(self, node: Conclusions) -> None:
        self._out.append(f'<conclusions eId="{next(self._addresses)}">\n')
        for paragraph in node.paragraphs:
            self._concluding(paragraph)
        if node.notes or not node.paragraphs:
            self._out.append(f"<p>{self._notes.inline(node.notes)}</p>\n")
        self._out.append("</conclusions>\n")

    def _concluding(self, node: Paragraph | Subparagraph) -> None:
        """A paragraph of the conclusions, where the standard has no paragraphs, only blocks."""
        address, out = next(self._addresses), self._out
        number = _num(node.mark or node.number)
        words = self._said(node.text, address)
        if not (number or node.subparagraphs or node.closing):
            out.append(f'<p eId="{address}">{words}{self._notes.inline(node.notes)}</p>\n')
            return
        out.append(f'<blockContainer eId="{address}">{number}<p>{words}</p>\n')
        for item in node.subparagraphs:
            self._concluding(item)
        self._wrap_up(self._closing(node, address), node.notes)
        out.append("</blockContainer>\n")

    def _annex(self, node: Annex) -> None:
        address, out = next(self._addresses), self._out
        label = " ".join(words for words in (node.label, node.number) if words)
        heading, subheading = (label, node.heading) if label else (node.heading, "")
        out.append(f'<attachment eId="{address}">')
        out.append(f"<heading>{plain(heading)}</heading>" if heading else "")
        out.append(f"<subheading>{plain(subheading)}</subheading>" if subheading else "")
        out.append(f'\n<doc name="{node.kind}" contains="originalVersion">\n')
        out.append(metadata(self._identity, address))
        if node.notes:
            out.append(f"<preface><p>{self._notes.inline(node.notes)}</p></preface>\n")
        if node.preamble:
            self._preamble(node.preamble)
        out.append("<mainBody>\n")
        self._elements(node.elements)
        out.append("</mainBody>\n" if node.elements else f"{_NOTHING}</mainBody>\n")
        if node.conclusions:
            self._conclusions(node.conclusions)
        out.append("</doc>\n</attachment>\n")


#: What a body holds that has nothing to hold: the schema has no empty one.
_NOTHING = '<hcontainer name="empty"><content><p/></content></hcontainer>\n'


def _headed(node: Part | Article) -> str:
    """The number and heading of a unit."""
    number = f"{node.label} {node.number}".strip()
    heading = f"<heading>{plain(node.heading)}</heading>" if node.heading else ""
    return f"{_num(number)}{heading}"


def _num(mark: str) -> str:
    return f"<num>{plain(mark)}</num>" if mark else ""


def _value(key: str, value: str) -> str:
    """A value of the header block, as what the standard knows it to be."""
    match key.casefold():
        case "status" if value:
            return f"<docStatus>{plain(value)}</docStatus>"
        case "date" if iso_day(value):
            return f'<docDate date="{iso_day(value)}">{plain(value)}</docDate>'
        case _:
            return plain(value)


def _entry(line: str, places: dict[str, str]) -> str:
    """The address that a line of a table of contents leads to, or ""."""
    words = line.casefold().split()
    return next(
        (places[said] for n in (2, 3, 1) if (said := " ".join(words[:n]).strip(".:–-")) in places),
        "",
    )
