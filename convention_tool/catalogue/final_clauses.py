"""The final clauses that an instrument usually has, as final_clauses.toml lists them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from convention_tool.catalogue.load import choice, entries, record, tables

_FILE = "final_clauses.toml"


class Weight(StrEnum):
    """How much depends on a clause."""

    ESSENTIAL = "essential"
    USUAL = "usual"


@dataclass(frozen=True, slots=True, kw_only=True)
class FinalClause:
    """A final clause, the words that show it, and what to say where it is missing."""

    id: str
    name: str
    weight: Weight
    #: Whether two parties do without it.
    multilateral: bool
    missing: str
    source: str
    en: tuple[str, ...]
    fr: tuple[str, ...]
    es: tuple[str, ...]

    def stands_in(self, words: str, language: str) -> bool:
        """Whether some words, in lower case, have the clause."""
        terms = {"fr": self.fr, "es": self.es}.get(language, self.en)
        return any(term in words for term in terms)


@cache
def final_clauses() -> tuple[FinalClause, ...]:
    """The clauses in the order in which treaties usually place them."""
    return tuple(_final_clause(entry) for entry in entries(_FILE, "clause"))


def is_multilateral(words: str, language: str) -> bool:
    """Whether some words, in lower case, are those of a treaty open to several States."""
    terms = tables(_FILE)["multilateral"]
    found = sum(term in words for term in terms.get(language, terms["en"]))
    return found >= _SIGNS_OF_MANY


#: One phrase may speak of another treaty ("the Convention opened for signature at ...").
_SIGNS_OF_MANY = 2


def _final_clause(entry: Mapping[str, Any]) -> FinalClause:
    place = f"{_FILE}, clause {entry.get('id', '?')}"
    return record(
        FinalClause, {**entry, "weight": choice(Weight, entry.get("weight"), place)}, place
    )
