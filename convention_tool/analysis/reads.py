"""Clauses with the phrases of the signs found in them, and the words around that govern them."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain, islice
from typing import NamedTuple

from convention_tool.analysis.clauses import Clause
from convention_tool.analysis.phrases import Numbers
from convention_tool.analysis.quotation import as_formed
from convention_tool.analysis.search import Index, Match, batches, by_run
from convention_tool.analysis.signs import CompiledSign, Signs
from convention_tool.analysis.words import Word, printed

#: How many words an aside governs.
ASIDE_REACH = 12

#: "except for the following:" governs its list; what stands earlier in a chapeau does not.
ASIDE_BEFORE_LIST = 3

#: With these words the rule itself begins, or begins again; what stood before them is said.
RESUMING = frozenset({"shall", "undertake"})

#: After an aside that opens the sentence, any of these begins it too.
RULING = RESUMING | {"may", "must", "should", "will", "has", "have", "is", "are"}

#: Phrases found in a run of words, with their places.
Found = dict[int, list[Match]]


class Text(NamedTuple):
    """What an article says, for recognition."""

    heading: str
    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class Read:
    """A clause with its words and the phrases found in them."""

    clause: Clause | None
    text: str
    words: Sequence[str]
    #: Where the clause's own words begin, after its chapeaux.
    own: int
    found: Found
    #: The places of reserves that take nothing from the rule.
    inserted: frozenset[int]
    signs: Signs

    @cached_property
    def asides(self) -> Sequence[Match]:
        """Words after which a right is only mentioned, in the order of their ends."""
        asides = _in_order(self.signs.asides, self.found)
        return [one for one in asides if one.start not in self.inserted]

    @cached_property
    def topics(self) -> Sequence[Match]:
        """Words from which on rights are only talked about, in the order of their ends."""
        return _in_order(self.signs.topics, self.found)

    @cached_property
    def denials(self) -> Sequence[Match]:
        """Words after which rights are denied, in the order of their ends."""
        return _in_order(self.signs.denials, self.found)

    @cached_property
    def printed(self) -> Sequence[Word]:
        """The clause's own words as printed, with their places, one for each form."""
        return as_formed(self.text, self.signs.book.parts)

    @property
    def defines(self) -> bool:
        """Whether the clause opens with the term that it defines."""
        return self.clause is not None and self.clause.defines

    def denied(self, match: Match) -> Match | None:
        """The words that deny what is named after them: "shall not have the right"."""
        return next((one for one in self.denials if one.start <= match.end), None)

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
        verbs = RULING if aside.start <= self.own else RESUMING
        return not verbs.isdisjoint(self.words[aside.end : match.end])

    def _reaches(self, aside: Match, match: Match) -> bool:
        """Whether an aside governs words after it; an item only where the chapeau ends with it."""
        if aside.end <= self.own <= match.start:
            return self.own - aside.end <= ASIDE_BEFORE_LIST
        return match.start - aside.end <= ASIDE_REACH


class _Run(NamedTuple):
    """A heading or clause with its words in the form that phrases compare."""

    clause: Clause | None
    text: str
    words: list[str]
    #: Where the clause's own words begin, after its chapeaux.
    own: int = 0


def read_each(signs: Signs, texts: Sequence[Text]) -> Iterator[tuple[Read, list[Read]]]:
    """The heading and the clauses of each text, with the phrases in them."""
    forms = signs.book.forms
    headings = _searched(
        signs,
        [_Run(None, text.heading, forms(printed(text.heading))) for text in texts],
        signs.in_headings,
        lambda index: index.runs_with(signs.in_headings),
    )
    clauses = _searched(
        signs, list(_runs(signs, texts)), signs.calls, lambda index: _likely(signs, index)
    )
    for text in texts:
        yield next(headings), list(islice(clauses, len(text.clauses)))


def _runs(signs: Signs, texts: Iterable[Text]) -> Iterator[_Run]:
    """The words of each clause after those of the chapeaux it hangs on."""
    forms = signs.book.forms
    for text in texts:
        lead: list[str] = []
        above: tuple[str, ...] = ()
        for clause in text.clauses:
            if clause.lead != above:
                above, lead = clause.lead, forms(clause.lead_words)
            yield _Run(clause, clause.text, lead + forms(clause.words), len(lead))


def _searched(
    signs: Signs,
    runs: Sequence[_Run],
    calls: Mapping[int, Numbers],
    likely_in: Callable[[Index], Mapping[int, list[int]]],
) -> Iterator[Read]:
    """Runs of words with the phrases in them."""
    for batch in batches(runs):
        yield from _batch(signs, batch, calls, likely_in)


def _batch(
    signs: Signs,
    runs: Sequence[_Run],
    calls: Mapping[int, Numbers],
    likely_in: Callable[[Index], Mapping[int, list[int]]],
) -> Iterator[Read]:
    """Some runs with the phrases in them.

    What stands in set phrases is blanked first. A run that holds insertions ("subject to national
    legislation") is searched with them and without: they part the words of a phrase, and take
    nothing from what it says.
    """
    index = signs.book.index([run.words for run in runs])
    blanked = dict(_blanked(signs, index))
    cut = dict(_cut(signs, index, blanked))
    plain = _Searched(index, likely_in(index), calls)
    changed = signs.book.index([*blanked.values(), *(words for words, _ in cut.values())])
    again = _Searched(changed, likely_in(changed) if changed.runs else {}, calls)
    as_blanked = {place: number for number, place in enumerate(blanked)}
    as_cut = {place: number for number, place in enumerate(cut, start=len(blanked))}
    for place, run in enumerate(runs):
        found = again.find(as_blanked[place]) if place in blanked else plain.find(place)
        inserted: frozenset[int] = frozenset()
        if place in cut:
            _, kept = cut[place]
            inserted = frozenset(range(len(run.words))).difference(kept)
            found = {**_moved(again.find(as_cut[place]), kept), **found}
        yield Read(*run, found, inserted, signs)


class _Searched(NamedTuple):
    """An index of some runs, with what is looked for in each."""

    runs: Index
    likely: Mapping[int, list[int]]
    calls: Mapping[int, Numbers]

    def find(self, place: int) -> Found:
        """The phrases in a run."""
        return self.runs.find(place, self.calls, self.likely.get(place, ()))


def _blanked(signs: Signs, index: Index) -> Iterator[tuple[int, list[str]]]:
    """Runs that hold set phrases whose words name no right, these words blanked."""
    for place, spans in _standing(signs.masks, index):
        words = list(index.runs[place])
        for start, end in spans:
            words[start:end] = [""] * (end - start)
        yield place, words


def _cut(
    signs: Signs, index: Index, blanked: Mapping[int, list[str]]
) -> Iterator[tuple[int, tuple[list[str], list[int]]]]:
    """Runs that hold insertions, without them, and the places of the words that are left."""
    for place, spans in _standing(signs.insertions, index):
        words = blanked.get(place, index.runs[place])
        gone = {number for start, end in spans for number in range(start, end)}
        kept = [number for number in range(len(words)) if number not in gone]
        yield place, ([words[number] for number in kept], kept)


def _standing(phrases: Numbers, index: Index) -> Iterator[tuple[int, list[Match]]]:
    """Where some phrases stand, for each run that has any."""
    alone = {phrase: frozenset[int]() for phrase in phrases}
    for place, likely in index.runs_with(phrases).items():
        if spans := list(chain.from_iterable(index.find(place, alone, likely).values())):
            yield place, spans


def _moved(found: Found, kept: Sequence[int]) -> Found:
    """Matches in a run without its insertions, as they stand in the whole run."""
    return {
        number: [Match(kept[match.start], kept[match.end - 1] + 1) for match in matches]
        for number, matches in found.items()
    }


def _likely(signs: Signs, index: Index) -> Mapping[int, list[int]]:
    """The phrases worth looking for in each run: those by which some sign may be complete."""
    beside = cache(index.bits_of_any)

    def completed(phrase: int, those: Iterable[CompiledSign]) -> int:
        bits = index.bits(phrase)
        if not bits or phrase in signs.alone:
            return bits
        whole = 0
        for sign in those:
            part = bits
            for group in sign.beside:
                part &= beside(group) if part else 0
            whole |= part
        return whole

    other = ((phrase, index.bits(phrase)) for phrase in signs.alone - signs.by_phrase.keys())
    keys = ((phrase, completed(phrase, those)) for phrase, those in signs.by_phrase.items())
    return by_run(chain(other, keys))


def _in_order(phrases: Numbers, found: Found) -> list[Match]:
    """The places of phrases of some kind, in the order of their ends."""
    matches = (match for number in found if number in phrases for match in found[number])
    return sorted(matches, key=lambda one: one.end)
