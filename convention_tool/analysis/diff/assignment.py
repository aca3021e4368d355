"""The best pairs overall: no text is in two pairs, and the sum of what the pairs are worth is greatest."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Worths = Mapping[tuple[int, int], float]


def assign(worths: Worths) -> dict[int, int]:
    """The new text of each old one that has one.

    Args:
        worths: what each possible pair (old, new) is worth, above 0. Pairs that are not there are
            not possible.

    The problem falls apart into groups that share no text, each solved for itself; most are one
    pair.
    """
    found: dict[int, int] = {}
    for group in _groups(worths):
        if len(group) == 1:
            found.update(group)
        else:
            found.update(_assign_group(group, worths))
    return found


def _assign_group(group: list[tuple[int, int]], worths: Worths) -> Iterable[tuple[int, int]]:
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415  # it takes a while to load

    rows = sorted({old for old, _ in group})
    columns = sorted({new for _, new in group})
    row = {old: place for place, old in enumerate(rows)}
    column = {new: place for place, new in enumerate(columns)}
    worth = np.zeros((len(rows), len(columns)))
    for old, new in group:
        worth[row[old], column[new]] = worths[old, new]
    pairs = zip(*linear_sum_assignment(worth, maximize=True), strict=True)
    return [(rows[i], columns[j]) for i, j in pairs if worth[i, j] > 0]


def _groups(pairs: Iterable[tuple[int, int]]) -> Iterable[list[tuple[int, int]]]:
    """The pairs, those that hang together by an old or new text in one group."""
    root: dict[int, int] = {}

    def top(one: int) -> int:
        while root.setdefault(one, one) != one:
            root[one] = one = root[root[one]]
        return one

    for old, new in pairs:
        root[top(old)] = top(~new)
    groups: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for old, new in pairs:
        groups[top(old)].append((old, new))
    return groups.values()
