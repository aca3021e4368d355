"""What is found of a draft's coverage, and its JSON form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from convention_tool.analysis.coverage.matrix import Cell
    from convention_tool.analysis.coverage.standing import Status
    from convention_tool.catalogue.rights import Right


@dataclass(frozen=True, slots=True)
class Evidence:
    """A provision that a place rests on, with a few of its words."""

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
class GroupCell:
    """What a right is to a group, and the provisions that this rests on."""

    group: str
    status: Cell
    provisions: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class RightRow:
    """A right of the 1990 convention, with a cell for each group in the groups' order."""

    right: Right
    cells: tuple[GroupCell, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Whom a draft reaches, and with which of the rights of 1990."""

    groups: tuple[GroupPlace, ...]
    matrix: tuple[RightRow, ...]

    def to_json(self) -> dict[str, Any]:
        """The coverage as JSON values; the keys and their order do not change.

        `groups`, in the order of groups.toml: `id`, `title`, `status` (named, general,
        conditional, excluded, silent), `reason`, and `evidence`: the `citation`, the `address`
        and some words (`text`) of each provision that shows it.

        `matrix`, one row for each article of 1990 from 7 to 56: `right` (its number), `title`, and
        `cells`, one for each group in the same order: `group` (its id), `status` (explicit,
        inclusive, conditional, excluded, silent, not found), `provisions` (addresses), `reason`.
        """
        return {
            "groups": [_group_json(place) for place in self.groups],
            "matrix": [_row_json(row) for row in self.matrix],
        }


def _group_json(place: GroupPlace) -> dict[str, Any]:
    return {
        "id": place.id,
        "title": place.title,
        "status": str(place.status),
        "reason": place.reason,
        "evidence": [
            {"citation": entry.citation, "address": entry.address, "text": entry.text}
            for entry in place.evidence
        ],
    }


def _row_json(row: RightRow) -> dict[str, Any]:
    return {
        "right": row.right.article,
        "title": row.right.title,
        "cells": [
            {
                "group": cell.group,
                "status": str(cell.status),
                "provisions": list(cell.provisions),
                "reason": cell.reason,
            }
            for cell in row.cells
        ],
    }
