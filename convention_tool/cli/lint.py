"""`convention-tool lint`: what a careful editor would remark on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from convention_tool import lint
from convention_tool.cli.drafts import read_draft
from convention_tool.cli.publish import Report, publish, to_option
from convention_tool.cli.reading import EXPLANATIONS
from convention_tool.cli.results import output_option, print_or_save
from convention_tool.diagnostics import Diagnostic, one_line
from convention_tool.lint.rules import RULES
from convention_tool.views.lint import Linted, table, view

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convention_tool.source import Source


@click.command("lint")
@click.argument("drafts", metavar="DRAFT...", nargs=-1, required=True)
@click.option(
    "--ignore",
    type=click.Choice([*(rule.code for rule in RULES), *EXPLANATIONS]),
    metavar="CODE",
    multiple=True,
    help="A remark you do not want to hear; may be given again for another.",
)
@to_option
@output_option
@click.pass_context
def command(
    ctx: click.Context,
    drafts: tuple[str, ...],
    ignore: tuple[str, ...],
    to: str,
    output: str | None,
) -> None:
    """Say what a careful editor would remark on in each DRAFT, with its line and column.

    As a page (--to html, docx, pdf) it adds what each remark means.

    \b
    Examples:
      convention-tool lint draft.txt
      convention-tool lint chapter1.txt chapter2.txt --ignore mixed-modals
      convention-tool lint draft.txt --to pdf -o remarks.pdf
      convention-tool explain mixed-modals
    """
    linted = [_linted(draft, ignore) for draft in drafts]
    if to == "text":
        lines = [one_line(found, draft.source) for draft in linted for found in draft.remarks]
        print_or_save("".join(f"{line}\n" for line in lines).encode(), output, drafts[0])
    else:
        publish(_report(linted), to, output, drafts[0])
    ctx.exit(1 if any(draft.remarks for draft in linted) else 0)


def _linted(draft: str, ignore: Sequence[str]) -> Linted:
    reading = read_draft(draft)
    found = sorted((*reading.diagnostics, *lint(reading)))
    kept = tuple(one for one in found if one.code not in ignore)
    return Linted(reading.source, reading.instrument, kept)


def _report(linted: Sequence[Linted]) -> Report:
    meanings = EXPLANATIONS | {rule.code: rule.explanation for rule in RULES}
    records = list(_records(linted))
    alone = linted[0].instrument if len(linted) == 1 else None
    return Report(view(linted, meanings), records, alone, table(linted))


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
    }
