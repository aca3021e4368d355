"""How much of both texts is the same under each provision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convention_tool.analysis.diff.redline import Op

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convention_tool.analysis.diff.pairs import Alignment
    from convention_tool.analysis.diff.records import Edits


def similarities(alignment: Alignment, edits: Mapping[int, Edits]) -> list[float]:
    """The share of the letters of each new unit and of its pair that both have, 0 to 1, by its place.

    What stands in the units counts; what went to another holder does not count for either.
    """
    olds, news = alignment.old.units, alignment.new.units
    ours, theirs = list(alignment.old.lengths), list(alignment.new.lengths)
    kept, found = [0] * len(news), [0.0] * len(news)
    for unit in reversed(olds[1:]):
        ours[unit.parent] += ours[unit.place]
    for unit in reversed(news):
        place, parent = unit.place, unit.parent
        old = alignment.back.get(place)
        if old is not None:
            changed = edits[place]
            kept[place] += alignment.new.lengths[place]
            if changed:
                kept[place] += shared(changed) - sum(len(unit.said(slot)) for slot in changed)
            found[place] = share(kept[place], ours[old], theirs[place])
            if place and not alignment.strays(olds[old], place):
                kept[parent] += kept[place]
        if place:
            theirs[parent] += theirs[place]
    return found


def shared(edits: Edits) -> int:
    """How many letters stay in some edits."""
    return sum(len(edit.text) for made in edits.values() for edit in made if edit.op is Op.EQUAL)


def share(kept: int, old: int, new: int) -> float:
    """The share of two lengths that is kept; two texts that say nothing are the same."""
    return min(2 * kept / (old + new), 1.0) if old + new else 1.0
