"""What drafters settle once for the drafts of a folder, in a file `convention.toml` beside them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple

from convention_tool.errors import UnreadableFileError
from convention_tool.readers.decoding import decode, read_bytes

#: Its name.
SETTINGS = "convention.toml"

_KEYS = ("select", "ignore")


class LintSettings(NamedTuple):
    """Which remarks to hear: codes of rules or names of families; none means all, or none."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    #: The file that says so, for messages.
    file: str = ""


def lint_settings(draft: str) -> LintSettings:
    """The table [lint] of the settings beside a draft; empty where there is none.

    Raises:
        UnreadableFileError: the file is broken, or has a key that is not known.
    """
    path = Path(draft).parent / SETTINGS
    if not path.is_file():
        return LintSettings()
    name = str(path)
    try:
        settings = tomllib.loads(decode(read_bytes(path), name))
    except tomllib.TOMLDecodeError as problem:
        raise UnreadableFileError(f"{name} is not written as TOML is: {problem}") from problem
    table = settings.get("lint", {})
    if not isinstance(table, dict):
        raise UnreadableFileError(f"{name}: lint is to be a table: [lint]")
    for key in table:
        if key not in _KEYS:
            raise UnreadableFileError(f'{name}: [lint] has no "{key}"; it has {", ".join(_KEYS)}')
    return LintSettings(_listed(table, "select", name), _listed(table, "ignore", name), name)


def _listed(table: dict[str, object], key: str, name: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise UnreadableFileError(
            f'{name}: {key} is to be a list of codes: {key} = ["skipped-number"]'
        )
    return tuple(value)
