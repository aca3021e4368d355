"""`convention-tool compare`: a draft beside the rights of the 1990 convention."""

import click

from convention_tool import compare
from convention_tool.cli.drafts import read_provisions
from convention_tool.cli.publish import Report, publish, to_option
from convention_tool.cli.results import output_option
from convention_tool.views import concordance
from convention_tool.views.instrument import title_of


@click.command("compare")
@click.argument("draft")
@to_option
@output_option
def command(draft: str, to: str, output: str | None) -> None:
    """Compare DRAFT with the rights of the 1990 migrant workers' convention.

    For every right: the provisions that answer it, how sure that is, and the words that show it.
    A right that no provision answers is "not found"; whether it should be is for you to say.

    \b
    Examples:
      convention-tool compare draft.txt
      convention-tool compare draft.txt --to html -o comparison.html
    """
    instrument = read_provisions(draft).instrument
    record = compare(instrument)
    page = concordance.view(record, title_of(instrument))
    publish(Report(page, record.to_json(), instrument), to, output, draft)
