"""The HTML page: whole, accessible, and unable to run what a draft says."""

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise

import pytest
from pages import Page
from samples import EVERY_BLOCK, LIGHTS, PAGES, page_of

from convention_tool.document import Document, Matrix, blocks_of
from convention_tool.views.instrument import view
from convention_tool.writers import html


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest) -> Page:
    return Page(html.write(page_of(request.param)).decode())


def test_a_page_has_landmarks_and_a_way_to_skip_to_the_text(page: Page) -> None:
    for landmark in ("header", "nav", "main", "footer"):
        assert len(page.all(landmark)) == 1
    skip = page.all("a")[0]
    assert skip.attributes["href"] == "#page-text"
    assert page.all("main")[0].attributes["id"] == "page-text"


def test_a_page_has_one_title_and_no_heading_is_skipped(page: Page) -> None:
    levels = [int(element.tag[1]) for element in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(lower <= upper + 1 for upper, lower in pairwise(levels))


def test_every_anchor_is_unique_and_every_link_leads_somewhere(page: Page) -> None:
    ids = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    for link in page.all("a"):
        target = link.attributes["href"]
        assert target.startswith("https://") or target.removeprefix("#") in ids
    for element in page.elements:
        for reference in ("for", "aria-labelledby"):
            assert element.attributes.get(reference, ids[0]) in ids


def test_every_control_has_a_label_and_every_table_its_headers(page: Page) -> None:
    labelled = {label.attributes["for"] for label in page.all("label")}
    assert all(control.attributes["id"] in labelled for control in page.all("input"))
    assert len(page.all("caption")) == len(page.all("table"))
    for cell in page.all("th"):
        assert cell.attributes["scope"] in {"col", "row", "colgroup", "rowgroup"}
    for region in (e for e in page.elements if e.attributes.get("role") == "region"):
        assert region.attributes["aria-label"]
        assert region.attributes["tabindex"] == "0"


def test_a_page_names_its_language_and_that_of_its_sections(page: Page) -> None:
    assert page.all("html")[0].attributes["lang"] == "en"
    french = Document("Convention", (), "fr")
    assert Page(html.write(french).decode()).all("html")[0].attributes["lang"] == "fr"
    section = Page(html.write(EVERY_BLOCK).decode()).all("div")
    assert "fr" in {element.attributes.get("lang") for element in section}


def test_a_page_needs_nothing_but_itself(page: Page) -> None:
    assert not page.all("link", "img", "iframe", "object", "form")
    assert not re.search(r"url\(|@import", page.source)
    assert all("src" not in e.attributes and "style" not in e.attributes for e in page.elements)


@pytest.mark.parametrize("name", PAGES)
def test_only_a_page_with_a_matrix_has_a_script(name: str) -> None:
    matrices = any(isinstance(block, Matrix) for block in blocks_of(page_of(name)))
    assert len(Page(html.write(page_of(name)).decode()).all("script")) == matrices


def test_a_browser_may_run_what_the_page_has_and_load_nothing(page: Page) -> None:
    (policy,) = (
        element.attributes["content"]
        for element in page.all("meta")
        if element.attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for element in page.all("style", "script"):
        digest = b64encode(sha256(element.text.encode()).digest()).decode()
        assert f"{element.tag}-src 'sha256-{digest}'" in policy


@pytest.mark.parametrize("name", ["instrument", "blocks", "beside"])
def test_a_page_prints_what_a_draft_says_and_never_runs_it(name: str) -> None:
    page = Page(html.write(page_of(name)).decode())
    assert "alert('1 & 2')" in page.all("main")[0].text
    assert "<script" not in page.source


def test_only_links_that_lead_somewhere_are_links() -> None:
    links = Page(html.write(EVERY_BLOCK).decode()).all("a")
    targets = [link.attributes["href"] for link in links]
    assert "#findings" in targets
    assert "https://example.org/a?b=<c>" in targets
    assert not {"#nowhere", "javascript:alert(1)"} & set(targets)


def test_the_contents_lead_to_every_heading(page: Page) -> None:
    listed = [e.attributes["href"][1:] for e in page.all("a") if "nav" in e.ancestors]
    headings = page.all("h2", "h3", "h4", "h5", "h6")
    assert listed == [e.attributes["id"] for e in headings if "id" in e.attributes]


def test_every_provision_has_an_anchor() -> None:
    shown = Page(html.write(view(LIGHTS)).decode())
    ids = {element.attributes.get("id") for element in shown.elements}
    assert {
        "preamble",
        "part_I",
        "art_1",
        "art_1__para_1__subpara_b",
        "art_1__para_2",
        "art_1bis",
        "annex_1__art_1",
    } <= ids


SCHEMES = {
    "light": r"^:root \{(.*?)\}",
    "dark": r"prefers-color-scheme: dark\) \{\s*:root \{(.*?)\}",
    "print": r"@media print \{\s*:root \{(.*?)\}",
}
TINTS = ("good", "mixed", "bad", "quiet")


@pytest.mark.parametrize("scheme", sorted(SCHEMES))
def test_words_stand_out_from_their_background(scheme: str) -> None:
    source = html.write(EVERY_BLOCK).decode()
    found = re.search(SCHEMES[scheme], source, re.DOTALL | re.MULTILINE)
    assert found
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", found[1]))
    on_paper = ("ink", "muted", "link", *TINTS)
    pairs = [(name, "paper") for name in on_paper]
    pairs += [(name, "tint") for name in ("ink", "muted")]
    pairs += [(name, "mixed-tint") for name in ("ink", "muted", "link")]  # where a link has led
    pairs += [(name, f"{name}-tint") for name in TINTS]
    for front, back in pairs:
        assert contrast(colours[front], colours[back]) >= 4.5, (front, back)


def contrast(front: str, back: str) -> float:
    """The contrast ratio of the Web Content Accessibility Guidelines."""
    light, dark = sorted((luminance(front), luminance(back)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    shares = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return sum(
        weight * share for weight, share in zip((0.2126, 0.7152, 0.0722), linear, strict=True)
    )
