"""`convention-tool diff`: what changed between two texts, or several side by side."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from convention_tool import compare, diff, writers
from convention_tool.analysis.diff.effects import Direction, effects
from convention_tool.analysis.diff.records import Kind
from convention_tool.analysis.diff.scope import UnknownScopeError, outside
from convention_tool.analysis.diff.synopsis import MOST, synopsis
from convention_tool.cli.drafts import apart, read_provisions
from convention_tool.cli.group import Stopped
from convention_tool.cli.publish import Report, publish, to_option
from convention_tool.cli.results import keep_from_terminal, output_option, print_or_save
from convention_tool.cli.several import Several
from convention_tool.views import diff_report, diff_table
from convention_tool.views import synopsis as synoptic
from convention_tool.views.concordance import language_caution
from convention_tool.views.diff_words import from_to, kinds_in_words
from convention_tool.views.instrument import title_of
from convention_tool.views.redline import anchors_of, redline

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from convention_tool.analysis.diff import Diff
    from convention_tool.analysis.diff.effects import Effects
    from convention_tool.document import Omission, RedlineLine
    from convention_tool.tree.nodes import Instrument

#: Whose the tracked changes are, and when they were made, unless the user says.
_AUTHOR, _DATE = "convention-tool", "1980-01-01T00:00:00Z"

#: A terminal shows so much of each article in a synoptic table.
_OPENING = 200

#: Of more provisions outside the scope than these, the first tell enough.
_TOLD = 20


@click.command("diff")
@click.argument("old")
@click.argument("new")
@click.argument("more", nargs=-1)
@click.option(
    "--only",
    type=Several("kind", tuple(Kind)),
    metavar="KIND,...",
    help="Show only provisions to which this happened: moved,split.",
)
@click.option(
    "--context",
    type=click.IntRange(0, 10_000),
    default=0,
    show_default=True,
    metavar="N",
    help="Show N unchanged lines around each change.",
)
@click.option("--stat", is_flag=True, help="Show only the summary.")
@click.option("--table", "as_table", is_flag=True, help="A correlation table: old article, new.")
@click.option("--answers", is_flag=True, help="In that table, the articles of 1990 each answers.")
@click.option("--synoptic", is_flag=True, help="Two texts side by side by subject, as three are.")
@click.option(
    "--fail-on",
    type=Several("effect", tuple(Direction)),
    metavar="EFFECT,...",
    help="End with exit status 1 if a right is so changed: weakened, strengthened.",
)
@click.option(
    "--verify",
    metavar="PROVISIONS",
    help='End with exit status 1 if anything else changed: "articles 12 to 18".',
)
@click.option(
    "--author", default=_AUTHOR, show_default=True, help="Whose the tracked changes are (docx)."
)
@click.option("--date", default=_DATE, show_default=True, help="When they were made (docx).")
@to_option
@output_option
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    old: str,
    new: str,
    more: tuple[str, ...],
    only: tuple[str, ...] | None,
    context: int,
    stat: bool,
    as_table: bool,
    answers: bool,
    synoptic: bool,
    fail_on: tuple[str, ...] | None,
    verify: str | None,
    author: str,
    date: str,
    to: str,
    output: str | None,
) -> None:
    """Compare OLD with NEW, provision by provision and word by word.

    The two may be versions of one draft, rival drafts, or a draft and an adopted treaty: articles
    are paired by what they say, whatever their numbers. What a change does to rights is told first.
    In Word (--to docx) the changes are tracked: accept all for NEW, reject all for OLD. With three
    to six texts, a table shows them side by side by subject.

    \b
    Examples:
      convention-tool diff old.txt new.txt
      convention-tool diff old.txt new.txt --only moved,renumbered --stat
      convention-tool diff old.txt new.txt --to docx -o redline.docx
      convention-tool diff old.txt new.txt --to html -o redline.html
      convention-tool diff old.txt new.txt --table --to xlsx -o table.xlsx
      convention-tool diff old.txt new.txt --fail-on weakened
      convention-tool diff old.txt new.txt --verify "articles 12 to 18"
      convention-tool diff one.txt other.txt third.txt --to html -o three.html

    \b
    Exit status:
      0  compared
      1  --fail-on or --verify found what you asked to be told of
      2  nothing could be compared
    """
    files = (old, new, *more)
    texts = [_read(one) for one in files]
    _keep_apart(output, files)
    if more or synoptic:
        _refuse_with_several(ctx.params)
        publish(_side_by_side(files, texts, to), to, output, old)
        return
    found = diff(*texts)
    told = effects(found)
    if fail_on and told.not_understood:
        caution = language_caution(told.not_understood[0])
        raise Stopped(f"{caution} Leave out --fail-on.")
    if to == "docx" and not (as_table or answers or stat or only):
        keep_from_terminal(to, output)
        print_or_save(_tracked(found, author, date), output, old)
    elif verify is None or output or to != "text":
        report = _report(
            found, told, only, context, to, stat=stat, as_table=as_table, answers=answers
        )
        publish(report, to, output, old)
    failed = fail_on and any(one.direction in fail_on for one in told.effects)
    if failed or (verify is not None and not _is_within(found, verify)):
        ctx.exit(1)


def _read(file: str) -> Instrument:
    """One of the texts; what stops it names the file."""
    try:
        return read_provisions(file).instrument
    except Stopped as problem:
        raise Stopped(f"{file}: {problem.message}") from problem


#: What speaks of the changes between two texts.
_OF_TWO = ("only", "context", "stat", "as_table", "answers", "fail_on", "verify")


def _refuse_with_several(given: Mapping[str, Any]) -> None:
    """Stop where an option was given that a synoptic table has no use for."""
    for name in _OF_TWO:
        if given[name]:
            option = "--" + name.removeprefix("as_").replace("_", "-")
            raise Stopped(f"{option} is for two texts; leave it out, or name two")


def _keep_apart(output: str | None, files: Sequence[str]) -> None:
    """Stop before the result would be written over one of the texts."""
    for file in files:
        if output and Path(output).exists() and Path(file).exists() and Path(output).samefile(file):
            raise Stopped(f"{output} is one of the texts; name another file for the result")


def _tracked(found: Diff, author: str, date: str) -> bytes:
    """Both texts as a Word file with tracked changes."""
    try:
        when = datetime.fromisoformat(date)
    except ValueError:
        raise Stopped(
            f"“{date}” is no date; write it as 2026-11-29 or 2026-11-29T14:30:00Z"
        ) from None
    if not author.strip():
        raise Stopped("the tracked changes need an author; name one with --author")
    page = diff_report.whole(found)
    return writers.write_tracked(
        page, page.new, found.new.instrument.language, author, when.isoformat()
    )


def _report(
    found: Diff,
    told: Effects,
    only: tuple[str, ...] | None,
    context: int,
    to: str,
    *,
    stat: bool,
    as_table: bool,
    answers: bool,
) -> Report:
    """What was asked for: the table, or the redline."""
    kept = tuple(one for one in found.changes if not only or not set(one.kinds).isdisjoint(only))
    answered = _answered(found) if answers else None
    table = diff_table.table(kept, found, answered)
    data = found.to_json(kept) | {"alerts": [one.to_json() for one in told.effects]}
    if as_table or answers:
        return Report(diff_table.view(table, found), data, None, table)
    lines: Sequence[RedlineLine | Omission] = redline(found)
    if only or to in {"text", "markdown"}:
        anchors = anchors_of(one for one in kept if one.is_changed) if only else None
        lines = diff_report.focused(redline(found), context, anchors)
    return Report(diff_report.view(found, told, lines, stat=stat), data, None, table)


def _answered(found: Diff) -> dict[str, str]:
    """The articles of 1990 that each article answers; of those that are gone, by the old text."""
    texts = (found.old.instrument, found.new.instrument)
    old, new = (diff_table.answered(compare(text)) for text in texts)
    gone = {one.old.address for one in found.changes if one.old and not one.new}
    return {**{place: said for place, said in old.items() if place in gone}, **new}


def _is_within(found: Diff, named: str) -> bool:
    """Whether nothing changed but the provisions named; what else did is told."""
    try:
        others = outside(found, named)
    except UnknownScopeError:
        raise Stopped(
            f"“{named}” names no provision of these texts; write it as in a treaty: "
            '"articles 12 to 18", "article 44, paragraph 1"'
        ) from None
    if not others:
        click.echo(f"Nothing changed outside {named}.", err=True)
        return True
    click.echo(f"{len(others)} provisions outside {named} changed:", err=True)
    for change in others[:_TOLD]:
        click.echo(f"  {from_to(change)}: {kinds_in_words(change)}", err=True)
    if len(others) > _TOLD:
        click.echo(f"  and {len(others) - _TOLD} more", err=True)
    return False


def _side_by_side(files: Sequence[str], texts: Sequence[Instrument], to: str) -> Report:
    """Two to six texts as a synoptic table."""
    if len(texts) > MOST:
        raise Stopped(f"a synoptic table has room for {MOST} texts; you named {len(texts)}")
    found = synopsis(texts)
    titles = apart([title_of(text) for text in texts], files)
    longest = _OPENING if to in {"text", "markdown"} else None
    table = synoptic.table(found, titles)
    return Report(synoptic.view(found, titles, longest=longest), found.to_json(), None, table)
