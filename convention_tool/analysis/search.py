"""Finding many phrases in many runs of words at once.

A phrase is looked for only where all of its words stand, which an index of the whole text tells.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from convention_tool.analysis.phrases import Phrase, PhraseBook, Step

#: A clause that says a phrase more often says nothing more by it.
MOST = 64

#: An index of more runs takes longer for each: its numbers have a bit for every run.
BATCH = 2048

#: So few places are looked through faster than searched.
_FEW = 4

T = TypeVar("T")


class Match(NamedTuple):
    """A phrase found in a clause: the first word of it, and one past its last."""

    start: int
    end: int


class Index:
    """Some runs of words, searched for many phrases at once.

    Of each word of a phrase it is known, as the bits of one number, in which runs it stands; the
    runs that hold all words of a phrase cost one "and" a word, however many runs there are.
    """

    def __init__(self, book: PhraseBook, runs: Sequence[Sequence[str]]) -> None:
        """Note where every word stands."""
        self._book = book
        self.runs = runs
        #: For each run, where its words stand last.
        self._last: list[dict[str, int]] = []
        self._where, self._fitting = self._slots()
        self._places: dict[int, _Places] = {}
        self._runs_of: dict[int, int] = {}

    def runs_with(self, phrases: Iterable[int]) -> Mapping[int, list[int]]:
        """For each run, those of some phrases whose words it has, in whatever order they stand."""
        return by_run((number, self.bits(number)) for number in phrases)

    def bits_of_any(self, phrases: Iterable[int]) -> int:
        """The runs that have all words of one of some phrases, as bits."""
        bits = 0
        for number in phrases:
            bits |= self.bits(number)
        return bits

    def find(
        self,
        run: int,
        calls: Mapping[int, frozenset[int]] | None = None,
        likely: Collection[int] | None = None,
    ) -> dict[int, list[Match]]:
        """Phrases in a run, with their places.

        Every phrase is looked for, or where `calls` is given, its keys: another phrase only
        where a key that calls for it is found, since alone it would say nothing. `likely` are the
        keys whose words the run has, where `runs_with` has told already.
        """
        if likely is None:
            likely = range(len(self._book.steps)) if calls is None else calls
            likely = [number for number in likely if self.bits(number) >> run & 1]
        found = self._placed(run, likely)
        if calls is None or not found:
            return found
        called = set(chain.from_iterable(calls[number] for number in found)).difference(found)
        here = [number for number in called if self.bits(number) >> run & 1]
        return {**self._placed(run, here), **found}

    def bits(self, number: int) -> int:
        """The runs that have all words of a phrase, as bits: run 3 is the bit 1 << 3."""
        if (known := self._runs_of.get(number)) is not None:
            return known
        bits = -1
        for slot in self._book.needs[number]:
            bits &= self._where.get(slot, 0)
            if not bits:
                break
        self._runs_of[number] = bits
        return bits

    def _slots(self) -> tuple[Mapping[int, int], Mapping[int, set[str]]]:
        """The runs that each word of a phrase stands in, as bits, and the words that fit it."""
        runs: dict[str, int] = defaultdict(int)
        for place, run in enumerate(self.runs):
            bit = 1 << place
            self._last.append(dict(zip(run, range(len(run)), strict=True)))
            for word in self._last[-1]:
                runs[word] |= bit
        where: dict[int, int] = defaultdict(int)
        fitting: dict[int, set[str]] = defaultdict(set)
        for word, bits in runs.items():
            for slot in self._book.slots_of(word):
                where[slot] |= bits
                fitting[slot].add(word)
        return dict(where), dict(fitting)

    def _placed(self, run: int, numbers: Collection[int]) -> dict[int, list[Match]]:
        """Those of some phrases whose words, all of them there, stand as they should."""
        if not numbers:
            return {}
        if run not in self._places:
            self._places[run] = _Places(self.runs[run], self._last[run], self._fitting)
        places, steps = self._places[run], self._book.steps
        found = {number: _matches(steps[number], places) for number in numbers}
        return {number: matches for number, matches in found.items() if matches}


def batches(runs: Sequence[T]) -> Iterator[Sequence[T]]:
    """Runs, so many at a time as one index holds well."""
    return (runs[start : start + BATCH] for start in range(0, len(runs), BATCH))


def by_run(phrases: Iterable[tuple[int, int]]) -> Mapping[int, list[int]]:
    """For each run, the phrases whose bits have it."""
    found: dict[int, list[int]] = defaultdict(list)
    for number, bits in phrases:
        left = bits
        while left:
            lowest = left & -left
            found[lowest.bit_length() - 1].append(number)
            left ^= lowest
    return found


class _Places(dict[int, list[int]]):
    """Where in a run each word of a phrase stands, worked out for those that are asked for."""

    def __init__(
        self, run: Sequence[str], last: Mapping[str, int], fitting: Mapping[int, set[str]]
    ) -> None:
        super().__init__()
        self._run = run
        self._last = last
        self._fitting = fitting

    def __missing__(self, slot: int) -> list[int]:
        last, fitting = self._last, self._fitting[slot]
        if len(fitting) <= _FEW:
            words = [word for word in fitting if word in last]
        else:
            words = list(last.keys() & fitting)
        places: list[int] = []
        for word in words:
            first, end = self._run.index(word), last[word]
            places.append(first)
            if first != end:  # most words stand once in a clause
                places += (at for at in range(first + 1, end + 1) if self._run[at] == word)
        if len(words) > 1:
            places.sort()
        self[slot] = places
        return places


def _matches(phrase: Phrase, places: Mapping[int, list[int]]) -> list[Match]:
    """The places of a phrase, none overlapping another."""
    first, rest = phrase
    starts = places[first]
    if not rest:
        return [Match(start, start + 1) for start in starts[:MOST]]
    found: list[Match] = []
    end = 0
    for start in starts:
        if len(found) == MOST:
            break
        if start >= end and (last := _last(rest, places, start)) is not None:
            end = last + 1
            found.append(Match(start, end))
    return found


def _last(rest: Iterable[Step], places: Mapping[int, list[int]], start: int) -> int | None:
    """Where the phrase that opens at `start` ends, words following as closely as they can."""
    reached = [start]
    for slot, gap in rest:
        at = places[slot]
        if len(at) > _FEW:
            near = {index for before in reached for index in _between(at, before, before + gap + 1)}
            reached = list(near)
        elif gap:
            reached = [
                index
                for index in at
                if any(before < index <= before + gap + 1 for before in reached)
            ]
        else:
            reached = [before + 1 for before in reached if before + 1 in at]
        if not reached:
            return None
    return min(reached)


def _between(at: list[int], after: int, last: int) -> list[int]:
    """Those of some ordered places that lie after one and not beyond another."""
    return at[bisect_right(at, after) : bisect_right(at, last)]
