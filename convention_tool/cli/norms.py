"""`convention-tool norms`: the rules of a draft, each with who holds it and who must do what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from convention_tool.analysis.norms import modality_ranks
from convention_tool.analysis.placed_norms import norms_of, to_json
from convention_tool.catalogue.norms import norm_words
from convention_tool.cli.drafts import read_provisions
from convention_tool.cli.publish import Report, publish, to_option
from convention_tool.cli.results import output_option
from convention_tool.cli.several import Several
from convention_tool.views import norms
from convention_tool.views.instrument import title_of

if TYPE_CHECKING:
    from convention_tool.analysis.placed_norms import PlacedNorm

#: How rules are asked for that address nobody.
NOBODY = "nobody"

_MODALITIES = Several("modality", tuple(modality_ranks()))

_BEARERS = Several("duty bearer", (*(one.id for one in norm_words().bearers), NOBODY))


@click.command("norms")
@click.argument("draft")
@click.option(
    "--only",
    type=_MODALITIES,
    metavar="MODALITY,...",
    help=f"Show only rules that bind so: {', '.join(modality_ranks())}.",
)
@click.option(
    "--bearer",
    "bearers",
    type=_BEARERS,
    metavar="BEARER,...",
    help="Show only duties of some: state, employer, carrier, committee; or nobody.",
)
@to_option
@output_option
def command(
    draft: str,
    only: tuple[str, ...] | None,
    bearers: tuple[str, ...] | None,
    to: str,
    output: str | None,
) -> None:
    """List the rules of DRAFT: who holds each, how firmly it binds, and who must do what.

    All are in the words of the draft. A rule that addresses nobody, such as "measures shall be
    taken", has no duty bearer, and a right names only who holds it: nothing is guessed. Definitions
    are no rules.

    \b
    Examples:
      convention-tool norms draft.txt
      convention-tool norms draft.txt --only endeavour,consider
      convention-tool norms draft.txt --bearer employer --to csv -o duties.csv
      convention-tool norms draft.txt --to json
    """
    instrument = read_provisions(draft).instrument
    shown = tuple(one for one in norms_of(instrument) if _kept(one, only, bearers))
    page = norms.view(shown, title_of(instrument), instrument.language)
    data = to_json(shown, instrument.language)
    publish(Report(page, data, instrument, norms.table(shown)), to, output, draft)


def _kept(
    placed: PlacedNorm, only: tuple[str, ...] | None, bearers: tuple[str, ...] | None
) -> bool:
    norm = placed.norm
    modality = norm.modality.id if norm.modality else ""
    bearer = norm.duty_bearer.id if norm.duty_bearer else NOBODY
    return (not only or modality in only) and (not bearers or bearer in bearers)
