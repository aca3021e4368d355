"""What is compared: an instrument as a list of its units, each with the words of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.tree.address import Places
from convention_tool.tree.nodes import (
    Annex,
    Article,
    Conclusions,
    Contents,
    Instrument,
    Node,
    Paragraph,
    Part,
    Preamble,
    Recital,
    Subparagraph,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Level(StrEnum):
    """What a unit is. Units pair with units of their own level."""

    INSTRUMENT = "instrument"
    CONTENTS = "contents"
    PREAMBLE = "preamble"
    RECITAL = "recital"
    PART = "part"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    SUBPARAGRAPH = "subparagraph"
    CONCLUSIONS = "conclusions"
    ANNEX = "annex"


class Slot(StrEnum):
    """A place of a unit's own words, in the order of print; units under it stand before `CLOSING`."""

    NUMBER = "number"
    HEADING = "heading"
    TEXT = "text"
    CLOSING = "closing"


#: The slots in the order of print.
SLOTS = tuple(Slot)


class Unit(NamedTuple):
    """A provision or a division, with the words that are its own and not those of a unit in it."""

    #: Where it stands among the units of its text.
    place: int
    node: Node
    address: str
    #: What knows how it is cited.
    places: Places
    #: The place of the unit that holds it; -1 for the instrument.
    parent: int
    #: The place after the last unit under it.
    end: int
    level: Level
    #: Without punctuation: "12", "a"; "" where it has none.
    number: str
    #: The number as printed: "Article 12", "(a)".
    mark: str
    #: The heading of an article or division, the title of an instrument.
    heading: str
    #: The words of a paragraph, who agrees in a preamble, the adoption of an instrument.
    text: str
    #: Words after the list, and the formula of a preamble.
    closing: str

    @property
    def citation(self) -> str:
        """How a lawyer cites it."""
        top = isinstance(self.node, Instrument)
        return INSTRUMENT if top else self.places.citation(self.node)

    def said(self, slot: Slot) -> str:
        """The words of a slot; "" where it has none."""
        return self.own[_PLACES[slot]]

    @property
    def own(self) -> tuple[str, str, str, str]:
        """The words of every slot."""
        return self.mark, self.heading, self.text, self.closing

    @property
    def words(self) -> tuple[tuple[Slot, str], ...]:
        """The slots that have words."""
        return tuple((slot, text) for slot, text in zip(SLOTS, self.own, strict=True) if text)

    @property
    def body(self) -> str:
        """Its own words but for the number and heading."""
        return f"{self.text} {self.closing}" if self.closing else self.text


_PLACES = {slot: place for place, slot in enumerate(SLOTS)}


@dataclass(frozen=True)
class Text:
    """An instrument and its units, in the order of print."""

    instrument: Instrument
    units: tuple[Unit, ...] = field(repr=False)

    @classmethod
    def of(cls, instrument: Instrument) -> Text:
        """The units of an instrument. Notes are about it, not of it, and are left out."""
        return cls(instrument, tuple(_units(instrument)))

    def under(self, unit: Unit) -> tuple[Unit, ...]:
        """All units under one, in order."""
        return self.units[unit.place + 1 : unit.end]

    @cached_property
    def children(self) -> tuple[tuple[Unit, ...], ...]:
        """The units directly under each, by its place."""
        found: list[list[Unit]] = [[] for _ in self.units]
        for unit in self.units[1:]:
            found[unit.parent].append(unit)
        return tuple(map(tuple, found))

    @cached_property
    def lengths(self) -> tuple[int, ...]:
        """How many letters of its own each unit has."""
        return tuple(
            len(unit.mark) + len(unit.heading) + len(unit.text) + len(unit.closing)
            for unit in self.units
        )

    @cached_property
    def by_address(self) -> dict[str, Unit]:
        """The units by address."""
        return {unit.address: unit for unit in self.units}

    def of_level(self, *levels: Level) -> tuple[Unit, ...]:
        """The units of some levels, in order."""
        if len(levels) == 1:
            return tuple(self._by_level[levels[0]])
        found = (unit for level in levels for unit in self._by_level[level])
        return tuple(sorted(found, key=attrgetter("place")))

    @cached_property
    def _by_level(self) -> Mapping[Level, list[Unit]]:
        found: dict[Level, list[Unit]] = {level: [] for level in Level}
        for unit in self.units:
            found[unit.level].append(unit)
        return found


#: The instrument itself has no address in its own tree.
INSTRUMENT = "instrument"


def _units(instrument: Instrument) -> Iterator[Unit]:
    """The units, each before those under it."""
    places = Places(instrument)
    entries = places.entries
    ends = list(range(1, len(entries) + 2))
    for place in range(len(entries), 0, -1):
        holder = entries[place - 1].parent + 1
        ends[holder] = max(ends[holder], ends[place])
    yield Unit(0, instrument, INSTRUMENT, places, -1, ends[0], *_own(instrument))
    for place, (address, node, parent, _) in enumerate(entries, 1):
        yield Unit(place, node, address, places, parent + 1, ends[place], *_own(node))


def _own(node: Node) -> tuple[Level, str, str, str, str, str]:
    """The level of a node, its number, and the words of each slot."""
    match node:
        case Paragraph():
            level = Level.PARAGRAPH
            return level, node.number, node.mark or node.number, "", node.text, node.closing
        case Subparagraph():
            level = Level.SUBPARAGRAPH
            return level, node.number, node.mark or node.number, "", node.text, node.closing
        case Article():
            mark = f"{node.label} {node.number}".strip()
            return Level.ARTICLE, node.number, mark, node.heading, "", ""
        case Part() | Annex():
            level = Level.PART if isinstance(node, Part) else Level.ANNEX
            return level, node.number, f"{node.label} {node.number}".strip(), node.heading, "", ""
        case Recital():
            return Level.RECITAL, node.number, node.mark or node.number, "", node.text, ""
        case Preamble():
            return Level.PREAMBLE, "", "", node.heading, node.subject, node.formula
        case Instrument():
            title = node.title or node.value("Title")
            return Level.INSTRUMENT, "", "", title, "\n".join(node.adoption), ""
        case Contents():
            return Level.CONTENTS, "", "", "", "\n".join(node.lines), ""
        case Conclusions():
            return Level.CONCLUSIONS, "", "", "", "", ""
    raise TypeError(f"{type(node).__name__} is not part of an instrument")
