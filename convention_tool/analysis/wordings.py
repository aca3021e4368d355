"""Where a draft uses set words: "as far as possible", "measures shall be taken"."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from convention_tool.analysis.draft import Draft, Stretch

#: What a sentence says within so many letters of some words bears on them; a page has 3,000.
_SENTENCE = 1500


class Wording(NamedTuple):
    """Set words in their place."""

    stretch: Stretch
    start: int
    end: int

    @property
    def words(self) -> str:
        """The words as printed."""
        return self.stretch.words[self.start : self.end]

    @property
    def before(self) -> str:
        """What their sentence says before them, in lower case."""
        return plain(self.stretch.words[self.sentence_start : self.start])

    @property
    def after(self) -> str:
        """What their sentence says after them, in lower case."""
        furthest = self.end + _SENTENCE
        end = self.stretch.words.find(". ", self.end, furthest)
        return plain(self.stretch.words[self.end : end if end >= 0 else furthest])

    @property
    def sentence_start(self) -> int:
        """Where their sentence begins."""
        furthest = max(0, self.start - _SENTENCE)
        full_stop = self.stretch.words.rfind(". ", furthest, self.start)
        return full_stop + 2 if full_stop >= 0 else furthest


def wordings(draft: Draft, phrases: tuple[str, ...]) -> tuple[Wording, ...]:
    """Each use of some phrases, in the order of the text; of two that overlap, the first.

    Args:
        draft: where to look.
        phrases: in lower case, with straight apostrophes, as they are printed.
    """
    said_by = draft.fact(_Said)
    found: dict[int, list[Wording]] = defaultdict(list)
    for phrase, long_words in _long_words(phrases):
        for place in said_by.places(long_words):
            said = said_by.plain(place)
            if phrase in said:
                stretch = draft.stretches[place]
                found[place].extend(
                    Wording(stretch, start, start + len(phrase)) for start in uses(said, phrase)
                )
    return tuple(wording for place in sorted(found) for wording in _apart(found[place]))


def likely(draft: Draft, phrases: tuple[str, ...]) -> tuple[Stretch, ...]:
    """The stretches that say the longest words of one of some phrases, in order: where to look for it."""
    said_by = draft.fact(_Said)
    places = [said_by.places(long_words) for _, long_words in _long_words(phrases)]
    return tuple(draft.stretches[place] for place in sorted(frozenset[int]().union(*places)))


def first_of_each_provision(some: Iterable[Wording]) -> Iterator[Wording]:
    """Of some wordings, the first in each stretch of words."""
    told: set[int] = set()
    for one in some:
        if id(one.stretch) not in told:
            told.add(id(one.stretch))
            yield one


def plain(words: str) -> str:
    """Words as phrases are listed: lower case, straight apostrophes."""
    return words.lower().replace("’", "'")


def uses(said: str, phrase: str) -> Iterator[int]:
    """Where a phrase stands in some plain words, as whole words."""
    start = said.find(phrase)
    while start >= 0:
        end = start + len(phrase)
        if not (said[start - 1 : start].isalnum() or said[end : end + 1].isalnum()):
            yield start
        start = said.find(phrase, end)


def says(said: str, phrases: tuple[str, ...]) -> bool:
    """Whether some plain words have one of some phrases."""
    likely = [phrase for phrase in phrases if phrase in said]
    return any(next(uses(said, phrase), None) is not None for phrase in likely)


def _apart(some: list[Wording]) -> Iterator[Wording]:
    """The wordings of a stretch in order, the longest of those that overlap."""
    end = 0
    for one in sorted(some, key=lambda one: (one.start, -one.end)):
        if one.start >= end:
            yield one
            end = one.end


class _Said:
    """Which stretches have a word, by their places; looked up once for all phrases."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._by_word = _ByWord(draft)
        self._plain: dict[int, str] = {}

    def places(self, words: tuple[str, ...]) -> frozenset[int]:
        """The stretches that have all of some words."""
        return frozenset.intersection(*[self._by_word[word] for word in words])

    def plain(self, place: int) -> str:
        """The words of a stretch as phrases are listed."""
        if place not in self._plain:
            self._plain[place] = plain(self._draft.stretches[place].words)
        return self._plain[place]


class _ByWord(dict[str, frozenset[int]]):
    """The places of the stretches that have a word, for the words that were asked about."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft

    def __missing__(self, word: str) -> frozenset[int]:
        self[word] = frozenset(self._draft.places_saying(word))
        return self[word]


#: A phrase is looked for where so many of its words stand together, the longest.
_TRIED = 3


@cache
def _long_words(phrases: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each phrase with its longest words, which are likely the rarest."""
    return tuple(
        (phrase, tuple(sorted(_LETTERS.findall(phrase.lower()), key=len, reverse=True)[:_TRIED]))
        for phrase in phrases
    )


_LETTERS = re.compile(r"\w+")
