"""`convention-tool cover`: whom a draft reaches."""

from dataclasses import replace

import click

from convention_tool import cover
from convention_tool.analysis.judged import Proposals, judged, to_json
from convention_tool.cli.beside import review_beside
from convention_tool.cli.drafts import read_provisions
from convention_tool.cli.publish import Report, publish, to_option
from convention_tool.cli.results import output_option
from convention_tool.views import coverage, verdicts
from convention_tool.views.instrument import title_of


@click.command("cover")
@click.argument("draft")
@to_option
@output_option
def command(draft: str, to: str, output: str | None) -> None:
    """Show whom DRAFT reaches, and with which rights.

    Each group is named, reached by general words, reached on a condition, excluded, or not
    mentioned. A mention in the preamble or in an exclusion is not coverage.

    What a person has decided, with "convention-tool verdict", stands in the file NAME.review.toml
    beside the draft, and is shown beside the proposals.

    \b
    Examples:
      convention-tool cover draft.txt
      convention-tool cover draft.txt --to html -o coverage.html
    """
    instrument = read_provisions(draft).instrument
    record = cover(instrument)
    proposals = Proposals(record, instrument)
    given, places = judged(review_beside(draft), proposals), proposals.places
    page = coverage.view(record, title_of(instrument), verdicts.on_cells(given, places))
    page = replace(page, blocks=(*page.blocks, *verdicts.section(given, places)))
    data = {**record.to_json(), "verdicts": to_json(given)}
    table = verdicts.beside_cells(coverage.table(record), record, given, places)
    sheets = (verdicts.table(given, places),) if given else ()
    publish(Report(page, data, instrument, table, sheets), to, output, draft)
