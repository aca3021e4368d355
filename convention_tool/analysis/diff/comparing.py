"""Two texts, change by change: what happened to each provision, and to its words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from convention_tool.analysis.diff.alignment import align
from convention_tool.analysis.diff.following import Following
from convention_tool.analysis.diff.joints import Joints
from convention_tool.analysis.diff.kinds import SAID, kinds
from convention_tool.analysis.diff.moves import moved
from convention_tool.analysis.diff.records import Change, Diff, Kind
from convention_tool.analysis.diff.redline import Edit, Op, redline
from convention_tool.analysis.diff.shares import share, shared, similarities
from convention_tool.analysis.diff.spelling import Letters
from convention_tool.analysis.diff.units import SLOTS, Slot, Text, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convention_tool.analysis.diff.pairs import Alignment
    from convention_tool.analysis.diff.records import Edits
    from convention_tool.tree.nodes import Instrument

_NO_EDITS: Edits = {}


def diff(old: Instrument, new: Instrument) -> Diff:
    """Compare two texts, provision by provision and word by word.

    They may be two versions of one draft, or texts that share no number and few words. Notes and
    what was set aside are not compared.
    """
    alignment = _aligned(Text.of(old), Text.of(new))
    away = moved(alignment)
    joints = Joints(alignment, away)
    return Diff(alignment, away, joints, tuple(_Comparer(alignment, away, joints).changes()))


def _aligned(old: Text, new: Text) -> Alignment:
    """The pairs of two texts.

    Whichever is the old one, they are aligned in one direction, so that the comparison of B with A
    is the mirror image of that of A with B.
    """
    differ = ((one.own, other.own) for one, other in zip(old.units, new.units, strict=False))
    first = next((pair for pair in differ if pair[0] != pair[1]), None)
    if first[0] < first[1] if first else len(old.units) <= len(new.units):
        return align(old, new)
    return align(new, old).mirrored()


class _Comparer:
    """Makes the changes of an alignment."""

    def __init__(self, alignment: Alignment, away: frozenset[int], joints: Joints) -> None:
        self._found = alignment
        self._olds, self._news = alignment.old.units, alignment.new.units
        self._following = Following(alignment)
        self._moved = away
        self._joints = joints
        self._joint_words = joints.words(alignment)
        self._letters = Letters()

    def changes(self) -> Iterator[Change]:
        """The changes in the order of the new text."""
        pairs = self._found.back
        edits = {new: self._edits(self._olds[old], self._news[new]) for new, old in pairs.items()}
        told = kinds(self._found, self._moved, edits)
        similarity = similarities(self._found, edits)
        gone = self._gone()
        split = {piece.new: piece.old for piece in self._found.split}
        merged: dict[int, list[int]] = defaultdict(list)
        for piece in self._found.merged:
            merged[piece.new].append(piece.old)
        for unit in self._news:
            place = unit.place
            if place in split:
                yield self._piece(self._olds[split[place]], unit, Kind.SPLIT)
            elif place not in pairs:
                yield Change(None, unit, (Kind.INSERTED,), 0.0, _only(unit, Op.INSERT))
            for old in sorted(
                (*merged.get(place, ()), *([pairs[place]] if place in pairs else []))
            ):
                if old in merged.get(place, ()):
                    yield self._piece(self._olds[old], unit, Kind.MERGED)
                else:
                    one = self._olds[old]
                    yield Change(one, unit, told[place], similarity[place], edits[place])
            for lost in gone.get(place, ()):
                yield Change(lost, None, (Kind.DELETED,), 0.0, _only(lost, Op.DELETE))

    # Words

    def _edits(self, old: Unit, new: Unit) -> Edits:
        """The edits of a pair, in the slots that changed."""
        if old.own == new.own:
            return _NO_EDITS
        found = {}
        for slot, one, other in zip(SLOTS, old.own, new.own, strict=True):
            if one != other:
                edits = redline(one, other, self._letters)
                if slot in SAID:
                    edits = self._following.mark(edits, old, new, (one, other))
                found[slot] = edits
        if joint := self._joint_words.get((old.place, new.place)):
            found[Slot.TEXT] = joint
            found[Slot.NUMBER] = self._joint_number(old, new)
        return found

    def _joint_number(self, old: Unit, new: Unit) -> tuple[Edit, ...]:
        """The number of a piece: the first has that of the whole, the others only their own."""
        if self._joints.is_first(old.place, new.place):
            return redline(old.mark, new.mark, self._letters)
        one, op = (new, Op.INSERT) if old.place in self._joints.split else (old, Op.DELETE)
        return (Edit(op, one.mark),) if one.mark else ()

    def _piece(self, old: Unit, new: Unit, kind: Kind) -> Change:
        """A unit that is part of a pair of three."""
        unit, op = (new, Op.INSERT) if kind is Kind.SPLIT else (old, Op.DELETE)
        edits, similarity = _only(unit, op), 0.0
        if joint := self._joint_words.get((old.place, new.place)):
            edits |= {Slot.TEXT: joint, Slot.NUMBER: self._joint_number(old, new)}
            similarity = share(shared({Slot.TEXT: joint}), len(old.text), len(new.text))
        told = (Kind.RENUMBERED, kind) if old.number != new.number else (kind,)
        return Change(old, new, told, similarity, edits, is_piece=True)

    def _gone(self) -> dict[int, list[Unit]]:
        """The deleted units, by the place of the new unit after which they are told.

        That is the last of the nearest brother before it that stayed, or what holds both.
        """
        pieces = (*self._found.merged, *self._found.split)
        became = {piece.old: piece.new for piece in pieces} | self._found.pairs
        gone: dict[int, list[Unit]] = defaultdict(list)
        after: dict[int, int] = {}
        last: dict[int, int] = {}
        for unit in self._olds:
            new = became.get(unit.place)
            if new is None:
                holder = after.get(unit.parent, became.get(unit.parent, 0))
                after[unit.place] = last.get(unit.parent, holder)
                gone[after[unit.place]].append(unit)
            elif new not in self._moved:
                last[unit.parent] = self._news[new].end - 1
        return gone


def _only(unit: Unit, op: Op) -> dict[Slot, tuple[Edit, ...]]:
    return {slot: (Edit(op, text),) for slot, text in unit.words}
