"""Which rights of 1990 an article answers, by the words that treaties use for each.

Every phrase of data/recognition/ is looked for in every clause; a sign that is complete in
one clause counts with its weight, less where the clause only mentions the right in passing.
Nothing is learnt from labelled texts: weights and discounts say how a careful reader would take
such words, and each has its reason beside it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import prod
from typing import NamedTuple

from convention_tool.analysis.calibration import calibrated
from convention_tool.analysis.clauses import Clause
from convention_tool.analysis.quotation import own_quotation
from convention_tool.analysis.reads import Read, Text, read_each
from convention_tool.analysis.search import Match
from convention_tool.analysis.signs import CompiledSign, Signs, signs

#: Words after "without prejudice to" and its kind are about something else: half their weight.
ASIDE = 0.5

#: A clause that denies a right gives none.
DENIED = 0.1


#: A right named late in a long sentence is seldom what the sentence is about.
LATE_IN_SENTENCE = 0.85
LATE_AFTER = 30

#: A right named once in a long article, after its first paragraph, is often a passing mention.
DEEP_IN_ARTICLE = 0.85
LONG_ARTICLE = 8

#: A right has no place in machinery, final clauses or definitions: what is left is doubt.
OUT_OF_PLACE = 0.3

#: This share of an article's clauses makes it what it is.
MOSTLY = 0.5

#: A heading that says just the right is nearly as good as the right; one that says more, less.
HEADING = 0.8

#: A heading of one word ("Health", "Return") names a subject; what is said of it may be anything.
ONE_WORD_HEADING = 0.65

#: "of", "the", "and": words that say nothing of a heading's subject.
LITTLE_WORD = 3

#: A clause that shows a right nearly as clearly as the clearest may be the main one.
NEARLY = 0.75

#: Words alone never make it certain.
SUREST = 0.99

#: The number under which a heading counts as a sign.
_HEADING_SIGN = -1


class Doubt(NamedTuple):
    """What speaks against an answer, and the words that do."""

    reason: str
    quotation: str = ""

    @property
    def sentence(self) -> str:
        """Both as one sentence, without its full stop."""
        return f"{self.reason}: “{self.quotation}”" if self.quotation else self.reason


class Evidence(NamedTuple):
    """Words that speak for a right, and what speaks against them where they stand."""

    quotation: str
    #: How surely these words alone show it, 0 to 1, doubts taken off.
    strength: float
    #: The clause they stand in; None for the heading.
    clause: Clause | None
    against: tuple[Doubt, ...] = ()


class Recognised(NamedTuple):
    """A right found in an article, by all its signs together."""

    right: str
    confidence: float
    #: The words that show it, the clearest first; several signs of one stretch are given once.
    evidence: tuple[Evidence, ...]
    #: What speaks against the article as a whole.
    against: tuple[Doubt, ...] = ()

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses that show it, none where only the heading does.

        First the main one: the first in the text of those that show it nearly as clearly as any.
        """
        shown = [(one.clause, one.strength) for one in self.evidence if one.clause]
        best = max((strength for _, strength in shown), default=0.0)
        main = [clause for clause, strength in shown if strength >= NEARLY * best]
        main.sort(key=lambda clause: clause.paragraph)
        return tuple(dict.fromkeys((*main[:1], *(clause for clause, _ in shown))))


class Less(NamedTuple):
    """What takes from the weight of a sign, by how much it is multiplied, and the words that do."""

    factor: float
    reason: str
    match: Match | None = None


class _Finding(NamedTuple):
    """A sign that is complete in a clause or heading."""

    sign: int
    right: str
    strength: float
    read: Read
    match: Match
    #: Why its strength is less than its weight.
    lessened: tuple[Less, ...] = ()

    @property
    def in_passing(self) -> bool:
        """Whether words before it say that the right is only mentioned."""
        return any(less.match for less in self.lessened)


@dataclass(frozen=True, slots=True)
class Recogniser:
    """Recognises rights by a set of signs."""

    signs: Signs
    #: From how strong all signs are together to how often such an answer is right.
    scale: Callable[[float], float] = float

    def recognise(self, text: Text, least: float = 0.0) -> tuple[Recognised, ...]:
        """The rights a text answers at least so surely, in no order, with all that shows them."""
        return next(self.recognise_each((text,), least))

    def recognise_each(
        self, texts: Sequence[Text], least: float = 0.0
    ) -> Iterator[tuple[Recognised, ...]]:
        """The same for many texts, which are searched together: that is much faster."""
        for heading, reads in read_each(self.signs, texts):
            yield self._recognised(heading, reads, least)

    def _recognised(
        self, heading: Read, reads: Sequence[Read], least: float
    ) -> tuple[Recognised, ...]:
        shut = self._shut(heading, reads)
        best: dict[tuple[str, int], _Finding] = {}
        for finding in (*self._by_heading(heading), *self._by_clauses(heading, reads)):
            key = (finding.right, finding.sign)
            if key not in best or finding.strength > best[key].strength:
                best[key] = finding
        found: dict[str, list[_Finding]] = defaultdict(list)
        for finding in best.values():
            found[finding.right].append(finding)
        return tuple(
            self._together(right, findings, shut)
            for right, findings in found.items()
            if self._confidence(right, findings, shut) >= least
        )

    def _by_heading(self, heading: Read) -> Iterator[_Finding]:
        for phrase, matches in heading.found.items():
            for right in self.signs.by_heading.get(phrase, ()):
                start, end = matches[0]
                weighty = _weighty(heading.words)
                share = _weighty(heading.words[start:end]) / weighty
                strength = HEADING if weighty > 1 else ONE_WORD_HEADING
                yield _Finding(_HEADING_SIGN, right, strength * share, heading, matches[0])

    def _by_clauses(self, heading: Read, reads: Sequence[Read]) -> Iterator[_Finding]:
        everywhere = frozenset(heading.found).union(*(read.found for read in reads))
        for read in reads:
            for phrase, matches in sorted(read.found.items(), key=_place):
                for sign in self.signs.by_phrase.get(phrase, ()):
                    if self._complete(sign, read, everywhere):
                        yield from self._weighed(sign, read, matches, len(reads))

    def _complete(self, sign: CompiledSign, read: Read, everywhere: frozenset[int]) -> bool:
        here = read.found.keys()
        return (
            all(not group.isdisjoint(here) for group in sign.beside)
            and (not sign.about or not sign.about.isdisjoint(everywhere))
            and sign.unless.isdisjoint(here)
            and sign.nowhere.isdisjoint(everywhere)
        )

    def _weighed(
        self, sign: CompiledSign, read: Read, matches: Iterable[Match], count: int
    ) -> Iterator[_Finding]:
        """The sign where it stands in the clause's own words, by how it stands there."""
        needed = [
            match
            for group in sign.beside
            for number in group
            for match in read.found.get(number, ())
        ]
        own_beside = any(match.end > read.own for match in needed)
        for match in matches:
            if match.end > read.own or own_beside:
                less = tuple(self._lessened(sign, read, match, needed, count))
                strength = sign.weight * prod(one.factor for one in less)
                yield _Finding(sign.number, sign.right, strength, read, match, less)

    def _lessened(
        self,
        sign: CompiledSign,
        read: Read,
        match: Match,
        needed: Iterable[Match],
        count: int,
    ) -> Iterator[Less]:
        """What takes from a sign's weight where it stands; not the words it asks for itself."""
        if match.start - read.own > LATE_AFTER:
            yield Less(LATE_IN_SENTENCE, "it stands late in a long sentence")
        if count >= LONG_ARTICLE and read.clause and read.clause.paragraph > 0:
            yield Less(DEEP_IN_ARTICLE, "it stands deep in a long article")
        if sign.field in self.signs.formal:
            return
        if denied := read.denied(match):
            yield Less(DENIED, "the clause denies it", denied)
        aside = read.aside(match)
        if aside and not any(one.start < aside.end and aside.start < one.end for one in needed):
            yield Less(ASIDE, "it is named after words by which it is only mentioned", aside)

    def _shut(self, heading: Read, reads: Sequence[Read]) -> frozenset[str]:
        """The fields whose provisions do not stand in such an article."""
        closed: set[str] = set()
        for kind in self.signs.fields:
            cues = [
                not kind.cues.isdisjoint(read.found) or (kind.quotes and read.defines)
                for read in reads
            ]
            titled = not kind.headings.isdisjoint(heading.found)
            if titled or (cues and cues[0] and sum(cues) / len(cues) >= MOSTLY):
                closed |= kind.shuts
        return frozenset(closed)

    def _together(
        self, right: str, findings: Sequence[_Finding], shut: frozenset[str]
    ) -> Recognised:
        """One right by all its signs: each removes part of the doubt the others leave."""
        shown: dict[str, Evidence] = {}
        for finding in sorted(findings, key=lambda finding: -finding.strength):
            one = self._evidence(finding)
            shown.setdefault(one.quotation, one)
        out_of_place = self.signs.field_of[right] in shut
        against = (Doubt("such provisions do not stand in an article of this kind"),)
        return Recognised(
            right,
            self._confidence(right, findings, shut),
            tuple(shown.values()),
            against if out_of_place else (),
        )

    def _confidence(self, right: str, findings: Sequence[_Finding], shut: frozenset[str]) -> float:
        """All signs together; those named in passing do not bear each other out."""
        doubt = prod(1 - finding.strength for finding in findings if not finding.in_passing)
        doubt *= 1 - max((one.strength for one in findings if one.in_passing), default=0.0)
        discount = OUT_OF_PLACE if self.signs.field_of[right] in shut else 1.0
        return min(SUREST, self.scale((1 - doubt) * discount))

    def _evidence(self, finding: _Finding) -> Evidence:
        doubts = (
            Doubt(less.reason, self._quotation(finding.read, less.match) if less.match else "")
            for less in finding.lessened
        )
        quoted = self._quotation(finding.read, finding.match)
        return Evidence(quoted, finding.strength, finding.read.clause, tuple(doubts))

    def _quotation(self, read: Read, match: Match) -> str:
        """The words that show it; where only the chapeau does, those of the item it governs."""
        return own_quotation(read.text, read.printed, match.start - read.own, match.end - read.own)


def recogniser() -> Recogniser:
    """Recognition by the signs of data/recognition/."""
    return Recogniser(signs(), calibrated)


def _place(found: tuple[int, list[Match]]) -> tuple[int, int, int]:
    """Of signs that are as strong, the first in the text is quoted, and the longest words of it."""
    phrase, matches = found
    return matches[0].start, -matches[0].end, phrase


def _weighty(words: Sequence[str]) -> int:
    """How many words say something: "forms of recruitment" has two."""
    return sum(len(word) > LITTLE_WORD for word in words) or 1
