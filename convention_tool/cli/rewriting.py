"""Drafts that are changed in their own file, or written to another."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import TYPE_CHECKING

import click

from convention_tool.authoring.telling import told
from convention_tool.cli.drafts import STANDARD_INPUT, read_draft
from convention_tool.cli.group import Stopped
from convention_tool.cli.results import print_or_save, replace_file
from convention_tool.source import Source

if TYPE_CHECKING:
    from convention_tool.authoring.moving import Moved
    from convention_tool.readers.reading import Reading

#: Where a draft goes that is changed.
changed_option = click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Where to write the result; the draft itself is changed if not given.",
)

#: How text files are encoded, and what they begin with.
_ENCODINGS = (
    (b"", "utf-8"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"", "utf-16-le"),
    (b"", "utf-16-be"),
    (b"", "cp1252"),
)

#: So many lines say what was renumbered.
_MOST_TOLD = 12


def read_plain(draft: str) -> Reading:
    """A draft that is plain text: only such can be changed in place."""
    reading = read_draft(draft)
    if reading.confidence is not None:
        raise Stopped(f"{draft} is no plain text; import it first: convention-tool import {draft}")
    return reading


def write_changed(reading: Reading, text: str, draft: str, output: str | None) -> None:
    """Write a changed draft: to the file named, or in place of what was read.

    Args:
        reading: of the draft as it was.
        text: the draft as it is to be.
        draft: what the user called it.
        output: a file, or None for the draft itself.
    """
    name = reading.source.name
    if output is None and name != STANDARD_INPUT and not Path(draft).exists():
        raise Stopped(f"{draft} comes with the tool and stays as it is; name a file with -o")
    data = _encoded(reading.source, text)
    if output is not None or name == STANDARD_INPUT:
        print_or_save(data, output, draft)
    elif text != reading.source.text:
        replace_file(Path(name).resolve(), data)


def tell_moves(moved: Moved, name: str, *, would: bool) -> None:
    """Say on standard error what was renumbered, and what a person should look at."""
    count, verb = len(moved.changes), "would renumber" if would else "renumbered"
    if not count:
        click.echo(f"{name}: all numbers count; nothing to renumber", err=True)
    else:
        provisions = f"{count} provision{'' if count == 1 else 's'}"
        references = f"{moved.references} reference{'' if moved.references == 1 else 's'}"
        moving = "move" if would else "moved"
        click.echo(f"{name}: {verb} {provisions}, {moving} {references}", err=True)
    lines = list(told(moved.changes))
    for line in lines[:_MOST_TOLD]:
        click.echo(f"  {line}", err=True)
    if len(lines) > _MOST_TOLD:
        click.echo(f"  and {len(lines) - _MOST_TOLD} more", err=True)
    tell_checks(moved, name)


def tell_checks(moved: Moved, name: str) -> None:
    """Say what a person should look at, with its line in the new text."""
    source = Source(name, moved.text)
    for check in moved.checks:
        line, column = source.position(check.span.start)
        click.echo(f"{name}:{line}:{column}: needs check: {check.message}", err=True)


def _encoded(source: Source, text: str) -> bytes:
    """A text in the encoding of the file that it was read from, where that has its letters."""
    path = Path(source.name)
    before = path.read_bytes() if source.name != STANDARD_INPUT and path.is_file() else b""
    for mark, encoding in _ENCODINGS:
        try:
            if before and mark + source.text.encode(encoding) == before:
                return mark + text.encode(encoding)
        except UnicodeEncodeError:
            continue
    return text.encode()
