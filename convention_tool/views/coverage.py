"""Whom a draft reaches, as a page: the groups, the terms for them, then the rights by groups."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from convention_tool.analysis.concordance import understands
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
    Strong,
    Table,
    Tone,
    Words,
    words,
)
from convention_tool.tree.address import citation_case
from convention_tool.views.concordance import language_caution
from convention_tool.views.rights_matrix import (
    badge,
    matrix,
    name,
    quotations,
    row_anchor,
    table,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from convention_tool.analysis.coverage import (
        Coverage,
        GroupCell,
        GroupPlace,
        Intention,
        RightRow,
    )
    from convention_tool.analysis.coverage.records import DefinedTerm
    from convention_tool.views.rights_matrix import Verdicts

__all__ = ["place_name", "table", "view"]

#: The place of a group: the label, its tone, and what it means.
_PLACES = {
    Status.NAMED: ("named", Tone.GOOD, "a provision gives the group rights by name"),
    Status.GENERAL: ("in general words", Tone.GOOD, "it is within a holder such as “everyone”"),
    Status.CONDITIONAL: ("on a condition", Tone.MIXED, "its rights hang on a status or a let-out"),
    Status.EXCLUDED: ("excluded", Tone.BAD, "a clause or a definition leaves it out"),
    Status.SILENT: ("not mentioned", Tone.QUIET, "nothing in the text reaches it"),
}

#: The groups on which a convention that follows the call must not be silent.
_SEVEN = tuple(group.id for group in in_family(Family.SEED))

#: A right that a group does not have.
_WANTING = (Cell.SILENT, Cell.EXCLUDED, Cell.SUBTRACTED)


def view(coverage: Coverage, title: str, verdicts: Verdicts | None = None) -> Document:
    """The page: a summary, the groups and terms with what shows their place, then the matrix."""
    return Document(
        title=f"Whom it reaches: {title}",
        blocks=(
            Prose(words(_summary(coverage))),
            *_caution(coverage),
            Heading(2, words("The groups"), "places-of-groups"),
            Facts(tuple(_legend(_PLACES.values()))),
            _groups(coverage),
            *_terms(coverage),
            Heading(2, words("The rights by groups"), "rights-by-groups"),
            Prose(words(_ABOUT_MATRIX)),
            matrix(coverage, verdicts),
            *_wanting(coverage),
        ),
    )


_ABOUT_MATRIX = (
    "Each row is a right of the 1990 convention, or one that it lacks and a modern draft needs. Where "
    "a cell shows numbers, they are those of the articles of this text on which it rests. What is "
    "said here is a proposal; a lawyer decides."
)


def _caution(coverage: Coverage) -> Iterator[Block]:
    """What to know of a text in a language in which rights are not recognized."""
    if not understands(coverage.language):
        yield Prose((Strong(words(language_caution(coverage.language))), Words(_BY_AUTHORS)))


_BY_AUTHORS = (
    " The places of the groups are told all the same, and so are the cells of rights that the "
    "authors name by lines such as “% answers: 43”."
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
    shown: Content = ()
    for quotation in quotations(place.evidence):
        shown = (*shown, Break(), *quotation) if shown else quotation
    return shown


def _terms(coverage: Coverage) -> Iterator[Block]:
    if not coverage.terms:
        return
    titles = {place.id: place.title for place in coverage.groups}
    yield Heading(2, words("Terms and whom they take in"), "terms")
    yield Table(
        caption="The terms by which the text defines people",
        header=tuple(map(words, ("Term", "Takes in", "Leaves out", "Leaves open", "Where"))),
        rows=tuple(Row(_term(term, titles)) for term in coverage.terms),
    )


def _term(term: DefinedTerm, titles: Mapping[str, str]) -> tuple[Content, ...]:
    (where,) = quotations((term.evidence,))
    limits = []
    if term.through:
        limits.append(f"through {', '.join(f'“{other}”' for other in term.through)}")
    if term.only_in:
        limits.append(f"only in {term.only_in}")
    said = tuple(part for limit in limits for part in (Break(), Words(limit)))
    return (
        words(f"“{term.term}”"),
        *(
            words("; ".join(titles[group] for group in groups))
            for groups in (term.takes_in, term.leaves_out, term.leaves_open)
        ),
        (*where, *said),
    )


def _wanting(coverage: Coverage) -> Iterator[Block]:
    """The rights that the seven groups do not have: those meant so by the authors, and gaps."""
    cells = [
        (row, cell)
        for row in coverage.matrix
        for cell in row.cells
        if cell.group in _SEVEN and cell.status in _WANTING
    ]
    intended = [
        (row, cell)
        for row in coverage.matrix
        for cell in row.cells
        if cell.group in _SEVEN and cell.intended
    ]
    gaps = [(row, cell) for row, cell in cells if not cell.intended]
    yield Heading(2, words("What the seven groups do not have"), "wanting")
    yield Prose(
        words(
            f"Silent or excluded cells of the seven groups: {len(cells)}, of which the authors did "
            f"not intend {len(gaps)}. Cells that the authors mean to be gaps, in whole or in part: "
            f"{len(intended)}."
        )
    )
    if intended:
        yield _rights_wanting("Intended by the authors", intended, coverage)
    if gaps:
        yield _rights_wanting("Not intended", gaps, coverage)
    for one in coverage.intentions:
        if one.unknown:
            strays = ", ".join(f"“{word}”" for word in one.unknown)
            yield Prose(words(f"In the line “{one.line}” nothing is known as {strays}."))


def _rights_wanting(
    caption: str, cells: list[tuple[RightRow, GroupCell]], coverage: Coverage
) -> Table:
    """A row for each right and each reason for which some groups do not have it."""
    alike: dict[tuple[object, ...], list[tuple[RightRow, GroupCell]]] = defaultdict(list)
    for row, cell in cells:
        said = _meant(row, cell, coverage) if cell.intended else ()
        alike[row.right.article, cell.status, cell.reason, said].append((row, cell))
    header = ("Right", "State", "Groups", "Why")
    return Table(
        caption,
        tuple(map(words, header)),
        tuple(Row(_right_wanting(same, coverage)) for same in alike.values()),
    )


def _meant(row: RightRow, cell: GroupCell, coverage: Coverage) -> tuple[Intention, ...]:
    """The lines of the authors by which a gap is meant."""
    return tuple(
        one
        for one in coverage.intentions
        if row.right.article in one.rights and cell.group in one.groups
    )


def _right_wanting(
    same: list[tuple[RightRow, GroupCell]], coverage: Coverage
) -> tuple[Content, ...]:
    row, cell = same[0]
    titles = {place.id: place.title for place in coverage.groups}
    why = words(cell.reason)
    for one in _meant(row, cell, coverage) if cell.intended else ():
        where = Link(f"#{one.address}", words(citation_case(one.citation)))
        if one.commentary:
            why = (*why, Break(), where, Words(": "), Emphasis(words(one.commentary)))
        else:
            why = (*why, Break(), where, Words(": no commentary explains it"))
    groups = "; ".join(titles[other.group] for _, other in same)
    return (
        (Link(f"#{row_anchor(row.right)}", words(name(row.right))),),
        (badge(cell.status),),
        words("all seven" if len(same) == len(_SEVEN) else groups),
        why,
    )
