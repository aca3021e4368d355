"""The stages that a draft goes through, and the words by which it says where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from convention_tool.catalogue.load import choice, entries, record

_FILE = "stages.toml"


class Stage(StrEnum):
    """How settled a text is."""

    ZERO = "zero"
    NEGOTIATING = "negotiating"
    FINAL = "final"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    id: Stage
    words: tuple[str, ...]


def stage_of(status: str) -> Stage:
    """The stage that a draft's "Status" says it is at; negotiating where it says nothing known."""
    said = status.casefold()
    found = (one.id for one in _stages() if any(word in said for word in one.words))
    return next(found, Stage.NEGOTIATING)


@cache
def _stages() -> tuple[_Words, ...]:
    return tuple(
        record(_Words, {**entry, "id": choice(Stage, entry.get("id"), _FILE)}, _FILE)
        for entry in entries(_FILE, "stage")
    )
