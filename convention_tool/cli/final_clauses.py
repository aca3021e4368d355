"""`convention-tool final-clauses`: what the final clauses of a draft settle, beside the core treaties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.final_clauses import final_clauses_of, to_json
from convention_tool.catalogue.final_clause_figures import core_treaties
from convention_tool.cli.drafts import apart, read_provisions
from convention_tool.cli.publish import Report, publish, to_option
from convention_tool.cli.results import output_option
from convention_tool.views.final_clauses import Checked, table, view
from convention_tool.views.instrument import title_of

if TYPE_CHECKING:
    from collections.abc import Sequence


@click.command("final-clauses")
@click.argument("drafts", nargs=-1, required=True, metavar="DRAFT...")
@to_option
@output_option
def command(drafts: tuple[str, ...], to: str, output: str | None) -> None:
    """Show what the final clauses of each DRAFT settle, with its own figures.

    Entry into force, signature, consent, depositary, reservations, amendment, denunciation,
    disputes, languages: each with the article that settles it, beside the figures of the core
    treaties. Several drafts stand side by side.

    \b
    Examples:
      convention-tool final-clauses draft.txt
      convention-tool final-clauses draft.txt other.txt --to html -o final.html
      convention-tool final-clauses draft.txt --to xlsx -o final.xlsx
    """
    checked = _checked(drafts)
    one = checked[0].draft.instrument if len(checked) == 1 else None
    publish(Report(view(checked), _data(checked), one, table(checked)), to, output, drafts[0])


def _checked(names: Sequence[str]) -> tuple[Checked, ...]:
    readings = tuple(map(read_provisions, names))
    titles = apart([title_of(reading.instrument) for reading in readings], names)
    drafts = [Draft(reading.source, reading.instrument) for reading in readings]
    return tuple(
        Checked(title, draft, draft.fact(final_clauses_of))
        for title, draft in zip(titles, drafts, strict=True)
    )


def _data(checked: Sequence[Checked]) -> dict[str, Any]:
    return {
        "drafts": [{"title": one.name, **to_json(one.draft)} for one in checked],
        "treaties": [
            {
                "id": treaty.id,
                "short": treaty.short,
                "title": treaty.title,
                "year": treaty.year,
                "answers": dict(treaty.known),
                "from_memory": list(treaty.from_memory),
            }
            for treaty in core_treaties()
        ],
    }
