"""A report in the format that was asked for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from convention_tool.cli.page import as_text, show
from convention_tool.cli.results import print_or_save
from convention_tool.writers import html, markdown

if TYPE_CHECKING:
    from collections.abc import Callable

    from convention_tool.document import Document

FORMATS = ("text", "json", "markdown", "html")

#: The options that every report takes.
to_option = click.option(
    "--to",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How to write it.",
)
output_option = click.option(
    "-o", "--output", metavar="FILE", help="Where to write it; standard output if not given."
)


def publish(
    document: Document, data: dict[str, Any], to: str, output: str | None, draft: str
) -> None:
    """Write a report: the page, or the data behind it."""
    if to == "text" and output is None:
        show(document)
        return
    print_or_save(_WRITE[to](document, data), output, draft)


_WRITE: dict[str, Callable[[Document, dict[str, Any]], bytes]] = {
    "text": lambda document, _: as_text(document).encode(),
    "json": lambda _, data: (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode(),
    "markdown": lambda document, _: markdown.write(document),
    "html": lambda document, _: html.write(document),
}
