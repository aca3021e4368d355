"""`convention-tool render`: a draft as it is published."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from convention_tool import render
from convention_tool.cli import template
from convention_tool.cli.drafts import read_draft
from convention_tool.cli.group import Stopped
from convention_tool.cli.results import keep_from_terminal, output_option, print_or_save
from convention_tool.cli.show import remark
from convention_tool.diagnostics import Severity
from convention_tool.readers.decoding import read_bytes
from convention_tool.writers import WRITERS, CommentaryAs, Numbering, WordOptions

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Options that speak of one format.
_OF_FORMAT: Mapping[str, str] = {
    "numbering": "docx",
    "commentary_as": "docx",
    "reference": "docx",
    "line_numbers": "pdf",
}


@click.command("render")
@click.argument("draft", required=False)
@click.option(
    "--to", type=click.Choice(list(WRITERS)), metavar="FORMAT", help=f"{', '.join(WRITERS)}."
)
@output_option
@click.option(
    "--commentary/--no-commentary",
    default=True,
    show_default=True,
    help='Whether to print the drafters\' commentary (the lines that begin with ">").',
)
@click.option(
    "--commentary-as",
    type=click.Choice([one.value for one in CommentaryAs]),
    metavar="PLACE",
    help="Where Word has the commentary: text, footnotes (default) or comments.",
)
@click.option(
    "--numbering",
    type=click.Choice([one.value for one in Numbering]),
    metavar="HOW",
    help="Numbers in Word: text (default), or live, as Word's own lists.",
)
@click.option(
    "--reference", metavar="FILE", help="A Word file of your house, for its styles and page."
)
@click.option("--line-numbers", is_flag=True, help="Number the lines of a PDF.")
@click.option("--template", "own", metavar="FILE", help="A Jinja2 template of your own.")
@click.option("--old", is_flag=True, help="Of a file with tracked changes, the text before them.")
@template.list_option
@template.print_option
@click.pass_context
def command(
    ctx: click.Context,
    draft: str | None,
    to: str | None,
    output: str | None,
    commentary_as: str | None,
    numbering: str | None,
    reference: str | None,
    own: str | None,
    *,
    commentary: bool,
    line_numbers: bool,
    old: bool,
) -> None:
    """Publish DRAFT: Word, PDF, a web page, Akoma Ntoso, OpenDocument, LaTeX, text or data.

    The web page is one file that needs nothing else. Private comments (the lines that begin with
    "%") are never published.

    \b
    Examples:
      convention-tool render draft.txt --to docx -o draft.docx
      convention-tool render draft.txt --to pdf --line-numbers -o draft.pdf
      convention-tool render draft.txt --to docx --reference ours.dotx -o a.docx
      convention-tool render draft.txt --to text --no-commentary
      convention-tool render draft.txt --template table.html.j2 -o table.html
    """
    if draft is None:
        raise click.MissingParameter(ctx=ctx, param_hint="'DRAFT'", param_type="argument")
    if (to is None) is (own is None):
        raise Stopped("say how to publish it: one of --to and --template")
    _refuse_for_others(ctx.params, to)
    keep_from_terminal(to or "", output)
    reading = read_draft(draft, old=old)
    if own is not None:
        data = template.rendered(own, reading.instrument, commentary=commentary)
    else:
        assert to is not None
        options = _word_options(numbering, commentary_as, reference)
        data = render(
            reading.instrument, to, commentary=commentary, word=options, line_numbers=line_numbers
        )
    print_or_save(data, output, draft)
    errors = (found for found in reading.diagnostics if found.severity is Severity.ERROR)
    remark(errors, reading.source)


def _refuse_for_others(given: Mapping[str, object], to: str | None) -> None:
    """Stop where an option was given that the format has no use for."""
    for name, format_ in _OF_FORMAT.items():
        if given[name] and to != format_:
            raise Stopped(f"--{name.replace('_', '-')} goes with --to {format_}")


def _word_options(
    numbering: str | None, commentary_as: str | None, reference: str | None
) -> WordOptions:
    return WordOptions(
        numbering=Numbering(numbering or Numbering.TEXT),
        commentary=CommentaryAs(commentary_as or CommentaryAs.FOOTNOTES),
        reference=read_bytes(Path(reference)) if reference else None,
        reference_name=reference or "",
    )
