"""`convention-tool renumber`: articles, paragraphs and items count again, references go along."""

from __future__ import annotations

import click

from convention_tool.analysis.draft import Draft
from convention_tool.authoring.renumbering import renumber
from convention_tool.cli.line_changes import edited_lines
from convention_tool.cli.rewriting import changed_option, read_plain, tell_moves, write_changed


@click.command("renumber")
@click.argument("draft")
@click.option("--keep-bis", is_flag=True, help='Let "12 bis" and "12 A" keep their numbers.')
@click.option("--diff", "show", is_flag=True, help="Show what would change; change nothing.")
@changed_option
@click.pass_context
def command(
    ctx: click.Context, draft: str, output: str | None, *, keep_bis: bool, show: bool
) -> None:
    """Renumber DRAFT after articles, paragraphs or items were put in or taken out.

    Articles count through all parts, those of an annex by themselves; numbers stay printed as they
    are: "2.", "(b)", IV. Every reference to what has a new number goes along, in the text and in
    the commentary. Nothing else of the file changes, and if anything would be read otherwise, the
    file stays as it is.

    An inserted article can have any number that does not yet count: "12 bis", "X", a second 12.

    References that name nothing, private comments that name what has moved, and numbers in the
    commentary that may be another treaty's are listed: look at them yourself.

    \b
    Examples:
      convention-tool renumber draft.txt --diff
      convention-tool renumber draft.txt
      convention-tool renumber draft.txt --keep-bis -o renumbered.txt

    \b
    Exit status:
      0  done, or nothing to do
      1  done, and there are places to look at
      2  not done
    """
    reading = read_plain(draft)
    moved = renumber(Draft(reading.source, reading.instrument), keep_bis=keep_bis)
    if show:
        for line in edited_lines(reading.source, moved.edits):
            click.echo(line)
    else:
        write_changed(reading, moved.text, draft, output)
    tell_moves(moved, reading.source.name, would=show)
    ctx.exit(1 if moved.checks else 0)
