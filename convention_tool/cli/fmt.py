"""`convention-tool fmt`: a draft in the canonical layout, not a word changed."""

from __future__ import annotations

import click

from convention_tool.authoring.formatting import laid_out
from convention_tool.cli.group import Stopped
from convention_tool.cli.line_changes import laid_out_lines
from convention_tool.cli.rewriting import changed_option, read_plain, write_changed


@click.command("fmt")
@click.argument("draft")
@click.option("--check", is_flag=True, help="Only say whether it would change; exit 1 if so.")
@click.option("--diff", "show", is_flag=True, help="Show what would change; change nothing.")
@changed_option
@click.pass_context
def command(ctx: click.Context, draft: str, output: str | None, *, check: bool, show: bool) -> None:
    """Lay DRAFT out in the canonical form: a paragraph a line, an empty line between paragraphs.

    No word changes. Header, commentary and private comments stay, each above or below what it was.
    A draft that would be read otherwise in that layout, or that holds page numbers and running
    heads, stays as it is, and the place is named.

    \b
    Examples:
      convention-tool fmt draft.txt
      convention-tool fmt draft.txt --diff
      convention-tool fmt draft.txt --check
      convention-tool fmt pasted.txt -o draft.txt

    \b
    Exit status:
      0  laid out, or so already
      1  with --check: it would change
      2  not laid out
    """
    if output and (check or show):
        raise Stopped("-o does not go with --check or --diff, which write nothing")
    reading = read_plain(draft)
    text = laid_out(reading.source, reading.instrument)
    changes = text != reading.source.text
    if show:
        for line in laid_out_lines(reading.source, text):
            click.echo(line)
    if not (check or show):
        write_changed(reading, text, draft, output)
    done = "laid out anew" if not (check or show) else "would be laid out anew"
    click.echo(f"{reading.source.name}: {done if changes else 'is laid out so already'}", err=True)
    ctx.exit(1 if check and changes else 0)
