"""Texts as strings in which each letter stands for a word.

rapidfuzz compares letters; in this spelling it compares words, and as fast.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Letters are taken from here on: all that is above can stand in a string, and be encoded.
FIRST = 0xE000

#: So many words have a letter of their own; no language has as many.
_MOST = 0x10FFFF - FIRST

_WORD = re.compile(r"\w+")


class Letters(dict[str, str]):
    """A letter for each of some tokens; a token that comes for the first time is given the next."""

    def __missing__(self, token: str) -> str:
        """The next letter."""
        letter = self[token] = chr(FIRST + len(self) % _MOST)
        return letter

    def spell(self, tokens: Iterable[str]) -> str:
        """The tokens, a letter for each."""
        return "".join(map(self.__getitem__, tokens))


class Spelling(dict[str, str]):
    """Spells texts by their words, without case and punctuation.

    It remembers what stands between two spaces ("Convention,"): most of a text has been seen.
    """

    def __init__(self) -> None:
        super().__init__()
        self._letters = Letters()

    def __missing__(self, printed: str) -> str:
        """The letters of the words in what stands between two spaces; there may be none."""
        if printed.isalpha():
            spelled = self._letters[printed.casefold()]
        else:
            spelled = self._letters.spell(_WORD.findall(printed.casefold()))
        self[printed] = spelled
        return spelled

    def spell(self, text: str) -> str:
        """The words of a text, a letter for each."""
        return "".join(map(self.__getitem__, text.split()))
