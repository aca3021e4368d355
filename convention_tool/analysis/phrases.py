"""Finding many phrases in a clause at once.

A phrase is written as a lawyer would look it up: `word`, `word*` for any ending, `one|other` for
alternatives, `..` for up to four words between, `...` for up to twelve. Every phrase is
looked for only where its rarest word stands, so a clause costs little more than its own length.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from convention_tool.analysis.similarity import nearest
from convention_tool.analysis.words import WORDS_KEPT, form
from convention_tool.catalogue.vocabulary import glued

#: The words that may stand in a gap of a phrase.
GAPS = {"..": 4, "...": 12}

#: Letters of a prefix by which the prefixes that could open a word are looked up.
_KEY = 2

#: Words of so few letters stand in nearly every clause ("of", "the", "may").
_COMMON = 3

#: Shorter words are their own ("become", "income"), not two that lost their space.
_SHORTEST_GLUED = 7

#: Longer ones are no two words of any language; to look for the place of the space would take long.
_LONGEST_GLUED = 40

#: One of two glued words is at least as long as this.
_LONGER_HALF = 5


class Match(NamedTuple):
    """A phrase found in a clause: the first word of it, and one past its last."""

    start: int
    end: int


class _Step(NamedTuple):
    """One word of a phrase: its slot, and how many words may stand before it."""

    slot: int
    gap: int


class _Known(NamedTuple):
    """What is known of a word of a text."""

    #: The words of phrases that it fits.
    slots: frozenset[int]
    #: The phrases that are looked up by it.
    phrases: tuple[int, ...]


@dataclass(slots=True)
class PhraseBook:
    """Phrases compiled together. Add all of them, close the book, then look them up."""

    #: The form of a word, or of the two known words that lost the space between them.
    parts: Callable[[str], tuple[str, ...]] = field(init=False)
    _known: Callable[[str], _Known] = field(init=False)
    _numbers: dict[str, int] = field(default_factory=dict)
    _steps: list[tuple[_Step, ...]] = field(default_factory=list)
    _needs: list[frozenset[int]] = field(default_factory=list)
    _slots: dict[str, int] = field(default_factory=dict)
    _is_common: list[bool] = field(default_factory=list)
    _literal: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    _prefix: dict[str, list[tuple[str, int]]] = field(default_factory=lambda: defaultdict(list))
    _anchored: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    _mended: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self.parts = lru_cache(maxsize=WORDS_KEPT)(self._parts)
        self._known = lru_cache(maxsize=WORDS_KEPT)(self._looked_up)

    def add(self, phrase: str) -> int:
        """The number under which matches of a phrase are reported."""
        if phrase not in self._numbers:
            self._numbers[phrase] = len(self._steps)
            self._steps.append(tuple(self._compile(phrase)))
            self._needs.append(frozenset(step.slot for step in self._steps[-1]))
        return self._numbers[phrase]

    def close(self) -> None:
        """Choose for each phrase the word by which it is looked up: little-used, no little word."""
        uses: dict[int, int] = defaultdict(int)
        for slots in self._needs:
            for slot in slots:
                uses[slot] += 1
        for number, slots in enumerate(self._needs):
            anchor = min(slots, key=lambda slot: (self._is_common[slot], uses[slot], slot))
            self._anchored[anchor].append(number)
        for literal in self._literal:
            self._mended[literal[:_KEY]].append(literal)

    def forms(self, words: Iterable[str]) -> list[str]:
        """Words of a text in the form that phrases compare; two that lost their space parted."""
        return list(chain.from_iterable(map(self.parts, words)))

    def find(
        self, words: Sequence[str], calls: Mapping[int, frozenset[int]] | None = None
    ) -> Mapping[int, list[Match]]:
        """Phrases in a run of words, with their places.

        Every phrase is looked for, or where `calls` is given, its keys: another phrase only
        where a key that calls for it is found, since alone it would say nothing.
        """
        where: dict[str, list[int]] = defaultdict(list)
        for index, word in enumerate(words):
            where[word].append(index)
        every = [(self._known(word), at) for word, at in where.items()]
        known = [one for one in every if one[0].slots]
        here = frozenset().union(*[entry.slots for entry, _ in known])
        needs = self._needs
        wanted = {n for entry, _ in known for n in entry.phrases if needs[n] <= here}
        if calls is None:
            return self._placed(wanted, known)
        found = self._placed({number for number in wanted if number in calls}, known)
        called = wanted.intersection(chain.from_iterable(calls[number] for number in found))
        return {**self._placed(called, known), **found}

    def _placed(
        self, wanted: AbstractSet[int], known: Iterable[tuple[_Known, list[int]]]
    ) -> dict[int, list[Match]]:
        """Those of some phrases whose words, all of them there, stand as they should."""
        if not wanted:
            return {}
        needed = frozenset().union(*[self._needs[number] for number in wanted])
        places: dict[int, list[int]] = defaultdict(list)
        for entry, at in known:
            for slot in needed & entry.slots:
                places[slot] += at
        for positions in places.values():
            positions.sort()
        found = {number: _matches(self._steps[number], places) for number in wanted}
        return {number: matches for number, matches in found.items() if matches}

    def _looked_up(self, word: str) -> _Known:
        slots = self._slots_of(word)
        phrases = chain.from_iterable(self._anchored.get(slot, ()) for slot in slots)
        return _Known(slots, tuple(sorted(phrases)))

    def _compile(self, phrase: str) -> Iterator[_Step]:
        gap = 0
        for word in phrase.split():
            if word in GAPS:
                gap = GAPS[word]
            else:
                yield _Step(self._slot(word), gap)
                gap = 0

    def _slot(self, word: str) -> int:
        """The slot of a word of a phrase, with its alternatives."""
        if word not in self._slots:
            slot = self._slots[word] = len(self._slots)
            choices = word.split("|")
            self._is_common.append(min(map(len, choices)) <= _COMMON)
            for choice in choices:
                if choice.endswith("*"):
                    stem = choice[:-1]
                    self._prefix[stem[:_KEY]].append((stem, slot))
                else:
                    self._literal[form(choice)].add(slot)
        return self._slots[word]

    def _slots_of(self, word: str) -> frozenset[int]:
        """The slots a word of a text fits; a damaged word fits what it was before."""
        return frozenset(self._fits(word) or self._fits_mended(word))

    def _fits(self, word: str) -> set[int]:
        slots = set(self._literal.get(word, ()))
        for stem, slot in self._prefix.get(word[:_KEY], ()):
            if word.startswith(stem):
                slots.add(slot)
        return slots

    def _fits_mended(self, word: str) -> set[int]:
        was = nearest(word, self._mended.get(word[:_KEY], ()))
        return self._fits(was) if was else set()

    def _parts(self, printed: str) -> tuple[str, ...]:
        word = form(printed)
        if not _SHORTEST_GLUED <= len(word) <= _LONGEST_GLUED or self._fits(word):
            return (word,)
        for place in range(len(word) - 1, 0, -1):
            second = word[place:]
            if max(place, len(second)) < _LONGER_HALF or not self._can_end(second):
                continue
            first = form(word[:place])
            if self._are_words(first, second):
                return (first, second)
        return (word,)

    def _can_end(self, second: str) -> bool:
        """Whether some letters at the end of a word are a word that others are glued to."""
        _, after = glued()
        return second in after or bool(self._fits(second))

    def _are_words(self, first: str, second: str) -> bool:
        """Whether the letters before such an end are a word too."""
        before, after = glued()
        if first in before:
            return True
        if second in after:
            return bool(self._fits(first))
        return first in self._literal and second in self._literal


def _matches(steps: Sequence[_Step], places: Mapping[int, list[int]]) -> list[Match]:
    """The places of a phrase, none overlapping another."""
    starts = places[steps[0].slot]
    if len(steps) == 1:
        return [Match(start, start + 1) for start in starts]
    found: list[Match] = []
    end = 0
    for start in starts:
        if start >= end and (last := _last(steps, places, start)) is not None:
            end = last + 1
            found.append(Match(start, end))
    return found


def _last(steps: Sequence[_Step], places: Mapping[int, list[int]], start: int) -> int | None:
    """Where the phrase that opens at `start` ends, words following as closely as they can."""
    reached = {start}
    for slot, gap in steps[1:]:
        at = places[slot]
        reached = {
            index
            for before in reached
            for index in at[bisect_right(at, before) : bisect_right(at, before + gap + 1)]
        }
        if not reached:
            return None
    return min(reached)
