"""`convention-tool parse`: the tree, to learn how a draft is read and to report what is odd."""

import sys

import click

from convention_tool.cli.drafts import read_draft
from convention_tool.cli.outline import outline
from convention_tool.cli.show import remark, wants_attention


@click.command("parse")
@click.argument("draft")
@click.option(
    "--to",
    type=click.Choice(["tree", "json"]),
    default="tree",
    show_default=True,
    help="An outline to look at, or every node with its address and place in the file.",
)
@click.pass_context
def command(ctx: click.Context, draft: str, to: str) -> None:
    """Print DRAFT as the tool reads it: parts, articles, paragraphs, subparagraphs.

    What could not be placed, or could be read in two ways, is remarked on with its line.

    \b
    Examples:
      convention-tool parse draft.txt
      convention-tool parse draft.txt --to json > draft.json
      pdftotext treaty.pdf - | convention-tool parse -
    """
    reading = read_draft(draft)
    if to == "json":
        from convention_tool.writers import json

        sys.stdout.buffer.write(json.write_with_asides(reading.instrument))
    else:
        click.echo("\n".join(outline(reading.instrument)))
    remark(reading.diagnostics, reading.source)
    ctx.exit(1 if wants_attention(reading.diagnostics) else 0)
