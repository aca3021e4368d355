"""How a text is set: the size of its letters, its edges, its leading, whether lines end at an edge."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from convention_tool.readers.pdf.layout import Column, Line

#: Letters are of another size when they differ by more than this share.
OTHER_SIZE = 0.07
#: A line that ends within this share of its height from the edge is flush with it; printers let
#: hyphens and full stops hang.
_FLUSH = 0.3
#: A text is justified when at least this share of its lines ends at the edge; of a ragged one,
#: hardly any line does.
_JUSTIFIED = 0.45
#: So large a share of the lines may reach beyond the edge of a column, as tables do.
_BEYOND_EDGE = 0.02
#: Fewer distances between lines than this do not tell a double-spaced text ...
_FEW_LINES = 6
#: ... from one of single lines with gaps between them; lines stand apart by up to so many heights.
_SINGLE = 1.6


class Edges(NamedTuple):
    """Where the lines of a column begin and end."""

    left: float
    right: float


class Placed(NamedTuple):
    """A line in its column."""

    line: Line
    #: How far it stands in.
    indent: float
    #: How much room is left behind it.
    room: float
    #: Whether it stands in by the same on both sides, and whether far enough to be centred.
    even: bool
    centred: bool


class Setting:
    """How a text is set: its edges, its leading, whether lines end at the edge."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._edges = _edges(columns)
        self._leading = _leadings(columns)
        self._usual = self._leading.get(round(body_size(columns)), 0)
        lines = [(line, self.edges(column)) for column in columns for line in column.lines]
        flush = sum(edges.right - line.right < _FLUSH * line.size for line, edges in lines)
        self.justified = flush >= _JUSTIFIED * max(1, len(lines))

    def edges(self, column: Column) -> Edges:
        """The edges of a column: its own, or those of its like on other pages."""
        like = self._edges[column.place, column.page % 2]
        return Edges(min(like.left, column.left), max(like.right, column.right))

    def leading(self, line: Line) -> float:
        """The usual distance from a line to the next, for letters of its size."""
        return self._leading.get(round(line.size), max(1.3 * line.size, self._usual))

    def ended_early(self, before: Placed, line: Line) -> bool:
        """Whether the first word of a line would have found room on the line before."""
        size = before.line.size
        if self.justified and not (before.even and before.indent > 1):
            return before.room > max(_FLUSH * size, 0.5)
        word = line.words[0]
        return before.room > word.right - word.left + 0.5 * size


def body_size(columns: Iterable[Column]) -> float:
    """The height of the letters of most of a text."""
    sizes: Counter[float] = Counter()
    for column in columns:
        for line in column.lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _edges(columns: Sequence[Column]) -> Mapping[tuple[int, int], Edges]:
    """The edges of columns by their place, on even and on odd pages."""
    lefts: dict[tuple[int, int], list[float]] = defaultdict(list)
    rights: dict[tuple[int, int], list[float]] = defaultdict(list)
    for column in columns:
        key = (column.place, column.page % 2)
        lefts[key] += [line.left for line in column.lines]
        rights[key] += [line.right for line in column.lines]
    return {
        key: Edges(_near_end(lefts[key]), -_near_end([-x for x in rights[key]])) for key in lefts
    }


def _near_end(places: Sequence[float]) -> float:
    """The least place but for a few beyond the edge."""
    return sorted(places)[int(_BEYOND_EDGE * len(places))]


def _leadings(columns: Sequence[Column]) -> Mapping[int, float]:
    """The commonest distance between two lines, by the size of their letters."""
    distances: dict[int, Counter[float]] = defaultdict(Counter)
    for column in columns:
        for above, below in pairwise(column.lines):
            if abs(above.size - below.size) <= OTHER_SIZE * above.size:
                distances[round(below.size)][round(above.base - below.base, 0)] += 1
    found = {}
    for size, counts in distances.items():
        usual, count = counts.most_common(1)[0]
        # Where most paragraphs are of one line, the commonest gap is that between paragraphs.
        often = [gap for gap, times in counts.items() if times >= 0.25 * count and gap >= size]
        few = sum(counts.values()) < _FEW_LINES
        found[size] = min([*often, usual, *([_SINGLE * size] if few else ())])
    return found
