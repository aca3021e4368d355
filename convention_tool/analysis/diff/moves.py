"""What moved: the provisions that have to leave their place if the others are to keep theirs."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.diff.order import in_order
from convention_tool.analysis.diff.units import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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

#: Before one article moves, shorter ones do; before an article moves past the heading of a part,
#: the heading does not, unless three articles would have to.
_ARTICLE, _PART, _MOST_WORDS = 1000, 2500, 999


class Line(NamedTuple):
    """A line of a printed text: a unit, or the words that close it."""

    unit: int
    closing: bool = False


def lines(text: Text) -> tuple[Line, ...]:
    """The lines of a text, in the order of print."""
    found: list[Line] = []
    open_units: list[Unit] = []
    for unit in text.units:
        while open_units and unit.place >= open_units[-1].end:
            found.append(Line(open_units.pop().place, closing=True))
        found.append(Line(unit.place))
        if unit.closing:
            open_units.append(unit)
    found += [Line(unit.place, closing=True) for unit in reversed(open_units)]
    return tuple(found)


class Places(NamedTuple):
    """What kept its place, by the places of the new units."""

    #: Units that moved by themselves; what stands in them moved with them.
    moved: frozenset[int]
    #: The pairs of lines that stand where they stood, in order; in what moved, relative to it.
    steady: frozenset[tuple[Line, Line]]


def placed(alignment: Alignment) -> Places:
    """What moved from one text to the other, and what did not."""
    moved = _moved_frame(alignment)
    pairs = list(_line_pairs(alignment))
    steady = set(_steady(alignment, pairs))
    for old, new in pairs:
        if not new.closing and (old, new) not in steady:
            moved.add(new.unit)
    return Places(frozenset(moved), frozenset(steady))


def _moved_frame(alignment: Alignment) -> set[int]:
    """The articles and divisions that moved."""
    olds = [unit for unit in alignment.old.units if unit.level in FRAME and unit.place in alignment.pairs]
    news = [alignment.pairs[unit.place] for unit in olds]
    kept = set(in_order(news, [_weight(unit, alignment.old) for unit in olds]))
    return {new for place, new in enumerate(news) if place not in kept}


def _weight(unit: Unit, text: Text) -> int:
    if unit.level is Level.PART:
        return _PART
    if unit.level is not Level.ARTICLE:
        return 1_000_000
    words = sum(one.body.count(" ") for one in text.under(unit))
    return _ARTICLE + min(words, _MOST_WORDS)


def _line_pairs(alignment: Alignment) -> Iterator[tuple[Line, Line]]:
    for old, new in alignment.pairs.items():
        yield Line(old), Line(new)
        if alignment.old.units[old].closing and alignment.new.units[new].closing:
            yield Line(old, closing=True), Line(new, closing=True)


def _steady(
    alignment: Alignment, pairs: Iterable[tuple[Line, Line]]
) -> Iterator[tuple[Line, Line]]:
    """The pairs of lines that stand in order between the same headings."""
    row = {line: place for place, line in enumerate(lines(alignment.old))}
    column = {line: place for place, line in enumerate(lines(alignment.new))}
    frame = [unit.place for unit in alignment.old.units if unit.level in FRAME and unit.place in alignment.pairs]
    under = sorted(row[Line(place)] for place in frame)
    over = sorted(column[Line(alignment.pairs[place])] for place in frame)
    partner = {row[Line(place)]: column[Line(alignment.pairs[place])] for place in frame}
    segments: dict[int, list[tuple[Line, Line]]] = {}
    for old, new in pairs:
        if not old.closing and alignment.old.units[old.unit].level in FRAME:
            yield old, new
            continue
        home = under[bisect_right(under, row[old]) - 1]
        there = over[bisect_right(over, column[new]) - 1]
        if partner[home] == there:
            segments.setdefault(home, []).append((old, new))
    for segment in segments.values():
        segment.sort(key=lambda pair: row[pair[0]])
        weights = [1 + len(alignment.old.units[old.unit].body) for old, _ in segment]
        for place in in_order([column[new] for _, new in segment], weights):
            yield segment[place]
