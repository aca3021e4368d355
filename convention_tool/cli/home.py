"""`convention-tool home`: whether a draft gives the convention a home."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.home.report import home_of, to_json
from convention_tool.cli.drafts import apart, read_provisions
from convention_tool.cli.publish import Report, publish, to_option
from convention_tool.cli.results import output_option
from convention_tool.views.home import Housed, gaps_table, table, view
from convention_tool.views.instrument import title_of

if TYPE_CHECKING:
    from collections.abc import Sequence


@click.command("home")
@click.argument("drafts", nargs=-1, required=True, metavar="DRAFT...")
@to_option
@output_option
def command(drafts: tuple[str, ...], to: str, output: str | None) -> None:
    """Show whether each DRAFT gives the convention a home.

    Twelve checks: committee, election, secretariat, money, reports, observations, complaints,
    inquiry, cooperation, conference, immunities and a voice; each present, partial or absent with
    its article. Then what is begun and not finished, such as a body without a budget; and the
    home that the draft chooses, with the clauses which that choice forces.

    \b
    Examples:
      convention-tool home draft.txt
      convention-tool home draft.txt other.txt --to html -o home.html
      convention-tool home draft.txt --to csv -o home.csv
    """
    housed = _housed(drafts)
    one = housed[0].draft.instrument if len(housed) == 1 else None
    data = {"drafts": [{"title": each.name, **to_json(each.draft)} for each in housed]}
    report = Report(view(housed), data, one, table(housed), (gaps_table(housed),))
    publish(report, to, output, drafts[0])


def _housed(names: Sequence[str]) -> tuple[Housed, ...]:
    readings = tuple(map(read_provisions, names))
    titles = apart([title_of(reading.instrument) for reading in readings], names)
    drafts = [Draft(reading.source, reading.instrument) for reading in readings]
    return tuple(
        Housed(title, draft, draft.fact(home_of))
        for title, draft in zip(titles, drafts, strict=True)
    )
