"""Two texts, change by change: what happened to each provision, and to its words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from convention_tool.analysis.diff.alignment import align
from convention_tool.analysis.diff.following import Following
from convention_tool.analysis.diff.joints import Joints
from convention_tool.analysis.diff.moves import moved
from convention_tool.analysis.diff.records import Change, Diff, Kind
from convention_tool.analysis.diff.redline import Edit, Nature, Op, redline
from convention_tool.analysis.diff.spelling import Letters
from convention_tool.analysis.diff.units import SLOTS, Level, Slot, Text, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from convention_tool.analysis.diff.pairs import Alignment
    from convention_tool.tree.nodes import Instrument

#: Changes of the letter, not of the words.
_LETTER = frozenset({Nature.CASE, Nature.PUNCTUATION, Nature.SPACING, Nature.SPELLING})

#: Units whose changes are also changes of what holds them.
_HELD = frozenset({Level.PARAGRAPH, Level.SUBPARAGRAPH})

#: What happens to a unit in another makes that one modified; these make it what they are.
_CARRIED = frozenset({Kind.REFERENCE_FOLLOWED, Kind.MINOR})

_ORDER = {kind: place for place, kind in enumerate(Kind)}

_UNCHANGED = (Kind.UNCHANGED,)

#: Slots in which a provision says what it says.
_SAID = frozenset({Slot.TEXT, Slot.CLOSING})

_NO_EDITS: Mapping[Slot, tuple[Edit, ...]] = {}


def diff(old: Instrument, new: Instrument) -> Diff:
    """Compare two texts, provision by provision and word by word.

    They may be two versions of one draft, or texts that share no number and few words. Notes and
    what was set aside are not compared.
    """
    alignment, away = _aligned(Text.of(old), Text.of(new))
    joints = Joints(alignment, away)
    return Diff(alignment, away, joints, tuple(_Comparer(alignment, away, joints).changes()))


def _aligned(old: Text, new: Text) -> tuple[Alignment, frozenset[int]]:
    """The pairs of two texts, and the new units that moved.

    Whichever is the old one, they are aligned in one direction, so that the comparison of B with A
    is the mirror image of that of A with B.
    """
    differ = ((one.own, other.own) for one, other in zip(old.units, new.units, strict=False))
    first = next((pair for pair in differ if pair[0] != pair[1]), None)
    if first[0] < first[1] if first else len(old.units) <= len(new.units):
        found = align(old, new)
        return found, moved(found)
    found = align(new, old)
    return found.mirrored(), frozenset(found.back[place] for place in moved(found))


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
        self._pieces = frozenset((*alignment.split, *alignment.merged))
        #: What happened to a unit of the new text, by its place.
        self._kinds: dict[int, set[Kind]] = {}

    def changes(self) -> Iterator[Change]:
        """The changes in the order of the new text."""
        pairs = self._found.back
        edits = {new: self._edits(self._olds[old], self._news[new]) for new, old in pairs.items()}
        self._tell(edits)
        similarity = self._similarities(edits)
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
                    kinds = _sorted(self._kinds[place]) if self._kinds[place] else _UNCHANGED
                    yield Change(self._olds[old], unit, kinds, similarity[place], edits[place])
            for lost in gone.get(place, ()):
                yield Change(lost, None, (Kind.DELETED,), 0.0, _only(lost, Op.DELETE))

    # Words

    def _edits(self, old: Unit, new: Unit) -> Mapping[Slot, tuple[Edit, ...]]:
        """The edits of a pair, in the slots that changed."""
        if old.own == new.own:
            return _NO_EDITS
        found = {}
        for slot, one, other in zip(SLOTS, old.own, new.own, strict=True):
            if one != other:
                edits = redline(one, other, self._letters)
                if slot in _SAID:
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

    # What happened

    def _tell(self, edits: Mapping[int, Mapping[Slot, tuple[Edit, ...]]]) -> None:
        """What happened to each unit of the new text that has a pair."""
        split = {piece.old for piece in self._found.split}
        merged = {piece.new for piece in self._found.merged}
        for new, old in self._found.back.items():
            kinds = set[Kind]()
            if edits[new]:
                kinds.update(_own_kinds(self._olds[old], self._news[new], edits[new]))
            if new in self._moved:
                kinds.add(Kind.MOVED)
            if old in split:
                kinds.add(Kind.SPLIT)
            if new in merged:
                kinds.add(Kind.MERGED)
            self._kinds[new] = kinds
        self._carry()

    def _carry(self) -> None:
        """Tell the units that hold others what happened to these."""
        for unit in self._olds:
            holder = self._kinds.get(self._found.pairs.get(unit.parent, -1))
            if unit.level in _HELD and holder is not None and self._left(unit):
                holder.add(Kind.MODIFIED)
        for unit in reversed(self._news):
            if unit.level not in _HELD:
                continue
            old = self._found.back.get(unit.place)
            told = {Kind.MODIFIED}
            if old is not None:
                own = self._kinds[unit.place]
                told = {*own & _CARRIED}
                if own - _CARRIED - {Kind.RENUMBERED} or self._left(self._olds[old]):
                    told.add(Kind.MODIFIED)
            if told:
                for place in self._holders(unit, old):
                    self._kinds[place] |= told

    def _holders(self, unit: Unit, old: int | None) -> set[int]:
        """What holds a unit, and what became of what held it, if they have pairs."""
        before = -1 if old is None else self._found.pairs.get(self._olds[old].parent, -1)
        return {unit.parent, before} & self._kinds.keys()

    def _left(self, old: Unit) -> bool:
        """Whether a unit is gone, or stands elsewhere than in what its holder became."""
        new = self._found.pairs.get(old.place)
        if new is None:
            return True
        there = self._news[new].parent
        return self._strays(old, new) and (old.parent, there) not in self._pieces

    def _strays(self, old: Unit, new: int) -> bool:
        """Whether a unit went to another holder."""
        return self._found.pairs.get(old.parent, -1) != self._news[new].parent

    def _similarities(self, edits: Mapping[int, Mapping[Slot, tuple[Edit, ...]]]) -> list[float]:
        """How much of both texts is the same under each unit of the new one."""
        ours, theirs = list(self._found.old.lengths), list(self._found.new.lengths)
        kept, found = [0] * len(self._news), [0.0] * len(self._news)
        for unit in reversed(self._olds[1:]):
            ours[unit.parent] += ours[unit.place]
        for unit in reversed(self._news):
            place, parent = unit.place, unit.parent
            old = self._found.back.get(place)
            if old is not None:
                changed = edits[place]
                kept[place] += self._found.new.lengths[place]
                if changed:
                    kept[place] -= sum(len(unit.said(slot)) for slot in changed) - _kept(changed)
                found[place] = _ratio(kept[place], ours[old], theirs[place])
                if place and not self._strays(self._olds[old], place):
                    kept[parent] += kept[place]
            if place:
                theirs[parent] += theirs[place]
        return found

    def _piece(self, old: Unit, new: Unit, kind: Kind) -> Change:
        """A unit that is part of a pair of three."""
        unit, op = (new, Op.INSERT) if kind is Kind.SPLIT else (old, Op.DELETE)
        edits, similarity = _only(unit, op), 0.0
        if joint := self._joint_words.get((old.place, new.place)):
            edits |= {Slot.TEXT: joint, Slot.NUMBER: self._joint_number(old, new)}
            similarity = _ratio(_kept({Slot.TEXT: joint}), len(old.text), len(new.text))
        kinds = (Kind.RENUMBERED, kind) if old.number != new.number else (kind,)
        return Change(old, new, kinds, similarity, edits, is_piece=True)

    # What is gone

    def _gone(self) -> dict[int, list[Unit]]:
        """The deleted units, by the place of the new unit after which they are told."""
        merged = {piece.old for piece in self._found.merged}
        split = {piece.old for piece in self._found.split}
        gone: dict[int, list[Unit]] = defaultdict(list)
        after: dict[int, int] = {}
        for unit in self._olds:
            if unit.place not in self._found.pairs and unit.place not in merged | split:
                after[unit.place] = self._told_after(unit, after)
                gone[after[unit.place]].append(unit)
        return gone

    def _told_after(self, unit: Unit, after: dict[int, int]) -> int:
        """The last new unit of the nearest brother before it that stayed, or the holder."""
        brothers = self._found.old.children[unit.parent]
        for brother in reversed(brothers[: brothers.index(unit)]):
            new = self._found.pairs.get(brother.place)
            if new is not None and new not in self._moved:
                return self._news[new].end - 1
        if unit.parent in after:
            return after[unit.parent]
        return self._found.pairs.get(unit.parent, 0)


def _own_kinds(old: Unit, new: Unit, edits: Mapping[Slot, tuple[Edit, ...]]) -> Iterator[Kind]:
    """What happened to a unit by its own words."""
    if old.number != new.number:
        yield Kind.RENUMBERED
    elif old.mark != new.mark:
        yield Kind.MINOR
    for slot, made in edits.items():
        natures = {edit.nature for edit in made if edit.op is not Op.EQUAL}
        if slot is not Slot.NUMBER and natures & _LETTER:
            yield Kind.MINOR
        if slot is Slot.HEADING and natures - _LETTER:
            yield Kind.HEADING_CHANGED
        if slot in _SAID and Nature.WORDING in natures:
            yield Kind.MODIFIED
        if slot in _SAID and Nature.REFERENCE in natures:
            yield Kind.REFERENCE_FOLLOWED


def _sorted(kinds: set[Kind]) -> tuple[Kind, ...]:
    """The kinds in their order; what is modified is not said to be changed in its letters too."""
    told = kinds - _CARRIED if Kind.MODIFIED in kinds else kinds
    return tuple(sorted(told, key=_ORDER.__getitem__))


def _only(unit: Unit, op: Op) -> dict[Slot, tuple[Edit, ...]]:
    return {slot: (Edit(op, text),) for slot, text in unit.words}


def _kept(edits: Mapping[Slot, tuple[Edit, ...]]) -> int:
    return sum(len(edit.text) for made in edits.values() for edit in made if edit.op is Op.EQUAL)


def _ratio(kept: int, old: int, new: int) -> float:
    return min(2 * kept / (old + new), 1.0) if old + new else 1.0
