"""Drafts in: a file, standard input, or a draft that comes with the tool."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from convention_tool.cli.group import Stopped
from convention_tool.readers import read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convention_tool.readers.reading import Reading

#: The name of standard input.
STANDARD_INPUT = "-"


def read_draft(name: str, *, old: bool = False) -> Reading:
    """The draft in a file, on standard input, or among those that come with the tool.

    Of a file with tracked changes, the new text, or the old one if asked.
    """
    return read(_bundled(name) or name, old=old)


def read_provisions(name: str) -> Reading:
    """The draft, which must have provisions: what compares or covers has nothing to say else."""
    reading = read_draft(name)
    instrument = reading.instrument
    if not (instrument.elements or instrument.annexes):
        raise Stopped(
            "there is no article in this text; a draft is plain text in which each article "
            'begins with a line such as "Article 1"'
        )
    return reading


def apart(titles: Sequence[str], files: Sequence[str]) -> list[str]:
    """The titles, with the names of the files, or their order, where two texts have the same."""
    named = list(titles)
    for names in ([Path(file).stem for file in files], files, map(str, range(1, len(files) + 1))):
        named = [
            f"{title} ({name})" if named.count(said) > 1 else said
            for title, said, name in zip(titles, named, names, strict=True)
        ]
    return named


def _bundled(name: str) -> Path | None:
    """The draft of that name in drafts/: inside the installed package, or beside it.

    A file of the user's own goes before.
    """
    if Path(name).exists() or Path(name).name != name:
        return None
    package = Path(__file__).resolve().parent.parent
    places = (package / "drafts", package.parent / "drafts")
    found = (place / f"{name}.txt" for place in places)
    return next((path for path in found if path.is_file()), None)
