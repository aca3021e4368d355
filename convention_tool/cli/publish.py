"""A report in the format that was asked for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from convention_tool.cli.page import as_text, show
from convention_tool.cli.results import print_or_save
from convention_tool.views.instrument import beside_text
from convention_tool.writers import html, markdown

if TYPE_CHECKING:
    from collections.abc import Callable

    from convention_tool.document import Document
    from convention_tool.tree.nodes import Instrument

FORMATS = ("text", "json", "markdown", "html")

#: The option that every report takes.
to_option = click.option(
    "--to",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How to write it.",
)


class Report(NamedTuple):
    """What a command found: a page, the data behind it, and the instrument that both speak of."""

    page: Document
    data: dict[str, Any]
    instrument: Instrument


def publish(report: Report, to: str, output: str | None, draft: str) -> None:
    """Write a report to a file, or to standard output where none is named."""
    if to == "text" and output is None:
        show(report.page)
    else:
        print_or_save(_WRITE[to](report), output, draft)


def _html(report: Report) -> bytes:
    """The page with the text that it speaks of, so that its links lead there."""
    return html.write(beside_text(report.page, report.instrument))


_WRITE: dict[str, Callable[[Report], bytes]] = {
    "text": lambda report: as_text(report.page).encode(),
    "json": lambda report: (json.dumps(report.data, ensure_ascii=False, indent=2) + "\n").encode(),
    "markdown": lambda report: markdown.write(report.page),
    "html": _html,
}
