"""`convention-tool cover`: whom a draft reaches."""

import click

from convention_tool import cover
from convention_tool.cli.drafts import read_provisions
from convention_tool.cli.publish import Report, publish, to_option
from convention_tool.cli.results import output_option
from convention_tool.views import coverage
from convention_tool.views.instrument import title_of


@click.command("cover")
@click.argument("draft")
@to_option
@output_option
def command(draft: str, to: str, output: str | None) -> None:
    """Show whom DRAFT reaches, and with which rights.

    Each group is named, reached by general words, reached on a condition, excluded, or not
    mentioned. A mention in the preamble or in an exclusion is not coverage.

    \b
    Examples:
      convention-tool cover draft.txt
      convention-tool cover draft.txt --to html -o coverage.html
    """
    instrument = read_provisions(draft).instrument
    record = cover(instrument)
    page = coverage.view(record, title_of(instrument))
    publish(Report(page, record.to_json(), instrument, coverage.table(record)), to, output, draft)
