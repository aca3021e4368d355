"""A redline on the page: what it says of both texts, and what a reader sees, presses and prints."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from browsing import WIDE, Opened, in_a_browser
from pages import Page
from playwright.sync_api import Locator, expect
from playwright.sync_api import Page as Tab
from pypdf import PdfReader
from samples import EVERY_BLOCK, NASTY

from convention_tool import read
from convention_tool.analysis.diff import diff
from convention_tool.document import (
    Deleted,
    Document,
    Fate,
    Heading,
    Inserted,
    LineStyle,
    Omission,
    Prose,
    Redline,
    RedlineLine,
    plain,
    words,
)
from convention_tool.tree.nodes import Instrument
from convention_tool.views.instrument import view
from convention_tool.views.redline import redline
from convention_tool.writers import html

PHONE = (360, 740)
DRAFTS = Path(__file__).parent.parent / "drafts"


def article(number: str, heading: str, change: int = 0, **more: object) -> RedlineLine:
    line = RedlineLine(
        words(heading), words(f"Article {number}"), LineStyle.HEADING, 2, anchor=f"art_{number}"
    )
    return replace(line, change=change, **more)  # type: ignore[arg-type]


#: Everything that can happen to a line.
SMALL = Redline(
    f"first draft {NASTY}",
    "second draft",
    (
        RedlineLine(
            (*words("Convention on "), Deleted("Harbour"), Inserted("Coastal"), *words(" Lights")),
            style=LineStyle.TITLE,
            level=1,
            anchor="instrument",
            label="heading changed",
            change=1,
        ),
        article("1", "Keeping of lights", label="modified"),
        RedlineLine(words("Each keeper stays awake."), words("1."), anchor="art_1__para_1"),
        RedlineLine(
            (
                *words("Lights "),
                Deleted("may be red"),
                Inserted("shall be white"),
                *words(f"; {NASTY}\nand bright."),
            ),
            (Deleted("2"), Inserted("3"), *words(".")),
            anchor="art_1__para_3",
            change=2,
        ),
        RedlineLine(
            (Inserted("Lenses are washed;"),),
            (Inserted("(a)"),),
            level=1,
            fate=Fate.INSERTED,
            anchor="art_1__para_3__subpara_a",
            change=3,
        ),
        RedlineLine(
            (Inserted("wicks are cut."),),
            (Inserted("(b)"),),
            level=1,
            fate=Fate.INSERTED,
            anchor="art_1__para_3__subpara_b",
            change=3,
        ),
        RedlineLine(
            (Deleted("Oil is bought yearly."),), fate=Fate.DELETED, anchor="old_art_1__4", change=4
        ),
        article(
            "2",
            "Ships",
            5,
            fate=Fate.MOVED_AWAY,
            anchor="old_art_2",
            other="art_4",
            label="moved to article 4",
        ),
        RedlineLine(
            (*words("Ships "), Deleted("old"), *words(" pass by.")),
            fate=Fate.MOVED_AWAY,
            anchor="old_art_2__para_1",
            other="art_4__para_1",
            change=5,
        ),
        article("3", "Fees"),
        RedlineLine(
            words("No fee is charged. "), words("1."), end=Fate.INSERTED, anchor="c", change=6
        ),
        RedlineLine(words("Gifts are welcome."), (Inserted("2."),), anchor="d", change=7),
        RedlineLine(words("Whales are greeted "), end=Fate.DELETED, anchor="e", change=8),
        RedlineLine(words("at dawn."), anchor="f"),
        Omission(12),
        *(RedlineLine(words(f"Rock number {n} is marked.")) for n in range(60)),
        article(
            "4",
            "Ships",
            9,
            fate=Fate.MOVED_HERE,
            other="old_art_2",
            label="moved from article 2; modified",
        ),
        RedlineLine(
            (*words("Ships "), Deleted("old"), Inserted("new"), *words(" pass by.")),
            fate=Fate.MOVED_HERE,
            anchor="art_4__para_1",
            other="old_art_2__para_1",
            change=9,
        ),
        *(RedlineLine(words(f"Buoy number {n} is painted.")) for n in range(60)),
    ),
)
CHANGES = 9

NASTY_LINE = NASTY.replace("\n", " ")
ROCKS = tuple(f"Rock number {n} is marked." for n in range(60))
BUOYS = tuple(f"Buoy number {n} is painted." for n in range(60))
OLD = (
    "Convention on Harbour Lights",
    "Article 1 Keeping of lights",
    "1. Each keeper stays awake.",
    f"2. Lights may be red; {NASTY_LINE}\nand bright.",
    "Oil is bought yearly.",
    "Article 2 Ships",
    "Ships old pass by.",
    "Article 3 Fees",
    "1. No fee is charged. ",
    "Gifts are welcome.",
    "Whales are greeted ",
    "at dawn.",
    *ROCKS,
    *BUOYS,
)
NEW = (
    "Convention on Coastal Lights",
    "Article 1 Keeping of lights",
    "1. Each keeper stays awake.",
    f"3. Lights shall be white; {NASTY_LINE}\nand bright.",
    "(a) Lenses are washed;",
    "(b) wicks are cut.",
    "Article 3 Fees",
    "1. No fee is charged. ",
    "2. Gifts are welcome.",
    "Whales are greeted ",
    "at dawn.",
    *ROCKS,
    "Article 4 Ships",
    "Ships new pass by.",
    *BUOYS,
)


def page_of(shown: Redline) -> Document:
    return Document("What changed", (Heading(2, words("Text"), "text"), shown))


@cache
def small() -> str:
    return html.write(page_of(SMALL)).decode()


@cache
def instruments() -> tuple[Instrument, Instrument]:
    old, new = (
        read(DRAFTS / name).instrument
        for name in ("general-convention.txt", "general-convention-iom.txt")
    )
    return old, new


@cache
def drafts() -> str:
    old, new = instruments()
    return html.write(page_of(Redline("draft", "variant", redline(diff(old, new))))).decode()


@dataclass
class Element:
    """An element, and what it holds."""

    tag: str
    classes: tuple[str, ...]
    content: list["Element | str"] = field(default_factory=list)

    def said(self, *without: str) -> str:
        """Its words, without those of some elements or classes."""
        if self.tag == "br":
            return "\n"
        return "".join(
            part if isinstance(part, str) else part.said(*without)
            for part in self.content
            if isinstance(part, str) or not {part.tag, *part.classes} & set(without)
        )

    def child(self, name: str) -> "Element | None":
        children = (part for part in self.content if isinstance(part, Element))
        return next((part for part in children if name in part.classes), None)


class Lines(HTMLParser):
    """The lines of a redline as a tree each."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.lines: list[Element] = []
        self._open: list[Element] = [Element("", ())]
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, tuple((dict(attrs).get("class") or "").split()))
        self._open[-1].content.append(element)
        if "line" in element.classes:
            self.lines.append(element)
        if tag not in {"meta", "input", "br"}:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self._open[-1].content.append(data)


#: Signs of a line that are no words of either text.
SIGNS = ("end", "on", "fate")
#: What the style sheet takes as a line of one text alone.
ONLY_NEW, ONLY_OLD = {"inserted", "moved-here"}, {"deleted", "moved-away"}


def old_in_place(source: str) -> Iterator[str]:
    """The old text: what is not inserted or moved here. Side by side, the left column."""
    for line in Lines(source).lines:
        if not ONLY_NEW & set(line.classes):
            yield shown(line, "text", "ins")


def new_in_place(source: str) -> Iterator[str]:
    """The new text: what is not struck out or moved away."""
    for line in Lines(source).lines:
        if not ONLY_OLD & set(line.classes):
            yield shown(line, "text", "del")


def new_beside(source: str) -> Iterator[str]:
    """The right column: the copies, and the lines that only the new text has."""
    for line in Lines(source).lines:
        if ONLY_NEW & set(line.classes):
            yield shown(line, "text", "del")
        elif not ONLY_OLD & set(line.classes):
            yield shown(line, "new")


def shown(line: Element, name: str, *without: str) -> str:
    copy = line.child(name)
    assert copy is not None
    return copy.said(*without, *SIGNS)


def in_words(lines: Iterator[str]) -> list[str]:
    return " ".join(lines).split()


def words_of(instrument: Instrument) -> list[str]:
    """The words of an instrument as its own page has them, without what is noted beside them."""
    page = view(instrument)
    lines = [page.title]
    for block in page.blocks:
        if isinstance(block, Heading | Prose):
            lines += (block.number, plain(block.content))
    return " ".join(lines).split()


def stripped(lines: Iterator[str]) -> list[str]:
    return [line.lstrip(" ") for line in lines]


def test_each_text_can_be_read_from_the_redline() -> None:
    assert stripped(old_in_place(small())) == list(OLD)
    assert stripped(new_in_place(small())) == list(NEW)


def test_each_column_is_one_text() -> None:
    assert stripped(new_beside(small())) == list(NEW)
    for line in Lines(small()).lines:
        assert (line.child("new") is None) == bool((ONLY_NEW | ONLY_OLD) & set(line.classes))


def test_the_redline_of_two_drafts_is_both_drafts() -> None:
    old, new = instruments()
    assert in_words(old_in_place(drafts())) == words_of(old)
    assert in_words(new_in_place(drafts())) == words_of(new)
    assert in_words(new_beside(drafts())) == words_of(new)


@pytest.mark.parametrize("source", [small, drafts])
def test_anchors_are_unique_and_links_lead_to_them(source: Callable[[], str]) -> None:
    page = Page(source())
    ids = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    for link in page.all("a"):
        assert link.attributes["href"].removeprefix("#") in ids
    assert all(label.attributes["for"] in ids for label in page.all("label"))


def test_every_line_keeps_its_anchor() -> None:
    ids = {element.attributes.get("id") for element in Page(small()).elements}
    lines = [line for line in SMALL.lines if isinstance(line, RedlineLine)]
    assert {line.anchor for line in lines if line.anchor} <= ids


def test_the_contents_name_the_headings_of_both_texts() -> None:
    listed = [e.text for e in Page(small()).all("a") if "nav" in e.ancestors]
    assert listed == [
        "Text",
        "Article 1 Keeping of lights",
        "Article 2 Ships (moved)",
        "Article 3 Fees",
        "Article 4 Ships",
    ]


def test_a_page_needs_nothing_but_itself() -> None:
    for source in (small(), drafts()):
        page = Page(source)
        assert not page.all("link", "img", "iframe", "object", "form")
        assert not re.search(r"url\(|@import|https?:", source)
        assert all("src" not in e.attributes and "style" not in e.attributes for e in page.elements)
        assert len(page.all("script")) == 1


def test_what_a_text_says_never_runs() -> None:
    title = "</script><script>alert(1)</script>"
    heading = RedlineLine(words(title), style=LineStyle.TITLE, level=1, label=title)
    page = Page(html.write(page_of(Redline(title, title, (heading,)))).decode())
    assert len(page.all("script")) == 1
    assert page.all("main")[0].text.count(title) >= 4
    assert small().count("<script") == 1


def test_the_page_is_the_same_each_time() -> None:
    assert html.write(page_of(SMALL)).decode() == small()


def test_a_page_with_a_matrix_of_its_own_and_tables_still_has_them() -> None:
    mixed = replace(EVERY_BLOCK, blocks=(*EVERY_BLOCK.blocks, SMALL))
    page = Page(html.write(mixed).decode())
    assert len(page.all("table")) == 2
    assert len(page.all("script")) == 1


def test_what_happened_is_said_in_words() -> None:
    lines = Lines(small()).lines
    told = [line.child("fate") for line in lines]
    assert [one.said() for one in told if one] == [
        "heading changed",
        "modified",
        "inserted",
        "deleted",
        "moved to article 4 ↓",
        "moved from article 2; modified ↑",
    ]
    assert "12 unchanged lines" in Page(small()).all("main")[0].text


def test_a_line_that_moved_elsewhere_than_its_neighbours_has_a_link_of_its_own() -> None:
    def moved(anchor: str, other: str, fate: Fate, label: str = "") -> RedlineLine:
        return RedlineLine(
            words(anchor), fate=fate, anchor=anchor, other=other, label=label, change=1
        )

    lines = (
        moved("a1", "b1", Fate.MOVED_AWAY, "moved"),
        moved("a2", "b2", Fate.MOVED_AWAY),
        moved("a3", "b3", Fate.MOVED_AWAY),
        moved("b1", "a1", Fate.MOVED_HERE, "moved"),
        moved("b2", "a2", Fate.MOVED_HERE),
        RedlineLine(words("between")),
        moved("b3", "a3", Fate.MOVED_HERE),
        moved("b4", "nowhere", Fate.MOVED_HERE, "moved from afar"),
    )
    source = html.write(page_of(Redline("old", "new", lines))).decode()
    links = [e.attributes["href"] for e in Page(source).all("a") if "p" in e.ancestors]
    assert links[:-1] == ["#b1", "#b3", "#a1", "#a3"]


def test_a_paragraph_cut_in_two_runs_on_in_the_old_text() -> None:
    lines = Lines(small()).lines
    cut, rest, joined, last = (
        line
        for line in lines
        if re.search(r"fee is|Gifts|Whales|dawn", line.said()) and "headed" not in line.classes
    )
    assert cut.child("text").said("ins").endswith("charged. ")  # type: ignore[union-attr]
    assert "¶" in cut.child("new").said()  # type: ignore[union-attr]
    assert "… Gifts" in rest.child("text").said()  # type: ignore[union-attr]
    assert "…" not in rest.child("new").said()  # type: ignore[union-attr]
    assert "¶" not in joined.child("new").said()  # type: ignore[union-attr]
    assert last.child("text").said() == "at dawn."  # type: ignore[union-attr]
    assert last.child("new").said() == "… at dawn."  # type: ignore[union-attr]


def test_only_words_stand_in_a_line() -> None:
    line = RedlineLine((Heading,))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="a line of a redline cannot hold"):
        html.write(page_of(Redline("old", "new", (line,))))


# What follows is looked at in a browser.


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> str:
    written = tmp_path_factory.mktemp("page") / "redline.html"
    written.write_text(small(), encoding="utf-8")
    return written.as_uri()


def focused(tab: Tab) -> str:
    return tab.evaluate("document.activeElement.dataset.change ?? ''")  # type: ignore[no-any-return]


def line(tab: Tab, text: str) -> Locator:
    return tab.locator(".line", has_text=text).first


@in_a_browser
def test_keys_lead_from_change_to_change_and_say_which(opened: Opened) -> None:
    tab = opened()
    said = tab.get_by_role("status")
    expect(said).to_have_text("9 changes")
    for key, number, what in (
        ("n", 1, "heading changed"),
        ("j", 2, "modified, Article 1"),
        ("n", 3, "inserted, Article 1"),
        ("p", 2, "modified, Article 1"),
        ("k", 1, "heading changed"),
        ("p", 1, "heading changed"),
        *(("n", number, "") for number in range(2, CHANGES)),
        ("n", CHANGES, "moved from article 2; modified, Article 4"),
        ("n", CHANGES, "moved from article 2; modified, Article 4"),
    ):
        tab.keyboard.press(key)
        expect(said).to_contain_text(f"Change {number} of {CHANGES}: {what}")
        assert focused(tab) == str(number)
        expect(tab.locator(".current.begins")).to_be_in_viewport(ratio=1)
        assert tab.locator(".current").count() == tab.locator(f"[data-change='{number}']").count()
    assert (
        tab.locator(".current").first.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    )


@in_a_browser
def test_keys_mean_nothing_with_modifiers_or_when_put_out(opened: Opened) -> None:
    tab = opened()
    for key in ("Control+n", "Alt+n", "Shift+n", "x"):
        tab.locator("main").press(key)
    expect(tab.get_by_role("status")).to_have_text("9 changes")
    tab.get_by_label("Keys n, p").uncheck()
    tab.keyboard.press("n")
    expect(tab.get_by_role("status")).to_have_text("9 changes")
    tab.get_by_label("Keys n, p").check()
    tab.evaluate("document.querySelector('main').prepend(document.createElement('textarea'))")
    tab.locator("textarea").press_sequentially("now")
    expect(tab.locator("textarea")).to_have_value("now")
    expect(tab.get_by_role("status")).to_have_text("9 changes")


@in_a_browser
def test_buttons_do_what_the_keys_do(opened: Opened) -> None:
    tab = opened()
    for name, number in (("Next", 1), ("Next", 2), ("Next", 3), ("Previous", 2), ("First", 1)):
        tab.get_by_role("button", name=name, exact=True).click()
        expect(tab.get_by_role("status")).to_contain_text(f"Change {number} of {CHANGES}")
        assert focused(tab) == str(number)


@in_a_browser
def test_the_first_step_begins_where_the_reader_is(opened: Opened) -> None:
    tab = opened()
    line(tab, "Rock number 30").evaluate("line => line.scrollIntoView()")
    tab.keyboard.press("n")
    assert focused(tab) == "9"


@in_a_browser
@pytest.mark.parametrize("script", [True, False])
def test_the_reader_chooses_the_view_with_or_without_a_script(
    opened: Opened, *, script: bool
) -> None:
    tab = opened(script=script)
    changed = line(tab, "and bright.")
    expect(changed.locator(".new")).to_be_hidden()
    expect(changed.locator(".text ins").last).to_be_visible()
    tab.get_by_label("In place").focus()
    tab.keyboard.press("ArrowRight")
    expect(tab.get_by_label("Side by side")).to_be_checked()
    old, new = changed.locator(".text"), changed.locator(".new")
    assert old.inner_text().split()[:5] == ["2.", "Lights", "may", "be", "red;"]
    assert new.inner_text().split()[:5] == ["3.", "Lights", "shall", "be", "white;"]
    left, right = boxes(old, new)
    assert left["x"] + left["width"] <= right["x"]
    assert abs(left["y"] - right["y"]) < 2
    same, beside = boxes(*line(tab, "Each keeper").locator(".text, .new").all())
    assert (same["x"], beside["x"]) == (left["x"], right["x"])
    assert boxes(line(tab, "Oil is bought").locator(".text"))[0]["x"] == left["x"]
    assert boxes(line(tab, "Lenses are").locator(".text"))[0]["x"] == right["x"]
    moved_away, moved_here = boxes(*tab.locator(".text", has_text="pass by.").all())
    assert (moved_away["x"], moved_here["x"]) == (left["x"], right["x"])
    assert tab.locator(".text", has_text="pass by.").last.inner_text() == "Ships new pass by."
    heads = boxes(*tab.locator(".heads p").all())
    assert [abs(h["x"] - c["x"]) < 8 for h, c in zip(heads, (left, right), strict=True)] == [1, 1]
    expect(tab.locator(".heads")).to_contain_text("second draft")


def boxes(*found: Locator) -> list[dict[str, float]]:
    made = [one.bounding_box() for one in found]
    assert all(made)
    return [dict(box) for box in made if box]  # type: ignore[arg-type]


@in_a_browser
def test_the_line_before_the_reader_stays_when_the_view_changes(opened: Opened) -> None:
    tab = opened()
    rock = line(tab, "Rock number 40")
    rock.evaluate("line => line.scrollIntoView()")
    for name in ("Side by side", "In place"):
        tab.get_by_label(name).click()
        expect(rock).to_be_in_viewport(ratio=1)


@in_a_browser
def test_without_a_script_there_is_no_navigator_and_all_the_text(opened: Opened) -> None:
    tab = opened(script=False)
    expect(tab.get_by_role("button", name="Next")).to_be_hidden()
    expect(tab.get_by_label("Side by side")).to_be_visible()
    assert tab.locator(".line:visible").count() == len(SMALL.lines) - 1


@in_a_browser
def test_a_reader_sees_only_what_changed_and_the_headings(opened: Opened) -> None:
    tab = opened()
    button = tab.get_by_role("button", name="Only changes")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(line(tab, "Each keeper")).to_be_hidden()
    expect(line(tab, "Fees")).to_be_visible()
    assert tab.locator(".line.changed:visible").count() == tab.locator(".line.changed").count()
    assert tab.locator(".omission").all_inner_texts() == [
        "1 unchanged line",
        "1 unchanged line",
        "12 unchanged lines",
        "60 unchanged lines",
        "60 unchanged lines",
    ]
    button.click()
    expect(line(tab, "Each keeper")).to_be_visible()
    assert tab.locator(".omission").count() == 1


@in_a_browser
def test_a_link_to_a_line_that_is_hidden_brings_it_back(opened: Opened) -> None:
    tab = opened()
    tab.get_by_role("button", name="Only changes").click()
    tab.evaluate("location.hash = 'art_1__para_1'")
    expect(tab.locator("#art_1__para_1")).to_be_in_viewport(ratio=1)
    expect(tab.get_by_role("button", name="Only changes")).to_have_attribute(
        "aria-pressed", "false"
    )


@in_a_browser
@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("name", ["In place", "Side by side"])
@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_the_places_of_what_moved_lead_to_each_other(
    opened: Opened, size: tuple[int, int], name: str, *, script: bool
) -> None:
    tab = opened(size, script=script)
    tab.get_by_label(name).check()
    for link, target in (("moved to article 4", "#art_4"), ("moved from article 2", "#old_art_2")):
        tab.get_by_role("link", name=link).click()
        expect(tab.locator(target)).to_be_in_viewport(ratio=1)
        assert tab.url.endswith(target)
        top = tab.locator(".steps" if size == PHONE and script else ".bar").bounding_box()
        box = tab.locator(target).bounding_box()
        assert box
        assert not top or box["y"] >= top["y"] + top["height"] or top["y"] + top["height"] < 0
    if script:
        expect(tab.get_by_role("status")).to_contain_text(f"5 of {CHANGES}")


@in_a_browser
def test_a_page_opened_at_a_change_begins_there(opened: Opened) -> None:
    tab = opened(at="#art_4")
    expect(tab.get_by_role("status")).to_contain_text("Change 9 of 9")
    tab.keyboard.press("p")
    assert focused(tab) == "8"


@in_a_browser
@pytest.mark.parametrize("size", [PHONE, (700, 450)])
def test_a_small_screen_does_not_scroll_sideways(opened: Opened, size: tuple[int, int]) -> None:
    tab = opened(size)
    assert tab.evaluate("document.documentElement.scrollWidth") <= size[0]
    tab.get_by_label("Side by side").check()
    assert tab.evaluate("document.documentElement.scrollWidth") <= size[0]


@in_a_browser
def test_a_phone_shows_the_old_words_over_the_new_ones(opened: Opened) -> None:
    tab = opened(PHONE)
    tab.get_by_label("Side by side").check()
    old, new = boxes(*line(tab, "and bright.").locator(".text, .new").all())
    assert old["y"] + old["height"] <= new["y"]
    expect(line(tab, "Each keeper").locator(".new")).to_be_hidden()


@in_a_browser
@pytest.mark.parametrize("dark", [False, True])
def test_changes_are_told_by_strokes_and_words_and_read_on_their_ground(
    opened: Opened, *, dark: bool
) -> None:
    tab = opened(dark=dark)
    for tag, stroke in (("del", "line-through"), ("ins", "underline")):
        mark = tab.locator(f".line {tag}").first
        assert stroke in mark.evaluate("e => getComputedStyle(e).textDecorationLine")
    rules = [
        tab.locator(f".line.{fate}").first.evaluate("e => getComputedStyle(e).borderLeftStyle")
        for fate in ("inserted", "deleted", "moved-away")
    ]
    assert rules == ["solid", "dotted", "double"]
    ground = tab.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    assert (sum(map(int, re.findall(r"\d+", ground)[:3])) < 384) == dark


@in_a_browser
def test_a_screen_reader_hears_what_was_struck_out_and_no_unchanged_words_twice(
    opened: Opened,
) -> None:
    tab = opened()
    changed = line(tab, "and bright.")
    assert (
        changed.locator("del").last.evaluate("e => getComputedStyle(e, '::before').content")
        == '" [deleted: "'
    )
    assert tab.get_by_role("heading", name="Keeping of lights").count() == 1
    tab.get_by_label("Side by side").check()
    assert tab.get_by_role("heading", name="Keeping of lights").count() == 1
    assert line(tab, "Each keeper").aria_snapshot().count("Each keeper") == 1


@in_a_browser
def test_the_page_prints_in_either_view(opened: Opened) -> None:
    tab = opened()
    for name, wide in (("In place", False), ("Side by side", True)):
        tab.get_by_label(name).check()
        printed = PdfReader(BytesIO(tab.pdf(format="A4", prefer_css_page_size=True)))
        first = printed.pages[0]
        assert (first.mediabox.width > first.mediabox.height) == wide
        text = " ".join(" ".join(page.extract_text() for page in printed.pages).split())
        assert "Only changes" not in text
        assert "Keys n" not in text
        assert "moved to article 4" in text
        assert ("Old text" in text) == wide
