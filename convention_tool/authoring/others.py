"""Whether words speak of another instrument beside the provisions they name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from convention_tool.catalogue.authoring import theirs
from convention_tool.catalogue.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

#: A word before a provision is at most so many letters long, with the space after it.
_REACH = 12

_SENTENCE_END = re.compile(r"\.\s|\n")


@dataclass(frozen=True, slots=True)
class Others:
    """The patterns of a language."""

    #: Just before a provision: "its", "whose".
    possessive: re.Pattern[str]
    #: A treaty of any kind, and this one.
    treaty: re.Pattern[str]
    ours: re.Pattern[str]

    def owns(self, words: str, start: int) -> bool:
        """Whether a provision that is named at an offset is said to be another's."""
        return bool(self.possessive.search(words, max(0, start - _REACH), start))

    def named_near(self, words: str, start: int, end: int) -> bool:
        """Whether the sentence that names a provision names another treaty, too."""
        before = [stop.end() for stop in _SENTENCE_END.finditer(words, 0, start)]
        after = _SENTENCE_END.search(words, end)
        sentence = words[before[-1] if before else 0 : after.start() if after else len(words)]
        return bool(self.treaty.search(self.ours.sub("", sentence)))


@cache
def others(language: str) -> Others:
    """The patterns of a language."""
    words = vocabulary(language)
    nouns, own = _any_of(words.self_nouns), _any_of(words.own)
    flags = re.IGNORECASE
    return Others(
        re.compile(rf"\b{_any_of(theirs())}\s?\Z", flags),
        re.compile(rf"\b{nouns}s?\b", flags),
        re.compile(rf"\b{own}\s(?:\w+\s)?{nouns}\b", flags),
    )


def _any_of(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, longest_first))})"
