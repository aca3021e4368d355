"""How alike two strings are: the door to rapidfuzz."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz.distance import Indel, LCSseq, Levenshtein, Postfix, Prefix
from rapidfuzz.process import cdist, cpdist

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

#: A word of fewer letters is one slip away from too many other words.
SHORTEST_MENDED = 9

#: One wrong, missing or added letter is damage; two are another word.
SLIPS = 1


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that a damaged word was, if exactly one is a single slip away.

    A slip at the end of a word is more often its grammar ("contributor", "contributory").
    """
    if len(word) < SHORTEST_MENDED:
        return None
    close = {
        candidate
        for candidate in known
        if candidate[-1] == word[-1]
        and Levenshtein.distance(word, candidate, score_cutoff=SLIPS) <= SLIPS
    }
    return close.pop() if len(close) == 1 else None


#: A name whose letters are as much alike is one that a hurried person may have meant.
MEANT = 0.65


def closest(word: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """The known names that a person who wrote a word may have meant, the likeliest first."""
    scores = (
        (-Levenshtein.normalized_similarity(word, name, score_cutoff=MEANT), name)
        for name in dict.fromkeys(known)
    )
    return tuple(name for score, name in sorted(scores) if score)[:most]


def shared(one: str, other: str) -> int:
    """How many letters two strings share in the same order."""
    if len(one) * len(other) > _MOST:
        return min(same_start(one, other) + same_end(one, other), len(one), len(other))
    return LCSseq.similarity(one, other)


#: Two strings are compared letter by letter if they have so many pairs of letters at the most: a
#: second's work. Longer ones are known by their ends.
_MOST = 100_000_000_000


def likeness(one: str, other: str, least: float = 0.0) -> float:
    """The share of the letters that two strings have in common, in the same order; 0 if below the least."""
    if len(one) * len(other) > _MOST:
        ends = (same_start(one, other) + same_end(one, other)) / max(len(one), len(other))
        return min(ends, 1.0) if ends >= least else 0.0
    return Indel.normalized_similarity(one, other, score_cutoff=least)


def likenesses(ones: Sequence[str], others: Sequence[str]) -> NDArray[np.float64]:
    """The likeness of each string with the one at its place among the others."""
    if _are_long(ones, others):
        return np.array(list(map(likeness, ones, others)))
    return cpdist(ones, others, scorer=Indel.normalized_similarity, dtype=np.float64)


def all_likenesses(
    ones: Sequence[str], others: Sequence[str], least: float = 0.0
) -> NDArray[np.float64]:
    """The likeness of each string (a row) with each of the others (a column); 0 if below the least."""
    if _are_long(ones, others):
        return np.array([[likeness(one, other, least) for other in others] for one in ones])
    scorer = Indel.normalized_similarity
    return cdist(ones, others, scorer=scorer, dtype=np.float64, score_cutoff=least)


def _are_long(ones: Sequence[str], others: Sequence[str]) -> bool:
    """Whether some pair of strings may be too long to be compared letter by letter."""
    return max(map(len, ones), default=0) * max(map(len, others), default=0) > _MOST


def edits(old: str, new: str) -> list[tuple[bool, int, int, int, int]]:
    """The fewest changes that make one string of another, as stretches of both, in order.

    Each is (whether the two stretches are equal, start and end in the old, start and end in the
    new). Stretches that are equal take turns with those that are not.
    """
    return [
        (code.tag == "equal", code.src_start, code.src_end, code.dest_start, code.dest_end)
        for code in Levenshtein.opcodes(old, new)
    ]


def same_start(one: str, other: str) -> int:
    """With how many letters both begin."""
    return Prefix.similarity(one, other)


def same_end(one: str, other: str) -> int:
    """With how many letters both end."""
    return Postfix.similarity(one, other)
