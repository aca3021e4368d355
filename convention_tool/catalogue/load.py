"""One file of our data to frozen records, with a clear error where the file is wrong."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, TypeVar

from convention_tool.errors import BrokenDataError

T = TypeVar("T")


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
