"""Which articles correspond because most of what they say stands in both, in the same order.

Paragraphs that say the same are matched as in a comparison of lines: in order, as many as can be.
Each then speaks for the articles that hold it. What a text says in many places speaks only for
articles that say nothing else that is the same; the order tells such twins apart.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from convention_tool.analysis.diff.settling import same_in_order
from convention_tool.analysis.diff.units import Level

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from convention_tool.analysis.diff.pairs import Alignment
    from convention_tool.analysis.diff.units import Text

#: The share of an article's letters that has to speak for its counterpart.
_MOST = 0.5


def elected(found: Alignment) -> Iterator[tuple[int, int]]:
    """Pairs of articles without a pair that share most of what they say, in order."""
    ours, theirs = _Articles(found.old), _Articles(found.new)
    once = _once(ours.said) & _once(theirs.said)
    sure = ours.that_say(once), theirs.that_say(once)
    votes: Counter[tuple[int, int]] = Counter()
    for one, other in same_in_order(ours.said, theirs.said):
        old, new = ours.home[one], theirs.home[other]
        if ours.said[one] in once or (old not in sure[0] and new not in sure[1]):
            votes[old, new] += len(ours.said[one])
    for (old, new), letters in votes.items():
        enough = letters > _MOST * ours.length[old] and letters > _MOST * theirs.length[new]
        if enough and old not in found.pairs and new not in found.back:
            yield old, new


def _once(said: list[str]) -> set[str]:
    """What is said once."""
    return {words for words, count in Counter(said).items() if count == 1}


class _Articles:
    """The articles of a text: what stands in each, and how long it is."""

    def __init__(self, text: Text) -> None:
        #: What every unit under an article says, and the place of that article.
        self.said: list[str] = []
        self.home: list[int] = []
        self.length: dict[int, int] = {}
        for article in text.of_level(Level.ARTICLE):
            said = [unit.body for unit in text.under(article) if unit.text or unit.closing]
            self.said += said
            self.home += [article.place] * len(said)
            self.length[article.place] = sum(map(len, said))

    def that_say(self, words: Container[str]) -> set[int]:
        """The articles that say one of some things."""
        return {home for home, said in zip(self.home, self.said, strict=True) if said in words}
