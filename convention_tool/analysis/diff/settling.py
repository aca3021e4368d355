"""Pairs that need no weighing: no other set of pairs could be worth more without them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from convention_tool.analysis.diff.spelling import Letters
from convention_tool.analysis.similarity import (
    all_likenesses,
    edits,
    likeness,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from convention_tool.analysis.diff.units import Unit

    Key = Callable[[Unit], str]

#: What it is worth that the holders of two units correspond.
SAME_HOLDER = 0.15

#: A pair of the same holders that is so much alike is not bettered by any of other holders, which
#: can be worth no more than 1.
SETTLED = 1 - SAME_HOLDER


#: So many pairs of wordings are compared, each with each, at the most.
MOST_PAIRS = 250_000


def unique(
    ours: Sequence[Unit], theirs: Sequence[Unit], our_key: Key, their_key: Key
) -> Iterator[tuple[Unit, Unit]]:
    """Units that say the same, and whose words stand once on each side."""
    keys, others = list(map(our_key, ours)), list(map(their_key, theirs))
    once, there = Counter(keys), Counter(others)
    by_key = dict(zip(others, theirs, strict=True))
    for unit, key in zip(ours, keys, strict=True):
        if key and once[key] == 1 and there[key] == 1:
            yield unit, by_key[key]


#: In longer lists, what stands many times is paired in order, as lines are.
_SHORT_LIST = 40


def same(
    ours: Sequence[Unit], theirs: Sequence[Unit], our_key: Key, their_key: Key
) -> Iterator[tuple[Unit, Unit]]:
    """Units of two holders that say the same: all, if the holders do; else those that stand once."""
    keys, others = list(map(our_key, ours)), list(map(their_key, theirs))
    if keys == others:
        yield from zip(ours, theirs, strict=True)
    elif max(len(ours), len(theirs)) > _SHORT_LIST:
        for one, other in same_in_order(keys, others):
            yield ours[one], theirs[other]
    elif len(ours) > 1 or len(theirs) > 1:
        yield from unique(ours, theirs, our_key, their_key)


def same_in_order(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The places of what is said in both, as much of it as stands in the same order."""
    if max(len(ours), len(theirs)) > _LONGEST_LIST:
        return
    letters = Letters()
    for equal, old, old_end, new, new_end in edits(letters.spell(ours), letters.spell(theirs)):
        if equal:
            yield from zip(range(old, old_end), range(new, new_end), strict=True)


#: Longer lists are left to the other ways of pairing.
_LONGEST_LIST = 100_000


def settled(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs of wordings that are alike enough, and likest for both, by their places.

    As many wordings as there are on the other side, each alike enough to the one at its place, are
    not looked at further: the order says that they belong together. One that is alike enough to
    another than that is not settled. Letters are compared, not words: where little changed that is
    as telling, and quicker.
    """
    if len(ours) == len(theirs) and all(
        likeness(one, other, SETTLED) for one, other in zip(ours, theirs, strict=True)
    ):
        return [(place, place) for place in range(len(ours))]
    if len(ours) == len(theirs) == 1 or len(ours) * len(theirs) > MOST_PAIRS:
        return []
    alike = all_likenesses(ours, theirs, SETTLED)
    best = (alike >= alike.max(axis=1, keepdims=True)) & (alike >= alike.max(axis=0))
    alone = (best.sum(axis=1, keepdims=True) == 1) & (best.sum(axis=0) == 1)
    in_place = np.eye(len(ours), dtype=bool) if len(ours) == len(theirs) else True
    rows, columns = np.nonzero(best & alone & (alike > 0) & in_place)
    return list(zip(rows.tolist(), columns.tolist(), strict=True))
