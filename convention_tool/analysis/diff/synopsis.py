"""Several instruments side by side: which article of each stands with which of the others."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

from convention_tool.analysis.diff.comparing import diff
from convention_tool.analysis.diff.units import Level, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convention_tool.analysis.diff.units import Unit
    from convention_tool.tree.nodes import Instrument

#: A page has room for so many columns.
MOST = 6


class _Article(NamedTuple):
    """An article: the place of its instrument among the others, and its own place in it."""

    instrument: int
    place: int


@dataclass(frozen=True, slots=True)
class Synopsis:
    """Rows of articles on one subject: one of each instrument, or None where it has none."""

    texts: tuple[Text, ...]
    rows: tuple[tuple[Unit | None, ...], ...]

    def to_json(self) -> dict[str, Any]:
        """The table as JSON values: `instruments` (titles), and `rows` of addresses or null."""
        return {
            "instruments": [text.units[0].heading for text in self.texts],
            "rows": [[unit.address if unit else None for unit in row] for row in self.rows],
        }


def synopsis(instruments: Sequence[Instrument]) -> Synopsis:
    """Two to six instruments, aligned article by article through every pair of them.

    The likest articles are put in a row first. The rows stand in the order of the first
    instrument; what it does not have stands after what precedes it in the one that has it.
    """
    texts = tuple(map(Text.of, instruments))
    rows = _rows(instruments)
    every = [
        _Article(column, unit.place)
        for column, text in enumerate(texts)
        for unit in text.of_level(Level.ARTICLE)
    ]
    ordered = _in_order([rows.get(article, {article.instrument: article}) for article in every])
    return Synopsis(
        texts,
        tuple(
            tuple(
                texts[column].units[row[column].place] if column in row else None
                for column in range(len(texts))
            )
            for row in ordered
        ),
    )


_Row = dict[int, _Article]


def _rows(instruments: Sequence[Instrument]) -> dict[_Article, _Row]:
    """The row of each article that shares one with another."""
    pairs = []
    for first, second in combinations(range(len(instruments)), 2):
        for change in diff(instruments[first], instruments[second]).changes:
            if change.old and change.new and change.unit.level is Level.ARTICLE:
                ends = _Article(first, change.old.place), _Article(second, change.new.place)
                pairs.append((-change.similarity, *ends))
    rows: dict[_Article, _Row] = {}
    for _, one, other in sorted(pairs):
        ours, theirs = (rows.get(end, {end.instrument: end}) for end in (one, other))
        if ours is not theirs and ours.keys().isdisjoint(theirs):
            joined = ours | theirs
            rows.update(dict.fromkeys(joined.values(), joined))
    return rows


def _in_order(rows: Sequence[_Row]) -> Iterator[_Row]:
    """Each row once; rows come instrument by instrument, in the order of its text."""
    found: list[_Row] = []
    seen: set[int] = set()
    after = -1
    for row in rows:
        if id(row) in seen:
            after = next(place for place, one in enumerate(found) if one is row)
            continue
        seen.add(id(row))
        first = min(row) == 0
        after = len(found) if first else after + 1
        found.insert(after, row)
    return iter(found)
