"""The matrix on the page, in a real browser: what a reader sees, presses, hears and prints."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pytest
from browsing import Opened, in_a_browser
from covered import SAID, coverage, page
from playwright.sync_api import Locator, expect
from playwright.sync_api import Page as Tab
from pypdf import PageObject, PdfReader

from convention_tool.catalogue.groups import groups

pytestmark = in_a_browser

PHONE = (390, 844)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> str:
    written = tmp_path_factory.mktemp("page") / "coverage.html"
    written.write_bytes(page())
    return written.as_uri()


def rows(tab: Tab) -> list[str]:
    """The rights that are shown."""
    shown = tab.locator(".field tbody tr[id]:visible th > span:first-child")
    return shown.all_inner_texts()


def columns(tab: Tab) -> list[str]:
    return tab.locator(".field thead tr:last-child th:visible").all_inner_texts()


def cell(tab: Tab, right: str, group: str) -> Locator:
    """The link of a cell, by the names of its row and its column."""
    titles = tab.locator(".field thead tr:last-child th").all_text_contents()
    line = tab.locator(f"#groups-of-{right}")
    return line.locator("td").nth(titles.index(group)).locator("a")


@contextmanager
def choices(tab: Tab, name: str) -> Iterator[Locator]:
    facet = tab.locator(".facet").filter(has=tab.locator("summary", has_text=name))
    facet.locator("summary").click()
    yield facet
    tab.keyboard.press("Escape")
    expect(facet.locator(".choices")).to_be_hidden()


RIGHTS = [
    "12 Thought, conscience and religion",
    "40 Forming associations and trade unions",
    "44 Family unity and reunification",
    "Non-refoulement",
]


def test_a_reader_chooses_groups(opened: Opened) -> None:
    tab = opened()
    assert (len(columns(tab)), rows(tab)) == (28, RIGHTS)
    with choices(tab, "Groups") as facet:
        facet.get_by_label("Refugees", exact=True).check()
        facet.get_by_label("Investors").check()
        expect(facet.locator(".picked")).to_have_text("2 of 28")
    assert columns(tab) == ["Refugees", "Investors"]
    assert tab.locator("thead [scope=colgroup]:visible").count() == 2
    expect(tab.get_by_role("status")).to_have_text("4 of 4 rows shown, 2 of 28 groups.")
    tab.get_by_role("button", name="Clear the filters").click()
    assert len(columns(tab)) == 28


def test_a_family_of_groups_is_chosen_at_once(opened: Opened) -> None:
    tab = opened()
    with choices(tab, "Groups") as facet:
        facet.get_by_label("all of these").nth(2).check()
        assert len(columns(tab)) == 8
        facet.get_by_label("Seafarers").uncheck()
        together = facet.get_by_label("all of these").nth(2)
        assert together.evaluate("box => box.indeterminate")
    assert len(columns(tab)) == 7
    assert "Seafarers" not in columns(tab)


def test_a_reader_chooses_a_part_and_our_own_list(opened: Opened) -> None:
    tab = opened()
    with choices(tab, "Parts") as facet:
        facet.get_by_label("Ours: rights that a modern draft needs").check()
    assert rows(tab) == ["Non-refoulement"]
    assert tab.locator("tr.part:visible").count() == 1
    expect(tab.get_by_role("status")).to_contain_text("1 of 4 rows shown")


def test_a_reader_chooses_states_among_the_groups_shown(opened: Opened) -> None:
    tab = opened()
    with choices(tab, "States") as facet:
        expect(facet.locator("p", has_text="condition").locator(".count")).to_have_text("1")
        facet.get_by_label("condition").check()
    assert rows(tab) == [RIGHTS[1]]
    assert tab.locator("#groups-of-40 td:not(.off)").all_inner_texts() == ["condition 2, 3"]
    with choices(tab, "Groups") as facet:
        facet.get_by_label("Students").check()
    assert rows(tab) == []
    expect(tab.get_by_role("status")).to_contain_text("No cell answers these filters")


def test_a_link_to_a_row_that_is_filtered_out_brings_it_back(opened: Opened) -> None:
    tab = opened()
    with choices(tab, "Parts") as facet:
        facet.get_by_label("Ours").check()
    tab.get_by_role("table", name="Not intended").get_by_role("link", name=RIGHTS[2]).click()
    assert rows(tab) == RIGHTS
    expect(tab.locator("#groups-of-44")).to_be_in_viewport()


def test_elements_are_folded_under_their_right(opened: Opened) -> None:
    tab = opened()
    inner = tab.locator("tr.inner:visible")
    button = tab.get_by_role("button", name=RIGHTS[0])
    assert inner.count() == 0
    expect(button).to_have_attribute("aria-expanded", "false")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    assert inner.count() == len(coverage().row("12").elements)
    assert "not in this text" in inner.nth(1).inner_text()
    tab.get_by_role("button", name="Unfold all elements").click()
    assert inner.count() == sum(len(row.elements) for row in coverage().matrix)
    tab.get_by_role("button", name="Unfold all elements").click()
    assert inner.count() == 0


def test_a_click_opens_the_evidence_of_a_cell(opened: Opened) -> None:
    tab = opened()
    cell(tab, "40", "Migrants in an irregular situation").click()
    panel = tab.get_by_role("dialog", name=RIGHTS[1])
    expect(panel).to_be_visible()
    said = panel.inner_text()
    for words in (
        "Migrants in an irregular situation: out a clause or a gate leaves them out",
        "It is excluded in article 40.",
        "intended by the authors",
        "Article 3: whose papers are in order",
        SAID["40", "irregular"],
    ):
        assert words in " ".join(said.split())


def test_the_place_around_a_cell_opens_it_too(opened: Opened) -> None:
    tab = opened()
    around = cell(tab, "12", "Students").locator("xpath=..")
    box = around.bounding_box()
    assert box
    around.click(position={"x": box["width"] - 4, "y": box["height"] - 4})
    expect(tab.get_by_role("dialog")).to_contain_text("Students: named")
    tab.get_by_role("button", name="Close").click()
    expect(tab.get_by_role("dialog")).to_be_hidden()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_key_opens_the_evidence_and_escape_returns_to_the_cell(opened: Opened, key: str) -> None:
    tab = opened()
    link = cell(tab, "40", "Refugees")
    link.focus()
    tab.keyboard.press(key)
    expect(tab.get_by_role("dialog")).to_contain_text("Refugees: condition")
    tab.keyboard.press("Escape")
    expect(tab.get_by_role("dialog")).to_be_hidden()
    expect(link).to_be_focused()


def test_the_evidence_of_a_cell_is_that_of_its_row_and_of_its_column(opened: Opened) -> None:
    tab = opened()
    for right, ground in (("non-refoulement", True), ("12", False)):
        cell(tab, right, "Seafarers").click()
        panel = tab.get_by_role("dialog")
        expect(panel).to_contain_text("article 2" if ground else "Article 2, paragraph 1: Each")
        assert ("put out to a storm" in panel.inner_text()) == ground
        tab.keyboard.press("Escape")


def test_the_evidence_of_an_element_names_it(opened: Opened) -> None:
    tab = opened()
    tab.get_by_role("button", name=RIGHTS[0]).click()
    tab.locator("tr.inner:visible td a").first.click()
    panel = tab.get_by_role("dialog", name=RIGHTS[0])
    expect(panel.locator(".inner")).to_have_text(coverage().row("12").elements[0].element.text)


def test_evidence_leads_to_the_provision_in_the_text(opened: Opened) -> None:
    tab = opened()
    cell(tab, "12", "Refugees").click()
    panel = tab.get_by_role("dialog")
    assert "may change it & <b>keep</b> it" in panel.inner_text()
    panel.get_by_role("link", name="Article 2, paragraph 2").click()
    expect(panel).to_be_hidden()
    target = tab.locator("#art_2__para_2")
    expect(target).to_be_in_viewport()
    expect(target).to_contain_text("Each harbour guest may change it.")
    assert tab.url.endswith("#art_2__para_2")


def test_arrow_keys_lead_from_cell_to_cell(opened: Opened) -> None:
    tab = opened()
    tab.locator(".field").focus()
    tab.keyboard.press("Tab")
    first = cell(tab, "12", "Migrants in an irregular situation")
    expect(first).to_be_focused()
    for key, right, group in (
        ("ArrowRight", "12", "Students"),
        ("ArrowDown", "40", "Students"),
        ("ArrowLeft", "40", "Migrants in an irregular situation"),
        ("ArrowUp", "12", "Migrants in an irregular situation"),
        ("End", "12", "Internally displaced persons"),
        ("Control+End", "non-refoulement", "Internally displaced persons"),
        ("Home", "non-refoulement", "Migrants in an irregular situation"),
        ("Control+Home", "12", "Migrants in an irregular situation"),
    ):
        tab.keyboard.press(key)
        expect(cell(tab, right, group)).to_be_focused()
        expect(cell(tab, right, group)).to_be_in_viewport(ratio=1)
    tab.keyboard.press("ArrowLeft")
    expect(tab.get_by_role("button", name=RIGHTS[0])).to_be_focused()
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("button", name=RIGHTS[0])).to_have_attribute("aria-expanded", "true")
    assert tab.locator(".field table [tabindex='0']").count() == 1


def test_arrow_keys_pass_over_what_is_filtered_out(opened: Opened) -> None:
    tab = opened()
    with choices(tab, "Groups") as facet:
        facet.get_by_label("Refugees", exact=True).check()
        facet.get_by_label("Investors").check()
    assert tab.locator(".field table [tabindex='0']:visible").count() == 1
    cell(tab, "12", "Refugees").focus()
    tab.keyboard.press("ArrowRight")
    expect(cell(tab, "12", "Investors")).to_be_focused()


def test_headings_stay_in_view(opened: Opened) -> None:
    tab = opened()
    tab.get_by_role("button", name="Unfold all elements").click()
    tab.locator(".field").evaluate("field => field.scrollTo(1500, 400)")
    field = tab.locator(".field").bounding_box()
    head = tab.locator(".field thead").bounding_box()
    names = tab.locator("#groups-of-40 th").bounding_box()
    assert field
    assert head
    assert names
    assert abs(head["y"] - field["y"]) < 3
    assert abs(names["x"] - field["x"]) < 3


def test_a_screen_reader_meets_a_table_with_named_rows_and_columns(opened: Opened) -> None:
    tab = opened()
    table = tab.get_by_role("table", name="Rights by groups")
    assert table.count() == 1
    heads = table.get_by_role("columnheader")
    assert heads.count() == 1 + 4 + len(groups())
    assert table.get_by_role("columnheader", name="Stateless persons").count() == 1
    assert table.get_by_role("rowheader", name=RIGHTS[1]).count() == 1
    heard = table.aria_snapshot()
    assert f'button "{RIGHTS[0]}"' in heard
    assert 'button "condition 2, 3"' in heard
    assert tab.get_by_role("region", name="Rights by groups").get_attribute("tabindex") == "0"


def test_everything_is_there_without_a_script(opened: Opened) -> None:
    tab = opened(script=False)
    assert tab.locator(".filters").is_hidden()
    assert tab.locator("tr.inner:visible").count() == sum(
        len(row.elements) for row in coverage().matrix
    )
    cell(tab, "40", "Migrants in an irregular situation").click()
    detail = tab.locator(".reason:target")
    expect(detail).to_be_in_viewport()
    said = " ".join(detail.inner_text().split())
    assert said.startswith("out Migrants in an irregular situation")
    assert SAID["40", "irregular"] in said
    detail.get_by_role("link", name="Article 3").click()
    expect(tab.locator("#art_3")).to_be_in_viewport()


@pytest.mark.parametrize("dark", [False, True])
def test_states_are_told_by_words_and_signs_and_read_on_their_ground(
    opened: Opened, *, dark: bool
) -> None:
    tab = opened(dark=dark)
    signs = {
        tone: tab.locator(f".legend .badge.{tone}").first.evaluate(
            "badge => getComputedStyle(badge, '::before').content"
        )
        for tone in ("good", "mixed", "bad", "quiet")
    }
    assert len(set(signs.values())) == 4
    ground = tab.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    assert (sum(map(int, re.findall(r"\d+", ground)[:3])) < 384) == dark
    link = cell(tab, "40", "Refugees")
    assert link.inner_text().startswith("condition")
    colours = link.evaluate(
        "a => [getComputedStyle(a).color, getComputedStyle(a.parentElement).backgroundColor]"
    )
    assert len(set(colours)) == 2


@pytest.mark.parametrize("size", [PHONE, (720, 450)])
def test_a_small_screen_scrolls_the_table_and_not_the_page(
    opened: Opened, size: tuple[int, int]
) -> None:
    tab = opened(size)
    assert tab.evaluate("document.documentElement.scrollWidth") <= size[0]
    with choices(tab, "Groups") as facet:
        box = facet.locator(".choices").bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= size[0]
    cell(tab, "44", "Stateless persons").click()
    expect(tab.get_by_role("dialog")).to_contain_text("soft duty")
    expect(tab.get_by_role("button", name="Close")).to_be_in_viewport(ratio=1)


#: A4 and A3 on their side, in points.
PAPER = {"A4": (842, 595), "A3": (1191, 842)}


def printed(tab: Tab, paper: str) -> list[PageObject]:
    """The pages that a browser prints on some paper."""
    return list(PdfReader(BytesIO(tab.pdf(format=paper, landscape=True))).pages)


def said(sheet: PageObject) -> str:
    return " ".join(sheet.extract_text().split())


def in_view(sheet: PageObject) -> bool:
    """Whether all words of a page begin within it."""
    width, height = float(sheet.mediabox.width), float(sheet.mediabox.height)
    outside: list[str] = []

    def visit(text: str, user: list[float], line: list[float], *_: object) -> None:
        x = line[4] * user[0] + line[5] * user[2] + user[4]
        y = line[4] * user[1] + line[5] * user[3] + user[5]
        if text.strip() and not (0 < x < width - 5 and 0 < y < height):
            outside.append(text)

    sheet.extract_text(visitor_text=visit)
    return not outside


FAMILIES = (
    ("named by the call of 2017", "Stateless persons"),
    ("left out by article 3 of 1990", "Investors"),
    ("categories of Part V", "Seafarers"),
    ("others to think of", "Internally displaced"),
)


def test_a4_takes_a_table_for_each_family_of_groups(opened: Opened) -> None:
    sheets = printed(opened(), "A4")
    texts = list(map(said, sheets))
    for family, group in FAMILIES:
        (place,) = (n for n, text in enumerate(texts) if f"Rights by groups: {family}" in text)
        assert group in texts[place]
        assert RIGHTS[3] in texts[place]
        assert abs(float(sheets[place].mediabox.width) - PAPER["A4"][0]) < 2
    assert all(map(in_view, sheets))
    assert any("The evidence of each cell" in text for text in texts)


def test_a3_takes_the_whole_table(opened: Opened) -> None:
    sheets = printed(opened(), "A3")
    texts = list(map(said, sheets))
    (place,) = (n for n, text in enumerate(texts) if "Part III: rights of all" in text)
    text = said(sheets[place])
    assert abs(float(sheets[place].mediabox.width) - PAPER["A3"][0]) < 2
    assert "Rights by groups:" not in text
    letters = "".join(text.split())
    assert all("".join(group.title.split()) in letters for group in groups())
    assert all(map(in_view, sheets))


@pytest.mark.parametrize("paper", sorted(PAPER))
@pytest.mark.parametrize("script", [True, False])
def test_no_column_is_cut_off_on_paper(opened: Opened, paper: str, *, script: bool) -> None:
    margins = (68, 79)  # of the style sheet, in points
    width, height = (
        (side - margin) * 96 // 72 for side, margin in zip(PAPER[paper], margins, strict=True)
    )
    tab = opened((width, height), script=script)
    tab.emulate_media(media="print")
    if script:
        tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    edges = tab.locator(".matrix table:visible :is(th, td)").evaluate_all(
        "cells => cells.map(cell => cell.getBoundingClientRect().right)"
    )
    tables = tab.locator(".matrix table:visible").count()
    assert tables == (4 if script and paper == "A4" else 1)
    assert max(edges) <= width


def test_the_printed_table_is_the_filtered_one_and_evidence_can_be_left_out(
    opened: Opened,
) -> None:
    tab = opened()
    with choices(tab, "Groups") as facet:
        facet.get_by_label("Refugees", exact=True).check()
    tab.get_by_label("Print the evidence after the table").uncheck()
    texts = [said(sheet) for sheet in printed(tab, "A4")]
    (table,) = (text for text in texts if RIGHTS[3] in text and "condition 2, 3" in text)
    assert "Refugees" in table
    assert "Seafarers" not in table
    assert not any("The evidence of each cell" in text for text in texts)
    assert tab.locator(".parted").count() == 0


def test_evidence_of_elements_is_printed_where_they_are_unfolded(opened: Opened) -> None:
    tab = opened()
    tab.emulate_media(media="print")
    within = tab.locator(".reason.within:visible")
    assert within.count() == 0
    assert tab.locator(".reason:visible").count() > 0
    tab.emulate_media(media="screen")
    tab.get_by_role("button", name="Unfold all elements").click()
    tab.emulate_media(media="print")
    assert within.count() > 0


def test_the_page_is_the_same_each_time(tmp_path: Path) -> None:
    first = page()
    page.cache_clear()
    assert page() == first
    assert str(tmp_path.parent).encode() not in first
