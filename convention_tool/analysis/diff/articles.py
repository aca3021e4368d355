"""Which article is which, and which part or annex.

What is the same is paired first, then what is nearly the same between the same neighbours. All the
rest is weighed together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from convention_tool.analysis.diff.assignment import assign
from convention_tool.analysis.diff.order import Expected, gaps
from convention_tool.analysis.diff.settling import settled, unique
from convention_tool.analysis.diff.units import Level
from convention_tool.analysis.diff.voting import elected
from convention_tool.analysis.diff.weighing import candidates
from convention_tool.analysis.similarity import likeness, likenesses

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from convention_tool.analysis.diff.pairs import Alignment, Side
    from convention_tool.analysis.diff.units import Unit

    Worths = Mapping[tuple[int, int], float]

#: Articles that are less alike are two articles.
SAME_ARTICLE = 0.36

#: Final clauses of any two treaties are somewhat alike: an article that does not stand where it is
#: expected, give or take so many units, must be more alike to be the same.
MOVED_ARTICLE = 0.5
_NEXT = 12

#: A pair that is not alike enough holds a place against worse ones, but counts for less.
_DOUBTFUL = 0.7

#: Alone between two neighbours that correspond, articles may be less alike.
LONE_ARTICLE = 0.2

#: What the words of an article count for, and its heading, where both articles have one.
_CONTENT, _HEADING = 0.8, 0.2

#: What standing in the same order is worth: it decides between twins.
_ORDER = 0.05

#: Between two neighbours that correspond, so many pairs of articles are looked at.
_WIDEST_GAP = 400

#: A pair is beyond doubt if it is worth so much, and so much more than any other of either.
_SURE = 0.5
_MARGIN = 0.15


def pair_articles(found: Alignment, old: Side, new: Side) -> None:
    """Add the pairs of articles."""
    ours, theirs = old.of_level(Level.ARTICLE), new.of_level(Level.ARTICLE)
    for one, other in unique(ours, theirs, old.whole, new.whole):
        found.add_alike(one, other)
    for pair in elected(found):
        found.add(*pair)
    for left, right in gaps(ours, theirs, found.pairs):
        _settle(left, right, found, old, new)
    worths = _worths(found.old_left(ours), found.new_left(theirs), found, old, new)
    expected = _expected({**found.pairs, **dict(_beyond_doubt(worths))}, old, new)
    needed = {
        pair: SAME_ARTICLE if expected.distance(*pair) <= _NEXT else MOVED_ARTICLE
        for pair in worths
    }
    weighed = {
        pair: (worth if worth >= needed[pair] else worth * _DOUBTFUL)
        + _ORDER * expected.nearness(*pair)
        for pair, worth in worths.items()
    }
    for pair in assign(weighed).items():
        if worths[pair] >= needed[pair]:
            found.add(*pair)


def pair_lone_articles(found: Alignment, old: Side, new: Side) -> list[tuple[int, int]]:
    """Add pairs of articles that alone are left between two neighbours that correspond.

    They were rewritten more than others, but where they stand speaks for them. What is a piece of
    another article is not left.
    """
    pieces = (*found.split, *found.merged)
    olds, news = {piece.old for piece in pieces}, {piece.new for piece in pieces}
    lone = []
    for left, right in gaps(old.of_level(Level.ARTICLE), new.of_level(Level.ARTICLE), found.pairs):
        ours = [unit for unit in left if unit.place not in olds]
        theirs = [unit for unit in right if unit.place not in news]
        if len(ours) == len(theirs) == 1:
            lone.append((ours[0], theirs[0]))
    worths = _worths([one for one, _ in lone], [other for _, other in lone], found, old, new)
    pairs = [
        (one.place, other.place)
        for one, other in lone
        if worths.get((one.place, other.place), 0.0) >= LONE_ARTICLE
    ]
    for pair in pairs:
        found.add(*pair)
    return pairs


def _settle(
    left: Sequence[Unit], right: Sequence[Unit], found: Alignment, old: Side, new: Side
) -> None:
    """Pair what is nearly the same between two neighbours that correspond."""
    if len(left) * len(right) <= _WIDEST_GAP:
        for i, j in settled(old.all_whole(left), new.all_whole(right)):
            found.add_settled(left[i], right[j])


def _worths(
    left: Sequence[Unit], right: Sequence[Unit], found: Alignment, old: Side, new: Side
) -> Worths:
    """What the likely pairs of articles are worth by what they say."""
    if not left or not right:
        return {}
    # A heading is short and says much: its words are counted twice.
    ours = [old.heading(unit) * 2 + old.spelled(unit) for unit in left]
    theirs = [new.heading(unit) * 2 + new.spelled(unit) for unit in right]
    expected = _expected(found.pairs, old, new)
    near = candidates(ours, theirs, expected.shares(left), expected.standing(right))
    pairs = [(left[i], right[j]) for i, j in zip(near.old, near.new, strict=True)]
    in_order = likenesses(
        old.all_spelled(one for one, _ in pairs), new.all_spelled(two for _, two in pairs)
    )
    worths = {}
    for (one, other), by_words, ordered in zip(pairs, near.likeness, in_order, strict=True):
        worth = (float(by_words) + float(ordered)) / 2
        if one.heading and other.heading:
            named = likeness(old.heading(one), new.heading(other))
            worth = _CONTENT * worth + _HEADING * named
        worths[one.place, other.place] = worth
    return worths


def _expected(known: Mapping[int, int], old: Side, new: Side) -> Expected:
    return Expected(known, len(old.units), len(new.units))


def _beyond_doubt(worths: Worths) -> Iterator[tuple[int, int]]:
    """The pairs that are best for both, and by far."""
    rows: dict[int, list[float]] = defaultdict(list)
    columns: dict[int, list[float]] = defaultdict(list)
    for (old, new), worth in worths.items():
        rows[old].append(worth)
        columns[new].append(worth)
    for (old, new), worth in worths.items():
        others = sorted((*rows[old], *columns[new]))[:-2]  # it stands in both
        if worth >= _SURE and worth - max(others, default=0) >= _MARGIN:
            yield old, new


#: Between headings that are equally alike, the number decides.
_NUMBER = 0.05


def pair_divisions(found: Alignment, old: Side, new: Side) -> None:
    """Add the pairs of parts and annexes, by the articles they share and by their headings."""
    for level in (Level.ANNEX, Level.PART):
        ours, theirs = old.of_level(level), new.of_level(level)
        flow = _flow(found, ours, theirs, old, new)
        worths = {}
        for one in ours:
            for other in theirs:
                worth = _division_worth(flow[one.place, other.place], one, other, old, new)
                if worth >= SAME_ARTICLE:
                    same = _NUMBER if one.number == other.number else 0.0
                    worths[one.place, other.place] = worth + same
        for pair in assign(worths).items():
            found.add(*pair)


def _division_worth(flow: int, one: Unit, other: Unit, old: Side, new: Side) -> float:
    """What a pair of divisions is worth: by the articles they share, or by their words if they have none."""
    both = max(len(old.spelled(one)), len(new.spelled(other)))
    worth = flow / both if both else 0.0
    if not flow and not _has_articles(one, old) and not _has_articles(other, new):
        worth = likeness(old.spelled(one), new.spelled(other))
    if one.heading and other.heading:
        worth += likeness(old.heading(one), new.heading(other))
    return worth


def _has_articles(division: Unit, side: Side) -> bool:
    return any(unit.level is Level.ARTICLE for unit in side.text.under(division))


def _flow(
    found: Alignment, ours: Sequence[Unit], theirs: Sequence[Unit], old: Side, new: Side
) -> Counter[tuple[int, int]]:
    """How many words the articles have that stand in each pair of divisions."""
    flow: Counter[tuple[int, int]] = Counter()
    if not ours or not theirs:
        return flow
    homes, others = _homes(ours), _homes(theirs)
    for one, other in found.pairs.items():
        if old.units[one].level is Level.ARTICLE:
            words = len(new.spelled(new.units[other])) or 1
            for home in homes[one]:
                for there in others[other]:
                    flow[home, there] += words
    return flow


def _homes(divisions: Sequence[Unit]) -> Mapping[int, list[int]]:
    """The divisions that hold each place."""
    homes: dict[int, list[int]] = defaultdict(list)
    for unit in divisions:
        for place in range(unit.place + 1, unit.end):
            homes[place].append(unit.place)
    return homes
