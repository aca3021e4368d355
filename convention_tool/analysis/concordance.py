"""Which provisions of a draft answer each right of the 1990 convention, and the gaps."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from convention_tool.analysis.clauses import clauses
from convention_tool.analysis.recognition import Recognised, Text, recogniser
from convention_tool.catalogue.recognition import knowledge
from convention_tool.catalogue.rights import Right, rights
from convention_tool.tree.address import Places
from convention_tool.tree.nodes import Article, Element, Instrument, Paragraph, Part

#: Below this a provision is not named: it is more likely a passing mention than an answer.
NAMED_FROM = 0.5


class Status(StrEnum):
    """Whether a draft answers a right."""

    ANSWERED = "answered"
    NOT_FOUND = "not found"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart:
    """A provision of the draft that answers a right."""

    #: The number of its article as printed; "" for a provision outside articles.
    article: str
    #: The address of the article.
    address: str
    #: How a lawyer cites the provision that shows it best.
    citation: str
    #: How surely it answers the right, 0 to 1.
    confidence: float
    #: The draft's own words that show it, the clearest first.
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A right of 1990 with the provisions that answer it, the surest first."""

    right: Right
    counterparts: tuple[Counterpart, ...]

    @property
    def status(self) -> Status:
        """Whether any provision answers the right."""
        return Status.ANSWERED if self.counterparts else Status.NOT_FOUND


@dataclass(frozen=True, slots=True, kw_only=True)
class Concordance:
    """Every right of 1990 beside the provisions of a draft, in the order of 1990."""

    answers: tuple[Answer, ...]
    #: The language of the draft: "en", "fr" or "es".
    language: str = "en"

    @property
    def understood(self) -> bool:
        """Whether rights are recognized in the draft's language; if not, gaps mean nothing."""
        return self.language in knowledge().languages

    @property
    def gaps(self) -> tuple[Answer, ...]:
        """The rights that no provision of the draft answers."""
        return tuple(answer for answer in self.answers if not answer.counterparts)

    def to_json(self) -> dict[str, Any]:
        """The concordance as JSON values; the keys and their order do not change.

        `language` (en, fr, es), `understood` (whether rights are recognized in it), and `rights`,
        one entry for each article of 1990 from 7 to 93: `article`, `title`, `status` (answered,
        not found) and `counterparts`, the surest first, each with the `article` as printed, its
        `address`, the `citation` of the provision that shows it best, `confidence` (0 to 1) and
        `evidence` (a list of quotations from the draft).
        """
        return {
            "language": self.language,
            "understood": self.understood,
            "rights": [_json(answer) for answer in self.answers],
        }


def compare(instrument: Instrument) -> Concordance:
    """The draft's answer to every right of the 1990 convention."""
    counterparts: dict[str, list[Counterpart]] = defaultdict(list)
    for right, counterpart in _counterparts(instrument):
        counterparts[right].append(counterpart)
    return Concordance(
        answers=tuple(
            Answer(right=right, counterparts=_surest_first(counterparts[right.article]))
            for right in rights()
        ),
        language=instrument.language,
    )


def _surest_first(counterparts: list[Counterpart]) -> tuple[Counterpart, ...]:
    return tuple(sorted(counterparts, key=lambda one: -one.confidence))


def _counterparts(instrument: Instrument) -> Iterator[tuple[str, Counterpart]]:
    places = Places(instrument)
    recognise = recogniser().recognise
    for provision, text in _texts(instrument):
        for found in recognise(text):
            if found.confidence >= NAMED_FROM:
                yield found.right, _counterpart(provision, found, places)


def _texts(instrument: Instrument) -> Iterator[tuple[Article | Paragraph, Text]]:
    """Every provision with what it says; the testimonium is printed under the last article."""
    provisions = _provisions(instrument)
    for provision in provisions:
        text = _text(provision)
        if provision is provisions[-1] and instrument.conclusions:
            end = clauses(instrument.conclusions.paragraphs)
            text = text._replace(clauses=(*text.clauses, *end))
        yield provision, text


def _provisions(instrument: Instrument) -> tuple[Article | Paragraph, ...]:
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


def _text(provision: Article | Paragraph) -> Text:
    match provision:
        case Article(heading=heading, paragraphs=paragraphs):
            return Text(heading, tuple(clauses(paragraphs)))
        case Paragraph():
            return Text("", tuple(clauses((provision,))))


def _counterpart(provision: Article | Paragraph, found: Recognised, places: Places) -> Counterpart:
    return Counterpart(
        article=provision.number if isinstance(provision, Article) else "",
        address=places.address(provision),
        citation=places.citation(found.node or provision),
        confidence=round(found.confidence, 2),
        evidence=found.evidence,
    )


def _json(answer: Answer) -> Mapping[str, Any]:
    return {
        "article": answer.right.article,
        "title": answer.right.title,
        "status": str(answer.status),
        "counterparts": [
            {
                "article": counterpart.article,
                "address": counterpart.address,
                "citation": counterpart.citation,
                "confidence": counterpart.confidence,
                "evidence": list(counterpart.evidence),
            }
            for counterpart in answer.counterparts
        ],
    }
