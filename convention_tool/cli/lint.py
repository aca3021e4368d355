"""`convention-tool lint`: what a careful editor would remark on, and what it can mend."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from convention_tool import __version__
from convention_tool.analysis.draft import Draft
from convention_tool.cli.drafts import read_draft
from convention_tool.cli.group import Stopped
from convention_tool.cli.mending import mend
from convention_tool.cli.publish import FORMATS, Report, publish
from convention_tool.cli.results import output_option, print_or_save
from convention_tool.cli.rules import MEANINGS, chosen
from convention_tool.cli.show import wants_attention
from convention_tool.diagnostics import Diagnostic, with_caret
from convention_tool.lint.engine import lint
from convention_tool.lint.github import annotation
from convention_tool.lint.sarif import sarif
from convention_tool.views.lint import Linted, table, view

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convention_tool.readers.reading import Reading
    from convention_tool.source import Source

#: Forms that other programs take.
_ANNOTATIONS = ("sarif", "github")


@click.command("lint")
@click.argument("drafts", metavar="DRAFT...", nargs=-1, required=True)
@click.option(
    "--select",
    metavar="CODE,...",
    multiple=True,
    help="Only these remarks, or families of them: references,home.",
)
@click.option(
    "--ignore", metavar="CODE,...", multiple=True, help="Remarks or families not to hear of."
)
@click.option("--fix", is_flag=True, help="Mend what can be mended safely.")
@click.option("--unsafe", is_flag=True, help="With --fix: what a lawyer should look at, too.")
@click.option("--diff", "show", is_flag=True, help="Show what --fix would change; change nothing.")
@click.option(
    "--to",
    type=click.Choice((*FORMATS, *_ANNOTATIONS)),
    default="text",
    show_default=True,
    help="How to write it.",
)
@output_option
@click.pass_context
def command(
    ctx: click.Context,
    drafts: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    to: str,
    output: str | None,
    *,
    fix: bool,
    unsafe: bool,
    show: bool,
) -> None:
    """Say what a careful editor would remark on in each DRAFT, with its line and column.

    A line "% ignore CODE: reason" above a provision silences a remark there; above the title, in
    the whole draft. `convention.toml` beside a draft can say, under [lint], what to select and what
    to ignore. As a page (--to html, docx, pdf) it adds what each remark means.

    \b
    Examples:
      convention-tool lint draft.txt
      convention-tool lint chapter1.txt chapter2.txt --ignore mixed-modals
      convention-tool lint draft.txt --select references,final-clauses
      convention-tool lint draft.txt --diff
      convention-tool lint draft.txt --fix
      convention-tool lint draft.txt --to pdf -o remarks.pdf

    \b
    Exit status:
      0  nothing, or only notes
      1  errors or warnings
      2  a draft could not be read
    """
    if unsafe and not (fix or show):
        raise Stopped("--unsafe goes with --fix or --diff")
    linted = []
    for draft in drafts:
        reading, found = _found(draft, select, ignore)
        if fix or show:
            mend(reading, draft, found, unsafe=unsafe, show=show)
            if fix and not show and draft != "-":
                reading, found = _found(draft, select, ignore)
        linted.append(Linted(reading.source, reading.instrument, found))
    if not show and not (fix and drafts == ("-",)):
        _write(linted, to, output, drafts[0])
    ctx.exit(1 if any(wants_attention(draft.remarks) for draft in linted) else 0)


def _found(
    draft: str, select: Sequence[str], ignore: Sequence[str]
) -> tuple[Reading, tuple[Diagnostic, ...]]:
    """A draft, and what is to be remarked on in it."""
    wanted = chosen(draft, select, ignore)
    reading = read_draft(draft)
    said = (one for one in reading.diagnostics if one.code in wanted.codes)
    found = lint(Draft(reading.source, reading.instrument), wanted.rules)
    return reading, tuple(sorted((*said, *found)))


def _write(linted: Sequence[Linted], to: str, output: str | None, draft: str) -> None:
    if to == "text":
        said = "".join(f"{line}\n" for line in _lines(linted))
        print_or_save(said.encode(), output, draft)
    elif to == "github":
        lines = (annotation(found, one.source) for one in linted for found in one.remarks)
        print_or_save("".join(f"{line}\n" for line in lines).encode(), output, draft)
    elif to == "sarif":
        data = sarif([(one.source, one.remarks) for one in linted], MEANINGS, __version__)
        text = json.dumps(data, ensure_ascii=False, indent=2)
        print_or_save(f"{text}\n".encode(), output, draft)
    else:
        publish(_report(linted), to, output, draft)


def _lines(linted: Sequence[Linted]) -> Iterator[str]:
    for one in linted:
        for found in one.remarks:
            yield with_caret(found, one.source)


def _report(linted: Sequence[Linted]) -> Report:
    records = list(_records(linted))
    alone = linted[0].instrument if len(linted) == 1 else None
    return Report(view(linted, MEANINGS), records, alone, table(linted))


def _records(linted: Sequence[Linted]) -> Iterator[dict[str, Any]]:
    for draft in linted:
        for found in draft.remarks:
            yield _record(found, draft.source)


def _record(finding: Diagnostic, source: Source) -> dict[str, Any]:
    line, column = source.position(finding.span.start)
    return {
        "file": source.name,
        "line": line,
        "column": column,
        "start": finding.span.start,
        "end": finding.span.end,
        "severity": finding.severity,
        "code": finding.code,
        "message": finding.message,
        "fix": finding.fix.what if finding.fix else None,
    }
