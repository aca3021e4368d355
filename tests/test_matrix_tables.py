"""The matrix where nothing can be clicked: tables of words or letters, sheets, one long table."""

import csv as reader
from dataclasses import replace
from io import BytesIO, StringIO

import docx
import pytest
from covered import STATES, coverage, instrument, page, row
from docx.enum.section import WD_ORIENT
from pages import Page
from test_tables import SPACE, Book

from convention_tool.analysis.coverage import Cell, cover
from convention_tool.analysis.coverage.records import GroupCell, RightRow
from convention_tool.catalogue.groups import Family, groups, in_family
from convention_tool.catalogue.rights import right
from convention_tool.cli.page import as_text
from convention_tool.cli.publish import Report, publish
from convention_tool.document import Matrix, Table, blocks_of, plain
from convention_tool.views import rights_matrix
from convention_tool.views.coverage import table, view
from convention_tool.views.instrument import beside_text
from convention_tool.writers import csv, html, markdown
from convention_tool.writers import docx as docx_writer

REPORT = view(coverage(), "Convention on Harbour Workers")


def the_matrix() -> Matrix:
    (found,) = (block for block in blocks_of(REPORT) if isinstance(block, Matrix))
    return found


def test_each_state_of_a_cell_has_a_label_and_a_letter_of_its_own() -> None:
    states = the_matrix().states
    assert len(states) == len(Cell) == len(rights_matrix.STATES)
    assert len({state.label for state in states}) == len(states)
    assert len({state.letter for state in states}) == len(states)


def test_columns_stand_in_the_order_of_the_families() -> None:
    titles = [title for columns in the_matrix().columns for title in columns.columns]
    assert titles == [group.title for family in Family for group in in_family(family)]
    assert len(titles) == len(groups())


def test_a_row_says_how_many_of_its_elements_are_present() -> None:
    first = the_matrix().all_rows[0]
    assert first.note == f"elements present 1 of {len(row('12').elements)}"
    assert [inner.absent for inner in first.inner][:2] == ["", "not in this text"]


def test_cells_for_the_same_reason_share_their_detail() -> None:
    matrix = the_matrix()
    lines = [line for row in matrix.all_rows for line in (row, *row.inner)]
    used = [(cell.detail, cell.ground) for line in lines for cell in line.cells]
    anchors = [detail.anchor for detail in matrix.details]
    assert len(anchors) == len(set(anchors))
    assert {anchor for pair in used for anchor in pair if anchor} == set(anchors)
    for line in matrix.all_rows:
        assert len({cell.detail for cell in line.cells}) <= 5
        assert len({cell.detail for cell in line.cells}) >= len({c.state for c in line.cells})


def test_what_brings_a_group_in_is_said_once_for_all_rights() -> None:
    storm = coverage().row("non-refoulement")
    other = replace(storm, right=right("44"))
    matrix = rights_matrix.matrix(replace(coverage(), matrix=(storm, other)))
    first, second = (row.cells for row in matrix.all_rows)
    assert [cell.ground for cell in first] == [cell.ground for cell in second]
    assert not {cell.detail for cell in first} & {cell.detail for cell in second}
    assert len({cell.ground for cell in first}) == len(groups())
    said = {detail.anchor: str(detail.blocks) for detail in matrix.details}
    assert "put out to a storm" in said[first[0].ground]
    assert "put out to a storm" not in said[first[0].detail]


def test_a_verdict_on_one_cell_is_said_of_no_other() -> None:
    said = rights_matrix.matrix(coverage(), {("12", "students"): "Confirmed."})
    students, trainees = (
        [cell.detail for cell in said.all_rows[0].cells][place] for place in (1, 2)
    )
    blocks = {detail.anchor: str(detail.blocks) for detail in said.details}
    assert "Confirmed." in blocks[students]
    assert "Confirmed." not in blocks[trainees]


def test_every_link_of_the_evidence_leads_to_the_text() -> None:
    shown = Page(page().decode())
    ids = {element.attributes.get("id") for element in shown.elements}
    targets = [link.attributes["href"][1:] for link in shown.all("a")]
    assert set(targets) <= ids
    assert {"art_1", "art_2__para_1", "art_2__para_2", "art_3", "art_4"} <= set(targets)


def test_a_provision_that_is_quoted_in_part_is_named_once() -> None:
    places = coverage().places
    named = [
        [rests.citation for rests in rights_matrix.basis(row(number).cells[4], places)]
        for number in ("12", "40")
    ]
    assert named == [
        ["article 2, paragraph 1", "article 2, paragraph 2"],
        ["article 3", "article 2"],
    ]


def test_evidence_names_the_few_groups_that_do_not_share_it() -> None:
    leads = [p.text for p in Page(page().decode()).all("p")]
    assert "within all groups but Students; Investors" in leads
    assert "named Students" in leads


def test_terms_say_whom_they_take_in() -> None:
    (terms,) = (
        block
        for block in blocks_of(REPORT)
        if isinstance(block, Table) and block.caption.startswith("The terms")
    )
    assert [plain(cell) for cell in terms.rows[0].cells] == [
        "“harbour guest”",
        "Students; Refugees",
        "Investors",
        "Frontier workers",
        "Article 1: a person who has come by sea\nthrough “person”\nonly in Part I",
    ]


def test_what_the_seven_groups_lack_is_counted_and_told_apart_by_intention() -> None:
    text = " ".join(as_text(REPORT, width=200).split())
    assert (
        "Silent or excluded cells of the seven groups: 7, of which the authors did not intend 6. "
        "Cells that the authors mean to be gaps, in whole or in part: 1." in text
    )
    full = replace(coverage(), matrix=(row("12"),))
    assert "seven groups: 0, of which the authors did not intend 0." in " ".join(
        as_text(view(full, "T")).split()
    )


def test_a_gap_of_all_seven_groups_is_one_line() -> None:
    silent = tuple(GroupCell(g.id, Cell.SILENT, (), "No provision answers.") for g in groups())
    wholly = replace(coverage(), matrix=(replace(row("44"), cells=silent),))
    (gaps,) = (
        block
        for block in blocks_of(view(wholly, "T"))
        if isinstance(block, Table) and block.caption == "Not intended"
    )
    assert [plain(line.cells[2]) for line in gaps.rows] == ["all seven"]


def test_markdown_has_a_table_of_letters_for_each_family() -> None:
    said = markdown.write(REPORT).decode()
    assert said.count("**Rights by groups: ") == 4
    assert "- **C condition:** it hangs on a status" in said
    line = next(line for line in said.split("\n") if line.startswith("| 40 "))
    assert line.split(" | ")[1:] == [
        "**O**",
        "**P**",
        "**N**",
        "**N**",
        "**C**",
        "**N**",
        "**N** |",
    ]


def test_a_terminal_of_eighty_columns_shows_letters_under_numbers() -> None:
    lines = as_text(REPORT).splitlines()
    assert max(map(len, lines)) <= 80
    heads = [line.split() for line in lines if line.startswith("Right ")]
    assert [int(numbers[-1]) for numbers in heads if numbers[-1].isdigit()] == [7, 3, 8, 10]
    line = next(line for line in lines if line.startswith("40 "))
    assert line.split()[-7:] == ["O", "P", "N", "N", "C", "N", "N"]


def test_a_word_file_has_a_table_for_each_family_wide_ones_on_their_side() -> None:
    file = docx.Document(BytesIO(docx_writer.write(REPORT)))
    wide = [found for found in file.tables if len(found.columns) in {8, 9, 11}]
    assert len(wide) == 3
    for found in wide:
        assert found.cell(0, 0).text == "Right"
    assert len(file.element.xpath("//w:tblHeader")) == len(file.tables)
    assert WD_ORIENT.LANDSCAPE in {section.orientation for section in file.sections}


def test_a_workbook_has_the_matrix_and_its_evidence(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    publish(Report(REPORT, {}, instrument(), table(coverage())), "xlsx", None, "-")
    book = Book(capfdbinary.readouterr().out)
    assert book.sheets == ["Rights by groups", "Evidence"]
    head, *lines = book.rows(1)
    assert head[:4] == ["Group", "Right", "Part of it", "Migrants in an irregular situation"]
    assert len(lines) == len(STATES) + sum(len(line.elements) for line in coverage().matrix)
    assert "out 2, 3" in lines[1 + len(row("12").elements)]
    pane = book.sheet(1).find("sheetViews/sheetView/pane", SPACE)
    assert pane is not None
    assert (pane.get("xSplit"), pane.get("ySplit"), pane.get("state")) == ("3", "1", "frozen")
    looks = {
        cell.get("s")
        for line in book.sheet(1).findall("sheetData/row", SPACE)[1:]
        for cell in line.findall("c", SPACE)[3:]
    }
    assert len(looks) >= 4
    assert book.rows(2)[0][:5] == ["Part", "Number", "Right", "Group", "State"]


def test_the_long_table_has_a_row_for_each_right_and_group() -> None:
    lines = list(reader.DictReader(StringIO(csv.write(table(coverage())).decode("utf-8-sig"))))
    assert len(lines) == len(STATES) * len(groups())
    found = {(line["Number"] or line["Right"], line["Group"]): line for line in lines}
    out = found["40", "Migrants in an irregular situation"]
    assert (out["State"], out["Intended"]) == ("out", "yes")
    assert out["Provisions"] == "article 3; article 2"
    assert out["Words"] == "whose papers are in order"
    assert found["Non-refoulement", "Refugees"]["State"] == "named"


@pytest.mark.parametrize("matrix", [(), coverage().matrix[:1]])
def test_a_matrix_of_few_rows_is_written_too(matrix: tuple[RightRow, ...]) -> None:
    few = view(replace(coverage(), matrix=matrix, places=None), "T")
    assert b"<table>" in html.write(few)
    assert as_text(few)


def test_the_page_of_a_real_text_leads_to_its_provisions() -> None:
    shown = Page(html.write(beside_text(view(cover(instrument()), "T"), instrument())).decode())
    ids = {element.attributes.get("id") for element in shown.elements}
    assert {link.attributes["href"][1:] for link in shown.all("a")} <= ids
