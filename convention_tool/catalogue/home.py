"""How a convention gives itself a home: bodies, procedures, the twelve checks, the choices."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from convention_tool.catalogue.load import entries, inner, part, tables
from convention_tool.errors import BrokenDataError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convention_tool.catalogue.phrases import Phrases

_FILE = "home.toml"

_LANGUAGES = ("en", "fr", "es")


@dataclass(frozen=True, slots=True)
class Element:
    """What a check looks for, and the phrases that show it."""

    title: str
    #: Whether the check is not met without it.
    needed: bool
    phrases: Phrases
    #: Words with one of these show something else.
    unless: Phrases
    #: Whether it may stand in an article that names no body.
    anywhere: bool


@dataclass(frozen=True, slots=True)
class HomeCheck:
    """One of the twelve things that a convention needs in order to have a home."""

    id: str
    title: str
    asks: str
    #: Single words; only articles that have one are read.
    around: tuple[str, ...]
    #: Whether nothing counts without the first element.
    gate: bool
    elements: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A home that a draft may choose, and the clauses that the choice forces."""

    #: The candidate in institutions.toml.
    home: str
    chosen: Phrases
    clauses: tuple[Element, ...]


def home_is_read(language: str) -> bool:
    """Whether homes are read in a language."""
    return language in _LANGUAGES


@cache
def home_checks(language: str) -> tuple[HomeCheck, ...]:
    """The twelve checks with the words of a language."""
    return tuple(_check(entry, language) for entry in entries(_FILE, "check"))


@cache
def home_choices(language: str) -> tuple[Choice, ...]:
    """The homes that a draft may choose, with the words of a language."""
    return tuple(_choice(entry, language) for entry in entries(_FILE, "choice"))


@cache
def institutions_named(language: str) -> tuple[str, ...]:
    """The names of which an article must have one in order to speak of institutions."""
    return _list(part(tables(_FILE), "institutions", _FILE).get(language, []), "institutions")


@cache
def body_words(language: str) -> Mapping[str, tuple[str, ...]]:
    """The lists of words by which bodies and what they need are found; none for other languages."""
    return _lists(part(tables(_FILE), "bodies", _FILE).get(language, {}), "bodies")


@cache
def procedure_words(name: str, language: str) -> Mapping[str, tuple[str, ...]]:
    """The lists of words of a procedure: `look`, `says` and what it needs."""
    table = part(tables(_FILE), name, _FILE)
    return _lists({key: lists.get(language, []) for key, lists in table.items()}, name)


def _check(entry: Mapping[str, Any], language: str) -> HomeCheck:
    place = f"check {entry.get('id', '?')}"
    around = entry.get("around", {})
    return HomeCheck(
        entry["id"],
        entry["title"],
        entry["asks"],
        _list(around.get(language, []), place),
        entry.get("gate", False),
        _elements(inner(entry, "element", place), language, place),
    )


def _choice(entry: Mapping[str, Any], language: str) -> Choice:
    place = f"choice {entry.get('home', '?')}"
    return Choice(
        entry["home"],
        _list(entry["chosen"].get(language, []), place),
        _elements(inner(entry, "clause", place), language, place),
    )


def _elements(
    found: tuple[Mapping[str, Any], ...], language: str, place: str
) -> tuple[Element, ...]:
    return tuple(
        Element(
            one["title"],
            one.get("needed", True),
            _list(one.get(language, []), place),
            _list(one.get("unless", {}).get(language, []), place),
            one.get("anywhere", False),
        )
        for one in found
    )


def _lists(table: Mapping[str, Any], place: str) -> Mapping[str, tuple[str, ...]]:
    return {key: _list(value, place) for key, value in table.items()}


def _list(value: Any, place: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise BrokenDataError(f"{_FILE}, {place}: {value!r} is not a list of words")
    return tuple(value)
