"""The pairs that are found between two texts, and what finding them needs of each text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convention_tool.analysis.diff.spelling import Spelling
    from convention_tool.analysis.diff.units import Level, Text, Unit


class Piece(NamedTuple):
    """A further pair: of an old unit that was split, or of a new one that others were merged into."""

    old: int
    new: int


@dataclass(slots=True)
class Alignment:
    """Which unit is which, by their places."""

    old: Text
    new: Text
    #: The new place of each old unit that has one.
    pairs: dict[int, int] = field(default_factory=dict)
    #: The old place of each new unit that has one.
    back: dict[int, int] = field(default_factory=dict)
    split: list[Piece] = field(default_factory=list)
    merged: list[Piece] = field(default_factory=list)
    #: The alignment of the new text with the old one, where that is the one that was made.
    mirror: Alignment | None = None

    def add(self, old: int, new: int) -> None:
        """Add a pair of units that have none."""
        self.pairs[old] = new
        self.back[new] = old

    def strays(self, old: Unit, new: int) -> bool:
        """Whether an old unit went to another holder: not to what its own became."""
        return self.pairs.get(old.parent, -1) != self.new.units[new].parent

    def mirrored(self) -> Alignment:
        """The same pairs from the new text to the old one."""
        return Alignment(
            self.new,
            self.old,
            dict(sorted(self.back.items())),
            dict(sorted(self.pairs.items())),
            [Piece(new, old) for old, new in self.merged],
            [Piece(new, old) for old, new in self.split],
            mirror=self,
        )

    def add_alike(self, one: Unit, other: Unit) -> None:
        """Add a pair of units that say the same, and all under them if it is laid out alike."""
        self.add(one.place, other.place)
        if one.end == one.place + 1:
            return
        ours, theirs = self.old.under(one), self.new.under(other)
        if [(unit.level, unit.body) for unit in ours] == [
            (unit.level, unit.body) for unit in theirs
        ]:
            for inner, their in zip(ours, theirs, strict=True):
                self.add(inner.place, their.place)

    def add_settled(self, one: Unit, other: Unit) -> None:
        """Add a pair of units that are nearly the same, and what each of them consists of."""
        self.add(one.place, other.place)
        if one.end == one.place + 2 and other.end == other.place + 2:
            inner, their = self.old.units[one.place + 1], self.new.units[other.place + 1]
            if inner.level is their.level:
                self.add(inner.place, their.place)

    def old_left(self, units: Iterable[Unit]) -> list[Unit]:
        """The old units among some that have no pair."""
        return [unit for unit in units if unit.place not in self.pairs]

    def new_left(self, units: Iterable[Unit]) -> list[Unit]:
        """The new units among some that have no pair."""
        return [unit for unit in units if unit.place not in self.back]


class Side:
    """One of two texts, with its words in the spelling of both."""

    def __init__(self, text: Text, spelling: Spelling) -> None:
        """Take the text; words are spelled when they are first asked for."""
        self.text = text
        self.units = text.units
        self._own = [unit.body for unit in text.units]
        self._spelling = spelling
        self._own_letters: list[str | None] = [None] * len(text.units)
        self._spelled: dict[int, str] = {}

    def of_level(self, *levels: Level) -> tuple[Unit, ...]:
        """The units of some levels, in order."""
        return self.text.of_level(*levels)

    def whole(self, unit: Unit) -> str:
        """What a unit and those under it say, without numbers and headings."""
        if unit.end == unit.place + 1:
            return self._own[unit.place]
        return "\n".join(self._own[unit.place : unit.end])

    def spelled(self, unit: Unit) -> str:
        """The same, a letter for each word."""
        found = self._spelled.get(unit.place)
        if found is None:
            found = "".join(map(self._own_spelled, range(unit.place, unit.end)))
            self._spelled[unit.place] = found
        return found

    def _own_spelled(self, place: int) -> str:
        found = self._own_letters[place]
        if found is None:
            found = self._own_letters[place] = self._spelling.spell(self._own[place])
        return found

    def all_whole(self, units: Iterable[Unit]) -> list[str]:
        """What each of some units says, as printed."""
        return [self.whole(unit) for unit in units]

    def all_spelled(self, units: Iterable[Unit]) -> list[str]:
        """What each of some units says."""
        return [self.spelled(unit) for unit in units]

    def heading(self, unit: Unit) -> str:
        """Its heading, a letter for each word."""
        return self._spelling.spell(unit.heading)
