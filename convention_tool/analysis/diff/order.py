"""Where a unit is expected in the new text, by those around it whose place is known; and what moved."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from convention_tool.analysis.diff.units import Unit


class Expected:
    """Where units of the old text are expected in the new one."""

    def __init__(self, known: Mapping[int, int], old: int, new: int) -> None:
        """Learn from pairs of places whose counterpart is known; `old` and `new` are all units."""
        olds = sorted(known)
        kept = in_order([known[place] for place in olds], [1] * len(olds))
        steady = [olds[place] for place in kept]
        self._old = np.array([-1, *steady, old], dtype=float)
        self._new = np.array([-1, *(known[place] for place in steady), new], dtype=float)
        self._size = max(new, 1)

    def shares(self, units: Sequence[Unit]) -> NDArray[np.float64]:
        """Where each old unit is expected, 0 to 1."""
        places = [float(unit.place) for unit in units]
        shares: NDArray[np.float64] = np.interp(places, self._old, self._new) / self._size
        return shares

    def standing(self, units: Sequence[Unit]) -> NDArray[np.float64]:
        """Where each new unit stands, 0 to 1."""
        return np.array([unit.place for unit in units]) / self._size

    def nearness(self, old: int, new: int) -> float:
        """How near a new place is to where an old unit is expected, 0 to 1."""
        return 1 - self.distance(old, new) / self._size

    def distance(self, old: int, new: int) -> float:
        """How many units a new place is away from where an old unit is expected."""
        return abs(float(np.interp(old, self._old, self._new)) - new)


def gaps(
    ours: Sequence[Unit], theirs: Sequence[Unit], pairs: Mapping[int, int]
) -> Iterator[tuple[Sequence[Unit], Sequence[Unit]]]:
    """What stands without a pair between two neighbouring pairs that keep their order."""
    column = {unit.place: place for place, unit in enumerate(theirs)}
    known = [
        (row, column[pairs[unit.place]]) for row, unit in enumerate(ours) if unit.place in pairs
    ]
    taken = set(pairs.values())
    steady = [known[place] for place in in_order([new for _, new in known], [1] * len(known))]
    for (row, col), (next_row, next_col) in pairwise([(-1, -1), *steady, (len(ours), len(theirs))]):
        left = [unit for unit in ours[row + 1 : next_row] if unit.place not in pairs]
        right = [unit for unit in theirs[col + 1 : next_col] if unit.place not in taken]
        if left and right:
            yield left, right


def in_order(values: Sequence[int], weights: Sequence[int]) -> list[int]:
    """The places of the heaviest ascending subsequence of some distinct values.

    What is not in it has to move if the rest is to stay.
    """
    # For each value the best weight of a subsequence that ends there, kept as a frontier on which
    # both the values and the weights ascend.
    ends: list[int] = []
    totals: list[int] = []
    last: list[int] = []
    before = [-1] * len(values)
    for place, (value, weight) in enumerate(zip(values, weights, strict=True)):
        at = bisect_left(ends, value)
        total = weight + (totals[at - 1] if at else 0)
        before[place] = last[at - 1] if at else -1
        until = bisect_right(totals, total, at)
        ends[at:until], totals[at:until], last[at:until] = [value], [total], [place]
    found = []
    place = last[-1] if last else -1
    while place >= 0:
        found.append(place)
        place = before[place]
    return found[::-1]
