"""`convention-tool review`: the whole way, from a draft to its report."""

from pathlib import Path

import click

from convention_tool import compare, lint, render
from convention_tool.analysis.coverage import cover
from convention_tool.analysis.judged import Proposals, judged
from convention_tool.cli.beside import review_beside
from convention_tool.cli.drafts import STANDARD_INPUT, read_provisions
from convention_tool.cli.page import show
from convention_tool.cli.results import save
from convention_tool.cli.show import wants_attention
from convention_tool.views import review
from convention_tool.views.instrument import beside_text
from convention_tool.writers import html, markdown

#: The folder of a draft that came on standard input.
_NAMELESS = "draft"


@click.command("review")
@click.argument("draft")
@click.option(
    "--out",
    metavar="FOLDER",
    default="build",
    show_default=True,
    help="Where the folder with the results is made.",
)
@click.pass_context
def command(ctx: click.Context, draft: str, out: str) -> None:
    """Check DRAFT from end to end and write its report.

    Reads the draft, remarks on its structure, compares it with the rights of the 1990 migrant
    workers' convention, checks whom it reaches, and prints a summary. The clean text and the
    report are written to a folder named after the draft.

    \b
    Examples:
      convention-tool review draft.txt                 writes build/draft/
      convention-tool review draft.txt --out results   writes results/draft/
      convention-tool review general-convention        a draft of the tool's own

    \b
    Exit status:
      0  nothing to correct; a right that is not found is yours to judge
      1  errors or warnings in the structure of the draft
      2  no report could be made
    """
    reading = read_provisions(draft)
    instrument = reading.instrument
    concordance = compare(instrument)
    coverage = cover(instrument, concordance)
    record = review.Review(
        source=reading.source,
        instrument=instrument,
        diagnostics=tuple(sorted((*reading.diagnostics, *lint(reading)))),
        concordance=concordance,
        coverage=coverage,
        judged=judged(review_beside(draft), Proposals(coverage, instrument)),
    )
    report = review.view(record)
    folder = Path(out) / (_NAMELESS if draft == STANDARD_INPUT else Path(draft).stem)
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in (
        ("clean.txt", render(instrument, "text", commentary=False)),
        ("clean.html", render(instrument, "html", commentary=False)),
        ("report.html", html.write(beside_text(report, instrument))),
        ("report.md", markdown.write(report)),
    ):
        save(data, folder / name, draft)
    show(review.summary(record))
    click.echo(f"\nWritten to {folder}: clean.txt, clean.html, report.html, report.md", err=True)
    ctx.exit(1 if wants_attention(record.diagnostics) else 0)
