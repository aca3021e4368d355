"""The words of a draft that a place or a cell rests on, quoted with some around them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from convention_tool.analysis.coverage.records import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convention_tool.analysis.coverage.standing import Ground
    from convention_tool.analysis.norms import Said
    from convention_tool.tree.address import Places

#: How much is quoted on each side of the words that matter.
AROUND = 70


@dataclass(frozen=True)
class Quoting:
    """Makes evidence of clauses, each once."""

    places: Places
    _made: dict[tuple[int, int, int], Evidence] = field(default_factory=dict, repr=False)

    def evidence(self, grounds: Iterable[Ground]) -> tuple[Evidence, ...]:
        """The evidence of each provision; of what two clauses of one show, the first."""
        shown: dict[str, Evidence] = {}
        for one in map(self._one, grounds):
            shown.setdefault(one.address, one)
        return tuple(shown.values())

    def said(self, said: Said) -> Evidence:
        """The evidence of some words of a norm."""
        node = said.clause.node
        return Evidence(self.places.citation(node), self.places.address(node), said.quotation)

    def _one(self, ground: Ground) -> Evidence:
        key = (id(ground.clause), *ground.span)
        found = self._made.get(key)
        if found is None:
            node = ground.clause.node
            citation, address = self.places.citation(node), self.places.address(node)
            found = self._made[key] = Evidence(citation, address, _quoted(ground))
        return found


def _quoted(ground: Ground) -> str:
    """The words that matter with some around them, cut between words."""
    said = ground.clause.said
    start = max(0, ground.span.start - ground.clause.start)
    end = max(start, ground.span.end - ground.clause.start)
    first = said.rfind(" ", 0, max(0, start - AROUND) + 1) + 1 if start > AROUND else 0
    last = said.find(" ", end + AROUND)
    before = "… " if first else ""
    after = " …" if last != -1 else ""
    return f"{before}{said[first : last if last != -1 else len(said)]}{after}"
