"""What was split in two, and what was merged into one."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import numpy as np

from convention_tool.analysis.diff.pairs import Piece
from convention_tool.analysis.diff.provisions import FEWEST_WORDS
from convention_tool.analysis.diff.units import Level
from convention_tool.analysis.diff.weighing import candidates
from convention_tool.analysis.similarity import shared

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from convention_tool.analysis.diff.pairs import Alignment, Side
    from convention_tool.analysis.diff.units import Unit

#: What is cut in two, or joined, as such; articles follow their paragraphs.
CUT = (Level.PARAGRAPH, Level.SUBPARAGRAPH, Level.RECITAL)

#: A paragraph is a piece of another if the other holds so much of it, beyond what its counterpart
#: has of it.
_PIECE = 0.6

#: An article is made of another if so much of it comes from there.
_MADE_OF = 0.5


def find_pieces(found: Alignment, old: Side, new: Side) -> None:
    """Add the pieces of split paragraphs and articles, and of merged ones."""
    for level in CUT:
        found.split += [Piece(one, other) for other, one in _pieces(level, new, found.back, old)]
        found.merged += [Piece(one, other) for one, other in _pieces(level, old, found.pairs, new)]
    sources, targets = _flow(found, old, new)
    for place, one in _made_of(sources, found.back, new):
        if one in found.pairs:
            found.split.append(Piece(one, place))
        else:
            found.add(one, place)
    for place, other in _made_of(targets, found.pairs, old):
        if other in found.back:
            found.merged.append(Piece(place, other))
        else:
            found.add(place, other)


def _pieces(
    level: Level, side: Side, partner: Mapping[int, int], others: Side
) -> Iterator[tuple[int, int]]:
    """Units of a level without a partner, each with one of the other side that holds its words too."""
    units = side.of_level(level)
    left = [
        unit
        for unit in units
        if unit.place not in partner and len(side.spelled(unit)) >= FEWEST_WORDS
    ]
    counterpart = {partner[unit.place]: unit for unit in units if unit.place in partner}
    holders = [others.units[place] for place in sorted(counterpart)]
    held: dict[int, str] = {}
    for unit, holder in _likely_holders(side, left, others, holders):
        own = counterpart[holder.place]
        words, have = side.spelled(unit), held.get(holder.place) or side.spelled(own)
        both = have + words if unit.place > own.place else words + have
        whole = others.spelled(holder)
        if shared(whole, both) - shared(whole, have) >= _PIECE * len(words):
            held[holder.place] = both
            yield unit.place, holder.place


def _likely_holders(
    side: Side, left: Sequence[Unit], others: Side, holders: Sequence[Unit]
) -> Iterator[tuple[Unit, Unit]]:
    """For each unit the one that has most of its words, in order."""
    if not left or not holders:
        return
    ours, theirs = side.all_spelled(left), others.all_spelled(holders)
    near = candidates(ours, theirs, _standing(left, side), _standing(holders, others))
    best: dict[int, tuple[int, int]] = {}
    for i, j in zip(near.old.tolist(), near.new.tolist(), strict=True):
        best[i] = max(best.get(i, (0, -1)), (shared(ours[i], theirs[j]), -j - 1))
    for i, (held, j) in sorted(best.items()):
        if held >= _PIECE * len(ours[i]):
            yield left[i], holders[-j - 1]


def _standing(units: Sequence[Unit], side: Side) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.array([unit.place for unit in units]) / len(side.units)


def _flow(
    found: Alignment, old: Side, new: Side
) -> tuple[Mapping[int, Counter[int]], Mapping[int, Counter[int]]]:
    """How many words went from article to article: by the new article, and by the old one."""
    into: dict[int, Counter[int]] = defaultdict(Counter)
    out_of: dict[int, Counter[int]] = defaultdict(Counter)
    for one, other in (*found.pairs.items(), *found.split, *found.merged):
        ours, theirs = old.units[one], new.units[other]
        if ours.level is theirs.level is Level.PARAGRAPH:
            lone = ours.parent not in found.pairs or theirs.parent not in found.back
            if lone and _in_articles(ours, theirs, old, new):
                words = min(len(old.spelled(ours)), len(new.spelled(theirs)))
                into[theirs.parent][ours.parent] += words
                out_of[ours.parent][theirs.parent] += words
    return into, out_of


def _in_articles(ours: Unit, theirs: Unit, old: Side, new: Side) -> bool:
    return old.units[ours.parent].level is new.units[theirs.parent].level is Level.ARTICLE


def _made_of(
    flows: Mapping[int, Counter[int]], partner: Mapping[int, int], side: Side
) -> Iterator[tuple[int, int]]:
    """Articles without a partner that are made of an article of the other side, or went into one."""
    for place in sorted(flows):
        if place not in partner:
            source, words = flows[place].most_common(1)[0]
            if words >= _MADE_OF * len(side.spelled(side.units[place])):
                yield place, source
