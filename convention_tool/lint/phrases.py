"""How messages speak of numbers."""

from collections.abc import Sequence

#: A drafter checks three numbers at a glance; of more, the ends say enough.
_SHOWN = 3


def listed(words: Sequence[str]) -> str:
    """The words as a sentence lists them: "6", "6 and 7", "6, 7 and 8", "6 to 12"."""
    if len(words) > _SHOWN:
        return f"{words[0]} to {words[-1]}"
    return " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else words[0]


def articles(numbers: Sequence[str]) -> str:
    """Articles by number, in the singular or plural: "article 6", "articles 6 and 7"."""
    return f"{'article' if len(numbers) == 1 else 'articles'} {listed(numbers)}"


def are(count: int) -> str:
    """The verb for so many."""
    return "is" if count == 1 else "are"
