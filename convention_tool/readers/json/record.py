"""The objects of a JSON file, and where they stand in it, for messages."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = TypeVar("Kind", bound=StrEnum)

#: Levels of nodes within nodes; a treaty has some eight.
_DEEPEST = 60


class MisfitError(Exception):
    """Something in the file is not what it should be."""


class Record(NamedTuple):
    """An object of the file, and where it stands."""

    data: object
    #: For messages: "the instrument", "art_5__para_1".
    where: str
    depth: int

    def value(self, key: str) -> object:
        """What stands at a key; None where it is missing."""
        if not isinstance(self.data, dict):
            raise MisfitError(f"{self.where} is not an object")
        return self.data.get(key)

    def text(self, key: str) -> str:
        """Words; none where the key is missing."""
        value = self.value(key)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise MisfitError(f'"{key}" of {self.where} is not a text')
        if not value.isascii() and any("\ud800" <= letter <= "\udfff" for letter in value):
            raise MisfitError(f'"{key}" of {self.where} has half of a character')
        return value

    def records(self, key: str) -> Iterator[Record]:
        """The objects of a list."""
        if self.depth >= _DEEPEST:
            raise MisfitError("it is nested deeper than any treaty")
        for place, value in enumerate(self._list(key), 1):
            record = Record(value, f"{key} {place} of {self.where}", self.depth + 1)
            address = record.text("address")
            yield record._replace(where=address) if address else record

    def lines(self, key: str) -> tuple[str, ...]:
        """The texts of a list."""
        pairs = ({key: value} for value in self._list(key))
        return tuple(Record(pair, self.where, self.depth).text(key) for pair in pairs)

    def one_of(self, kinds: type[Kind]) -> Kind:
        """The kind of a node."""
        try:
            return kinds(self.text("kind"))
        except ValueError as problem:
            known = ", ".join(kinds)
            raise MisfitError(f'"kind" of {self.where} is none of {known}') from problem

    @property
    def start(self) -> int | None:
        """Where the node began in its own source."""
        span = self.value("span")
        start = span.get("start") if isinstance(span, dict) else None
        return start if isinstance(start, int) else None

    def _list(self, key: str) -> list[object]:
        value = self.value(key)
        if value is None:
            return []
        if not isinstance(value, list):
            raise MisfitError(f'"{key}" of {self.where} is not a list')
        return value
