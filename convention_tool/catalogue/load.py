"""One file of our data to frozen records, with a clear error where the file is wrong."""

import tomllib
from collections.abc import Collection, Mapping
from enum import StrEnum
from importlib.resources import files
from typing import Any, TypeVar

from convention_tool.errors import BrokenDataError

T = TypeVar("T")
Choice = TypeVar("Choice", bound=StrEnum)


def tables(name: str) -> Mapping[str, Any]:
    """The tables of a TOML file in data/.

    Raises:
        BrokenDataError: the file is missing or is not TOML.
    """
    try:
        text = files("convention_tool").joinpath("data", name).read_text("utf-8")
        return tomllib.loads(text)
    except (OSError, tomllib.TOMLDecodeError) as problem:
        raise BrokenDataError(f"the data file {name} cannot be read: {problem}") from problem


def record(kind: type[T], entry: Mapping[str, Any], place: str) -> T:
    """An entry as a frozen record, its lists as tuples so that it can be shared safely.

    Args:
        kind: the dataclass that the entry must fit, key by key.
        entry: one table of a data file.
        place: where the entry stands, for the error: "rights.toml, article 44".

    Raises:
        BrokenDataError: a key is unknown or missing.
    """
    values = {
        key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()
    }
    try:
        return kind(**values)
    except TypeError as problem:
        raise BrokenDataError(f"{place}: {problem}") from problem


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
    for name in ids:
        if name not in known:
            raise BrokenDataError(f"{place}: there is no entry {name!r}")
    return tuple(ids)
