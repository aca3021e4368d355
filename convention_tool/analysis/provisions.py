"""The provisions in which rights are looked for, each with what it says."""

from collections.abc import Iterator

from convention_tool.analysis.clauses import clauses
from convention_tool.analysis.reads import Text
from convention_tool.tree.nodes import Article, Element, Instrument, Paragraph, Part

Provision = Article | Paragraph


def texts(instrument: Instrument) -> Iterator[tuple[Provision, Text]]:
    """Every provision with what it says; the testimonium is printed under the last article."""
    provisions = _provisions(instrument)
    for provision in provisions:
        text = _text(provision)
        if provision is provisions[-1] and instrument.conclusions:
            end = clauses(instrument.conclusions.paragraphs)
            text = text._replace(clauses=(*text.clauses, *end))
        yield provision, text


def _provisions(instrument: Instrument) -> tuple[Provision, ...]:
    """The articles; in an instrument that has none, the paragraphs."""
    return instrument.articles or tuple(_loose(instrument.elements))


def _loose(elements: tuple[Element, ...]) -> Iterator[Paragraph]:
    for element in elements:
        match element:
            case Paragraph():
                yield element
            case Part():
                yield from _loose(element.elements)
            case Article():
                pass


def _text(provision: Provision) -> Text:
    match provision:
        case Article(heading=heading, paragraphs=paragraphs):
            return Text(heading, tuple(clauses(paragraphs)))
        case Paragraph():
            return Text("", tuple(clauses((provision,))))
