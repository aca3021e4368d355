"""Which provisions of a draft answer each right of the 1990 convention, how well, and the gaps."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import Any

from convention_tool.analysis.authors import Authors, authors
from convention_tool.analysis.content import Contents, limits_all
from convention_tool.analysis.counterparts import Counterpart, counterparts
from convention_tool.analysis.provisions import texts
from convention_tool.analysis.reasons import why
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
from convention_tool.tree.nodes import Instrument

#: Of two provisions that answer a right nearly as surely, a reader opens the one whose heading
#: names it.
TITLED = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A right with the provisions that answer it, the main one first, and how well they do."""

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
        return understands(self.language)

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
        null) and `counterparts`, the main one first: the `article` as printed, its `address`, the
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


def understands(language: str) -> bool:
    """Whether rights are recognized in a language."""
    return language in knowledge().languages


def compare(instrument: Instrument) -> Concordance:
    """The draft's answer to every right of the 1990 convention, and to those that it lacks."""
    said = authors(instrument)
    places = Places(instrument)
    provisions = tuple(texts(instrument))
    found: dict[str, list[Counterpart]] = defaultdict(list)
    understood = understands(instrument.language)
    for right, counterpart in counterparts(provisions, places, said, understood=understood):
        found[right].append(counterpart)
    every = (one.answering.clauses for those in found.values() for one in those)
    contents = Contents(chain.from_iterable(every))

    @cache
    def limited() -> bool:
        return limits_all(chain.from_iterable(text.clauses for _, text in provisions))

    def answer(right: Right) -> Answer:
        those = tuple(sorted(found[right.article], key=_weight, reverse=True))
        if not understood:
            stands = Verdict(Status.CANNOT_TELL)
        elif those:
            given = contents.content(right, [one.answering for one in those])
            against = baseline(right)
            stands = verdict(
                given, against, limited=bool(against.qualifiers & LIMITS) and limited()
            )
        else:
            stands = Verdict(Status.MISSING)
        return Answer(right=right, counterparts=those, verdict=stands)

    return Concordance(
        answers=tuple(map(answer, compared())),
        new=tuple(map(answer, new_rights())),
        language=instrument.language,
        places=places,
        authors=said,
    )


def _weight(counterpart: Counterpart) -> float:
    """How much a provision says of where a right stands: what its heading names weighs more."""
    return counterpart.confidence + (TITLED if counterpart.titled else 0.0)


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
