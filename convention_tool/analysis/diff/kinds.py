"""What happened to each provision, by its own words and by what stands in it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from convention_tool.analysis.diff.natures import Nature
from convention_tool.analysis.diff.records import Kind
from convention_tool.analysis.diff.redline import Op
from convention_tool.analysis.diff.units import Level, Slot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from convention_tool.analysis.diff.pairs import Alignment
    from convention_tool.analysis.diff.records import Edits
    from convention_tool.analysis.diff.units import Unit

#: Changes of the letter, not of the words.
_LETTER = frozenset({Nature.CASE, Nature.PUNCTUATION, Nature.SPACING, Nature.SPELLING})

#: Units whose changes are also changes of what holds them.
_HELD = frozenset({Level.PARAGRAPH, Level.SUBPARAGRAPH})

#: What happens to a unit in another makes that one modified; these make it what they are.
_CARRIED = frozenset({Kind.REFERENCE_FOLLOWED, Kind.MINOR})

#: Slots in which a provision says what it says.
SAID = frozenset({Slot.TEXT, Slot.CLOSING})

_CUT = frozenset({Kind.SPLIT, Kind.MERGED})

_ORDER = {kind: place for place, kind in enumerate(Kind)}


def kinds(
    alignment: Alignment, moved: frozenset[int], edits: Mapping[int, Edits]
) -> Mapping[int, tuple[Kind, ...]]:
    """What happened to each unit of the new text that has a pair, by its place.

    Args:
        alignment: the pairs.
        moved: the new units that moved by themselves.
        edits: what changed in the words of each pair, by the place of the new unit.
    """
    told = _Teller(alignment).told(moved, edits)
    return {new: _sorted(told[new]) if new in told else _UNCHANGED for new in alignment.back}


class _Teller:
    def __init__(self, alignment: Alignment) -> None:
        self._found = alignment
        self._olds, self._news = alignment.old.units, alignment.new.units
        self._pieces = frozenset((*alignment.split, *alignment.merged))
        #: What happened to units of the new text; to others nothing did.
        self._kinds: dict[int, set[Kind]] = defaultdict(set)

    def told(self, moved: frozenset[int], edits: Mapping[int, Edits]) -> Mapping[int, set[Kind]]:
        """What happened to each unit, in no order."""
        for new, made in edits.items():
            if made:
                own = _own_kinds(self._olds[self._found.back[new]], self._news[new], made)
                self._tell(new, own)
        for new in moved:
            self._kinds[new].add(Kind.MOVED)
        for piece in self._found.split:
            self._kinds[self._found.pairs[piece.old]].add(Kind.SPLIT)
        for piece in self._found.merged:
            self._kinds[piece.new].add(Kind.MERGED)
        for told in self._kinds.values():
            if told & _CUT:
                told.discard(Kind.MINOR)  # the space at the cut
        self._carry()
        return self._kinds

    def _tell(self, place: int, told: Iterable[Kind]) -> None:
        """Tell what happened to a unit, if anything did."""
        for kind in told:
            self._kinds[place].add(kind)

    def _carry(self) -> None:
        """Tell the units that hold others what happened to these."""
        pairs, back = self._found.pairs, self._found.back
        for unit in self._olds:
            if unit.level in _HELD and unit.parent in pairs and self._left(unit):
                self._kinds[pairs[unit.parent]].add(Kind.MODIFIED)
        for unit in reversed(self._news):
            if unit.level not in _HELD:
                continue
            old = back.get(unit.place)
            own = self._kinds.get(unit.place)
            if old is None:
                told = {Kind.MODIFIED}
            elif own and own - _CARRIED - {Kind.RENUMBERED}:
                told = {Kind.MODIFIED, *own & _CARRIED}
            elif self._left(self._olds[old]):
                told = {Kind.MODIFIED}
            else:
                told = own & _CARRIED if own else set()
            if told:
                before = -1 if old is None else pairs.get(self._olds[old].parent, -1)
                for place in {unit.parent, before} & back.keys():
                    self._kinds[place] |= told

    def _left(self, old: Unit) -> bool:
        """Whether a unit is gone, or stands elsewhere than in what its holder became."""
        new = self._found.pairs.get(old.place)
        if new is None:
            return True
        there = self._news[new].parent
        return self._found.strays(old, new) and (old.parent, there) not in self._pieces


def _own_kinds(old: Unit, new: Unit, edits: Edits) -> Iterator[Kind]:
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
        if slot in SAID and Nature.WORDING in natures:
            yield Kind.MODIFIED
        if slot in SAID and Nature.REFERENCE in natures:
            yield Kind.REFERENCE_FOLLOWED


def _sorted(told: set[Kind]) -> tuple[Kind, ...]:
    """The kinds in their order; what is modified is not said to be changed in its letters too."""
    if not told:
        return _UNCHANGED
    shown = told - _CARRIED if Kind.MODIFIED in told else told
    return tuple(sorted(shown, key=_ORDER.__getitem__))


_UNCHANGED = (Kind.UNCHANGED,)
