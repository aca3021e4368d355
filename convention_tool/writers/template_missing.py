"""What a user is told of a name that a template may not find, and of the name that was meant."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from jinja2 import StrictUndefined

from convention_tool.writers.template_filters import kind

if TYPE_CHECKING:
    from collections.abc import Iterable

#: No name of ours is so long.
_LONGEST_NAME = 40

#: So many letters may be wrong in a name that we still take for another.
_MOST_SLIPS = 2


def missing(known: frozenset[str]) -> type[StrictUndefined]:
    """What stands for a name that is not there: it says so, and which name may be meant."""

    class Missing(StrictUndefined):
        """A name that is not there."""

        __slots__ = ()

        @property
        def _undefined_message(self) -> str:
            name = str(self._undefined_name)
            obj = self._undefined_obj
            if is_dataclass(obj) and not isinstance(obj, type):
                names = {field.name for field in fields(obj)}
                return f'{kind(obj)} has no "{name}"{_hint(name, names)}'
            if name.lstrip("-").isdecimal():
                return f"{kind(obj)} has no entry {name}"
            if isinstance(obj, dict | str | list | tuple | int | float | None):
                return f'{kind(obj)} has no "{name}"'
            return f'there is no "{name}" here{_hint(name, known)}'

    return Missing


def _hint(name: str, known: Iterable[str]) -> str:
    """The name that is most like one that is not there, if any is."""
    near = min(known, key=lambda other: (_distance(name, other), other), default="")
    return f'; did you mean "{near}"?' if near and _distance(name, near) <= _MOST_SLIPS else ""


def _distance(one: str, other: str) -> int:
    """How many letters are to be changed, put in or left out to make one name of another."""
    if len(one) > _LONGEST_NAME:
        return len(one)
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        before, row[0] = row[0], place
        for column, wanted in enumerate(other, start=1):
            cost = before + (letter != wanted)
            before = row[column]
            row[column] = min(cost, before + 1, row[column - 1] + 1)
    return row[-1]
