"""What is found of a draft's coverage, and its JSON form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from convention_tool.catalogue.rights import NEW

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convention_tool.analysis.coverage.matrix import Cell
    from convention_tool.analysis.coverage.standing import Status
    from convention_tool.catalogue.rights import Element, Right
    from convention_tool.tree.address import Places


@dataclass(frozen=True, slots=True)
class Evidence:
    """A provision that a place or a cell rests on, with a few of its words."""

    citation: str
    address: str
    text: str


@dataclass(frozen=True, slots=True)
class GroupPlace:
    """The place of a group in the draft."""

    id: str
    title: str
    status: Status
    reason: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class DefinedTerm:
    """A term by which the draft defines people, and the groups it resolves to (ids)."""

    term: str
    evidence: Evidence
    takes_in: tuple[str, ...]
    leaves_out: tuple[str, ...]
    leaves_open: tuple[str, ...]
    #: The other terms through which it was followed, the nearest first.
    through: tuple[str, ...] = ()
    #: The article or Part in which alone it counts, as lawyers cite it, or "".
    only_in: str = ""


@dataclass(frozen=True, slots=True)
class GroupCell:
    """What a right, or an element of it, is to a group, and what that rests on.

    `provisions` are addresses, and `reason` is a sentence; it is "" only where the status is
    explicit or inclusive.
    """

    group: str
    status: Cell
    provisions: tuple[str, ...]
    reason: str
    evidence: tuple[Evidence, ...] = ()
    #: Whether the authors say in the draft that they mean it so.
    intended: bool = False


@dataclass(frozen=True, slots=True)
class ElementRow:
    """One part of a right, with a cell for each group; `given` where the draft has it at all."""

    element: Element
    given: bool
    cells: tuple[GroupCell, ...]


@dataclass(frozen=True, slots=True)
class RightRow:
    """A right, with a cell for each group in the groups' order."""

    right: Right
    cells: tuple[GroupCell, ...]
    elements: tuple[ElementRow, ...] = ()

    @property
    def new(self) -> bool:
        """Whether the 1990 convention lacks the right."""
        return self.right.part == NEW

    @property
    def present(self) -> int:
        """How many of its elements the draft gives to anyone."""
        return sum(row.given for row in self.elements)

    def cell(self, group: str) -> GroupCell:
        """The cell of a group.

        Raises:
            KeyError: there is no such group.
        """
        for cell in self.cells:
            if cell.group == group:
                return cell
        raise KeyError(group)


@dataclass(frozen=True, slots=True)
class Intention:
    """A gap that the authors of a draft mean, in their own words: "% intended gap: 52 - students"."""

    rights: tuple[str, ...]
    groups: tuple[str, ...]
    #: The provision that the line stands above, and the published commentary on it, or "".
    citation: str
    address: str
    commentary: str
    #: The line as it is written.
    line: str
    #: What in it names no right or no group, in a few words each; it is passed over.
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """Whom a draft reaches, and with which rights."""

    groups: tuple[GroupPlace, ...]
    matrix: tuple[RightRow, ...]
    terms: tuple[DefinedTerm, ...] = ()
    #: The gaps that the authors say they mean.
    intentions: tuple[Intention, ...] = ()
    #: The language of the draft: "en", "fr" or "es".
    language: str = "en"
    #: The addresses and citations of the draft's provisions.
    places: Places | None = None

    def row(self, right: str) -> RightRow:
        """The row of a right, by its number or id.

        Raises:
            KeyError: the matrix has no such right.
        """
        for row in self.matrix:
            if row.right.article == right:
                return row
        raise KeyError(right)

    def to_json(self) -> dict[str, Any]:
        """The coverage as JSON values; docs/schemas/cover.json describes them.

        `groups`, in the order of groups.toml: `id`, `title`, `status` (named, general,
        conditional, excluded, silent), `reason`, and `evidence`: the `citation`, the `address`
        and some words (`text`) of each provision that shows it.

        `terms`, the terms by which the draft defines people: `term`, `evidence`, and the ids of
        the groups that it resolves to: `takes_in`, `leaves_out`, `leaves_open`; `through` (other
        terms) and `only_in` (an article or Part, or "").

        `intentions`, the gaps that the authors mean: `rights`, `groups`, the `citation` and
        `address` of the provision that their line stands above, the `commentary` on it, the `line`
        itself, and what of it is `unknown`.

        `matrix`, one row for each right of the 1990 convention, then one for each that it lacks
        (`new`): `right` (its number or id), `title`, `part`, `new`, `cells`, one for each group in
        the same order: `group` (its id), `status` (explicit, inclusive, conditional, partial,
        consider, excluded, subtracted, silent, not applicable), `provisions` (addresses),
        `evidence`, `reason` and `intended`; and `elements`: `id`, `text`, `given`, and `cells` with
        `group`, `status`, `provisions` and `reason`.
        """
        return {
            "language": self.language,
            "groups": [_group_json(place) for place in self.groups],
            "terms": [_term_json(term) for term in self.terms],
            "intentions": [_intention_json(one) for one in self.intentions],
            "matrix": [_row_json(row) for row in self.matrix],
        }


def _group_json(place: GroupPlace) -> dict[str, Any]:
    return {
        "id": place.id,
        "title": place.title,
        "status": str(place.status),
        "reason": place.reason,
        "evidence": [_evidence_json(entry) for entry in place.evidence],
    }


def _evidence_json(entry: Evidence) -> Mapping[str, str]:
    return {"citation": entry.citation, "address": entry.address, "text": entry.text}


def _term_json(term: DefinedTerm) -> Mapping[str, Any]:
    return {
        "term": term.term,
        "evidence": _evidence_json(term.evidence),
        "takes_in": list(term.takes_in),
        "leaves_out": list(term.leaves_out),
        "leaves_open": list(term.leaves_open),
        "through": list(term.through),
        "only_in": term.only_in,
    }


def _intention_json(one: Intention) -> Mapping[str, Any]:
    return {
        "rights": list(one.rights),
        "groups": list(one.groups),
        "citation": one.citation,
        "address": one.address,
        "commentary": one.commentary,
        "line": one.line,
        "unknown": list(one.unknown),
    }


def _row_json(row: RightRow) -> Mapping[str, Any]:
    return {
        "right": row.right.article,
        "title": row.right.title,
        "part": row.right.part,
        "new": row.new,
        "cells": [
            {
                **_cell_json(cell),
                "evidence": [_evidence_json(entry) for entry in cell.evidence],
                "intended": cell.intended,
            }
            for cell in row.cells
        ],
        "elements": [
            {
                "id": part.element.id,
                "text": part.element.text,
                "given": part.given,
                "cells": [_cell_json(cell) for cell in part.cells],
            }
            for part in row.elements
        ],
    }


def _cell_json(cell: GroupCell) -> Mapping[str, Any]:
    return {
        "group": cell.group,
        "status": str(cell.status),
        "provisions": list(cell.provisions),
        "reason": cell.reason,
    }
