"""Which articles correspond because most of what they say stands in both, in the same order.

Paragraphs that say the same are matched as in a comparison of lines: in order, as many as can be.
Each then speaks for the articles that hold it. Where a text says the same in many places, the order
tells the twins apart.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from convention_tool.analysis.diff.spelling import Letters
from convention_tool.analysis.diff.units import Level
from convention_tool.analysis.similarity import edits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convention_tool.analysis.diff.pairs import Alignment
    from convention_tool.analysis.diff.units import Text, Unit

#: The share of an article's letters that has to speak for its counterpart.
_MOST = 0.5

#: Longer lists of paragraphs are left to the other ways of pairing.
_LONGEST = 100_000


def elected(found: Alignment) -> Iterator[tuple[int, int]]:
    """Pairs of articles without a pair that share most of what they say, in order."""
    ours, theirs = _Articles(found.old), _Articles(found.new)
    votes: Counter[tuple[int, int]] = Counter()
    for one, other in _in_order(ours.said, theirs.said):
        pair = ours.home[one.place], theirs.home[other.place]
        votes[pair] += len(one.body)
    for (old, new), words in votes.items():
        enough = words > _MOST * ours.length[old] and words > _MOST * theirs.length[new]
        if enough and old not in found.pairs and new not in found.back:
            yield old, new


class _Articles:
    """The articles of a text: what stands in each, and how long it is."""

    def __init__(self, text: Text) -> None:
        self.home: dict[int, int] = {}
        self.length: dict[int, int] = {}
        self.said: list[Unit] = []
        for article in text.of_level(Level.ARTICLE):
            under = [unit for unit in text.under(article) if unit.body]
            self.said += under
            self.length[article.place] = sum(len(unit.body) for unit in under)
            self.home.update((unit.place, article.place) for unit in under)


def _in_order(ours: Sequence[Unit], theirs: Sequence[Unit]) -> Iterator[tuple[Unit, Unit]]:
    """Units that say the same, as many as stand in the same order."""
    if max(len(ours), len(theirs)) > _LONGEST:
        return
    letters = Letters()
    spelled = (letters.spell([unit.body for unit in units]) for units in (ours, theirs))
    for equal, old, old_end, new, _ in edits(*spelled):
        if equal:
            yield from zip(ours[old:old_end], theirs[new:], strict=False)
