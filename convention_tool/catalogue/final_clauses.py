"""The final clauses that an instrument usually has, as final_clauses.toml lists them."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from convention_tool.catalogue.load import record, tables
from convention_tool.errors import BrokenDataError

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
    weight: str
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
    """The clauses in the order in which treaties usually place them.

    Raises:
        BrokenDataError: an entry has an unknown key or weight.
    """
    entries = tables(_FILE)["clause"]
    clauses = tuple(
        record(FinalClause, entry, f"{_FILE}, clause {entry.get('id', place)}")
        for place, entry in enumerate(entries, start=1)
    )
    for clause in clauses:
        if clause.weight not in set(Weight):
            raise BrokenDataError(f"{_FILE}, clause {clause.id}: unknown weight {clause.weight}")
    return clauses


def is_multilateral(words: str, language: str) -> bool:
    """Whether some words, in lower case, are those of a treaty open to several States."""
    terms = tables(_FILE)["multilateral"]
    found = sum(term in words for term in terms.get(language, terms["en"]))
    return found >= _SIGNS_OF_MANY


#: One phrase may speak of another treaty ("the Convention opened for signature at ...").
_SIGNS_OF_MANY = 2
