"""Two texts, change by change: what happened to each provision, and to its words."""

from __future__ import annotations

from collections import defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING

from convention_tool.analysis.diff.alignment import align
from convention_tool.analysis.diff.following import Following
from convention_tool.analysis.diff.joints import Joints
from convention_tool.analysis.diff.moves import placed
from convention_tool.analysis.diff.records import Change, Diff, Kind, Wording, natures
from convention_tool.analysis.diff.redline import Edit, Nature, Op, redline
from convention_tool.analysis.diff.spelling import Letters
from convention_tool.analysis.diff.units import Level, Slot, Text, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convention_tool.analysis.diff.pairs import Alignment
    from convention_tool.tree.nodes import Instrument

#: Changes of the letter, not of the words.
_LETTER = frozenset({Nature.CASE, Nature.PUNCTUATION, Nature.SPACING, Nature.SPELLING})

#: Units whose changes are also changes of what holds them.
_HELD = frozenset({Level.PARAGRAPH, Level.SUBPARAGRAPH})

#: What happens to a unit in another makes that one modified; these make it what they are.
_CARRIED = frozenset({Kind.REFERENCE_FOLLOWED, Kind.MINOR})

_ORDER = {kind: place for place, kind in enumerate(Kind)}


def diff(old: Instrument, new: Instrument) -> Diff:
    """Compare two texts, provision by provision and word by word.

    They may be two versions of one draft, or texts that share no number and few words. Notes and
    what was set aside are not compared.
    """
    alignment = align(Text.of(old), Text.of(new))
    return Diff(alignment, tuple(_Comparer(alignment).changes()))


class _Comparer:
    """Makes the changes of an alignment."""

    def __init__(self, alignment: Alignment) -> None:
        self._found = alignment
        self._olds, self._news = alignment.old.units, alignment.new.units
        self._following = Following(alignment)
        self._moved = placed(alignment).moved
        self._joint_words = Joints(alignment, self._moved).words(alignment)
        self._letters = Letters()
        self._old_lengths, self._new_lengths = _lengths(self._olds), _lengths(self._news)
        #: What happened to a unit of the new text, by its place.
        self._kinds: dict[int, set[Kind]] = defaultdict(set)
        #: How many letters the two texts share under a unit of the new text.
        self._shared: dict[int, int] = defaultdict(int)

    def changes(self) -> Iterator[Change]:
        """The changes in the order of the new text."""
        words = {pair: self._words(*pair) for pair in self._found.pairs.items()}
        self._tell(words)
        gone = self._gone()
        split = {piece.new: piece.old for piece in self._found.split}
        merged: dict[int, list[int]] = defaultdict(list)
        for piece in self._found.merged:
            merged[piece.new].append(piece.old)
        for unit in self._news:
            old = self._found.back.get(unit.place)
            if old is not None:
                yield self._change(self._olds[old], unit, words[old, unit.place])
            elif unit.place in split:
                yield self._piece(self._olds[split[unit.place]], unit, Kind.SPLIT)
            else:
                yield Change(None, unit, (Kind.INSERTED,), 0.0, _only(unit, Op.INSERT))
            for other in sorted(merged[unit.place]):
                yield self._piece(self._olds[other], unit, Kind.MERGED)
            for lost in gone.get(unit.place, ()):
                yield Change(lost, None, (Kind.DELETED,), 0.0, _only(lost, Op.DELETE))

    # Words

    def _words(self, old: int, new: int) -> tuple[Wording, ...]:
        """The edits of a pair, slot by slot."""
        one, other = self._olds[old], self._news[new]
        if one.own == other.own:
            return _only(one, Op.EQUAL)
        joint = self._joint_words.get((old, new))
        return tuple(
            Wording(slot, edits)
            for slot in Slot
            if (edits := joint if joint and slot is Slot.TEXT else self._edits(one, other, slot))
        )

    def _edits(self, old: Unit, new: Unit, slot: Slot) -> tuple[Edit, ...]:
        words = (old.said(slot), new.said(slot))
        edits = redline(*words, self._letters)
        if slot in {Slot.TEXT, Slot.CLOSING}:
            return self._following.mark(edits, old, new, words)
        return edits

    # What happened

    def _tell(self, words: dict[tuple[int, int], tuple[Wording, ...]]) -> None:
        """What happened to each unit of the new text that has a pair, and how much is left of it."""
        split = {piece.old for piece in self._found.split}
        merged = {piece.new for piece in self._found.merged}
        for (old, new), edits in words.items():
            kinds = self._kinds[new]
            one, other = self._olds[old], self._news[new]
            if one.own != other.own:
                kinds.update(_own_kinds(one, other, edits))
            if new in self._moved:
                kinds.add(Kind.MOVED)
            if old in split:
                kinds.add(Kind.SPLIT)
            if new in merged:
                kinds.add(Kind.MERGED)
            self._share(old, new, _kept(edits))
        self._carry()

    def _share(self, old: int, new: int, kept: int) -> None:
        """Count what a pair shares for itself and for each pair of units that hold it."""
        while old >= 0 and new >= 0:
            if self._found.pairs.get(old) == new:
                self._shared[new] += kept
            old, new = self._olds[old].parent, self._news[new].parent

    def _carry(self) -> None:
        """Tell the units that hold others what happened to these."""
        for old in self._olds:
            home = self._found.pairs.get(old.parent)
            new = self._found.pairs.get(old.place)
            if old.level in _HELD and home is not None and (new is None or self._strays(old, new)):
                self._kinds[home].add(Kind.MODIFIED)
        for unit in reversed(self._news):
            if unit.level not in _HELD:
                continue
            own = self._kinds.get(unit.place, {Kind.INSERTED})
            self._kinds[unit.parent] |= own & _CARRIED
            if own - _CARRIED - {Kind.RENUMBERED}:
                self._kinds[unit.parent].add(Kind.MODIFIED)

    def _strays(self, old: Unit, new: int) -> bool:
        """Whether a unit went to another holder."""
        return self._found.pairs.get(old.parent) != self._news[new].parent

    def _change(self, old: Unit, new: Unit, words: tuple[Wording, ...]) -> Change:
        kinds = self._kinds.get(new.place) or {Kind.UNCHANGED}
        return Change(old, new, _sorted(kinds), self._similarity(old, new), words)

    def _piece(self, old: Unit, new: Unit, kind: Kind) -> Change:
        """A unit that is part of a pair of three."""
        joint = self._joint_words.get((old.place, new.place))
        unit, op = (new, Op.INSERT) if kind is Kind.SPLIT else (old, Op.DELETE)
        words = tuple(
            Wording(slot, joint) if joint and slot is Slot.TEXT else Wording(slot, (Edit(op, text),))
            for slot, text in unit.words
        )
        kinds = {kind, Kind.RENUMBERED} if old.number != new.number else {kind}
        similarity = _ratio(_kept(words), len(old.body), len(new.body)) if joint else 0.0
        return Change(old, new, _sorted(kinds), similarity, words)

    def _similarity(self, old: Unit, new: Unit) -> float:
        one = self._old_lengths[old.end] - self._old_lengths[old.place]
        other = self._new_lengths[new.end] - self._new_lengths[new.place]
        return _ratio(self._shared[new.place], one, other)

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


def _own_kinds(old: Unit, new: Unit, words: tuple[Wording, ...]) -> Iterator[Kind]:
    """What happened to a unit by its own words."""
    if old.number != new.number:
        yield Kind.RENUMBERED
    elif old.mark != new.mark:
        yield Kind.MINOR
    heading = set(natures(words, Slot.HEADING))
    text = set(natures(words, Slot.TEXT, Slot.CLOSING))
    if heading - _LETTER:
        yield Kind.HEADING_CHANGED
    if Nature.WORDING in text:
        yield Kind.MODIFIED
    if Nature.REFERENCE in text:
        yield Kind.REFERENCE_FOLLOWED
    if (heading | text) & _LETTER:
        yield Kind.MINOR


def _sorted(kinds: set[Kind]) -> tuple[Kind, ...]:
    """The kinds in their order; what is modified is not said to be changed in its letters too."""
    told = kinds - _CARRIED if Kind.MODIFIED in kinds else kinds
    return tuple(sorted(told, key=_ORDER.__getitem__))


def _only(unit: Unit, op: Op) -> tuple[Wording, ...]:
    return tuple(Wording(slot, (Edit(op, text),)) for slot, text in unit.words)


def _kept(words: tuple[Wording, ...]) -> int:
    return sum(len(edit.text) for _, edits in words for edit in edits if edit.op is Op.EQUAL)


def _lengths(units: tuple[Unit, ...]) -> list[int]:
    """How many letters stand before each unit, and at last how many there are."""
    return [0, *accumulate(sum(map(len, unit.own)) for unit in units)]


def _ratio(kept: int, old: int, new: int) -> float:
    return min(2 * kept / (old + new), 1.0) if old + new else 1.0
