"""Where the references of a text lead when it is published, beside another text of the same shape."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.citations import mentions
from convention_tool.analysis.pinpoints import Pinpoints, Place
from convention_tool.authoring.passages import Field
from convention_tool.tree.nodes import Annex, Instrument, Note, Paragraph, Subparagraph
from convention_tool.tree.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from convention_tool.authoring.passages import Home, Passage


class Link(NamedTuple):
    """Words that lead to a provision; of a range, to its first."""

    start: int
    end: int
    #: The place of the provision among all nodes, in the order of the text.
    node: int

    def holds(self, offsets: frozenset[int]) -> bool:
        """Whether any of some offsets is in the words."""
        return any(self.start <= offset < self.end for offset in offsets)


@dataclass(frozen=True)
class Links:
    """The links of one instrument."""

    instrument: Instrument

    def of(self, passage: Passage) -> Iterator[Link]:
        """The links in some words; notes and headings have none."""
        if isinstance(passage.node, Note) or passage.field is Field.HEADING:
            return
        inside = (*passage.holders, passage.node)
        holders = tuple(one for one in inside if isinstance(one, Paragraph | Subparagraph))
        found = mentions(passage.words, self.instrument.language)
        for one in self._pinpoints(passage.home).resolved(found, Place(passage.article, holders)):
            for pointed in one.pointed:
                end = pointed.last[0] if pointed.last else pointed.end
                yield Link(pointed.start, end, self.places[id(pointed.nodes[0])])

    @cached_property
    def places(self) -> Mapping[int, int]:
        """The place of each node in the order of the text, by identity."""
        return {id(node): place for place, node in enumerate(walk(self.instrument))}

    @cached_property
    def ends(self) -> Mapping[int, int]:
        """The place behind all that a node holds, by its place."""
        sizes = (sum(1 for _ in walk(node)) for node in walk(self.instrument))
        return {place: place + size for place, size in enumerate(sizes)}

    def _pinpoints(self, home: Home) -> Pinpoints:
        return self._by_home[id(home)]

    @cached_property
    def _by_home(self) -> Mapping[int, Pinpoints]:
        main = Pinpoints(self.instrument)
        annexes: tuple[Annex, ...] = self.instrument.annexes
        own = {id(annex): Pinpoints(self.instrument, annex, main) for annex in annexes}
        return {id(self.instrument): main, **own}
