"""What each group needs of a convention, and the rights that every group must have: needs.toml.

A need says what answers it: rights or parts of rights of the catalogue, the place of the group in
the text, or words by which a text would give it. The file explains how these are written.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from convention_tool.catalogue.groups import Terms, groups
from convention_tool.catalogue.load import choice, entries, part, record, resolved, tables
from convention_tool.catalogue.rights import Element, Right, new_rights, right, rights
from convention_tool.errors import BrokenDataError

_FILE = "needs.toml"

_NO_TERMS = Terms()


class PlaceNeeded(StrEnum):
    """Which place of its group in the text answers a need."""

    #: The group is named or within general words, and not left out.
    INSIDE = "inside"
    #: The text says in so many words that the group is in, or that it is out.
    STATED = "stated"


@dataclass(frozen=True, slots=True)
class Weight:
    """How much hangs on a right or a need; `weights()` has the steps, the heaviest first."""

    id: str
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A right that answers a need, or a part of one."""

    right: Right
    #: The part that is asked for; None for the right as a whole.
    element: Element | None = None

    @property
    def id(self) -> str:
        """As needs.toml writes it: "43/training"."""
        return f"{self.right.article}/{self.element.id}" if self.element else self.right.article


@dataclass(frozen=True, slots=True)
class Need:
    """What some groups need, and what answers it.

    Of `rights` any one is enough, of `all` each is needed; `place` and `phrases` are further ways.
    `anywhere`: the phrases count whoever the clause speaks of.
    """

    groups: tuple[str, ...]
    id: str
    text: str
    weight: Weight
    rights: tuple[Asked, ...] = ()
    all: tuple[Asked, ...] = ()
    place: PlaceNeeded | None = None
    phrases: Terms = _NO_TERMS
    anywhere: bool = False


@dataclass(frozen=True, slots=True)
class BaselineRight:
    """A right that every group must have."""

    right: Right
    weight: Weight
    #: The parts without which it would not be worth its name.
    needed: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True)
class Adequacy:
    """The rights on which the questions of how well a group is covered rest."""

    access: tuple[Asked, ...]
    complaint: tuple[Asked, ...]
    watch: tuple[Asked, ...]
    better_law: tuple[Asked, ...]


@cache
def weights() -> tuple[Weight, ...]:
    """The steps of weight, the heaviest first."""
    return tuple(record(Weight, entry, f"{_FILE}, weight") for entry in entries(_FILE, "weight"))


@cache
def needs() -> tuple[Need, ...]:
    """Every need, in the order of the file."""
    found = tuple(_need(entry) for entry in entries(_FILE, "need"))
    taken: set[tuple[str, str]] = set()
    for need in found:
        for group in need.groups:
            if (group, need.id) in taken:
                raise BrokenDataError(f"{_FILE}: {group} has two needs {need.id!r}")
            taken.add((group, need.id))
    return found


def needs_of(group: str) -> tuple[Need, ...]:
    """The needs of a group."""
    return tuple(need for need in needs() if group in need.groups)


@cache
def baseline() -> tuple[BaselineRight, ...]:
    """The rights that every group must have, in the order of the 1990 convention, then ours."""
    weight_of: dict[str, Weight] = {}
    needed: dict[str, list[Element]] = {}
    for entry in entries(_FILE, "baseline"):
        place = f"{_FILE}, baseline"
        kind = record(_Kind, entry, place)
        weight = _weight(kind.weight, place)
        for asked in _every(kind.rights, place):
            article = asked.right.article
            if weight_of.setdefault(article, weight) is not weight:
                raise BrokenDataError(f"{place}: the right {article!r} has two weights")
            needed.setdefault(article, []).extend([asked.element] if asked.element else [])
    return tuple(
        BaselineRight(one, weight_of[one.article], tuple(needed[one.article]))
        for one in (*rights(), *new_rights())
        if one.article in weight_of
    )


@cache
def adequacy() -> Adequacy:
    """The rights behind the questions of how well a group is covered."""
    place = f"{_FILE}, adequacy"
    values = part(tables(_FILE), "adequacy", _FILE)
    return record(Adequacy, {key: _every(one, place) for key, one in values.items()}, place)


@dataclass(frozen=True, slots=True)
class _Kind:
    """Rights of one weight, and why they have it."""

    weight: str
    rights: tuple[str, ...]
    why: str


def _need(entry: Mapping[str, Any]) -> Need:
    place = f"{_FILE}, need {entry.get('id', '?')}"
    values = dict(entry)
    values["groups"] = resolved(entry.get("groups", ()), {one.id for one in groups()}, place)
    values["weight"] = _weight(entry.get("weight"), place)
    for key in ("rights", "all"):
        values[key] = _every(entry.get(key, []), place)
    if "place" in entry:
        values["place"] = choice(PlaceNeeded, entry["place"], place)
    values["phrases"] = record(Terms, part(entry, "phrases", place), place)
    need = record(Need, values, place)
    if need.rights and need.all:
        raise BrokenDataError(f"{place}: it has both rights and all; choose one")
    if not (need.groups and (need.rights or need.all or need.place or "phrases" in entry)):
        raise BrokenDataError(f"{place}: it says of no group, or of nothing, that it answers it")
    return need


def _every(ids: object, place: str) -> tuple[Asked, ...]:
    if not isinstance(ids, list | tuple) or not all(isinstance(one, str) for one in ids):
        raise BrokenDataError(f"{place}: {ids!r} is not a list of rights")
    return tuple(_asked(one, place) for one in ids)


def _asked(id_: str, place: str) -> Asked:
    article, _, wanted = id_.partition("/")
    try:
        found = right(article)
    except KeyError:
        raise BrokenDataError(f"{place}: there is no right {article!r}") from None
    if not wanted:
        return Asked(found)
    for element in found.elements:
        if element.id == wanted:
            return Asked(found, element)
    raise BrokenDataError(f"{place}: the right {article!r} has no part {wanted!r}")


def _weight(id_: object, place: str) -> Weight:
    for weight in weights():
        if weight.id == id_:
            return weight
    known = ", ".join(one.id for one in weights())
    raise BrokenDataError(f"{place}: {id_!r} is none of {known}")
