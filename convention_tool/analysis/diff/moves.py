"""What moved: the provisions that have to leave their place if the others are to keep theirs."""

from __future__ import annotations

from bisect import bisect_right
from operator import lt
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.diff.order import in_order
from convention_tool.analysis.diff.units import Level

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from convention_tool.analysis.diff.pairs import Alignment
    from convention_tool.analysis.diff.units import Text, Unit

#: What stands for itself in a text; paragraphs and their lists are placed by these.
FRAME = frozenset(
    {
        Level.INSTRUMENT,
        Level.CONTENTS,
        Level.PREAMBLE,
        Level.PART,
        Level.ARTICLE,
        Level.CONCLUSIONS,
        Level.ANNEX,
    }
)

#: What it costs to move an article: of two that changed places, the one that kept its number stays,
#: or else the longer one.
_ARTICLE, _SAME_NUMBER, _MOST_WORDS = 10_000, 1_000, 999

#: The heading of a part moves only if three articles would have to otherwise, a preamble never.
_PART, _FIXED = 25_000, 10_000_000


class Line(NamedTuple):
    """A line of a printed text: a unit, or the words that close it."""

    unit: int
    closing: bool = False


def lines(text: Text) -> list[Line]:
    """The lines of a text, in the order of print."""
    found: list[Line] = []
    waiting: list[Unit] = []
    for unit in text.units:
        while waiting and unit.place >= waiting[-1].end:
            found.append(Line(waiting.pop().place, closing=True))
        found.append(Line(unit.place))
        if unit.closing:
            waiting.append(unit)
    return [*found, *(Line(unit.place, closing=True) for unit in reversed(waiting))]


def moved(alignment: Alignment) -> frozenset[int]:
    """The new units that moved by themselves; what stands in them moved with them."""
    if alignment.mirror:
        return frozenset(alignment.mirror.back[new] for new in moved(alignment.mirror))
    news = list(map(alignment.pairs.__getitem__, sorted(alignment.pairs)))
    if all(map(lt, news, news[1:])):
        return frozenset()
    away = _moved_frame(alignment)
    kept = {new for _, new in steady(alignment)}
    others = (new for new in news if new not in away and Line(new) not in kept)
    return frozenset((*away, *others))


def steady(alignment: Alignment) -> frozenset[tuple[Line, Line]]:
    """The pairs of lines that stand where they stood, in order; in what moved, relative to it."""
    if alignment.mirror:
        return frozenset((old, new) for new, old in steady(alignment.mirror))
    return frozenset(_steady(alignment, list(_line_pairs(alignment))))


def _moved_frame(alignment: Alignment) -> set[int]:
    """The articles and divisions that moved."""
    olds = [
        unit
        for unit in alignment.old.units
        if unit.level in FRAME and unit.place in alignment.pairs
    ]
    news = [alignment.pairs[unit.place] for unit in olds]
    weights = [
        _weight(unit, alignment.new.units[new], alignment.old)
        for unit, new in zip(olds, news, strict=True)
    ]
    kept = set(in_order(news, weights))
    return {new for place, new in enumerate(news) if place not in kept}


def _weight(unit: Unit, new: Unit, text: Text) -> int:
    """What it costs to move a heading with all that stands under it."""
    if unit.level is Level.PART:
        return _PART
    if unit.level is not Level.ARTICLE:
        return _FIXED
    words = sum(one.body.count(" ") for one in text.under(unit))
    kept_number = _SAME_NUMBER if unit.number == new.number else 0
    return _ARTICLE + kept_number + min(words, _MOST_WORDS)


def _line_pairs(alignment: Alignment) -> Iterator[tuple[Line, Line]]:
    for old, new in alignment.pairs.items():
        yield Line(old), Line(new)
        if alignment.old.units[old].closing and alignment.new.units[new].closing:
            yield Line(old, closing=True), Line(new, closing=True)


def _steady(
    alignment: Alignment, pairs: Iterable[tuple[Line, Line]]
) -> Iterator[tuple[Line, Line]]:
    """The pairs of lines that stand in order under the same headings."""
    row = {line: place for place, line in enumerate(lines(alignment.old))}
    column = {line: place for place, line in enumerate(lines(alignment.new))}
    ours, theirs = _headings(alignment)
    under = _Homes({row[Line(old)]: home for old, home in ours.items()})
    over = _Homes({column[Line(new)]: home for new, home in theirs.items()})
    segments: dict[int, list[tuple[int, int]]] = {}
    for old, new in pairs:
        if not old.closing and alignment.old.units[old.unit].level in FRAME:
            yield old, new
        elif (home := under.of(row[old])) == over.of(column[new]):
            segments.setdefault(home, []).append((row[old], column[new]))
    olds, news = tuple(row), tuple(column)
    for segment in map(sorted, segments.values()):
        weights = [_line_weight(alignment, olds[old], news[new]) for old, new in segment]
        for place in in_order([after for _, after in segment], weights):
            yield olds[segment[place][0]], news[segment[place][1]]


def _line_weight(alignment: Alignment, old: Line, new: Line) -> int:
    """What it costs to move a line: a long one more, and one that kept its number twice as much."""
    one, other = alignment.old.units[old.unit], alignment.new.units[new.unit]
    weight = 1 + len(one.body)
    return 2 * weight if one.number and one.number == other.number else weight


def _headings(alignment: Alignment) -> tuple[dict[int, int], dict[int, int]]:
    """The headings of each text, with the new place of the pair they belong to.

    An article that was cut off another, and stands beside it, belongs to the pair of that one; so
    does one that was merged into its neighbour.
    """
    pairs = {
        unit.place: alignment.pairs[unit.place]
        for unit in alignment.old.units
        if unit.level in FRAME and unit.place in alignment.pairs
    }
    ours, theirs = dict(pairs), {new: new for new in pairs.values()}
    back = {new: old for old, new in pairs.items()}
    theirs |= {
        new: pairs[old]
        for old, new in alignment.split
        if old in pairs and _beside(pairs[old], new, back)
    }
    ours |= {
        old: new for old, new in alignment.merged if new in back and _beside(back[new], old, pairs)
    }
    return ours, theirs


def _beside(one: int, other: int, headings: Container[int]) -> bool:
    """Whether no other heading that has a pair stands between two."""
    first, last = sorted((one, other))
    return not any(place in headings for place in range(first + 1, last))


class _Homes:
    """The heading that each line stands under."""

    def __init__(self, homes: dict[int, int]) -> None:
        self._starts = sorted(homes)
        self._homes = [homes[start] for start in self._starts]

    def of(self, place: int) -> int:
        return self._homes[bisect_right(self._starts, place) - 1]
