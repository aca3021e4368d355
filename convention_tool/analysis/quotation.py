"""The words of a clause that are shown to a reader as evidence."""

import re
from collections.abc import Callable, Sequence

from convention_tool.analysis.words import Word
from convention_tool.analysis.words import words as words_of

#: Evidence is quoted as far as a reader needs to recognise it, and no further.
LONGEST = 24

#: So many words before and after may be quoted to reach the end of a phrase.
AROUND = 8

#: Where a phrase ends.
_PAUSE = re.compile(r"[,;:.()–—]")


def quotation(text: str, words: Sequence[Word], start: int, end: int) -> str:
    """The words from `start` to `end` with the phrase they stand in, as printed in the text."""
    first, last = start, end - 1
    while first > max(0, start - AROUND) and not _pause(text, words[first - 1], words[first]):
        first -= 1
    while last < min(len(words), end + AROUND) - 1 and not _pause(
        text, words[last], words[last + 1]
    ):
        last += 1
    last = min(last, first + LONGEST - 1)
    return " ".join(text[words[first].start : words[last].end].split())


def as_formed(text: str, parts: Callable[[str], Sequence[str]]) -> list[Word]:
    """The words of a text, each as often as it has forms: two that lost their space have two."""
    return [word for word in words_of(text) for _ in parts(word.text)]


def own_quotation(text: str, own: Sequence[Word], start: int, end: int) -> str:
    """The same for places counted from the clause's own words, the chapeaux before them.

    Where only the chapeaux say it, the words of the item that they govern are quoted.
    """
    if end <= 0:
        return quotation(text, own, 0, min(len(own), LONGEST))
    return quotation(text, own, max(0, start), end)


def _pause(text: str, before: Word, after: Word) -> bool:
    return bool(_PAUSE.search(text, before.end, after.start))
