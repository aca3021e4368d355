"""Which provisions of a draft answer each right of the 1990 convention, how well, and the gaps."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import Any

from convention_tool.analysis.authors import Answers, Authors, authors
from convention_tool.analysis.content import Answering, Contents, limits_all
from convention_tool.analysis.provisions import Provision, texts
from convention_tool.analysis.reads import Text
from convention_tool.analysis.reasons import why
from convention_tool.analysis.recognition import Doubt, Evidence, Recognised, recogniser
from convention_tool.analysis.strength import (
    LIMITS,
    Status,
    Verdict,
    baseline,
    verdict,
)
from convention_tool.catalogue.recognition import knowledge
from convention_tool.catalogue.rights import Right, compared, new_rights
from convention_tool.tree.address import Places
from convention_tool.tree.nodes import Article, Instrument, Node
from convention_tool.tree.walk import walk

#: Below this a provision is not named: it is more likely a passing mention than an answer.
NAMED_FROM = 0.5

#: The authors of a draft know what they mean.
AUTHORS_CONFIDENCE = 1.0


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
    #: The words of the draft that show it, the clearest first, with what speaks against each.
    shown: tuple[Evidence, ...] = ()
    #: What speaks against the provision as a whole.
    against: tuple[Doubt, ...] = ()
    #: The pinpoint that the authors wrote, "45(1)", where they say so themselves; "" otherwise.
    authors: str = ""
    #: What it says, to be looked at more closely.
    answering: Answering = field(default=Answering((), ()), compare=False, repr=False)

    @property
    def evidence(self) -> tuple[str, ...]:
        """The draft's own words that show it, the clearest first."""
        return tuple(one.quotation for one in self.shown)

    @property
    def doubts(self) -> list[str]:
        """What speaks against it, each a sentence without its full stop."""
        every = (*self.against, *(doubt for one in self.shown for doubt in one.against))
        return list(dict.fromkeys(doubt.sentence for doubt in every))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A right with the provisions that answer it, the surest first, and how well they do."""

    right: Right
    counterparts: tuple[Counterpart, ...]
    verdict: Verdict

    @property
    def status(self) -> Status:
        """Where the right stands."""
        return self.verdict.status


@dataclass(frozen=True, slots=True, kw_only=True)
class Concordance:
    """Every right of 1990 beside the provisions of a draft, in the order of 1990."""

    answers: tuple[Answer, ...]
    #: The rights that the 1990 convention lacks and a modern draft needs.
    new: tuple[Answer, ...] = ()
    #: The language of the draft: "en", "fr" or "es".
    language: str = "en"
    places: Places | None = field(default=None, compare=False, repr=False)
    #: What the authors say of their draft.
    authors: Authors = field(default_factory=Authors, compare=False, repr=False)

    @property
    def understood(self) -> bool:
        """Whether rights are recognized in the draft's language; if not, gaps mean nothing."""
        return self.language in knowledge().languages

    @property
    def gaps(self) -> tuple[Answer, ...]:
        """The rights of 1990 that no provision of the draft answers."""
        return tuple(answer for answer in self.answers if not answer.counterparts)

    def to_json(self, keep: Callable[[Answer], bool] = lambda _: True) -> dict[str, Any]:
        """The concordance as JSON values; docs/schemas/compare.json describes them.

        `language` (en, fr, es), `understood` (whether rights are recognized in it), `rights`, one
        entry for each article of 1990 from 7 to 93, and `new`, one for each right that the 1990
        convention lacks. Each entry has `article` (for new rights an id), `title`, `status`
        (stronger, equal, weaker, partial, missing, cannot tell), `why` (a sentence), `elements`
        (`present` and `absent`, ids of the catalogue), `holder`, `modality` and `qualifiers` (ids, or
        null) and `counterparts`, the surest first: the `article` as printed, its `address`, the
        `citation` of the provision that shows it best, `confidence` (0 to 1), `evidence` (quotations
        from the draft), `against` (what speaks against it) and `authors` (what the authors
        themselves wrote, or "").
        """
        return {
            "language": self.language,
            "understood": self.understood,
            "rights": [_json(answer, self.places) for answer in self.answers if keep(answer)],
            "new": [_json(answer, self.places) for answer in self.new if keep(answer)],
        }


def compare(instrument: Instrument) -> Concordance:
    """The draft's answer to every right of the 1990 convention, and to those that it lacks."""
    said = authors(instrument)
    places = Places(instrument)
    provisions = tuple(texts(instrument))
    found: dict[str, list[Counterpart]] = defaultdict(list)
    for right, counterpart in _counterparts(provisions, places, said):
        found[right].append(counterpart)
    understood = instrument.language in knowledge().languages

    every = (one.answering.clauses for counterparts in found.values() for one in counterparts)
    contents = Contents(chain.from_iterable(every))

    @cache
    def limited() -> bool:
        return limits_all(chain.from_iterable(text.clauses for _, text in provisions))

    def answer(right: Right) -> Answer:
        counterparts = _surest_first(found[right.article])
        if counterparts:
            given = contents.content(right, [one.answering for one in counterparts])
            against = baseline(right)
            freed = not against.qualifiers.isdisjoint(LIMITS) and not limited()
            stands = verdict(given, against, limited=not freed)
        else:
            stands = Verdict(Status.MISSING if understood else Status.CANNOT_TELL)
        return Answer(right=right, counterparts=counterparts, verdict=stands)

    return Concordance(
        answers=tuple(map(answer, compared())),
        new=tuple(map(answer, new_rights())),
        language=instrument.language,
        places=places,
        authors=said,
    )


def _surest_first(counterparts: list[Counterpart]) -> tuple[Counterpart, ...]:
    return tuple(sorted(counterparts, key=lambda one: -one.confidence))


def _counterparts(
    every: Sequence[tuple[Provision, Text]], places: Places, said: Authors
) -> Iterator[tuple[str, Counterpart]]:
    recognised = recogniser().recognise_each([text for _, text in every], NAMED_FROM)
    for (provision, text), answers in zip(every, recognised, strict=True):
        mine = _of_authors(provision, said)
        named = {one.right: (one.pinpoint, node) for node, own in mine for one in own.added}
        for found in answers:
            kept = _kept(found, text, mine)
            if kept and found.right not in named:
                yield found.right, _counterpart(provision, kept, text, places)
        for right, (pinpoint, node) in named.items():
            yield right, _authored(provision, node, pinpoint, text, places)


def _of_authors(provision: Provision, said: Authors) -> list[tuple[Node, Answers]]:
    """What the authors say of a provision and of what it holds."""
    if not said.of:
        return []
    return [(node, said.of[id(node)]) for node in walk(provision) if id(node) in said.of]


def _counterpart(
    provision: Provision, found: Recognised, text: Text, places: Places
) -> Counterpart:
    shown = found.clauses
    return Counterpart(
        article=provision.number if isinstance(provision, Article) else "",
        address=places.address(provision),
        citation=places.citation(shown[0].node if shown else provision),
        confidence=round(found.confidence, 2),
        shown=found.evidence,
        against=found.against,
        answering=Answering(shown, text.clauses),
    )


def _kept(found: Recognised, text: Text, mine: list[tuple[Node, Answers]]) -> Recognised | None:
    """What is left of an answer without the provisions from which the authors took it away."""
    shut = {id(inner) for node, own in mine if found.right in own.removed for inner in walk(node)}
    if not shut:
        return found
    rest = tuple(clause for clause in text.clauses if id(clause.node) not in shut)
    again = recogniser().recognise(Text("", rest), NAMED_FROM) if rest else ()
    return next((one for one in again if one.right == found.right), None)


def _authored(
    provision: Provision, node: Node, pinpoint: str, text: Text, places: Places
) -> Counterpart:
    """An answer that the authors name themselves."""
    inside = {id(inner) for inner in walk(node)}
    shown = tuple(clause for clause in text.clauses if id(clause.node) in inside)
    return Counterpart(
        article=provision.number if isinstance(provision, Article) else "",
        address=places.address(provision),
        citation=places.citation(node),
        confidence=AUTHORS_CONFIDENCE,
        authors=pinpoint,
        answering=Answering(shown, shown or text.clauses),
    )


def _json(answer: Answer, places: Places | None) -> Mapping[str, Any]:
    given = answer.verdict.content
    return {
        "article": answer.right.article,
        "title": answer.right.title,
        "status": str(answer.status),
        "why": why(answer.right, answer.verdict, places),
        "elements": {
            "present": [
                one.id for one in answer.right.elements if given and one.id in given.elements
            ],
            "absent": [
                one.id for one in answer.right.elements if not given or one.id not in given.elements
            ],
        },
        "holder": given.holder.id if given and given.holder else None,
        "modality": given.modality.id if given and given.modality else None,
        "qualifiers": [one.id for one in given.qualifiers] if given else [],
        "counterparts": [
            {
                "article": counterpart.article,
                "address": counterpart.address,
                "citation": counterpart.citation,
                "confidence": counterpart.confidence,
                "evidence": list(counterpart.evidence),
                "against": counterpart.doubts,
                "authors": counterpart.authors,
            }
            for counterpart in answer.counterparts
        ],
    }
