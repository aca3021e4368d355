"""`convention-tool insert`: room for an article, the others renumbered."""

from __future__ import annotations

import click

from convention_tool.analysis.draft import Draft
from convention_tool.authoring.inserting import Room, insert
from convention_tool.cli.group import Stopped
from convention_tool.cli.line_changes import edited_lines
from convention_tool.cli.rewriting import (
    changed_option,
    read_plain,
    tell_checks,
    tell_moves,
    write_changed,
)


@click.command("insert")
@click.argument("draft", metavar="FILE")
@click.option("--after", metavar="NUMBER", help="The article it follows; 0 to open the text.")
@click.option("--before", metavar="NUMBER", help="The article it goes before.")
@click.option("--heading", default="", help="Its heading.")
@click.option("--text", default="", help="Its text; said to be completed if not given.")
@click.option("--bis", is_flag=True, help='Call it "12 bis", and renumber nothing.')
@click.option("--diff", "show", is_flag=True, help="Show what would change; change nothing.")
@changed_option
@click.pass_context
def command(
    ctx: click.Context,
    draft: str,
    after: str | None,
    before: str | None,
    heading: str,
    text: str,
    output: str | None,
    *,
    bis: bool,
    show: bool,
) -> None:
    """Put an article into FILE; those after it are renumbered, and every reference goes along.

    It stands in the same part as the article that is named, so between two parts --after 7 and
    --before 8 are two places. Articles "12 bis" and "12 ter" stay with article 12.

    \b
    Examples:
      convention-tool insert draft.txt --after 12 --heading "Right to rest"
      convention-tool insert draft.txt --before 1 --heading "Purpose" --diff
      convention-tool insert draft.txt --after 12 --bis --heading "Night work" \\
        --text "Nobody keeps watch on two nights in a row." -o proposal.txt

    \b
    Exit status:
      0  done
      1  done, and there are places to look at
      2  not done
    """
    number = after if after is not None else before
    if number is None or (after is not None and before is not None):
        raise Stopped("say where it goes, with --after NUMBER or --before NUMBER")
    reading = read_plain(draft)
    room = Room(number.strip(), before=after is None, bis=bis)
    source = reading.source
    moved, given = insert(Draft(source, reading.instrument), room, heading, text)
    if show:
        for line in edited_lines(source, moved.edits):
            click.echo(line)
    else:
        write_changed(reading, moved.text, draft, output)
    verb = "would put in" if show else "put in"
    click.echo(f"{source.name}: {verb} article {given}", err=True)
    if moved.changes:
        tell_moves(moved, source.name, would=show)
    else:
        tell_checks(moved, source.name)
    ctx.exit(1 if moved.checks else 0)
