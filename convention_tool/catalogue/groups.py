"""The groups of people whom a convention may reach or leave out, as groups.toml lists them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from convention_tool.catalogue.load import choice, entries, part, record

_FILE = "groups.toml"


class Family(StrEnum):
    """Why a group is in the list."""

    #: Named by the call of 2017 for a general convention.
    SEED = "seed"
    #: Left out by article 3 of the 1990 convention.
    ARTICLE_3 = "article-3"
    #: A category that article 2 of the 1990 convention defines; most have rules in its Part V.
    PART_V = "part-v"
    #: Others of whom a drafter should think.
    OTHER = "other"


class Treatment(StrEnum):
    """How the 1990 convention treats a group in law."""

    #: Inside, with the rights of its Parts.
    COVERED = "covered"
    #: Inside, with the changes that Part V or another article makes.
    MODIFIED = "modified"
    #: Inside for some rights or some of its members only.
    PARTIAL = "partial"
    #: Outside unless a condition is met.
    CONDITIONAL = "conditional"
    #: Outside in so many words.
    EXPLICIT = "explicit"
    #: Not mentioned: inside only as a migrant worker or a family member.
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Terms:
    """The words by which texts speak of a group, in three languages."""

    en: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()
    es: tuple[str, ...] = ()

    def of(self, language: str) -> tuple[str, ...]:
        """The words of one language; none for a language that we have no words of."""
        match language:
            case "en":
                return self.en
            case "fr":
                return self.fr
            case "es":
                return self.es
            case _:
                return ()


@dataclass(frozen=True, slots=True)
class In1990:
    """How the 1990 convention treats a group.

    `without` are the provisions that the group does not have. `claim` is the simpler statement
    often made of it; `correction` is what the law says where that statement is inaccurate, and
    is empty where it holds.
    """

    treatment: Treatment
    articles: tuple[str, ...]
    explanation: str
    without: tuple[str, ...] = ()
    claim: str = ""
    correction: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of people, and how texts name it; needs.toml says what it needs.

    `terms` name the group; `excluding_terms` are wordings that leave it out without
    naming it, such as a right for those lawfully present; `causes` are events that name it
    only where the text speaks of those who flee them. `protected_by` says where else the group
    finds protection.
    """

    id: str
    title: str
    family: Family
    definition: str
    terms: Terms
    in_1990: In1990
    excluding_terms: Terms = Terms()
    causes: Terms = Terms()
    protected_by: tuple[str, ...] = ()


@cache
def groups() -> tuple[Group, ...]:
    """Every group: those of the call, of article 3, of Part V, then others."""
    return tuple(_group(entry) for entry in entries(_FILE, "group"))


def group(id_: str) -> Group:
    """The group of an id.

    Raises:
        KeyError: there is no such group.
    """
    return _by_id()[id_]


def in_family(family: Family) -> tuple[Group, ...]:
    """The groups that are in the list for one reason."""
    return tuple(entry for entry in groups() if entry.family is family)


@cache
def _by_id() -> Mapping[str, Group]:
    return {entry.id: entry for entry in groups()}


def _group(entry: Mapping[str, Any]) -> Group:
    place = f"{_FILE}, group {entry.get('id', '?')}"
    values = dict(entry)
    values["family"] = choice(Family, entry.get("family"), place)
    values["terms"] = record(Terms, part(entry, "terms", place), place)
    values["excluding_terms"] = record(Terms, part(entry, "excluding_terms", place), place)
    values["causes"] = record(Terms, part(entry, "causes", place), place)
    values["in_1990"] = _in_1990(part(entry, "in_1990", place), place)
    return record(Group, values, place)


def _in_1990(entry: Mapping[str, Any], place: str) -> In1990:
    values = dict(entry)
    values["treatment"] = choice(Treatment, entry.get("treatment"), place)
    return record(In1990, values, place)
