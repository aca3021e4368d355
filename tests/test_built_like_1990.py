"""A short draft of our own, built like the 1990 convention, has the cells that its build calls for.

Rights for all, rights for those with papers, people left out with and without a let-out, and
categories from which provisions are taken away by their numbers. Which provision answers which right
is read from the draft's words; where a short sentence would do for another right as well, a line
"% answers: not ..." says so.
"""

from collections.abc import Iterable
from functools import cache

import pytest
from cases import CASES
from conftest import Golden

from convention_tool import cover, parse
from convention_tool.analysis.coverage import Cell, Coverage, ElementRow, GroupCell, RightRow

TEXT = (CASES / "coverage" / "built-like-1990.txt").read_text("utf-8")

#: The example that the domain brief gives for the 1990 convention: who has what, and how.
EXAMPLE = """
irregular x 40 form union: excluded
irregular x 26 join union: explicit
irregular x 28 emergency health: explicit
irregular x 43/health health services: excluded
irregular x 22 expulsion safeguards: explicit
project-tied x 43/training vocational training: subtracted
"""

UNANSWERED = {Cell.SILENT, Cell.NOT_APPLICABLE}


@cache
def coverage() -> Coverage:
    return cover(parse(TEXT).instrument)


def answered() -> Iterable[RightRow]:
    """The rows of the rights that some provision of the draft answers."""
    return (row for row in coverage().matrix if any(cell.provisions for cell in row.cells))


def cell(group: str, right: str) -> GroupCell:
    """A cell of a right, or of an element of it: "43/training"."""
    number, _, part = right.partition("/")
    row = coverage().row(number)
    cells = element(row, part).cells if part else row.cells
    return next(found for found in cells if found.group == group)


def element(row: RightRow, name: str) -> ElementRow:
    return next(found for found in row.elements if found.element.id == name)


@pytest.mark.parametrize("line", EXAMPLE.strip().splitlines())
def test_the_cells_of_the_worked_example_are_those_of_the_1990_convention(line: str) -> None:
    which, _, expected = line.rpartition(": ")
    group, _, right = which.partition(" x ")
    assert cell(group, right.split()[0]).status == expected


@pytest.mark.parametrize("group", ["students", "trainees", "investors", "international-officials"])
def test_who_is_left_out_has_no_right_at_all(group: str) -> None:
    assert {row.cell(group).status for row in answered()} == {Cell.EXCLUDED}


@pytest.mark.parametrize("group", ["refugees", "stateless"])
def test_who_is_left_out_with_a_let_out_has_every_right_on_that_condition(group: str) -> None:
    assert {row.cell(group).status for row in answered()} == {Cell.CONDITIONAL}


def test_a_worker_tied_to_a_project_lacks_what_is_taken_away_and_nothing_else() -> None:
    taken = {
        "43/guidance": Cell.SUBTRACTED,
        "43/training": Cell.SUBTRACTED,
        "43/housing": Cell.PARTIAL,
        "52": Cell.SUBTRACTED,
        "54": Cell.SUBTRACTED,
    }
    kept = ("43/education", "43/health", "43/culture", "40", "44", "47")
    assert {right: cell("project-tied", right).status for right in taken} == taken
    assert {cell("project-tied", right).status for right in kept} == {Cell.CONDITIONAL}


def test_what_is_taken_away_as_to_social_housing_is_said_in_these_words() -> None:
    assert "social housing" in cell("project-tied", "43/housing").reason


def test_the_clause_that_takes_away_is_the_evidence_for_it() -> None:
    citations = [found.citation for found in cell("project-tied", "43/training").evidence]
    assert citations == ["article 24"]


def test_no_group_loses_what_another_loses_by_reference() -> None:
    lost = {
        (row.right.article, found.group)
        for row in answered()
        for found in row.cells
        if found.status is Cell.SUBTRACTED
    }
    assert lost == {("52", "project-tied"), ("54", "project-tied"), ("54", "self-employed")}


@pytest.mark.parametrize(
    "group", ["generalised-violence", "natural-disasters", "asylum-seekers", "trafficked"]
)
def test_a_preamble_or_a_saving_clause_gives_no_cell(group: str) -> None:
    assert {row.cell(group).status for row in answered()} <= UNANSWERED


def test_children_have_the_school_that_the_draft_gives_to_each_child() -> None:
    assert cell("children", "30").status is Cell.EXPLICIT


def test_the_draft_answers_the_rights_it_was_written_for() -> None:
    found = {row.right.article for row in answered()}
    assert found == {
        *("7", "9", "11", "22", "26", "28", "30", "40", "43", "44", "45", "47", "52", "54"),
        *("58", "59", "61", "63", "64", "83"),
    }


@pytest.mark.parametrize("right", ["7", "9", "11", "22", "26", "28"])
def test_children_have_what_members_of_their_families_have(right: str) -> None:
    assert cell("children", right).status is Cell.EXPLICIT


@pytest.mark.parametrize("right", ["40", "45"])
def test_children_have_what_is_reserved_to_the_documented_on_that_condition(right: str) -> None:
    assert cell("children", right).status is Cell.CONDITIONAL


def test_the_whole_matrix_is_the_one_that_was_read(golden: Golden) -> None:
    golden("built-like-1990.cells.txt", "".join(lines()).encode())


def lines() -> Iterable[str]:
    """A line for each answered right; under it those of its elements that are unlike the whole."""
    for row in answered():
        answering = {address for found in row.cells for address in found.provisions}
        cited = ", ".join(sorted(answering))
        yield f"{row.right.article} {row.right.title} ({cited})\n    {states(row.cells)}\n"
        for part in row.elements:
            shown = states(part.cells)
            if part.given and shown != states(row.cells):
                yield f"    {part.element.id}\n        {shown}\n"


def states(cells: Iterable[GroupCell]) -> str:
    """The groups by state, the states from the strongest to the weakest."""
    shown = list(cells)
    by_state = {state: [found.group for found in shown if found.status is state] for state in Cell}
    return "; ".join(f"{state}: {', '.join(those)}" for state, those in by_state.items() if those)
