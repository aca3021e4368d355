"""Drafts in, results out. The input is never overwritten, and no file is ever left half written."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from convention_tool.cli.group import Stopped
from convention_tool.readers import parse, read
from convention_tool.readers.decoding import decode

if TYPE_CHECKING:
    from convention_tool.readers.reading import Reading

#: The name of standard input, and what a draft that came that way is called.
STANDARD_INPUT = "-"
_NAME_OF_STANDARD_INPUT = "<standard input>"


def read_draft(name: str) -> Reading:
    """The draft in a file, on standard input, or among those that come with the tool."""
    if name != STANDARD_INPUT:
        return read(_bundled(name) or Path(name))
    data = click.get_binary_stream("stdin").read()
    return parse(decode(data, _NAME_OF_STANDARD_INPUT), name=_NAME_OF_STANDARD_INPUT)


def read_provisions(name: str) -> Reading:
    """The draft, which must have provisions: what compares or covers has nothing to say else."""
    reading = read_draft(name)
    instrument = reading.instrument
    if not (instrument.elements or instrument.annexes):
        raise Stopped(
            f"there is no article in {reading.source.name}. A draft is plain text in which each "
            'article begins with a line such as "Article 1"'
        )
    return reading


def print_or_save(data: bytes, out: str | None, draft: str) -> None:
    """Write a result to a file, or to standard output where none is named."""
    if out is None or out == STANDARD_INPUT:
        click.get_binary_stream("stdout").write(data)
    else:
        save(data, Path(out), draft)


def save(data: bytes, path: Path, draft: str) -> None:
    """Write a file whole or not at all, and never over the draft it was made from."""
    if path.is_dir():
        raise Stopped(f"{path} is a folder; name a file for the result")
    if path.exists() and Path(draft).exists() and path.samefile(draft):
        raise Stopped(f"{path} is the draft itself; name another file for the result")
    if path.exists() and not path.is_file():
        path.write_bytes(data)  # a device such as /dev/null takes bytes but cannot be replaced
        return
    target = path.resolve()
    if not target.parent.is_dir():
        raise Stopped(f"there is no folder {path.parent} for {path.name}")
    _replace(target, data)


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


def _replace(target: Path, data: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(_mode(target))
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, or those that a new file would have."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
