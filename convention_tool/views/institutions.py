"""The institutional map as a table, and one body's sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convention_tool.catalogue.institutions import ATTRIBUTES, Has, Origin, candidate_homes
from convention_tool.document import (
    Badge,
    Block,
    ColumnGroup,
    Content,
    Document,
    Facts,
    Heading,
    Listing,
    Matrix,
    MatrixCell,
    MatrixRow,
    Prose,
    Row,
    RowGroup,
    State,
    Table,
    Tone,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convention_tool.catalogue.institutions import CandidateHome, Institution, Later

_INTRODUCTION = (
    "Which bodies deal with migration, as the call for a new convention (2017) maps them, and the "
    "committee that it leaves out. That call is an opinion piece; what the law and later history "
    "add is dated and stands on the sheet of each body. Its thesis: none of them is mandated, financed and supported to "
    "defend the rights of migrants."
)

#: How each answer is shown.
STATES = {
    Has.YES: State("yes", "●", Tone.GOOD, "the body has it"),
    Has.PARTLY: State("partly", "◐", Tone.MIXED, "the body has it in part"),
    Has.NO: State("no", "○", Tone.BAD, "the body does not have it"),
    Has.UNKNOWN: State("no answer", "-", Tone.QUIET, "the call says nothing that could be judged"),
}

#: What a reader must know of the source of a remark.
_SOURCES = {
    Origin.LAW: "the text of the law",
    Origin.READ: "read in a later source",
    Origin.MEMORY: "from memory, to be checked",
}


def listing(bodies: Sequence[Institution]) -> Document:
    """The map: a row for each body, then its weaknesses and the candidate homes."""
    return Document(title="Institutions and a home for the convention", blocks=tuple(_map(bodies)))


def sheet(body: Institution) -> Document:
    """What is known of one body."""
    return Document(title=body.title, blocks=tuple(_sheet(body)), subtitle=_subtitle(body))


def table(bodies: Sequence[Institution]) -> Table:
    """Every body in a row, for spreadsheets."""
    header = ("Short name", "Name", "Mandate", *ATTRIBUTES.values(), "Weakness", "Later")
    return Table("Institutions", tuple(map(words, header)), tuple(map(_flat, bodies)))


def homes_table(homes: Sequence[CandidateHome]) -> Table:
    """The candidate homes, with what speaks for and against each."""
    header = ("Home", "For", "Against", "Clauses that it forces", "Named in the call")
    rows = (
        Row(
            (
                words(home.title),
                words("; ".join(home.pros)),
                words("; ".join(home.cons)),
                words("; ".join(home.forces)),
                words("yes" if home.named else "no"),
            )
        )
        for home in homes
    )
    return Table("Candidate homes", tuple(map(words, header)), tuple(rows), landscape=True)


def _map(bodies: Sequence[Institution]) -> Iterator[Block]:
    yield Prose(words(_INTRODUCTION))
    yield Matrix(
        caption="What each body has",
        corner="Body",
        states=tuple(STATES.values()),
        columns=(ColumnGroup("Attributes", tuple(ATTRIBUTES.values())),),
        rows=tuple(_groups(bodies)),
        columns_name="Attributes",
        rows_name="Kinds",
    )
    weaknesses = tuple(Row((words(body.short), words(body.weakness))) for body in bodies)
    yield Table(
        "Weaknesses, as the call states them", (words("Body"), words("Weakness")), weaknesses
    )
    yield homes_table(candidate_homes())


def _groups(bodies: Sequence[Institution]) -> Iterator[RowGroup]:
    for title, omitted in (("In the call", False), ("Left out by the call", True)):
        rows = tuple(_row(body) for body in bodies if body.omitted is omitted)
        if rows:
            yield RowGroup(title, rows)


def _row(body: Institution) -> MatrixRow:
    cells = (MatrixCell(STATES[one.has], one.words) for one in body.attributes.values())
    return MatrixRow(body.short, tuple(cells))


def _subtitle(body: Institution) -> tuple[str, ...]:
    return (body.short, "left out by the call") if body.omitted else (body.short,)


def _sheet(body: Institution) -> Iterator[Block]:
    yield Prose(words(body.mandate))
    yield Facts(tuple(_attributes(body)))
    yield Heading(2, words("Weakness, as the call states it"))
    yield Prose(words(body.weakness))
    if body.later:
        yield Heading(2, words("What the law and later history add"))
        yield Listing(tuple(map(_later, body.later)))


def _attributes(body: Institution) -> Iterator[tuple[str, Content]]:
    for key, name in ATTRIBUTES.items():
        has, said = body.attributes[key]
        badge = Badge(STATES[has].label, STATES[has].tone)
        yield name, (badge, *words(f" {said}")) if said else (badge,)


def _later(later: Later) -> Content:
    return words(f"{later.date}: {later.text} ({_SOURCES[later.source]})")


def _flat(body: Institution) -> Row:
    attributes = (
        f"{one.has}: {one.words}" if one.words else str(one.has) for one in body.attributes.values()
    )
    later = " ".join(f"{one.date}: {one.text} ({_SOURCES[one.source]})" for one in body.later)
    cells = (body.short, body.title, body.mandate, *attributes, body.weakness, later)
    return Row(tuple(map(words, cells)))
