"""Results out. A draft is never overwritten, and no file is ever left half written."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import click

from convention_tool.cli.drafts import STANDARD_INPUT
from convention_tool.cli.group import Stopped, reason

output_option = click.option(
    "-o", "--output", metavar="FILE", help="Where to write it; standard output if not given."
)


#: A terminal would show noise.
_BINARY = ("docx", "odt", "pdf", "xlsx")


def keep_from_terminal(to: str, output: str | None) -> None:
    """Stop before a file that is no text would be printed on a terminal."""
    if to in _BINARY and output in {None, STANDARD_INPUT} and sys.stdout.isatty():
        raise Stopped(f"{to} cannot be shown on a terminal; name a file with -o")


def print_or_save(data: bytes, out: str | None, draft: str) -> None:
    """Write a result to a file, or to standard output where none is named."""
    if out is None or out == STANDARD_INPUT:
        sys.stdout.buffer.write(data)
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
    replace_file(target, data)


def replace_file(target: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    try:
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as problem:  # it names a file that the user never heard of
        raise Stopped(f"cannot write {target.name} in {target.parent}: {reason(problem)}") from None
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
