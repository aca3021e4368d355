"""Gaps that the authors of a draft mean, and say so above a provision."""

from pathlib import Path

import pytest

from convention_tool import cover, parse, read
from convention_tool.analysis.coverage import Cell, Coverage
from convention_tool.analysis.coverage.intentions import meant
from convention_tool.catalogue.groups import Family, groups, in_family
from convention_tool.document import Prose, blocks_of, plain
from convention_tool.views.coverage import view

DRAFTS = Path(__file__).parent.parent / "drafts"
SEVEN = [group.id for group in in_family(Family.SEED)]
LOST = {Cell.SILENT, Cell.EXCLUDED, Cell.SUBTRACTED}

TEXT = """
Article 1

The present Convention applies to students and to refugees.

% answers: 9
Article 2

Students and refugees have the right to life.

{line}
% answers: 52
Article 3

Students may choose their work freely.

> Refugees have a treaty of their own for this.
"""


def covered(line: str) -> Coverage:
    return cover(parse(TEXT.format(line=line)).instrument)


def test_a_gap_that_is_meant_is_marked_and_remains_a_gap() -> None:
    cell = covered("% intended gap: 52 - refugees").row("52").cell("refugees")
    assert (cell.status, cell.intended) == (Cell.SILENT, True)


def test_a_gap_that_nobody_means_is_not_marked() -> None:
    assert not covered("% intended gap: 52 - trainees").row("52").cell("refugees").intended


def test_what_a_group_has_is_not_called_a_gap() -> None:
    assert not covered("% intended gap: 52 - students").row("52").cell("students").intended


def test_the_commentary_on_the_provision_explains_the_gap() -> None:
    (intention,) = covered("% intended gap: 52, 53 - refugees").intentions
    assert intention.citation == "article 3"
    assert intention.commentary == "Refugees have a treaty of their own for this."
    assert intention.rights == ("52", "53")


def test_all_stands_for_every_group() -> None:
    (intention,) = covered("% intended gap: non-refoulement - all").intentions
    assert intention.groups == tuple(group.id for group in groups())


@pytest.mark.parametrize(
    ("line", "unknown"),
    [
        ("% intended gap: 52, 152 - refugees", ("152",)),
        ("% intended gap: 52 - refuges, students", ("refuges",)),
    ],
)
def test_what_names_no_right_or_group_is_said_and_the_rest_counts(
    line: str, unknown: tuple[str, ...]
) -> None:
    coverage = covered(line)
    assert coverage.intentions[0].unknown == unknown
    assert meant(coverage.intentions)
    said = [
        plain(block.content) for block in blocks_of(view(coverage, "x")) if isinstance(block, Prose)
    ]
    assert any(unknown[0] in words and "nothing is known" in words for words in said)


def test_a_line_of_another_form_is_no_intention() -> None:
    assert covered("% intended gap in article 52, ask the delegates").intentions == ()


@pytest.mark.parametrize("name", ["general-convention", "general-convention-iom"])
def test_our_drafts_have_no_gap_for_the_seven_groups_that_is_not_meant_and_explained(
    name: str,
) -> None:
    coverage = cover(read(DRAFTS / f"{name}.txt").instrument)
    for row in coverage.matrix:
        for group in SEVEN:
            cell = row.cell(group)
            assert cell.status not in LOST or cell.intended, f"{row.right.article}, {group}"
    assert coverage.intentions
    for intention in coverage.intentions:
        assert intention.commentary, intention.line
        assert not intention.unknown
