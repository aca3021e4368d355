"""Whom a draft reaches, as a page: the groups, then the rights of 1990 by groups."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from convention_tool.analysis.coverage import Cell, Status
from convention_tool.catalogue.groups import Family, in_family
from convention_tool.document import (
    Badge,
    Block,
    Break,
    Content,
    Document,
    Emphasis,
    Facts,
    Heading,
    Link,
    Prose,
    Row,
    Table,
    Tone,
    Words,
    words,
)
from convention_tool.tree.address import citation_case

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convention_tool.analysis.coverage import Coverage, GroupCell, GroupPlace, RightRow

#: How many provisions a cell of the matrix shows; the JSON has them all.
_SHOWN = 2

#: The place of a group: the label, its tone, and what it means.
_PLACES = {
    Status.NAMED: ("named", Tone.GOOD, "a provision gives the group rights by name"),
    Status.GENERAL: ("in general words", Tone.GOOD, "it is within a holder such as “everyone”"),
    Status.CONDITIONAL: ("on a condition", Tone.MIXED, "its rights hang on a status or a let-out"),
    Status.EXCLUDED: ("excluded", Tone.BAD, "a clause or a definition leaves it out"),
    Status.SILENT: ("not mentioned", Tone.QUIET, "nothing in the text reaches it"),
}

#: What a right is to a group: the label, its tone, and what it means.
_CELLS = {
    Cell.EXPLICIT: ("named", Tone.GOOD, "the provision, or the definition behind it, names them"),
    Cell.INCLUSIVE: ("within", Tone.GOOD, "they are within its holder"),
    Cell.CONDITIONAL: ("condition", Tone.MIXED, "it hangs on a status, a permit or a let-out"),
    Cell.PARTIAL: ("in part", Tone.MIXED, "they have some of its elements, others have more"),
    Cell.CONSIDER: ("soft duty", Tone.MIXED, "States only try, consider or may"),
    Cell.EXCLUDED: ("out", Tone.BAD, "a clause or a gate leaves them out"),
    Cell.SUBTRACTED: ("taken away", Tone.BAD, "a clause takes this provision away from them"),
    Cell.SILENT: ("silent", Tone.QUIET, "it belongs to others, or no provision answers it"),
    Cell.NOT_APPLICABLE: ("not for them", Tone.QUIET, "by its nature it is not for them"),
}

#: The matrix is parted by these, because a page is not as wide as all groups.
_FAMILIES = {
    Family.SEED: "the groups that the call for a general convention names",
    Family.ARTICLE_3: "those whom article 3 of the 1990 convention leaves out",
    Family.PART_V: "the categories of workers of the 1990 convention",
    Family.OTHER: "others of whom a drafter should think",
}


def view(coverage: Coverage, title: str) -> Document:
    """The page: a summary, the groups with what shows their place, then the matrix."""
    return Document(
        title=f"Whom it reaches: {title}",
        blocks=(
            Prose(words(_summary(coverage))),
            Heading(2, words("The groups"), "places-of-groups"),
            Facts(tuple(_legend(_PLACES.values()))),
            _groups(coverage),
            Heading(2, words("The rights of 1990 by groups"), "rights-by-groups"),
            Prose(words(_ABOUT_MATRIX)),
            Facts(tuple(_legend(_CELLS.values()))),
            *_matrices(coverage),
        ),
    )


_ABOUT_MATRIX = (
    "Each row is a right of the 1990 convention; the numbers in a cell are those of the articles "
    "of this text on which the cell rests."
)


def _summary(coverage: Coverage) -> str:
    seed = {group.id for group in in_family(Family.SEED)}
    named = [
        place for place in coverage.groups if place.id in seed and place.status is Status.NAMED
    ]
    counts = Counter(place.status for place in coverage.groups)
    said = [f"{counts[status]} {place_name(status)}" for status in Status if counts[status]]
    return (
        f"Of the {len(seed)} groups that the call for a general convention names, the text names "
        f"{len(named)}. Of all {len(coverage.groups)} groups: {', '.join(said)}."
    )


def _legend(meanings: Iterable[tuple[str, Tone, str]]) -> Iterator[tuple[str, Content]]:
    for label, _, meaning in meanings:
        yield label, words(meaning)


def place_name(status: Status) -> str:
    """The place of a group in a drafter's words."""
    label, _, _ = _PLACES[status]
    return label


def _groups(coverage: Coverage) -> Table:
    return Table(
        caption="The place of each group",
        header=(words("Group"), words("Place"), words("Why"), words("Where")),
        rows=tuple(Row(_group(place), f"group-{place.id}") for place in coverage.groups),
    )


def _group(place: GroupPlace) -> tuple[Content, ...]:
    label, tone, _ = _PLACES[place.status]
    return (
        words(place.title),
        (Badge(label, tone),),
        words(place.reason),
        _evidence(place),
    )


def _evidence(place: GroupPlace) -> Content:
    shown: list[Link | Words | Emphasis | Break] = []
    for found in place.evidence:
        if shown:
            shown.append(Break())
        cited = words(citation_case(found.citation))
        shown += [Link(f"#{found.address}", cited), Words(": "), Emphasis(words(found.text))]
    return tuple(shown)


def _matrices(coverage: Coverage) -> Iterator[Block]:
    for family, title in _FAMILIES.items():
        ids = [group.id for group in in_family(family)]
        titles = [group.title for group in in_family(family)]
        yield Table(
            caption=f"Rights by groups: {title}",
            header=(words("Right of 1990"), *map(words, titles)),
            rows=tuple(_row(row, ids) for row in coverage.matrix),
        )


def _row(row: RightRow, ids: list[str]) -> Row:
    cells = {cell.group: cell for cell in row.cells}
    name = f"{row.right.article} {row.right.title}"
    return Row((words(name), *(_cell(cells[group]) for group in ids)))


def _cell(cell: GroupCell) -> Content:
    label, tone, _ = _CELLS[cell.status]
    links = [
        part
        for address in cell.provisions[:_SHOWN]
        for part in (Words(" "), Link(f"#{address}", words(_number(address))))
    ]
    more = [Words(" …")] if len(cell.provisions) > _SHOWN else []
    return (Badge(label, tone), *links, *more)


def _number(address: str) -> str:
    """The number of an article from its address, for a cell that has no room for more."""
    return address.rpartition("art_")[2]
