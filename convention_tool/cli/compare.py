"""`convention-tool compare`: a draft beside the rights of 1990, or beside other instruments."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from convention_tool import compare
from convention_tool.analysis.correlation import correlate
from convention_tool.analysis.explanation import explain
from convention_tool.analysis.strength import FOR_PEOPLE, Status
from convention_tool.catalogue.rights import PARTS
from convention_tool.cli.drafts import apart, read_provisions
from convention_tool.cli.group import Stopped
from convention_tool.cli.publish import Report, publish, to_option
from convention_tool.cli.results import output_option
from convention_tool.cli.several import Several
from convention_tool.views import concordance, correlation, explanation
from convention_tool.views.instrument import title_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from convention_tool.analysis.concordance import Answer, Concordance
    from convention_tool.analysis.correlation import Row
    from convention_tool.tree.nodes import Instrument

#: The Parts that people ask for; Part I has nothing to compare.
_PARTS = tuple(part for part in PARTS if part != "I")


_STATUSES = Several("status", tuple(Status))


@click.command("compare")
@click.argument("draft")
@click.option(
    "--against",
    type=click.Choice(("1990",)),
    default="1990",
    show_default=True,
    help="What the rights are measured against.",
)
@click.option(
    "--with",
    "others",
    metavar="OTHER",
    multiple=True,
    help="Compare with another instrument instead, right by right; may be given several times.",
)
@click.option(
    "--explain",
    "provision",
    metavar="ARTICLE",
    help="Say why an article answers what it does: 12, or an address such as art_12__para_3.",
)
@click.option(
    "--only", type=_STATUSES, metavar="STATUS,...", help="Show only rights that stand so."
)
@click.option(
    "--part",
    "parts",
    type=Several("Part", _PARTS),
    metavar="PART,...",
    help="Show only some Parts of 1990: III, IV, new.",
)
@click.option(
    "--fail-on",
    type=_STATUSES,
    metavar="STATUS,...",
    help="End with exit status 1 if a right of 1990 or a duty of States stands so: missing,weaker.",
)
@to_option
@output_option
@click.pass_context
def command(
    ctx: click.Context,
    /,
    draft: str,
    others: tuple[str, ...],
    provision: str | None,
    only: tuple[str, ...] | None,
    parts: tuple[str, ...] | None,
    fail_on: tuple[str, ...] | None,
    to: str,
    output: str | None,
    against: str,  # noqa: ARG001  # there is one baseline, so far
) -> None:
    """Compare DRAFT with the rights of the 1990 migrant workers' convention.

    Each right is stronger, equal, weaker, partial or missing, with the reason and the provisions,
    or the tool cannot tell. Where it is wrong, say so in the draft: a line "% answers: 44, 45(1)"
    above a provision adds rights, "% answers: not 70" takes one away.

    \b
    Examples:
      convention-tool compare draft.txt
      convention-tool compare draft.txt --to html -o comparison.html
      convention-tool compare draft.txt --only missing,weaker --part III
      convention-tool compare draft.txt --explain 12
      convention-tool compare draft.txt --with covenant.txt --with charter.txt
      convention-tool compare draft.txt --fail-on missing

    \b
    Exit status:
      0  compared
      1  a right stands as --fail-on says
      2  nothing could be compared
    """
    instrument = read_provisions(draft).instrument
    title = title_of(instrument)
    if provision is not None:
        publish(_explained(instrument, provision, title), to, output, draft)
        return
    record = compare(instrument)
    if fail_on and not record.understood:
        raise Stopped(f"{concordance.language_caution(record.language)} Leave out --fail-on.")

    def keep(answer: Answer) -> bool:
        return (not parts or answer.right.part in parts) and (
            not only or str(answer.status) in only
        )

    if others:
        report, standing = _beside(record, title, draft, others, instrument, keep_rows(only, parts))
    else:
        standing = _standing(record, parts)
        page = concordance.view(record, title, keep=keep, detail=to != "text")
        data = record.to_json(keep)
        report = Report(page, data, instrument, concordance.table(record, keep))
    publish(report, to, output, draft)
    if fail_on and not standing.isdisjoint(fail_on):
        ctx.exit(1)


def _standing(record: Concordance, parts: tuple[str, ...] | None) -> frozenset[str]:
    """How the rights stand that are asked for: those of people and duties of States, or some Parts."""
    if parts:
        asked = [one for one in (*record.answers, *record.new) if one.right.part in parts]
    else:
        asked = [one for one in record.answers if one.right.kind in FOR_PEOPLE]
    return frozenset(str(one.status) for one in asked)


def keep_rows(only: tuple[str, ...] | None, parts: tuple[str, ...] | None) -> Callable[[Row], bool]:
    """Which rows of a correlation are asked for; a status is that against any of the others."""

    def keep(row: Row) -> bool:
        statuses = {str(one.verdict.status) for one in row.others if one.verdict}
        return (not parts or row.right.part in parts) and (
            not only or not statuses.isdisjoint(only)
        )

    return keep


def _explained(instrument: Instrument, provision: str, title: str) -> Report:
    found = explain(instrument, provision)
    if found is None:
        raise Stopped(
            f"there is no provision “{provision}” in this text; name an article by its number, "
            'such as 12, or a provision by its address, such as "art_12__para_3"'
        )
    return Report(explanation.view(found, title), found.to_json(), instrument)


def _beside(
    record: Concordance,
    title: str,
    draft: str,
    others: tuple[str, ...],
    instrument: Instrument,
    keep: Callable[[Row], bool],
) -> tuple[Report, frozenset[str]]:
    texts = [read_provisions(other).instrument for other in others]
    titles = apart([title, *map(title_of, texts)], [draft, *others])
    beside = correlate(
        titles[0],
        record,
        [(name, compare(text)) for name, text in zip(titles[1:], texts, strict=True)],
    )
    page = correlation.view(beside, keep)
    report = Report(page, beside.to_json(keep), instrument, correlation.table(beside, keep))
    verdicts = (one.verdict for row in beside.rows if keep(row) for one in row.others)
    return report, frozenset(str(verdict.status) for verdict in verdicts if verdict)
