"""`convention-tool lint`: what a careful editor would remark on."""

import json
from typing import Any

import click

from convention_tool import lint
from convention_tool.cli.drafts import read_draft
from convention_tool.cli.reading import EXPLANATIONS
from convention_tool.diagnostics import Diagnostic, one_line
from convention_tool.lint.rules import RULES
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
@click.option(
    "--to",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="One remark a line, or one record for each with its place in the file.",
)
@click.pass_context
def command(ctx: click.Context, drafts: tuple[str, ...], ignore: tuple[str, ...], to: str) -> None:
    """Say what a careful editor would remark on in each DRAFT, with its line and column.

    \b
    Examples:
      convention-tool lint draft.txt
      convention-tool lint chapter1.txt chapter2.txt --ignore mixed-modals
      convention-tool explain mixed-modals
    """
    findings = [
        (finding, reading.source)
        for reading in map(read_draft, drafts)
        for finding in sorted((*reading.diagnostics, *lint(reading)))
        if finding.code not in ignore
    ]
    if to == "json":
        records = [_record(finding, source) for finding, source in findings]
        click.echo(json.dumps(records, ensure_ascii=False, indent=2))
    else:
        for finding, source in findings:
            click.echo(one_line(finding, source))
    ctx.exit(1 if findings else 0)


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
