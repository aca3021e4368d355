"""Which rights of 1990 an article answers, by the words that treaties use for each.

Every phrase of data/recognition/ is looked for in every clause; a sign that is complete in
one clause counts with its weight, less where the clause only mentions the right in passing.
Nothing is learnt from labelled texts: weights and discounts say how a careful reader would take
such words, and each has its reason beside it.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from math import prod
from typing import NamedTuple

from convention_tool.analysis.clauses import Clause
from convention_tool.analysis.phrases import Index, Match, by_run
from convention_tool.analysis.quotation import LONGEST, quotation
from convention_tool.analysis.signs import CompiledSign, Numbers, Signs, signs
from convention_tool.analysis.words import Word, printed, words

#: Words after "without prejudice to" and its kind are about something else: half their weight.
ASIDE = 0.5

#: How many words an aside governs.
ASIDE_REACH = 12

#: "except for the following:" governs its list; what stands earlier in a chapeau does not.
ASIDE_BEFORE_LIST = 3

#: With these words the rule itself begins, or begins again; what stood before them is said.
RESUMING = frozenset({"shall", "undertake"})

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


class Text(NamedTuple):
    """What an article says, for recognition."""

    heading: str
    clauses: tuple[Clause, ...]


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


@dataclass(frozen=True)
class _Read:
    """A clause with its words and the phrases found in them."""

    clause: Clause | None
    text: str
    words: Sequence[str]
    #: Where the clause's own words begin, after its chapeaux.
    own: int
    found: Mapping[int, list[Match]]
    #: Asides, and words from which on rights are only talked about, in the order of their ends.
    asides: Sequence[Match]
    topics: Sequence[Match]

    @cached_property
    def printed(self) -> Sequence[Word]:
        """The clause's own words as printed, with their places."""
        return words(self.text)

    @property
    def defines(self) -> bool:
        """Whether the clause opens with the term that it defines."""
        return self.clause is not None and self.clause.defines

    def aside(self, match: Match) -> Match | None:
        """The words after which a right is only mentioned, where it stands after such words."""
        if (topic := self._last(self.topics, match)) and not self._resumed(topic, match):
            return topic
        aside = self._last(self.asides, match)
        governs = aside and self._reaches(aside, match) and not self._resumed(aside, match)
        return aside if governs else None

    def _last(self, matches: Sequence[Match], match: Match) -> Match | None:
        """The last of some matches before another."""
        place = bisect_right(matches, match.start, key=lambda one: one.end)
        return matches[place - 1] if place else None

    def _resumed(self, aside: Match, match: Match) -> bool:
        """Whether the rule itself begins between the two: "subject to it, everyone shall"."""
        return not RESUMING.isdisjoint(self.words[aside.end : match.start])

    def _reaches(self, aside: Match, match: Match) -> bool:
        """Whether an aside governs words after it; an item only where the chapeau ends with it."""
        if aside.end <= self.own <= match.start:
            return self.own - aside.end <= ASIDE_BEFORE_LIST
        return match.start - aside.end <= ASIDE_REACH


class _Run(NamedTuple):
    """The words of a heading or clause, in the form that phrases compare."""

    words: list[str]
    #: Where the clause's own words begin, after its chapeaux.
    own: int = 0


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
    read: _Read
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

    def recognise(self, text: Text, least: float = 0.0) -> tuple[Recognised, ...]:
        """The rights a text answers at least so surely, in no order, with all that shows them."""
        return next(self.recognise_each((text,), least))

    def recognise_each(
        self, texts: Sequence[Text], least: float = 0.0
    ) -> Iterator[tuple[Recognised, ...]]:
        """The same for many texts, which are searched together: that is much faster."""
        headings = self._searched(
            [_Run(self.signs.book.forms(printed(text.heading))) for text in texts],
            self.signs.in_headings,
            lambda index: index.runs_with(self.signs.in_headings),
        )
        clauses = self._searched(list(self._runs(texts)), self.signs.calls, self._likely)
        for text in texts:
            heading = _Read(None, text.heading, *next(headings))
            reads = [_Read(clause, clause.text, *next(clauses)) for clause in text.clauses]
            yield self._recognised(heading, reads, least)

    def _recognised(
        self, heading: _Read, reads: Sequence[_Read], least: float
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

    def _runs(self, texts: Iterable[Text]) -> Iterator[_Run]:
        """The words of each clause after those of the chapeaux it hangs on."""
        forms = self.signs.book.forms
        for text in texts:
            lead: list[str] = []
            above: tuple[str, ...] = ()
            for clause in text.clauses:
                if clause.lead != above:
                    above, lead = clause.lead, forms(clause.lead_words)
                yield _Run(lead + forms(clause.words), len(lead))

    def _searched(
        self,
        runs: Sequence[_Run],
        calls: Mapping[int, Numbers],
        likely_in: Callable[[Index], Mapping[int, list[int]]],
    ) -> Iterator[tuple[Sequence[str], int, Mapping[int, list[Match]], list[Match], list[Match]]]:
        """Runs of words with the phrases in them, what stands in set phrases blanked first."""
        index = self.signs.book.index([run.words for run in runs])
        blanked = list(self._blanked([run.words for run in runs], index))
        again = self.signs.book.index([words for _, words in blanked])
        where = {place: (again, number) for number, (place, _) in enumerate(blanked)}
        likely = {one: likely_in(one) for one in (index, again)}
        for place, run in enumerate(runs):
            searched, number = where.get(place, (index, place))
            found = searched.find(number, calls, likely[searched].get(number, ()))
            asides = sorted(_matches(self.signs.asides, found), key=lambda one: one.end)
            topics = sorted(_matches(self.signs.topics, found), key=lambda one: one.end)
            yield run.words, run.own, found, asides, topics

    def _likely(self, index: Index) -> Mapping[int, list[int]]:
        """The phrases worth looking for in each run: those by which some sign may be complete."""
        groups = {group for sign in self.signs.every for group in sign.beside}
        beside = {group: index.bits_of_any(group) for group in groups}

        def completed(phrase: int, signs: Iterable[CompiledSign]) -> int:
            bits = index.bits(phrase)
            if not bits or phrase in self.signs.alone:
                return bits
            whole = 0
            for sign in signs:
                part = bits
                for group in sign.beside:
                    part &= beside[group]
                whole |= part
            return whole

        by_phrase = self.signs.by_phrase
        other = ((phrase, index.bits(phrase)) for phrase in self.signs.alone - by_phrase.keys())
        keys = ((phrase, completed(phrase, signs)) for phrase, signs in by_phrase.items())
        return by_run(chain(other, keys))

    def _blanked(
        self, runs: Sequence[list[str]], index: Index
    ) -> Iterator[tuple[int, Sequence[str]]]:
        """Runs that hold set phrases whose words name no right, without these words."""
        masks = {mask: frozenset[int]() for mask in self.signs.masks}
        for place, likely in index.runs_with(masks).items():
            masked = list(chain.from_iterable(index.find(place, masks, likely).values()))
            if masked:
                run = list(runs[place])
                for start, end in masked:
                    run[start:end] = [""] * (end - start)
                yield place, run

    def _by_heading(self, heading: _Read) -> Iterator[_Finding]:
        for phrase, matches in heading.found.items():
            for right in self.signs.by_heading.get(phrase, ()):
                start, end = matches[0]
                weighty = _weighty(heading.words)
                share = _weighty(heading.words[start:end]) / weighty
                strength = HEADING if weighty > 1 else ONE_WORD_HEADING
                yield _Finding(_HEADING_SIGN, right, strength * share, heading, matches[0])

    def _by_clauses(self, heading: _Read, reads: Sequence[_Read]) -> Iterator[_Finding]:
        everywhere = frozenset(heading.found).union(*(read.found for read in reads))
        for read in reads:
            for phrase, matches in sorted(read.found.items(), key=_place):
                for sign in self.signs.by_phrase.get(phrase, ()):
                    if self._complete(sign, read, everywhere):
                        yield from self._weighed(sign, read, matches, len(reads))

    def _complete(self, sign: CompiledSign, read: _Read, everywhere: frozenset[int]) -> bool:
        here = read.found.keys()
        return (
            all(not group.isdisjoint(here) for group in sign.beside)
            and (not sign.about or not sign.about.isdisjoint(everywhere))
            and sign.unless.isdisjoint(here)
            and sign.nowhere.isdisjoint(everywhere)
        )

    def _weighed(
        self, sign: CompiledSign, read: _Read, matches: Iterable[Match], count: int
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
        read: _Read,
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
        aside = read.aside(match)
        if aside and not any(one.start < aside.end and aside.start < one.end for one in needed):
            yield Less(ASIDE, "it is named after words by which it is only mentioned", aside)

    def _shut(self, heading: _Read, reads: Sequence[_Read]) -> frozenset[str]:
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
        return min(SUREST, (1 - doubt) * discount)

    def _evidence(self, finding: _Finding) -> Evidence:
        doubts = (
            Doubt(less.reason, self._quotation(finding.read, less.match) if less.match else "")
            for less in finding.lessened
        )
        quoted = self._quotation(finding.read, finding.match)
        return Evidence(quoted, finding.strength, finding.read.clause, tuple(doubts))

    def _quotation(self, read: _Read, match: Match) -> str:
        """The words that show it; where only the chapeau does, those of the item it governs."""
        parts = self.signs.book.parts
        own = [word for word in read.printed for _ in parts(word.text)]
        if match.end <= read.own:
            return quotation(read.text, own, 0, min(len(own), LONGEST))
        return quotation(read.text, own, max(0, match.start - read.own), match.end - read.own)


def recogniser() -> Recogniser:
    """Recognition by the signs of data/recognition/."""
    return Recogniser(signs())


def _matches(phrases: Numbers, found: Mapping[int, list[Match]]) -> Iterator[Match]:
    """The places of phrases of some kind."""
    return (match for number in found if number in phrases for match in found[number])


def _place(found: tuple[int, list[Match]]) -> tuple[int, int, int]:
    """Of signs that are as strong, the first in the text is quoted, and the longest words of it."""
    phrase, matches = found
    return matches[0].start, -matches[0].end, phrase


def _weighty(words: Sequence[str]) -> int:
    """How many words say something: "forms of recruitment" has two."""
    return sum(len(word) > LITTLE_WORD for word in words) or 1
