"""Whom a provision speaks of, and in what role: the phrases of holders.toml, typed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from convention_tool.catalogue.groups import groups
from convention_tool.catalogue.load import record, resolved, tables

_FILE = "holders.toml"

#: The language whose phrases serve a text in a language that we have no phrases of.
FALLBACK = "en"

Phrases = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderClass:
    """A class that treaties make the holder of their rights, and the groups that it takes in.

    A right of a class that cuts `across` groups is one of the members of every group reached.
    `described` are the words by which a definition means the class without naming it.
    """

    id: str
    title: str
    reaches: tuple[str, ...]
    phrases: Phrases
    described: Phrases = ()
    across: bool = False
    #: Groups that it takes in only so far as their members meet what its definition asks.
    open: tuple[str, ...] = ()
    #: Its definition asks for a status or a permit.
    gated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """What a definition of the holders can ask for that a group cannot meet.

    `unless` are wordings that lift the bar, such as "irrespective of".
    """

    group: str
    reason: str
    phrases: Phrases
    unless: Phrases = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """The words that decide what a mention is worth, in one language.

    The file explains each list; the order here is that of the file.
    """

    universal: Phrases
    gate: Phrases
    neutral: Phrases
    this_article: Phrases
    this_part: Phrases
    part: Phrases
    only_so_far: Phrases
    exclusion: Phrases
    excluded: Phrases
    not_counted: Phrases
    left_out: Phrases
    continuing: Phrases
    exceptions: Phrases
    proviso: Phrases
    relative: Phrases
    let_out: Phrases
    optional: Phrases
    reserved: Phrases
    saving: Phrases
    cooperation: Phrases
    attention: Phrases
    institution: Phrases
    defines: Phrases
    term: Phrases
    means_by: Phrases
    opens_term: Phrases
    being: Phrases
    kinds: Phrases
    person: Phrases
    determiner: Phrases
    presence: Phrases
    bestows: Phrases
    denies: Phrases
    cited: Phrases
    set_aside: Phrases
    reserves: Phrases
    on_terms: Phrases
    including: Phrases
    as_to: Phrases
    scope: Phrases
    scope_heading: Phrases
    covers: Phrases
    proper: Phrases
    incidental: Phrases


@cache
def roles(language: str) -> Roles:
    """The words of a language; those of English where we have none of its own."""
    known = _known(language)
    return record(Roles, _file()["language"][known], f"{_FILE}, language {known}")


@cache
def holder_classes(language: str) -> tuple[HolderClass, ...]:
    """The classes of holders, the most particular name of each first."""
    return tuple(_class(entry, _known(language)) for entry in _file()["class"])


@cache
def groups_across() -> frozenset[str]:
    """The groups whose rights are rights of the members of every other group."""
    return frozenset(resolved(_file()["across"]["groups"], _group_ids(), f"{_FILE}, across"))


@cache
def borrowed() -> Mapping[str, frozenset[str]]:
    """The groups whose names another group borrows, by the group that borrows them."""
    return {
        group: frozenset(resolved(others, _group_ids(), f"{_FILE}, borrowed"))
        for group, others in _file()["borrowed"].items()
    }


@cache
def bars(language: str) -> tuple[Bar, ...]:
    """What definitions ask for, and whom they leave out by it."""
    return tuple(_bar(entry, _known(language)) for entry in _file()["bar"])


@cache
def names(language: str) -> Mapping[str, Phrases]:
    """The words that name each group: the terms of groups.toml and the descriptions here.

    Terms too wide to name a group by themselves are left out.
    """
    known = _known(language)
    loose = set(_file()["loose"][known])
    described = {entry["group"]: tuple(entry[known]) for entry in _file()["name"]}
    resolved(described, _group_ids(), f"{_FILE}, name")
    return {
        group.id: (
            *(term for term in map(str.lower, group.terms.of(known)) if term not in loose),
            *described.get(group.id, ()),
        )
        for group in groups()
    }


def _known(language: str) -> str:
    return language if language in _file()["language"] else FALLBACK


def _class(entry: Mapping[str, Any], language: str) -> HolderClass:
    place = f"{_FILE}, class {entry.get('id', '?')}"
    values = _in(language, entry)
    values["reaches"] = _reaches(entry.get("reaches", ()), values.pop("omits", ()), place)
    values["described"] = values.pop("described", {}).get(language, ())
    return record(HolderClass, values, place)


def _in(language: str, entry: Mapping[str, Any]) -> dict[str, Any]:
    """An entry with its phrases of one language alone."""
    kept = {key: value for key, value in entry.items() if key not in _file()["language"]}
    return kept | {"phrases": entry.get(language, ())}


def _reaches(ids: Collection[str], omitted: Collection[str], place: str) -> tuple[str, ...]:
    """The groups that a class takes in; "*" stands for all but those omitted."""
    if "*" not in ids:
        return resolved(ids, _group_ids(), place)
    without = resolved(omitted, _group_ids(), place)
    return tuple(group.id for group in groups() if group.id not in without)


def _bar(entry: Mapping[str, Any], language: str) -> Bar:
    place = f"{_FILE}, bar for {entry.get('group', '?')}"
    resolved((entry.get("group", "?"),), _group_ids(), place)
    return record(Bar, _in(language, entry), place)


def _file() -> Mapping[str, Any]:
    return tables(_FILE)


@cache
def _group_ids() -> frozenset[str]:
    return frozenset(group.id for group in groups())
