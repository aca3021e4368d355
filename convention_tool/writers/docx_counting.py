"""Which marks of a text Word's lists can count, so that what they print is what the text says.

A list has a form of mark for each level, and counts as Word does: a level begins anew after a mark
of a level above it. A mark that does not follow begins another list; one that no list can print,
such as "2 bis.", stays words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.document import Heading, Note, Prose, Section
from convention_tool.writers.docx_marks import Counted, Counting, Form, core, readings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convention_tool.document import Block

#: Word's lists have nine levels.
LEVELS = 9


@dataclass(slots=True)
class List:
    """A list: its forms by level, and where it begins."""

    #: The level of its first mark, and what that mark is worth.
    level: int
    start: int
    #: How many lists go on after it: it stands within them. Word counts lists of one kind as one,
    #: so that those within each other must be of different kinds.
    depth: int = 0
    forms: dict[int, Form] = field(default_factory=dict)
    _values: dict[int, int] = field(default_factory=dict)

    def takes(self, counted: Counted, level: int) -> bool:
        """Go on with a mark, if it is what the list prints next at a level."""
        if self.forms.get(level, counted.form) != counted.form:
            return False
        if counted.form.counting is not Counting.BULLET and counted.value != self._next(level):
            return False
        self.forms[level] = counted.form
        self._values[level] = counted.value
        for deeper in [one for one in self._values if one > level]:
            del self._values[deeper]
        return True

    def _next(self, level: int) -> int:
        if level in self._values:
            return self._values[level] + 1
        return self.start if level == self.level else 1


class Item(NamedTuple):
    """A mark that a list counts."""

    list: List
    level: int
    mark: str


def counted(blocks: Iterable[Block]) -> Iterator[Item | None]:
    """For each paragraph of a text that has a mark, in order: how it is counted, or None."""
    alive: dict[int, List] = {}
    for block, in_note in _flat(blocks):
        match block:
            case Prose(number=mark) if in_note:
                if mark:
                    yield None
            case Heading():
                alive = {}
            case Prose(number=mark, level=level):
                item = _item(mark, level, alive) if level < LEVELS else None
                alive = {at: one for at, one in alive.items() if at <= level}
                if item:
                    alive[level] = item.list
                if mark:
                    yield item
            case _:
                continue


def _flat(blocks: Iterable[Block], *, in_note: bool = False) -> Iterator[tuple[Block, bool]]:
    """The blocks of a text, those in notes too, and whether they stand in one."""
    for block in blocks:
        match block:
            case Section(blocks=inner):
                yield from _flat(inner, in_note=in_note)
            case Note(blocks=inner):
                yield from _flat(inner, in_note=True)
            case _:
                yield block, in_note


def _item(mark: str, level: int, alive: dict[int, List]) -> Item | None:
    """A mark as an item of a list that it goes on, or of a new one."""
    found = tuple(readings(mark))
    above = max((at for at in alive if at < level), default=level)
    for at in (level, above):
        for one in found:
            if at in alive and alive[at].takes(one, level):
                return Item(alive[at], level, mark)
    depth = len({id(alive[at]) for at in alive if at < level})
    # "(v)" opens a list of letters at the 22nd more seldom than a list cut off before the fifth.
    for one in sorted(found, key=lambda one: one.value != 1):
        made = List(level, one.value, depth)
        if made.takes(one, level):
            return Item(made, level, mark)
    return None


def result(item: Item) -> str:
    """What Word prints where it refers to an item: its mark without the stop after it."""
    return item.mark.rstrip(".") if core(item.mark) else ""
