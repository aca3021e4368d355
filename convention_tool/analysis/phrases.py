"""Phrases, compiled together.

A phrase is written as a lawyer would look it up: `word`, `word*` for any ending, `one|other` for
alternatives, `..` for up to four words between, `...` for up to twelve. search.py finds them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.search import Index, Match
from convention_tool.analysis.similarity import nearest
from convention_tool.analysis.words import WORDS_KEPT, form
from convention_tool.catalogue.vocabulary import glued

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

#: The words that may stand in a gap of a phrase.
GAPS = {"..": 4, "...": 12}

#: Letters of a prefix by which the prefixes that could open a word are looked up.
_KEY = 2

#: Shorter words are their own ("become", "income"), not two that lost their space.
_SHORTEST_GLUED = 7

#: Longer ones are no two words of any language; to look for the place of the space would take long.
_LONGEST_GLUED = 40

#: One of two glued words is at least as long as this.
_LONGER_HALF = 5


#: Phrases by the numbers that a book gave them.
Numbers = frozenset[int]


class Phrase(NamedTuple):
    """A phrase: the slot of its first word, and the words that follow."""

    first: int
    rest: tuple[Step, ...]


class Step(NamedTuple):
    """One word of a phrase: its slot, and how many words may stand before it."""

    slot: int
    gap: int


@dataclass(slots=True)
class PhraseBook:
    """Phrases compiled together. Add all of them, close the book, then look them up."""

    #: The form of a word, or of the two known words that lost the space between them.
    parts: Callable[[str], tuple[str, ...]] = field(init=False)
    #: The words of phrases that a word of a text fits.
    slots_of: Callable[[str], frozenset[int]] = field(init=False)
    #: The words of each phrase in order, and the same once each, the rarest first.
    steps: list[Phrase] = field(default_factory=list)
    needs: list[tuple[int, ...]] = field(default_factory=list)
    _numbers: dict[str, int] = field(default_factory=dict)
    _slots: dict[str, int] = field(default_factory=dict)
    _literal: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    _prefix: dict[str, list[tuple[str, int]]] = field(default_factory=lambda: defaultdict(list))
    _mended: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self.parts = lru_cache(maxsize=WORDS_KEPT)(self._parts)
        self.slots_of = lru_cache(maxsize=WORDS_KEPT)(self._slots_of)

    def add(self, phrase: str) -> int:
        """The number under which matches of a phrase are reported."""
        if phrase not in self._numbers:
            self._numbers[phrase] = len(self.steps)
            first, *rest = self._compile(phrase)
            self.steps.append(Phrase(first.slot, tuple(rest)))
            self.needs.append(tuple(dict.fromkeys((first.slot, *(step.slot for step in rest)))))
        return self._numbers[phrase]

    def add_all(self, phrases: Iterable[str]) -> Numbers:
        """The numbers of some phrases."""
        return frozenset(map(self.add, phrases))

    def close(self) -> None:
        """Note which words are rare, and make all known to those that mend damaged ones."""
        uses = Counter(slot for needs in self.needs for slot in needs)
        self.needs = [
            tuple(sorted(needs, key=lambda slot: (uses[slot], slot))) for needs in self.needs
        ]
        for literal in self._literal:
            self._mended[literal[:_KEY]].append(literal)

    def forms(self, words: Iterable[str]) -> list[str]:
        """Words of a text in the form that phrases compare; two that lost their space parted."""
        return list(chain.from_iterable(map(self.parts, words)))

    def index(self, runs: Sequence[Sequence[str]]) -> Index:
        """Some runs of words, ready to be searched for many phrases at once."""
        return Index(self, runs)

    def find(
        self, words: Sequence[str], calls: Mapping[int, frozenset[int]] | None = None
    ) -> Mapping[int, list[Match]]:
        """Phrases in one run of words, with their places; see `Index.find`."""
        return self.index((words,)).find(0, calls)

    def _compile(self, phrase: str) -> Iterator[Step]:
        gap = 0
        for word in phrase.split():
            if word in GAPS:
                gap = GAPS[word]
            else:
                yield Step(self._slot(word), gap)
                gap = 0

    def _slot(self, word: str) -> int:
        """The slot of a word of a phrase, with its alternatives."""
        if word not in self._slots:
            slot = self._slots[word] = len(self._slots)
            choices = word.split("|")
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
