"""Rights by groups, as a matrix with what each cell rests on, and as one table of all cells."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.coverage import Cell
from convention_tool.catalogue.groups import Family, in_family
from convention_tool.catalogue.rights import NEW, PARTS
from convention_tool.document import (
    Badge,
    Block,
    ColumnGroup,
    Content,
    Detail,
    Emphasis,
    Link,
    Listing,
    Matrix,
    MatrixCell,
    MatrixRow,
    Note,
    Prose,
    Row,
    RowGroup,
    State,
    Table,
    Tone,
    Words,
    words,
)
from convention_tool.tree.address import citation_case

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from convention_tool.analysis.coverage import Coverage, Evidence, GroupCell, RightRow
    from convention_tool.analysis.coverage.records import ElementRow
    from convention_tool.catalogue.rights import Right
    from convention_tool.tree.address import Places

    #: What a person said of a cell, by the right's number or id and the group's id.
    Verdicts = Mapping[tuple[str, str], str]

#: What a right is to a group.
STATES = {
    Cell.EXPLICIT: State(
        "named", "N", Tone.GOOD, "the provision, or the definition behind it, names them"
    ),
    Cell.INCLUSIVE: State("within", "W", Tone.GOOD, "they are within its holder"),
    Cell.CONDITIONAL: State(
        "condition", "C", Tone.MIXED, "it hangs on a status, a permit or a let-out"
    ),
    Cell.PARTIAL: State(
        "in part", "P", Tone.MIXED, "they have some of its elements, others have more"
    ),
    Cell.CONSIDER: State("soft duty", "S", Tone.MIXED, "States only try, consider or may"),
    Cell.EXCLUDED: State("out", "O", Tone.BAD, "a clause or a gate leaves them out"),
    Cell.SUBTRACTED: State(
        "taken away", "T", Tone.BAD, "a clause takes this provision away from them"
    ),
    Cell.SILENT: State(
        "silent", "-", Tone.QUIET, "it belongs to others, or no provision answers it"
    ),
    Cell.NOT_APPLICABLE: State("not for them", "·", Tone.QUIET, "by its nature it is not for them"),
}

#: The columns, in this order.
FAMILIES = {
    Family.SEED: "named by the call of 2017",
    Family.ARTICLE_3: "left out by article 3 of 1990",
    Family.PART_V: "categories of Part V",
    Family.OTHER: "others to think of",
}

#: How many provisions a cell of the matrix shows; its evidence has them all.
_SHOWN = 2

_NOT_GIVEN = "not in this text"


def matrix(coverage: Coverage, verdicts: Verdicts | None = None) -> Matrix:
    """The matrix: rights in their Parts by groups in their families, elements within rights."""
    book = _Details(coverage.places, verdicts or {})
    return Matrix(
        caption="Rights by groups",
        corner="Right",
        states=tuple(STATES.values()),
        columns=tuple(
            ColumnGroup(title, tuple(group.title for group in in_family(family)))
            for family, title in FAMILIES.items()
        ),
        rows=tuple(
            RowGroup(PARTS[part], tuple(_row(row, book) for row in rows))
            for part, rows in groupby(coverage.matrix, key=lambda row: row.right.part)
        ),
        details=tuple(book.details),
    )


def table(coverage: Coverage) -> Table:
    """Every cell, a right and a group a row."""
    titles = {place.id: place.title for place in coverage.groups}
    header = (
        *("Part", "Number", "Right", "Group", "State", "Provisions", "Words", "Reason"),
        "Intended",
    )
    return Table(
        "Evidence",
        tuple(map(words, header)),
        tuple(
            Row(
                (
                    words(PARTS[row.right.part]),
                    words("" if row.new else row.right.article),
                    words(row.right.title),
                    words(titles[cell.group]),
                    (badge(cell.status),),
                    words("; ".join(rests.citation for rests in basis(cell, coverage.places))),
                    words("\n".join(shown.text for shown in cell.evidence)),
                    words(cell.reason),
                    words("yes" if cell.intended else ""),
                )
            )
            for row in coverage.matrix
            for cell in in_order(row.cells)
        ),
        row_headers=False,
    )


def badge(status: Cell) -> Badge:
    """The label of a state."""
    state = STATES[status]
    return Badge(state.label, state.tone)


def name(right: Right) -> str:
    """A right by its number and title; one that 1990 lacks has no number."""
    return right.title if right.part == NEW else f"{right.article} {right.title}"


def row_anchor(right: Right) -> str:
    """Where the row of a right stands on the page."""
    return f"groups-of-{right.article}"


def in_order(cells: tuple[GroupCell, ...]) -> tuple[GroupCell, ...]:
    """The cells in the order of the families."""
    by_group = {cell.group: cell for cell in cells}
    return tuple(
        by_group[group.id]
        for family in FAMILIES
        for group in in_family(family)
        if group.id in by_group
    )


class Basis(NamedTuple):
    """A provision that a cell rests on."""

    citation: str
    address: str


def basis(cell: GroupCell, places: Places | None) -> tuple[Basis, ...]:
    """The provisions that a cell rests on: those that are quoted, then those of which no word is."""
    quoted = {shown.address: shown.citation for shown in cell.evidence}
    others = (
        address
        for address in cell.provisions
        if not any(f"{shown}__".startswith(f"{address}__") for shown in quoted)
    )
    return tuple(
        Basis(citation, address)
        for address, citation in (
            *quoted.items(),
            *((address, _citation(address, places)) for address in others),
        )
    )


def quotations(evidence: tuple[Evidence, ...]) -> tuple[Content, ...]:
    """The words that something rests on, each led by its provision."""
    return tuple(
        (_cited(shown.citation, shown.address), Words(": "), Emphasis(words(shown.text)))
        for shown in evidence
    )


class _Details:
    """The reasons of cells.

    What the provisions on a right say is the same for many groups, and what brings a group in, or
    leaves it out, is the same for many rights. Each is said once.
    """

    def __init__(self, places: Places | None, verdicts: Verdicts) -> None:
        self.details: list[Detail] = []
        self._places = places
        self._verdicts = verdicts
        self._given: dict[tuple[object, ...], str] = {}

    def cell(self, right: Right, cell: GroupCell, *, whole: bool = True) -> MatrixCell:
        """A cell of a right, or of a part of it, which no person judges alone."""
        said = self._verdicts.get((right.article, cell.group), "") if whole else ""
        articles = set(map(_article, cell.provisions))
        own = tuple(shown for shown in cell.evidence if _article(shown.address) in articles)
        ground = tuple(shown for shown in cell.evidence if shown not in own)
        cell = replace(cell, evidence=own)
        key = (right.article, replace(cell, group=""), said)
        return MatrixCell(
            STATES[cell.status],
            _numbers(cell),
            self._anchor(key, self._blocks(cell, said)),
            self._anchor((cell.group, ground), _quoted(ground)) if ground else "",
        )

    def _anchor(self, key: tuple[object, ...], blocks: Iterator[Block]) -> str:
        """Where a detail stands; its blocks are made when it is first wanted."""
        anchor = self._given.get(key)
        if anchor is None:
            anchor = self._given[key] = f"detail-{len(self.details) + 1}"
            self.details.append(Detail(anchor, tuple(blocks)))
        return anchor

    def _blocks(self, cell: GroupCell, said: str) -> Iterator[Block]:
        if cell.reason:
            yield Prose(words(cell.reason))
        if cell.intended:
            yield Prose((Badge("intended by the authors"),))
        yield from _quoted(cell.evidence)
        others = basis(cell, self._places)[len({shown.address for shown in cell.evidence}) :]
        if others:
            lead = "Also: " if cell.evidence else "It rests on "
            yield Prose((Words(lead), *_listed(others), Words(".")))
        if said:
            yield Note("A person's verdict", (Prose(words(said)),), folded=False)


def _quoted(evidence: tuple[Evidence, ...]) -> Iterator[Block]:
    if evidence:
        yield Listing(quotations(evidence))


def _row(row: RightRow, book: _Details) -> MatrixRow:
    cells = tuple(book.cell(row.right, cell) for cell in in_order(row.cells))
    total = len(row.elements)
    return MatrixRow(
        name(row.right),
        cells,
        note=f"elements present {row.present} of {total}" if total else "",
        anchor=row_anchor(row.right),
        inner=tuple(_inner(row.right, part, book) for part in row.elements),
    )


def _inner(right: Right, part: ElementRow, book: _Details) -> MatrixRow:
    if not part.given:
        return MatrixRow(part.element.text, (), _NOT_GIVEN)
    cells = (book.cell(right, cell, whole=False) for cell in in_order(part.cells))
    return MatrixRow(part.element.text, tuple(cells))


def _numbers(cell: GroupCell) -> str:
    """The numbers of the articles a cell rests on, as many as it has room for."""
    articles = list(
        dict.fromkeys(_article(address).rpartition("art_")[2] for address in cell.provisions)
    )
    return ", ".join(articles[:_SHOWN]) + (" …" if len(articles) > _SHOWN else "")


def _article(address: str) -> str:
    """The address of the article that a provision stands in."""
    before, mark, rest = address.rpartition("art_")
    return f"{before}{mark}{rest.partition('__')[0]}"


def _listed(provisions: tuple[Basis, ...]) -> Iterator[Words | Link]:
    for place, provision in enumerate(provisions):
        if place:
            yield Words("; ")
        yield Link(f"#{provision.address}", words(provision.citation))


def _cited(citation: str, address: str) -> Link:
    return Link(f"#{address}", words(citation_case(citation)))


def _citation(address: str, places: Places | None) -> str:
    """A provision as lawyers cite it, where the places of the draft are known."""
    node = places.find(address) if places else None
    return places.citation(node) if places and node else address
