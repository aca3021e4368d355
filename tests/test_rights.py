"""`convention-tool rights`: the list, the sheet of one right, and what is said without one."""

import csv
import io
import json
from typing import Any

import pytest
from click.testing import CliRunner, Result
from pages import Page

from convention_tool.catalogue.rights import Strength, new_rights, right, rights
from convention_tool.cli.page import as_text
from convention_tool.cli.rights import command, data
from convention_tool.document import plain
from convention_tool.views.rights import flat_list, flat_sheet, held_by, name, sheet


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


def shown(*arguments: str) -> str:
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    return result.output


def refused(*arguments: str) -> str:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.output.count("\n") == 1
    return result.output


def as_json(*arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(shown(*arguments, "--to", "json"))["rights"]
    return found


# ---------------------------------------------------------------- the list


def test_without_an_argument_every_right_is_listed_and_then_ours() -> None:
    page = shown()
    lines = page.splitlines()
    for entry in (*rights(), *new_rights()):
        assert any(line.split()[:1] == [entry.article] for line in lines), entry.article
    assert page.index("Part I: ") < page.index("Part IX: ") < page.index("Ours: ")
    assert max(map(len, lines)) <= 80


def test_the_list_has_who_holds_each_right() -> None:
    lines = shown().splitlines()
    (documented,) = (line for line in lines if line.startswith("44 "))
    assert documented.endswith("documented workers")


# ---------------------------------------------------------------- one right


@pytest.mark.parametrize("query", [("18",), ("article 18",), ("art.", "18"), ("18(3)",), ("018",)])
def test_a_number_leads_to_its_sheet(query: tuple[str, ...]) -> None:
    assert shown(*query).startswith("Article 18: Equality before courts; fair trial\n")


@pytest.mark.parametrize("query", ["fair-trial", "Fair trial", "FAIR-TRIAL"])
def test_an_id_leads_to_its_sheet(query: str) -> None:
    assert shown(query).startswith("Article 18: ")


def test_a_sheet_says_all_that_the_catalogue_has() -> None:
    entry = right("45")
    page = " ".join(as_text(sheet(entry), width=400).split())
    assert name(entry) in page
    assert held_by(entry) in page
    assert entry.digest in page
    for text in (*(one.text for one in entry.elements), *entry.limitations, *entry.modern):
        assert text in page
    for one in entry.equivalents:
        assert "; ".join(one.articles) in page
        assert one.note in page


def test_an_element_that_binds_less_says_so() -> None:
    page = shown("45")
    assert "mother tongue and culture (States try)" in page
    assert "social and health services (" not in page


def test_an_absolute_right_says_so() -> None:
    assert "Absolute " in shown("10")
    assert "in its core: " in shown("20")
    assert "Absolute " not in shown("11")


def test_a_right_of_our_own_says_so() -> None:
    page = shown("non-refoulement")
    assert "The entry is ours" in page
    assert "The entry is ours" not in shown("22")


def test_a_right_without_equivalents_says_so() -> None:
    assert "No treaty that we know of has an equivalent." in shown("38")


@pytest.mark.parametrize("entry", [*rights(), *new_rights()], ids=lambda entry: entry.article)
def test_every_sheet_fits_a_terminal(entry: Any) -> None:
    assert max(map(len, as_text(sheet(entry)).splitlines())) <= 80


# ---------------------------------------------------------------- words


def test_a_word_that_one_right_has_leads_to_its_sheet() -> None:
    assert shown("remittance").startswith("Article 47: ")
    assert shown("bodies of migrant").startswith("Article 71: ")


def test_a_word_that_several_have_leads_to_a_list() -> None:
    page = shown("DETENT")
    assert page.startswith("Rights with “DETENT”")
    assert {"16", "17", "child-detention"} <= {entry["article"] for entry in as_json("DETENT")}


def test_the_beginning_of_a_word_is_enough_and_its_middle_is_not() -> None:
    assert {"25", "26"} <= {entry["article"] for entry in as_json("work")}
    assert refused("etention")


def test_a_name_that_others_mention_names_them_too() -> None:
    page = shown("health")
    assert page.startswith("Health\n")
    assert "Article 28: Urgent medical care" in page.partition("See also")[2]


# ---------------------------------------------------------------- nothing there


@pytest.mark.parametrize("number", ["0", "94", "article 120"])
def test_a_number_outside_the_convention_is_refused(number: str) -> None:
    assert "the 1990 convention has articles 1 to 93" in refused(number)


def test_a_slip_is_answered_with_what_was_meant() -> None:
    assert 'did you mean "refoulement"?' in refused("refoulment")
    assert '"slavery"' in refused("slaves")


def test_a_word_of_no_right_is_answered_with_the_way_to_all() -> None:
    assert '"convention-tool rights" lists them all' in refused("quark")
    assert '"convention-tool rights" lists them all' in refused("!")


# ---------------------------------------------------------------- the formats


def test_the_json_has_all_that_the_catalogue_has() -> None:
    (entry,) = as_json("44")
    assert list(entry) == [
        "article",
        "id",
        "part",
        "ours",
        "kind",
        "title",
        "digest",
        "absolute",
        "holders",
        "elements",
        "limitations",
        "equivalents",
        "modern",
    ]
    assert entry["ours"] is False
    assert entry["holders"][0]["id"] == "documented-workers"
    assert entry["elements"][-1] == {
        "id": "other-relatives",
        "text": "favourable consideration of other relatives",
        "strength": "consider",
    }
    assert {"instrument", "short", "title", "articles", "partial", "note"} == set(
        entry["equivalents"][0]
    )
    assert as_json("asylum")[0]["ours"] is True
    assert len(as_json()) == len(rights()) + len(new_rights())


def test_the_json_of_everything_can_be_written() -> None:
    everything = (*rights(), *new_rights())
    written = json.loads(json.dumps(data(everything)))["rights"]
    assert [entry["article"] for entry in written] == [entry.article for entry in everything]


def test_the_flat_tables_have_a_right_or_an_element_in_each_row() -> None:
    table = flat_sheet(right("44"))
    assert len(table.rows) == len(right("44").elements)
    assert plain(table.rows[-1].cells[-1]) == Strength.CONSIDER
    everything = flat_list(rights())
    assert len(everything.rows) == 93
    for one in (table, everything):
        assert all(len(row.cells) == len(one.header) for row in one.rows)


def test_a_spreadsheet_has_a_row_for_each_element() -> None:
    rows = list(csv.reader(io.StringIO(shown("44", "--to", "csv").removeprefix("\ufeff"))))
    assert rows[0][:4] == ["Article", "Part", "Kind", "Title"]
    assert [row[0] for row in rows[1:]] == ["44"] * len(right("44").elements)


def test_the_web_page_is_the_sheet_alone() -> None:
    page = Page(shown("44", "--to", "html"))
    assert [heading.text for heading in page.all("h1")] == [name(right("44"))]
    assert len(page.all("table")) == 1


def test_markdown_has_the_headings() -> None:
    assert "## Elements" in shown("44", "--to", "markdown")


def test_a_result_goes_to_the_file_that_is_named(tmp_path: Any) -> None:
    target = tmp_path / "rights.md"
    assert shown("--to", "markdown", "-o", str(target)) == ""
    assert "Non-refoulement" in target.read_text("utf-8")
