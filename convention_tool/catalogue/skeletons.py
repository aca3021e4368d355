"""The texts that a new draft can begin from, as skeletons/ and skeletons.toml have them."""

from collections.abc import Mapping
from importlib.resources import files

from convention_tool.catalogue.load import tables
from convention_tool.errors import BrokenDataError

_FILE = "skeletons.toml"


def kinds() -> tuple[str, ...]:
    """The names of the texts: "blank", "general" ..."""
    return tuple(tables(_FILE)["en"])


def languages() -> tuple[str, ...]:
    """The languages that they are in."""
    return tuple(tables(_FILE))


def words(kind: str, language: str) -> Mapping[str, str]:
    """What one text fills into the pieces that it shares with others."""
    found: Mapping[str, str] = tables(_FILE)[language][kind]
    return found


def piece(name: str, language: str) -> str:
    """The text of a skeleton, or of a piece that several share.

    Raises:
        BrokenDataError: there is no such file.
    """
    path = files("convention_tool").joinpath("data", "skeletons", f"{name}.{language}.txt")
    try:
        return path.read_text("utf-8")
    except OSError as problem:
        raise BrokenDataError(f"the data file {name}.{language}.txt cannot be read") from problem
