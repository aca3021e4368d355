"""What the final clauses of the core treaties say."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from convention_tool.catalogue.final_clause_words import clause_words
from convention_tool.catalogue.load import entries, part, record, resolved

if TYPE_CHECKING:
    from collections.abc import Mapping

_FILE = "final_clauses_figures.toml"

#: What is noted where a treaty is silent on a question.
SILENT = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreTreaty:
    """A treaty, and the answers of its final clauses by the id of the question."""

    id: str
    short: str
    title: str
    year: int
    known: Mapping[str, str]
    #: The questions whose answer is from memory, to be checked.
    from_memory: tuple[str, ...]


@cache
def core_treaties() -> tuple[CoreTreaty, ...]:
    """The treaties whose figures are known."""
    return tuple(_treaty(entry) for entry in entries(_FILE, "treaty"))


@cache
def usual_instruments() -> tuple[int, int]:
    """The lowest and the highest number of instruments that a treaty of many States asks for."""
    asked = sorted(int(treaty.known["instruments"]) for treaty in core_treaties())
    return asked[0], asked[-1]


def _treaty(entry: Mapping[str, Any]) -> CoreTreaty:
    place = f"{_FILE}, treaty {entry.get('id', '?')}"
    asked = {question.id for clause in clause_words("en") for question in clause.questions}
    known = part(entry, "known", place)
    resolved(tuple(known), asked, place)
    treaty = record(CoreTreaty, {**entry, "known": known}, place)
    resolved(treaty.from_memory, tuple(known), place)
    return treaty
