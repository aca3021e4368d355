"""Which paragraph, recital and item of a list is which.

What stands in articles that correspond is compared first, from the top down. What is left is
weighed together with what is left elsewhere, so that a paragraph that moved finds its counterpart.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from convention_tool.analysis.diff.assignment import assign
from convention_tool.analysis.diff.order import Expected
from convention_tool.analysis.diff.settling import MOST_PAIRS, SAME_HOLDER, same, settled
from convention_tool.analysis.diff.units import Level
from convention_tool.analysis.diff.weighing import candidates
from convention_tool.analysis.similarity import all_likenesses, likenesses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from convention_tool.analysis.diff.pairs import Alignment, Side
    from convention_tool.analysis.diff.units import Unit

#: Paragraphs of two articles that correspond are counterparts from here on.
SAME_PARAGRAPH = 0.3

#: Those of other articles are only where they share most of their words and have enough of them;
#: fewer will do where they stand next to where the old one is expected.
MOVED_PARAGRAPH = 0.6
NEXT_PARAGRAPH = 0.42
FEWEST_WORDS = 5
_NEXT = 4

#: What standing in the same order is worth: it decides between twins.
_ORDER = 0.1

_LEVELS = (Level.RECITAL, Level.PARAGRAPH, Level.SUBPARAGRAPH)


def pair_provisions(
    found: Alignment, old: Side, new: Side, holders: Iterable[tuple[int, int]]
) -> None:
    """Add the pairs of paragraphs, recitals and items, where those of what holds them are known."""
    pairing = _Pairing(found, old, new)
    pairing.descend(list(holders))
    pairing.weigh((Level.RECITAL,))
    pairing.weigh((Level.PARAGRAPH,))
    while pairing.weigh((Level.SUBPARAGRAPH,)):
        pass  # the lists within the lists that were paired now
    pairing.weigh(_LEVELS)  # a paragraph may have become an item, and an item a paragraph


#: What it is worth that two provisions define one term; as much is lost if they define two.
_TERM = 0.5

_DEFINED = re.compile(r"\W{0,3}(?:[\w’']+\s){0,2}?[\"“„«]\s?([^\"”»\n]{1,80})[\"”»]")


def _by_term(one: Unit, other: Unit) -> float:
    """What it is worth for two provisions that they define one term, or two."""
    if not _term(one) or not _term(other):
        return 0.0
    return -_TERM if _define_two(one, other) else _TERM


def _define_two(one: Unit, other: Unit) -> bool:
    """Whether two provisions define two terms."""
    terms = {_term(one), _term(other)}
    return len(terms) == 2 and "" not in terms


def _term(unit: Unit) -> str:
    """The term that a provision opens with in quotation marks, as a definition does."""
    opening = _DEFINED.match(unit.text)
    return opening[1].strip().casefold() if opening else ""


class _Pairing:
    def __init__(self, found: Alignment, old: Side, new: Side) -> None:
        self._found, self._old, self._new = found, old, new
        #: What pairs are worth whose holders correspond.
        self._worths: dict[tuple[int, int], float] = {}

    def descend(self, pairs: list[tuple[int, int]]) -> None:
        """Pair what stands under some pairs, as far down as it is settled; weigh the rest."""
        while pairs:
            one, other = pairs.pop()
            ours = self._old.text.children[one]
            theirs = self._new.text.children[other]
            if ours and theirs:
                pairs += self._within(ours, theirs)

    def _within(self, ours: Sequence[Unit], theirs: Sequence[Unit]) -> Iterator[tuple[int, int]]:
        left = self._found.old_left(unit for unit in ours if unit.level in _LEVELS)
        right = self._found.new_left(unit for unit in theirs if unit.level in _LEVELS)
        if not left or not right:
            return
        for one, other in same(left, right, self._old.whole, self._new.whole):
            self._found.add_alike(one, other)
        left, right = self._found.old_left(left), self._found.new_left(right)
        if not left or not right:
            return
        for i, j in settled(self._old.all_whole(left), self._new.all_whole(right)):
            if _define_two(left[i], right[j]):
                continue
            self._found.add(left[i].place, right[j].place)
            yield left[i].place, right[j].place
        left, right = self._found.old_left(left), self._found.new_left(right)
        if not left or not right or len(left) * len(right) > MOST_PAIRS:
            return
        alike = all_likenesses(
            self._old.all_spelled(left), self._new.all_spelled(right), SAME_PARAGRAPH
        )
        alike += np.array([[_by_term(one, other) for other in right] for one in left])
        for i, j in zip(*np.nonzero(alike > 0), strict=True):
            apart = abs(i / len(left) - j / len(right))
            worth = float(alike[i, j]) + SAME_HOLDER + _ORDER * (1 - apart)
            self._worths[left[i].place, right[j].place] = worth

    def weigh(self, levels: Sequence[Level]) -> bool:
        """Pair what is left of some levels; whether anything was."""
        left = self._found.old_left(self._old.of_level(*levels))
        right = self._found.new_left(self._new.of_level(*levels))
        if not left or not right:
            return False
        worths = dict(self._across(left, right))
        olds, news = {unit.place for unit in left}, {unit.place for unit in right}
        for (one, other), worth in self._worths.items():
            if one in olds and other in news:
                worths[one, other] = max(worth, worths.get((one, other), 0.0))
        pairs = list(assign(worths).items())
        for pair in pairs:
            self._found.add(*pair)
        self.descend(pairs)
        return bool(pairs)

    def _across(
        self, left: Sequence[Unit], right: Sequence[Unit]
    ) -> Iterator[tuple[tuple[int, int], float]]:
        """What pairs are worth whatever holds them."""
        left = [unit for unit in left if len(self._old.spelled(unit)) >= FEWEST_WORDS]
        right = [unit for unit in right if len(self._new.spelled(unit)) >= FEWEST_WORDS]
        if not left or not right:
            return
        ours, theirs = self._old.all_spelled(left), self._new.all_spelled(right)
        expected = Expected(self._found.pairs, len(self._old.units), len(self._new.units))
        near = candidates(ours, theirs, expected.shares(left), expected.standing(right))
        in_order = likenesses([ours[i] for i in near.old], [theirs[j] for j in near.new])
        for i, j, by_words, ordered in zip(*near, in_order, strict=True):
            one, other = left[i].place, right[j].place
            worth = (float(by_words) + float(ordered)) / 2 + _by_term(left[i], right[j])
            needed = NEXT_PARAGRAPH if expected.distance(one, other) <= _NEXT else MOVED_PARAGRAPH
            if worth >= needed:
                yield (one, other), worth + _ORDER * expected.nearness(one, other)
