"""A renumbered text is read again: it must say what it said, and refer to what it referred to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.pinpoints import Pinpoints
from convention_tool.authoring.citing import Citations
from convention_tool.authoring.comparing import first_difference
from convention_tool.authoring.edits import Shift, edited
from convention_tool.authoring.moved_tree import moved_tree
from convention_tool.authoring.passages import passages
from convention_tool.errors import ConventionToolError
from convention_tool.readers import parse
from convention_tool.source import Source
from convention_tool.tree.address import Places
from convention_tool.tree.nodes import Annex, Instrument, Note
from convention_tool.tree.walk import walk

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from convention_tool.analysis.pinpoints import Pointed
    from convention_tool.authoring.passages import Passage, Passages
    from convention_tool.diagnostics import Edit
    from convention_tool.tree.nodes import Node


class CannotRenumberError(ConventionToolError):
    """A draft that would say something else with other numbers."""


class Moves(NamedTuple):
    """What changes in the words of a passage."""

    edits: Sequence[Edit]
    #: Where numbers stand of which only a person can tell what they name.
    doubted: frozenset[int]


def check(
    old: Instrument,
    numbers: Mapping[int, str],
    before: Passages,
    moves: Sequence[Moves],
    text: str,
) -> None:
    """Read a renumbered text and compare.

    Args:
        old: the instrument before.
        numbers: the new numbers in it.
        before: its words.
        moves: what changes in them.
        text: with all changes made.

    Raises:
        CannotRenumberError: it is read otherwise, or a reference leads elsewhere.
    """
    words = {
        (id(passage.node), passage.field): edited(passage.words, one.edits)
        for passage, one in zip(before.all, moves, strict=True)
        if one.edits
    }
    new = parse(text, language=old.language).instrument
    wanted = moved_tree(old, numbers, words)
    if new != wanted:
        where = first_difference(wanted, new)
        raise CannotRenumberError(f"with the new numbers, {where} would be read otherwise")
    after = passages(Source("", text), new).all
    _check_references(old, new, list(zip(before.all, after, moves, strict=True)))


def _check_references(
    old: Instrument, new: Instrument, both: Sequence[tuple[Passage, Passage, Moves]]
) -> None:
    """Each number in a citation must name what it named, by two ways of finding it."""
    places = {id(node): place for place, node in enumerate(walk(old))}
    later = {id(node): place for place, node in enumerate(walk(new))}
    was, now, links = Citations(old), Citations(new), _Links(new, later)
    for before, after, moves in both:
        shift = Shift(moves.edits)
        named = {
            shift.offset(cited.start): places[id(cited.nodes[0])]
            for cited in was.cited(before)
            if cited.nodes and cited.start not in moves.doubted
        }
        again = {
            cited.start: later[id(cited.nodes[0])] for cited in now.cited(after) if cited.nodes
        }
        strays = any(again.get(start) != node for start, node in named.items())
        if strays or not links.agree(after, named):
            where = Places(new).citation(_citable(after))
            said = f"with the new numbers, a reference in {where} would lead elsewhere"
            raise CannotRenumberError(said)


@dataclass(frozen=True)
class _Links:
    """Where the references of a renumbered text lead when it is published."""

    instrument: Instrument
    places: Mapping[int, int]

    def agree(self, passage: Passage, named: Mapping[int, int]) -> bool:
        """Whether the references of some words lead to the provisions that the numbers name."""
        return all(
            self._innermost(pointed, named) in {None, self.places[id(pointed.nodes[0])]}
            for one in self._pinpoints(passage.home).named(passage.words, passage.article)
            for pointed in one.pointed
            if pointed.nodes
        )

    def _innermost(self, pointed: Pointed, named: Mapping[int, int]) -> int | None:
        """The provision of the numbers in some words: what stands in another comes after it."""
        end = pointed.last[0] if pointed.last else pointed.end
        inside = (node for start, node in named.items() if pointed.start <= start < end)
        return max(inside, default=None)

    def _pinpoints(self, home: Instrument | Annex) -> Pinpoints:
        return self._by_home[id(home)]

    @cached_property
    def _by_home(self) -> Mapping[int, Pinpoints]:
        """What finds the provisions of each home; prose in an annex speaks of the text."""
        main, language = Pinpoints(self.instrument), self.instrument.language
        own = {
            id(annex): Pinpoints(Instrument(elements=annex.elements, language=language))
            if annex.articles
            else main
            for annex in self.instrument.annexes
        }
        return {id(self.instrument): main, **own}


def _citable(passage: Passage) -> Node:
    """What holds some words, as it is cited; notes are not."""
    return passage.holders[-1] if isinstance(passage.node, Note) else passage.node
