"""How alike two spellings are: the door to rapidfuzz."""

from collections.abc import Iterable

from rapidfuzz.distance import Levenshtein

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
