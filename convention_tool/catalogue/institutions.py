"""The bodies that deal with migration, and the homes that a new convention could have."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from convention_tool.catalogue.load import choice, entries, inner, part, record
from convention_tool.errors import BrokenDataError

if TYPE_CHECKING:
    from collections.abc import Mapping

_FILE = "institutions.toml"

#: What is asked of each body: the id in the data, and its name.
ATTRIBUTES = {
    "normative": "Sets standards",
    "monitoring": "Monitors",
    "operational": "Operates",
    "finance": "Own finance",
    "secretariat": "Standing secretariat",
    "united_nations": "United Nations",
    "advocacy": "Advocates",
}


class Has(StrEnum):
    """Whether a body has an attribute."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    UNKNOWN = "unknown"


class Origin(StrEnum):
    """Where a later remark is from."""

    #: A treaty or a resolution says so.
    LAW = "law"
    #: It was read elsewhere.
    READ = "read"
    #: From memory, to be checked.
    MEMORY = "memory"


class Attribute(NamedTuple):
    """Whether a body has something, and a few words on it."""

    has: Has
    words: str


@dataclass(frozen=True, slots=True)
class Later:
    """What the law or later history adds to what the call says."""

    date: str
    text: str
    source: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution:
    """A body that deals with migration."""

    id: str
    short: str
    title: str
    mandate: str
    #: Whether the call leaves it out.
    omitted: bool
    weakness: str
    attributes: Mapping[str, Attribute]
    later: tuple[Later, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateHome:
    """A home that a new convention could have."""

    id: str
    title: str
    #: Whether the call names it.
    named: bool
    pros: tuple[str, ...]
    cons: tuple[str, ...]
    forces: tuple[str, ...]


@cache
def institutions() -> tuple[Institution, ...]:
    """The bodies, as the call maps them, then the one that it leaves out."""
    return tuple(_institution(entry) for entry in entries(_FILE, "body"))


@cache
def candidate_homes() -> tuple[CandidateHome, ...]:
    """The candidates, those that the call names first."""
    return tuple(_home(entry) for entry in entries(_FILE, "home"))


def _institution(entry: Mapping[str, Any]) -> Institution:
    place = f"{_FILE}, body {entry.get('id', '?')}"
    kept = {key: value for key, value in entry.items() if key != "attribute"}
    later = tuple(_later(one, place) for one in inner(entry, "later", place))
    attributes = _attributes(part(entry, "attribute", place), place)
    return record(Institution, {**kept, "attributes": attributes, "later": later}, place)


def _attributes(table: Mapping[str, Any], place: str) -> Mapping[str, Attribute]:
    if table.keys() != ATTRIBUTES.keys():
        raise BrokenDataError(f"{place}: the attributes must be {', '.join(ATTRIBUTES)}")
    return {key: Attribute(choice(Has, has, place), words) for key, (has, words) in table.items()}


def _later(entry: Mapping[str, Any], place: str) -> Later:
    return record(Later, {**entry, "source": choice(Origin, entry.get("source"), place)}, place)


def _home(entry: Mapping[str, Any]) -> CandidateHome:
    place = f"{_FILE}, home {entry.get('id', '?')}"
    kept = {key: value for key, value in entry.items() if key not in {"for", "against"}}
    read = {**kept, "pros": entry.get("for", []), "cons": entry.get("against", [])}
    return record(CandidateHome, read, place)
