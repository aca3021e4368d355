"""Which rights of 1990 an article answers, by the words that treaties use for each.

Every phrase of data/recognition.toml is looked for in every clause; a sign that is complete in
one clause counts with its weight, less where the clause only mentions the right in passing.
Nothing is learnt from labelled texts: weights and discounts say how a careful reader would take
such words, and each has its reason beside it.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import prod
from typing import NamedTuple

from convention_tool.analysis.clauses import Clause
from convention_tool.analysis.phrases import Match
from convention_tool.analysis.quotation import LONGEST, quotation
from convention_tool.analysis.signs import CompiledSign, Numbers, Signs, signs
from convention_tool.analysis.words import Word, printed, words
from convention_tool.tree.nodes import Provision

#: Words after "without prejudice to" and its kind are about something else: half their weight.
ASIDE = 0.5

#: How many words an aside governs.
ASIDE_REACH = 12

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

#: Words alone never make it certain.
SUREST = 0.99

#: The number under which a heading counts as a sign.
_HEADING_SIGN = -1


class Text(NamedTuple):
    """What an article says, for recognition."""

    heading: str
    clauses: tuple[Clause, ...]


class Recognised(NamedTuple):
    """A right found in an article, by all its signs together."""

    right: str
    confidence: float
    #: The provision that shows it best; None where only the heading does.
    node: Provision | None
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class _Read:
    """A clause with its words and the phrases found in them."""

    clause: Clause | None
    text: str
    words: Sequence[str]
    #: Where the clause's own words begin, after its chapeaux.
    own: int
    found: Mapping[int, list[Match]]
    #: Where asides end, in order; and from where on rights are only what is talked about.
    asides: Sequence[int]
    topic: int

    @cached_property
    def printed(self) -> Sequence[Word]:
        """The clause's own words as printed, with their places."""
        return words(self.text)

    @property
    def defines(self) -> bool:
        """Whether the clause opens with the term that it defines."""
        return self.clause is not None and self.clause.defines

    def mentions_only(self, match: Match) -> bool:
        """Whether a right is named where it is only mentioned."""
        before = self.asides[: bisect_right(self.asides, match.start)]
        return self.topic <= match.start or any(
            match.start - end <= ASIDE_REACH for end in before[-1:]
        )


class _Finding(NamedTuple):
    """A sign that is complete in a clause or heading."""

    sign: int
    right: str
    strength: float
    read: _Read
    match: Match


@dataclass(frozen=True, slots=True)
class Recogniser:
    """Recognises rights by a set of signs."""

    signs: Signs

    def recognise(self, text: Text) -> tuple[Recognised, ...]:
        """The rights a text answers, in no order, with all that shows them."""
        heading = self._found(None, text.heading, [], self._forms(text.heading))
        reads = list(self._reads(text.clauses))
        shut = self._shut(heading, reads)
        best: dict[tuple[str, int], _Finding] = {}
        for finding in (*self._by_heading(heading), *self._by_clauses(heading, reads)):
            key = (finding.right, finding.sign)
            if key not in best or finding.strength > best[key].strength:
                best[key] = finding
        found: dict[str, list[_Finding]] = defaultdict(list)
        for finding in best.values():
            found[finding.right].append(finding)
        return tuple(self._together(right, findings, shut) for right, findings in found.items())

    def _reads(self, clauses: Iterable[Clause]) -> Iterator[_Read]:
        chapeaux: dict[str, list[str]] = {}
        for clause in clauses:
            lead: list[str] = []
            for part in clause.lead:
                if part not in chapeaux:
                    chapeaux[part] = self._forms(part)
                lead += chapeaux[part]
            yield self._found(clause, clause.text, lead, self._forms(clause.text))

    def _forms(self, text: str) -> list[str]:
        return self.signs.book.forms(printed(text))

    def _found(self, clause: Clause | None, text: str, lead: list[str], own: list[str]) -> _Read:
        run = lead + own
        found = self.signs.book.find(run, self.signs.calls)
        masked = [match for mask in found if mask in self.signs.masks for match in found[mask]]
        if masked:
            for start, end in masked:
                run[start:end] = [""] * (end - start)
            found = self.signs.book.find(run, self.signs.calls)
        asides = sorted(_ends(self.signs.asides, found))
        topic = min(_ends(self.signs.topics, found), default=len(run))
        return _Read(clause, text, run, len(lead), found, asides, topic)

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
                strength = sign.weight * self._standing(sign, read, match, count)
                yield _Finding(sign.number, sign.right, strength, read, match)

    def _standing(self, sign: CompiledSign, read: _Read, match: Match, count: int) -> float:
        """What is left of a sign's weight where it stands."""
        standing = 1.0
        if match.start - read.own > LATE_AFTER:
            standing *= LATE_IN_SENTENCE
        if count >= LONG_ARTICLE and read.clause and read.clause.paragraph > 0:
            standing *= DEEP_IN_ARTICLE
        if sign.field not in self.signs.formal and read.mentions_only(match):
            standing *= ASIDE
        return standing

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
        ordered = sorted(findings, key=lambda finding: -finding.strength)
        doubt = prod(1 - finding.strength for finding in ordered)
        discount = OUT_OF_PLACE if self.signs.field_of[right] in shut else 1.0
        nodes = [finding.read.clause.node for finding in ordered if finding.read.clause]
        quotations = dict.fromkeys(self._quotation(finding) for finding in ordered)
        return Recognised(
            right,
            min(SUREST, (1 - doubt) * discount),
            nodes[0] if nodes else None,
            tuple(quotations),
        )

    def _quotation(self, finding: _Finding) -> str:
        """The words that show it; where only the chapeau does, those of the item it governs."""
        read, match = finding.read, finding.match
        parts = self.signs.book.parts
        own = [word for word in read.printed for _ in parts(word.text)]
        if match.end <= read.own:
            return quotation(read.text, own, 0, min(len(own), LONGEST))
        return quotation(read.text, own, max(0, match.start - read.own), match.end - read.own)


def recogniser() -> Recogniser:
    """Recognition by the signs of data/recognition.toml."""
    return Recogniser(signs())


def _ends(phrases: Numbers, found: Mapping[int, list[Match]]) -> Iterator[int]:
    """Where phrases of some kind end."""
    return (match.end for number in found if number in phrases for match in found[number])


def _place(found: tuple[int, list[Match]]) -> tuple[int, int, int]:
    """Of signs that are as strong, the first in the text is quoted, and the longest words of it."""
    phrase, matches = found
    return matches[0].start, -matches[0].end, phrase


def _weighty(words: Sequence[str]) -> int:
    """How many words say something: "forms of recruitment" has two."""
    return sum(len(word) > LITTLE_WORD for word in words) or 1
