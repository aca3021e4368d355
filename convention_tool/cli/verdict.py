"""`convention-tool verdict`: what a person decides on what the tool proposes.

The one command in which the clock is read: a person acts, and the day is part of the act.
"""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from convention_tool import cover
from convention_tool.analysis.judged import Proposals, judged, to_json
from convention_tool.analysis.similarity import closest
from convention_tool.cli.beside import SUFFIX, path_beside, reading_beside
from convention_tool.cli.drafts import STANDARD_INPUT, read_provisions
from convention_tool.cli.group import Stopped
from convention_tool.cli.items import Items
from convention_tool.cli.publish import Report, publish, to_option
from convention_tool.cli.results import output_option, save
from convention_tool.readers.review import ReviewReading, parse_review
from convention_tool.reviews import Decision, Judgement, Review
from convention_tool.source import Source
from convention_tool.views import verdicts
from convention_tool.views.instrument import title_of
from convention_tool.writers.review import put, take

if TYPE_CHECKING:
    from convention_tool.analysis.judged import Proposal

#: Fewer letters of a decision are not taken for it: "confirm" is, "co" is not.
_BEGUN = 4

#: Of the provisions that a verdict rests on, so many are named.
_NAMED = 3

#: The mark that some editors write at the beginning of a text file.
_MARK = "\ufeff"


@click.command("verdict")
@click.argument("draft")
@click.argument("words", metavar="[ITEM confirmed|rejected|noted]", nargs=-1)
@click.option("--note", metavar="TEXT", help="Your reasons, or what it should be.")
@click.option("--by", metavar="NAME", help="Whose verdict it is; the last one's if not given.")
@click.option("--on", metavar="DATE", help="Of what day, as 2024-05-31; today if not given.")
@click.option("--withdraw", is_flag=True, help="Take the verdict on ITEM away.")
@to_option
@output_option
@click.pass_context
def command(
    ctx: click.Context,
    draft: str,
    words: tuple[str, ...],
    note: str | None,
    by: str | None,
    on: str | None,
    withdraw: bool,  # noqa: FBT001 (click passes flags so)
    to: str,
    output: str | None,
) -> None:
    """Confirm, reject or note what the tool proposes of ITEM in DRAFT.

    ITEM is a cell of "cover" (refugees:43), a part of a right in it (refugees:43/training), or a
    need in "checklist" (students:need:work-hours). The verdicts are kept beside the draft, those on
    lake.txt in lake.review.toml, with your name and the words they rest on.

    Without ITEM, lists the verdicts, and says which need another look because the draft has changed
    since; the exit status is then 1, as it is where the file has a mistake.

    \b
    Examples:
      convention-tool verdict lake.txt refugees:43 confirmed --by "A. Ruiz"
      convention-tool verdict lake.txt students 30 rejected --note "Article 9."
      convention-tool verdict lake.txt refugees:43 --withdraw
      convention-tool verdict lake.txt
    """
    _can_have_verdicts(draft)
    instrument = read_provisions(draft).instrument
    proposals = Proposals(cover(instrument), instrument)
    if not words:
        if note is not None or by is not None or on is not None or withdraw:
            raise Stopped("say on what: name an item, such as refugees:43, after the draft")
        ctx.exit(_list(draft, proposals, to, output))
    file = _File(draft)
    said = " ".join(" ".join(words).split())
    if not said:
        raise Stopped("say on what: name an item, such as refugees:43, after the draft")
    if withdraw:
        click.echo(_wrapped(_withdraw(file, said, Items(proposals))))
        return
    key, decision = _item_and_decision(words, Items(proposals), proposals)
    proposal = proposals.of(key)
    assert proposal is not None
    judgement = Judgement(
        key,
        decision,
        _note(note, decision),
        _by(by, file.review),
        _day(on),
        proposals.rests(proposal),
        proposal.proposed,
    )
    click.echo(_wrapped(_give(file, judgement, proposal, proposals)))


def _list(draft: str, proposals: Proposals, to: str, output: str | None) -> int:
    """Show the verdicts on a draft; 1 where one of them, or the file, wants attention."""
    _spare(path_beside(draft), output)
    reading = reading_beside(draft)
    found = judged(reading.review if reading else Review(), proposals)
    title = title_of(proposals.instrument)
    report = Report(
        verdicts.view(found, proposals.places, title),
        {"verdicts": to_json(found)},
        proposals.instrument,
        verdicts.table(found, proposals.places),
    )
    publish(report, to, output, draft)
    mistakes = bool(reading and reading.diagnostics)
    return int(mistakes or any(one.again for one in found))


class _File:
    """The file of verdicts beside a draft, as it is before a change."""

    def __init__(self, draft: str) -> None:
        self.draft = draft
        self.path = path_beside(draft)
        reading = reading_beside(draft)
        self.mark, text = self._text() if reading else ("", "")
        self.reading = parse_review(text, self.path.name) if reading else _none(self.path.name)
        if not self.reading.whole:
            raise Stopped(f"correct {self.path.name} first; nothing was changed")

    @property
    def review(self) -> Review:
        return self.reading.review

    def places(self, key: str) -> list[tuple[int, int]]:
        """Where the verdicts on an item stand, those that are broken too; the last one last."""
        entries = self.reading.entries
        if entries is None:
            raise Stopped(
                f"in {self.path.name}, each verdict must stand under a line [[verdict]] of its own "
                "before the tool can change one; nothing was changed"
            )
        return [(entry.span.start, entry.span.end) for entry in entries if entry.item == key]

    def write(self, text: str, expected: Judgement | None, key: str) -> None:
        """Write the changed text, once it is sure that it says what is meant and loses nothing."""
        after = parse_review(text, self.path.name)
        if not (
            after.whole
            and after.review.of(key) == expected
            and _others(after.review, key) == _others(self.review, key)
        ):
            raise Stopped(
                f"{self.path.name} is written in a way that the tool cannot change; nothing was "
                "changed. Add the verdict by hand"
            )
        save(f"{self.mark}{text}".encode(), self.path, self.draft)

    def _text(self) -> tuple[str, str]:
        try:
            text = self.path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            raise Stopped(
                f"{self.path.name} is not saved as UTF-8; save it so, and give the verdict again"
            ) from None
        return (_MARK, text[1:]) if text.startswith(_MARK) else ("", text)


def _none(name: str) -> ReviewReading:
    return ReviewReading(Source(name, ""), Review())


def _others(review: Review, key: str) -> list[Judgement]:
    return [one for one in review.judgements if one.item != key]


def _give(file: _File, judgement: Judgement, proposal: Proposal, proposals: Proposals) -> str:
    """Write a verdict, and say what was written."""
    key = judgement.item
    former = file.review.of(key)
    places = file.places(key)
    file.write(
        put(file.reading.source.text, judgement, places[-1] if places else None), judgement, key
    )
    ground = _ground(judgement, proposals)
    replaced = (
        f" It takes the place of “{former.decision}”{_given(former)}."
        if former and former != judgement
        else ""
    )
    return (
        f"{key} {judgement.decision} by {judgement.by}, {judgement.on}. {proposal.group}: "
        f"{proposal.subject}. The tool proposes “{verdicts.proposed(proposal.proposed)}”{ground}."
        f"{replaced} Written to {file.path.name}."
    )


def _ground(judgement: Judgement, proposals: Proposals) -> str:
    """The first provisions that a verdict rests on, and how many more there are."""
    # An article of one paragraph is cited as its paragraph is.
    named = (verdicts.cited(rest.address, proposals.places) for rest in judgement.rests_on)
    cited = tuple(dict.fromkeys(named))
    if not cited:
        return ""
    more = f" and {len(cited) - _NAMED} more" if len(cited) > _NAMED else ""
    return f", resting on {'; '.join(cited[:_NAMED])}{more}"


def _withdraw(file: _File, said: str, items: Items) -> str:
    """Take the verdicts on an item out of the file, and say so."""
    entries = file.reading.entries or ()
    key = said if said in {entry.item for entry in entries} else items.key(said)
    places = file.places(key)
    if not places:
        raise Stopped(f"there is no verdict on {key} in {file.path.name}")
    former = file.review.of(key)
    text = file.reading.source.text
    for place in reversed(places):
        text = take(text, place)
    file.write(text, None, key)
    what = f"“{former.decision}”{_given(former)}" if former else "the entry"
    return f"{key}: {what} was taken out of {file.path.name}."


def _given(judgement: Judgement) -> str:
    by = f" by {judgement.by}" if judgement.by else ""
    return f"{by} of {judgement.on}" if judgement.on else by


def _item_and_decision(
    words: tuple[str, ...], items: Items, proposals: Proposals
) -> tuple[str, Decision]:
    *before, last = " ".join(words).split()
    decision = _decision(last)
    if decision:
        if not before:
            raise Stopped(f"say on what: name an item, such as refugees:43, before {last}")
        return items.key(" ".join(before)), decision
    if before and (near := closest(last.casefold(), list(Decision), 1)):
        raise Stopped(f'"{last}" is no decision; did you mean {near[0]}?')
    known = ", ".join(Decision)
    try:
        key = items.key(" ".join(words))
    except Stopped:
        items.key(" ".join(before))  # the item may be what is wrong
        raise Stopped(f'"{last}" is no decision; write one of {known}') from None
    proposal = proposals.of(key)
    assert proposal is not None
    raise Stopped(
        f"of {key} the tool proposes “{verdicts.proposed(proposal.proposed)}”; add your verdict: "
        f"one of {known}"
    )


def _decision(word: str) -> Decision | None:
    plain = word.casefold()
    begun = (one for one in Decision if one.startswith(plain) and len(plain) >= _BEGUN)
    return next(begun, None)


def _note(note: str | None, decision: Decision) -> str:
    plain = _plain(note or "")
    if decision is Decision.NOTED and not plain:
        raise Stopped('"noted" leaves a note: add --note "TEXT"')
    return plain


def _by(by: str | None, review: Review) -> str:
    name = " ".join(_plain(review.last_by if by is None else by).split())
    if not name:
        raise Stopped('say whose verdict it is: add --by "NAME"; later verdicts take it from there')
    return name


def _day(on: str | None) -> str:
    if on is None:
        return _today().isoformat()
    try:
        return dt.date.fromisoformat(on.strip()).isoformat()
    except ValueError:
        raise Stopped(f'"{on}" is not a date; write it as 2024-05-31') from None


def _today() -> dt.date:
    """The day, or that of SOURCE_DATE_EPOCH, by which a build is made the same every time."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return dt.datetime.now(dt.UTC).astimezone().date()
    try:
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
    except (ValueError, OverflowError, OSError):
        raise Stopped(f'SOURCE_DATE_EPOCH is "{epoch}", which is no number of seconds') from None


def _plain(text: str) -> str:
    """Text of the command line as a file can hold it: one kind of line end, no broken letters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    return lines.encode("utf-8", "replace").decode("utf-8")


def _can_have_verdicts(draft: str) -> None:
    if draft == STANDARD_INPUT:
        raise Stopped("verdicts are kept beside the draft; name its file")
    if draft.endswith(SUFFIX):
        raise Stopped(f"{draft} holds verdicts; name the draft that they are on")
    if not Path(draft).exists() and Path(draft).name == draft and not Path(draft).suffix:
        read_provisions(draft)  # says so if no draft of that name comes with the tool either
        raise Stopped(f"{draft} comes with the tool; save a copy and give your verdicts on that")


def _spare(path: Path, output: str | None) -> None:
    if output and path.exists() and Path(output).exists() and path.samefile(output):
        raise Stopped(f"{path.name} holds the verdicts themselves; name another file")


def _wrapped(text: str) -> str:
    return click.wrap_text(text, width=80)
