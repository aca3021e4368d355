"""The file of verdicts beside a draft: lake.txt has lake.review.toml."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from convention_tool.cli.drafts import STANDARD_INPUT
from convention_tool.readers.review import read_review
from convention_tool.reviews import Review

if TYPE_CHECKING:
    from convention_tool.readers.review import ReviewReading

#: What the name of the file ends in.
SUFFIX = ".review.toml"

#: Of more mistakes in a file than these, the first tell enough.
_TOLD = 20


def path_beside(draft: str) -> Path:
    """Where the verdicts on a draft are kept."""
    path = Path(draft)
    return path.with_name(f"{path.stem}{SUFFIX}")


def reading_beside(draft: str) -> ReviewReading | None:
    """The file of verdicts beside a draft, or None; its mistakes are told on standard error.

    Raises:
        UnreadableFileError: it is a folder, or no text.
    """
    if draft == STANDARD_INPUT or not Path(draft).is_file():
        return None
    path = path_beside(draft)
    if not path.exists():
        return None
    reading = read_review(path)
    _tell(reading)
    return reading


def review_beside(draft: str) -> Review:
    """The verdicts on a draft; none where no file of verdicts lies beside it."""
    reading = reading_beside(draft)
    return reading.review if reading else Review()


def _tell(reading: ReviewReading) -> None:
    for found in reading.diagnostics[:_TOLD]:
        line, column = reading.source.position(found.span.start)
        click.echo(f"{reading.source.name}:{line}:{column}: {found.message}", err=True)
    more = len(reading.diagnostics) - _TOLD
    if more > 0:
        click.echo(f"{reading.source.name}: {more} more remarks on this file", err=True)
