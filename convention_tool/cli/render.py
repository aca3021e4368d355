"""`convention-tool render`: a draft as it is published."""

import click

from convention_tool import render
from convention_tool.cli.drafts import read_draft
from convention_tool.cli.results import keep_from_terminal, output_option, print_or_save
from convention_tool.cli.show import remark
from convention_tool.diagnostics import Severity
from convention_tool.writers import WRITERS


@click.command("render")
@click.argument("draft")
@click.option("--to", type=click.Choice(list(WRITERS)), required=True, help="The format.")
@output_option
@click.option(
    "--commentary/--no-commentary",
    default=True,
    show_default=True,
    help='Whether to print the drafters\' commentary (the lines that begin with ">").',
)
def command(draft: str, to: str, output: str | None, *, commentary: bool) -> None:
    """Publish DRAFT: clean text, Markdown, a web page, a Word file, or data.

    The web page is one file that needs nothing else. Private comments (the lines that begin with
    "%") are never published.

    \b
    Examples:
      convention-tool render draft.txt --to html -o draft.html
      convention-tool render draft.txt --to text --no-commentary
    """
    keep_from_terminal(to, output)
    reading = read_draft(draft)
    print_or_save(render(reading.instrument, to, commentary=commentary), output, draft)
    errors = (found for found in reading.diagnostics if found.severity is Severity.ERROR)
    remark(errors, reading.source)
