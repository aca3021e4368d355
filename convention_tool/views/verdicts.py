"""A person's verdicts beside what the tool proposes, as a page, a section, and labels for cells."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from convention_tool.analysis.coverage import Cell
from convention_tool.analysis.judged import Standing
from convention_tool.document import (
    Badge,
    Block,
    Break,
    Content,
    Document,
    Heading,
    Prose,
    Row,
    Table,
    Tone,
    Words,
    words,
)
from convention_tool.reviews import Decision, Ground, item
from convention_tool.tree.address import citation_case
from convention_tool.views.rights_matrix import STATES, in_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from convention_tool.analysis.coverage import Coverage
    from convention_tool.analysis.judged import Judged
    from convention_tool.reviews import Footing
    from convention_tool.tree.address import Places

#: The tone of each decision, while it stands.
DECISIONS = {
    Decision.CONFIRMED: Tone.GOOD,
    Decision.REJECTED: Tone.BAD,
    Decision.NOTED: Tone.QUIET,
}

_STANDINGS = {
    Standing.STANDS: Tone.GOOD,
    Standing.UNWATCHED: Tone.QUIET,
    Standing.OTHERWISE: Tone.MIXED,
    Standing.CHANGED: Tone.MIXED,
    Standing.GONE: Tone.MIXED,
    Standing.UNKNOWN: Tone.BAD,
}

_HEADER = ("On", "The tool proposes", "Verdict", "By", "Day", "Note", "Standing")


def view(verdicts: tuple[Judged, ...], places: Places, title: str) -> Document:
    """The page: how many verdicts there are and how many need another look, then each of them."""
    return Document(
        title=f"Verdicts: {title}",
        blocks=(Prose(words(_summary(verdicts))), *_tables(verdicts, places)),
    )


def section(verdicts: tuple[Judged, ...], places: Places) -> tuple[Block, ...]:
    """The verdicts as a section of another report; nothing where there are none."""
    if not verdicts:
        return ()
    return (
        Heading(2, words("Verdicts"), "verdicts"),
        Prose(words(_summary(verdicts))),
        *_tables(verdicts, places),
    )


def table(verdicts: tuple[Judged, ...], places: Places) -> Table:
    """The verdicts, one a row."""
    return Table(
        caption="A person's verdicts on what the tool proposes",
        header=tuple(map(words, _HEADER)),
        rows=tuple(Row(_cells(one, places)) for one in verdicts),
    )


def label(one: Judged) -> Content:
    """A verdict as a label for a table: "confirmed" by whom, or that a person should look again."""
    decision = Badge(str(one.judgement.decision), DECISIONS[one.judgement.decision])
    given = ", ".join(part for part in (one.judgement.by, one.judgement.on) if part)
    by = (Words(f" by {given}" if one.judgement.by else f" {given}"),) if given else ()
    if not one.again:
        return (decision, *by)
    return (decision, *by, Words(" "), Badge(f"look again: {one.standing}", Tone.MIXED))


def in_a_sentence(one: Judged, places: Places) -> str:
    """A verdict as a sentence or two: who gave it and when, the note, what has changed."""
    judgement = one.judgement
    given = f"{judgement.decision} by {judgement.by}" if judgement.by else str(judgement.decision)
    dated = f"{given}, {judgement.on}" if judgement.on else given
    note = f": {judgement.note.strip()}" if judgement.note.strip() else ""
    said = f"{citation_case(dated)}{note}"
    stop = "" if said.endswith((".", "!", "?", "…")) else "."
    return f"{said}{stop} Look again: {why(one, places)}." if one.again else f"{said}{stop}"


def on_cells(verdicts: tuple[Judged, ...], places: Places) -> Mapping[tuple[str, str], str]:
    """What a person said of each cell of the matrix, by the right and the group."""
    found = ((item(one.judgement.item), one) for one in verdicts)
    return {
        (key.right, key.group): in_a_sentence(one, places)
        for key, one in found
        if key and key.right and not key.element
    }


def beside_cells(
    evidence: Table, coverage: Coverage, verdicts: tuple[Judged, ...], places: Places
) -> Table:
    """The table of all cells with a last column: what a person said of each, and of its parts."""
    said: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in verdicts:
        key = item(one.judgement.item)
        if key and key.right:
            part = f"{key.element}: " if key.element else ""
            said[key.right, key.group].append(f"{part}{in_a_sentence(one, places)}")
    cells = (
        (row.right.article, cell.group) for row in coverage.matrix for cell in in_order(row.cells)
    )
    return replace(
        evidence,
        header=(*evidence.header, words("Verdict")),
        rows=tuple(
            replace(row, cells=(*row.cells, words("\n".join(said.get(cell, ())))))
            for row, cell in zip(evidence.rows, cells, strict=True)
        ),
    )


def why(one: Judged, places: Places) -> str:
    """What is another now than when the verdict was given: "the words of article 4 have changed"."""
    return "; ".join(_reasons(one, places))


def proposed(status: str) -> str:
    """What the tool proposes, in the words of the reports."""
    known = {str(cell): STATES[cell].label for cell in Cell}
    return known.get(status, status)


def cited(address: str, places: Places) -> str:
    """A provision as lawyers cite it; one that is no longer there, from its address alone."""
    node = places.find(address)
    if node is not None:
        return places.citation(node)
    levels = (level.partition("_") for level in address.split("__"))
    return ", ".join(f"{_LEVELS.get(kind, kind)} {number}".strip() for kind, _, number in levels)


_LEVELS = {
    "art": "article",
    "para": "paragraph",
    "subpara": "subparagraph",
    "chp": "chapter",
    "sec": "section",
    "subsec": "subsection",
    "rec": "recital",
}


def _summary(verdicts: tuple[Judged, ...]) -> str:
    if not verdicts:
        return "There are no verdicts."
    again = sum(one.again for one in verdicts)
    count = "1 verdict" if len(verdicts) == 1 else f"{len(verdicts)} verdicts"
    if not again:
        return f"{count}; nothing that they rest on has changed."
    needs = "needs" if again == 1 else "need"
    return f"{count}; {again} {needs} another look, because what it rests on is not what it was."


def _tables(verdicts: tuple[Judged, ...], places: Places) -> Iterator[Block]:
    if verdicts:
        yield table(verdicts, places)


def _cells(one: Judged, places: Places) -> tuple[Content, ...]:
    judgement, proposal = one.judgement, one.proposal
    on = (Words(judgement.item),)
    standing = (Badge(str(one.standing), _STANDINGS[one.standing]),)
    reason = why(one, places)
    return (
        (*on, Break(), Words(f"{proposal.group}: {proposal.subject}")) if proposal else on,
        words(proposed(proposal.proposed) if proposal else ""),
        (Badge(str(judgement.decision), DECISIONS[judgement.decision]),),
        words(judgement.by),
        words(judgement.on),
        words(judgement.note),
        (*standing, Break(), Words(f"{citation_case(reason)}.")) if reason else standing,
    )


def _reasons(one: Judged, places: Places) -> Iterator[str]:
    if one.proposal is None:
        yield "there is no such group, right, part of a right or need"
        return
    for footing in one.footings:
        if not any(_tells_of(other, footing) for other in one.footings):
            yield from _told(footing, places)
    if one.standing is Standing.UNWATCHED:
        yield "written by hand, so it is not known on what; given anew by “convention-tool verdict”, it is watched"
    if one.otherwise:
        then, now = proposed(one.judgement.proposed), proposed(one.proposal.proposed)
        yield f"the tool proposed “{then}” then and proposes “{now}” now"


def _tells_of(one: Footing, other: Footing) -> bool:
    """Whether what is told of one provision need not be told of another, around or within it.

    Of changed words the innermost provision says where; what is gone or renumbered took with it
    what it held.
    """
    if one.ground is not other.ground:
        return False
    match one.ground:
        case Ground.CHANGED:
            return one.now.startswith(f"{other.now}__")
        case Ground.MOVED:
            return other.rest.address.startswith(f"{one.rest.address}__") and other.now.startswith(
                f"{one.now}__"
            )
        case _:
            return other.rest.address.startswith(f"{one.rest.address}__")


def _told(footing: Footing, places: Places) -> Iterator[str]:
    match footing.ground:
        case Ground.GONE:
            yield f"{cited(footing.rest.address, places)} is no longer in the draft"
        case Ground.CHANGED:
            yield f"the words of {cited(footing.now, places)} have changed"
        case Ground.MOVED:
            yield f"{_former(footing.rest.address, places)} is now {cited(footing.now, places)}"
        case Ground.SAME:
            return


def _former(address: str, places: Places) -> str:
    """A provision by the number that it no longer has."""
    return f"the former {cited(address, places)}"
