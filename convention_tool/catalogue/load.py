"""One file of our data to frozen records, with a clear error where the file is wrong."""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar, get_origin

from convention_tool.errors import BrokenDataError

T = TypeVar("T")
Choice = TypeVar("Choice", bound=StrEnum)

#: How a lawyer who edits the files knows the types that a field can have.
_KINDS = {
    str: "text in quotes",
    tuple: "a list in square brackets",
    bool: "true or false",
    float: "a number such as 0.8",
}


@cache
def tables(name: str) -> Mapping[str, Any]:
    """The tables of a TOML file in data/, read once however many records are made of it.

    Raises:
        BrokenDataError: the file is missing or is not TOML.
    """
    try:
        text = files("convention_tool").joinpath("data", name).read_text("utf-8")
        return tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise BrokenDataError(f"the data file {name} cannot be read: {problem}") from problem


def entries(name: str, table: str) -> tuple[Mapping[str, Any], ...]:
    """The entries [[table]] of a TOML file in data/.

    Raises:
        BrokenDataError: the file cannot be read or has no such entries.
    """
    found = inner(tables(name), table, name)
    if not found:
        raise BrokenDataError(f"the data file {name} has no entries [[{table}]]")
    return found


def inner(entry: Mapping[str, Any], key: str, place: str) -> tuple[Mapping[str, Any], ...]:
    """The tables that a key of an entry lists; none where the key is absent.

    Raises:
        BrokenDataError: the key holds something else.
    """
    found = entry.get(key, [])
    if not isinstance(found, list) or not all(isinstance(part, dict) for part in found):
        raise BrokenDataError(f"{place}: {key} is not a list of tables")
    return tuple(found)


def part(entry: Mapping[str, Any], key: str, place: str) -> Mapping[str, Any]:
    """The table that a key of an entry holds; an empty one where the key is absent.

    Raises:
        BrokenDataError: the key holds something else.
    """
    found = entry.get(key, {})
    if not isinstance(found, dict):
        raise BrokenDataError(f"{place}: {key} is not a table")
    return found


def record(kind: type[T], entry: Mapping[str, Any], place: str) -> T:
    """An entry as a frozen record, its lists as tuples so that it can be shared safely.

    Args:
        kind: the dataclass that the entry must fit, key by key.
        entry: one table of a data file.
        place: where the entry stands, for the error: "rights.toml, article 44".

    Raises:
        BrokenDataError: a key is unknown or missing, or what it holds is of another kind.
    """
    values = {
        key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()
    }
    try:
        made = kind(**values)
    except TypeError as problem:
        raise BrokenDataError(f"{place}: {problem}") from problem
    _check(made, place)
    return made


def choice(kind: type[Choice], value: object, place: str) -> Choice:
    """A word of a data file as a member of the enumeration it must belong to.

    Raises:
        BrokenDataError: the word is none of them.
    """
    try:
        return kind(str(value))
    except ValueError as problem:
        known = ", ".join(kind)
        raise BrokenDataError(f"{place}: {value!r} is none of {known}") from problem


def resolved(ids: Collection[str], known: Collection[str], place: str) -> tuple[str, ...]:
    """Ids of a data file, once each of them is known.

    Raises:
        BrokenDataError: an id is that of no entry.
    """
    if isinstance(ids, str):
        raise BrokenDataError(f"{place}: {ids!r} must be {_KINDS[tuple]}")
    for name in ids:
        if name not in known:
            raise BrokenDataError(f"{place}: there is no entry {name!r}")
    return tuple(ids)


def _check(made: object, place: str) -> None:
    """Texts are texts and lists are lists: a text where a list belongs would be read by letters."""
    if not is_dataclass(made):
        return
    for field in fields(made):
        kind = get_origin(field.type) or field.type
        if kind in _KINDS and not isinstance(getattr(made, field.name), kind):
            raise BrokenDataError(f"{place}: {field.name} must be {_KINDS[kind]}")
