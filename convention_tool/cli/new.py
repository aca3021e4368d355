"""`convention-tool new`: a draft to begin from."""

from __future__ import annotations

from pathlib import Path

import click

from convention_tool.authoring.starting import start
from convention_tool.catalogue.skeletons import kinds, languages
from convention_tool.cli.group import Stopped
from convention_tool.cli.results import print_or_save

#: What the names of plain text files end in; a draft of another name could not be read back.
_SUFFIXES = ("", ".txt", ".text")


@click.command("new")
@click.argument("file")
@click.option(
    "--from",
    "kind",
    type=click.Choice(kinds()),
    metavar="KIND",
    default="blank",
    show_default=True,
    help="What to begin from.",
)
@click.option("--title", default="", help="The title of the instrument.")
@click.option(
    "--language",
    type=click.Choice(languages()),
    default="en",
    show_default=True,
    help="The language of the text.",
)
def command(file: str, kind: str, title: str, language: str) -> None:
    """Begin a draft in FILE, with parts, a committee and final clauses in place.

    The choices that you must make are listed at its end, in private comments that are never
    published. A file that is there already is never touched.

    \b
      blank                the smallest convention that stands on its own
      general              a general convention on the rights of migrants, a
                           sentence for each article
      additional-protocol  a protocol to a convention that is there already

    \b
    Examples:
      convention-tool new draft.txt
      convention-tool new draft.txt --from general --title "Our Convention"
      convention-tool new p.txt --from additional-protocol --language fr
    """
    text = start(kind, language, title)
    path = Path(file)
    if path.suffix.lower() not in _SUFFIXES:
        raise Stopped(f"a draft is plain text; name a file such as {path.stem}.txt")
    if file != "-" and path.exists():
        raise Stopped(f"{file} is there already; name a file that is not")
    print_or_save(text.encode(), file, file)
    if file != "-":
        click.echo(f"Wrote {file}. The choices that you must make are listed at its end.", err=True)
        click.echo(f"Next: convention-tool lint {file}", err=True)
