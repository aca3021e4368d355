"""`convention-tool checklist`: what each group must have and needs, for a person to sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from convention_tool import checklist
from convention_tool.catalogue.groups import groups
from convention_tool.catalogue.needs import weights
from convention_tool.cli.beside import review_beside
from convention_tool.cli.drafts import read_provisions
from convention_tool.cli.group import Stopped
from convention_tool.cli.publish import Report, publish, to_option
from convention_tool.cli.results import output_option
from convention_tool.cli.several import Several
from convention_tool.views import checklist as page
from convention_tool.views.concordance import language_caution
from convention_tool.views.instrument import title_of

if TYPE_CHECKING:
    from convention_tool.analysis.checklist import Checklists

#: A verdict whose ground is another now.
_CHANGED = "changed"

_WEIGHTS = tuple(weight.id for weight in weights())


@click.command("checklist")
@click.argument("draft")
@click.option(
    "--group",
    "only",
    type=Several("group", tuple(group.id for group in groups())),
    metavar="GROUP,...",
    help="Only these groups, with every item: refugees,students.",
)
@click.option(
    "--fail-on",
    type=Several("kind of gap", (*_WEIGHTS, _CHANGED)),
    metavar="KIND,...",
    help="End with exit status 1 if a gap of this weight is left (vital, basic, further), or a "
    "verdict was given on other words or another proposal (changed).",
)
@to_option
@output_option
@click.pass_context
def command(
    ctx: click.Context,
    /,
    draft: str,
    only: tuple[str, ...] | None,
    fail_on: tuple[str, ...] | None,
    to: str,
    output: str | None,
) -> None:
    """List what each group must have and needs in DRAFT, ticked or open.

    Each item is ticked with its article or says what is missing; at the end stand the gaps, those on
    which life and liberty hang first. The tool proposes. What persons have decided is read from
    the file NAME.review.toml beside the draft, and is shown beside the proposals. The screen has
    room for the questions and the gaps; --group shows every item of a group.

    \b
    Examples:
      convention-tool checklist draft.txt
      convention-tool checklist draft.txt --group refugees
      convention-tool checklist draft.txt --to xlsx -o checklist.xlsx
      convention-tool checklist draft.txt --to docx -o checklist.docx
      convention-tool checklist draft.txt --fail-on vital

    \b
    Exit status:
      0  listed
      1  a gap or a changed verdict is left, as --fail-on says
      2  nothing could be listed
    """
    instrument = read_provisions(draft).instrument
    record = checklist(instrument, review_beside(draft))
    if fail_on and not record.understood:
        raise Stopped(f"{language_caution(record.language)} Leave out --fail-on.")

    def keep(group: str) -> bool:
        return not only or group in only

    sheet, gaps = page.tables(record, keep)
    report = Report(
        page.view(record, title_of(instrument), keep=keep, detail=bool(only) or to != "text"),
        record.to_json(lambda item: keep(item.group)),
        instrument,
        sheet,
        (gaps,),
    )
    publish(report, to, output, draft)
    if fail_on and not _left(record, only).isdisjoint(fail_on):
        ctx.exit(1)


def _left(record: Checklists, only: tuple[str, ...] | None) -> frozenset[str]:
    """What is left in the lists of some groups: the weights of the gaps, and what has changed."""
    items = [item for item in record.items if not only or item.group in only]
    found = {item.weight.id for item in items if item.gap}
    return frozenset(found | ({_CHANGED} if any(item.again for item in items) else set()))
