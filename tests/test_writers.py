"""Every format shows every block, escapes every word, and writes the same bytes twice."""

import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import Golden
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from convention_tool import compare, lint, parse, render
from convention_tool.analysis.coverage import cover
from convention_tool.cli.outline import outline
from convention_tool.cli.page import as_text
from convention_tool.document import (
    Badge,
    Block,
    Break,
    Content,
    Deleted,
    Document,
    Emphasis,
    Facts,
    Heading,
    Inserted,
    Link,
    Listing,
    Note,
    Prose,
    Row,
    Section,
    Strong,
    Table,
    Tone,
    words,
)
from convention_tool.tree.nodes import (
    Annex,
    AnnexKind,
    Article,
    Aside,
    AsideKind,
    Instrument,
    NoteKind,
    Paragraph,
    Part,
    PartKind,
    Preamble,
    Recital,
    Subparagraph,
)
from convention_tool.tree.nodes import Note as TreeNote
from convention_tool.views import review
from convention_tool.views.instrument import beside_text, view
from convention_tool.writers import WRITERS, DocumentWriter, html, markdown
from convention_tool.writers import json as json_writer
from convention_tool.writers.clean import without_commentary

NASTY = "<script>alert('1 & 2')</script> *a* _b_ `c` [d](e) | ~~f~~ # g \\ $h$ &amp;"

LIGHTS = Instrument(
    header=(("Title", "Convention on Harbour Lights"), ("Status", "First draft")),
    title="Convention on Harbour Lights",
    adoption=("Opened for signature at the harbour",),
    preamble=Preamble(
        heading="Preamble",
        subject="The States Parties to the present Convention,",
        recitals=(Recital(text="Considering that lights guide all ships,"),),
        formula="Have agreed as follows:",
    ),
    elements=(
        Part(
            kind=PartKind.PART,
            number="I",
            label="PART",
            heading="Lights",
            elements=(
                Article(
                    number="1",
                    heading="Keeping of lights",
                    paragraphs=(
                        Paragraph(
                            number="1",
                            mark="1.",
                            text="Each State Party shall:",
                            subparagraphs=(
                                Subparagraph(number="a", mark="(a)", text="keep its lights lit;"),
                                Subparagraph(number="b", mark="(b)", text=NASTY),
                            ),
                            closing="as far as its means allow.",
                        ),
                        Paragraph(
                            number="2",
                            mark="2.",
                            text="No fee shall be charged.",
                            notes=(
                                TreeNote(
                                    kind=NoteKind.COMMENTARY, text="Fees were debated.\n\nLong."
                                ),
                                TreeNote(kind=NoteKind.FOOTNOTE, text="See the report."),
                            ),
                        ),
                    ),
                ),
                Article(number="1 bis", paragraphs=(Paragraph(text="Lights are white."),)),
            ),
        ),
    ),
    annexes=(
        Annex(
            kind=AnnexKind.ANNEX,
            label="ANNEX",
            elements=(Article(number="1", paragraphs=(Paragraph(text="Bulbs."),)),),
        ),
    ),
    asides=(Aside(kind=AsideKind.COMMENT, text="ask the keeper"),),
)

EVERY_BLOCK = Document(
    title=f"A report {NASTY}",
    subtitle=("on lights",),
    blocks=(
        Facts((("Rights", words("12 of 14")), ("Groups", words(NASTY)))),
        Heading(2, words("Findings"), "findings"),
        Prose((Strong(words("Bold")), *words(" and "), Emphasis(words("set apart"))), "first"),
        Prose(words("numbered"), "second", "1.", 0),
        Prose(words("deeper"), "third", "(a)", 1),
        Prose((Deleted("struck"), Inserted("added"), Break(), Badge("found", Tone.GOOD))),
        Heading(3, words("Lists"), "lists", "Section 1"),
        Listing((words("one"), words(NASTY)), ordered=True),
        Listing((words("two"),)),
        Table(
            f"Narrow {NASTY}",
            (words("Right"), words("State")),
            (Row((words("Life"), (Link("#findings", words("above")), Break())), "life"),),
        ),
        Table("Wide", tuple(words(c) for c in "abcdefg"), (Row(tuple(map(words, "1234567"))),)),
        Note("Why", (Prose(words("Because.")),)),
        Note("Footnote", (Prose(words("Below.")),), folded=False),
        Section("fr", (Prose(words("Fait à Port-Lumière")),)),
        Prose(
            (
                Link("https://example.org/a?b=<c>", words("out")),
                Link("#nowhere", words("nowhere")),
                Link("javascript:alert(1)", words("never")),
            )
        ),
    ),
)


@dataclass
class Element:
    """One element of a page, and where it stands."""

    tag: str
    attributes: dict[str, str]
    ancestors: tuple[str, ...]
    text: str = ""


@dataclass
class Page(HTMLParser):
    """A page as a test looks at it."""

    source: str
    elements: list[Element] = field(default_factory=list)
    _open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        ancestors = tuple(element.tag for element in self._open)
        element = Element(tag, {name: value or "" for name, value in attrs}, ancestors)
        self.elements.append(element)
        if tag == "br":
            self.handle_data("\n")
        if tag not in {"meta", "input", "br", "link"}:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag, f"</{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def all(self, *tags: str) -> list[Element]:
        return [element for element in self.elements if element.tag in tags]


DRAFT = Path(__file__).parent / "golden" / "lights.txt"


def reviewed() -> Document:
    reading = parse(DRAFT.read_text(encoding="utf-8"), name="lights.txt")
    concordance = compare(reading.instrument)
    record = review.Review(
        source=reading.source,
        instrument=reading.instrument,
        diagnostics=lint(reading),
        concordance=concordance,
        coverage=cover(reading.instrument, concordance),
    )
    assert record.diagnostics, "the table of remarks is to be looked at too"
    return beside_text(review.view(record), reading.instrument)


PAGES = {
    "instrument": view(LIGHTS),
    "blocks": EVERY_BLOCK,
    "beside": beside_text(EVERY_BLOCK, LIGHTS),
    "review": reviewed(),
}


@pytest.fixture(params=sorted(PAGES))
def page(request: pytest.FixtureRequest) -> Page:
    return Page(html.write(PAGES[request.param]).decode())


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
        assert cell.attributes["scope"] in {"col", "row"}
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
    assert not page.all("script", "link", "img", "iframe", "object", "form")
    assert not re.search(r"url\(|@import", page.source)
    assert all("src" not in e.attributes and "style" not in e.attributes for e in page.elements)


@pytest.mark.parametrize("name", ["instrument", "blocks", "beside"])
def test_a_page_prints_what_a_draft_says_and_never_runs_it(name: str) -> None:
    page = Page(html.write(PAGES[name]).decode())
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


def rendered(source: str) -> Page:
    """Markdown as a browser would show it."""
    renderer = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return Page(renderer.render(source))


def test_markdown_reads_the_same_once_rendered() -> None:
    shown = rendered(markdown.write(EVERY_BLOCK).decode())
    assert [element.text for element in shown.all("h1")] == [f"A report {NASTY}"]
    assert [element.text for element in shown.all("h2", "h3")] == ["Findings", "Section 1. Lists"]
    assert len(shown.all("table")) == 2
    assert NASTY in [element.text for element in shown.all("li")]
    assert [element.attributes["href"] for element in shown.all("a")] == [
        "https://example.org/a?b=%3Cc%3E"
    ]
    assert len(shown.all("blockquote")) == 2


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.text(alphabet="ab1 .)(-+=*_`~#>|<&;$![]\\\"'\u00e9", max_size=12).filter(str.strip))
def test_markdown_keeps_any_words(text: str) -> None:
    said = " ".join(text.split())
    page = Document("T", (Prose(words(text)), Heading(2, words(text)), Listing((words(text),))))
    shown = rendered(markdown.write(page).decode())
    for tag in ("p", "h2", "li"):
        assert [" ".join(element.text.split()) for element in shown.all(tag)][:1] == [said]


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.text(alphabet="ab1 .*_`~|<&\\\n", max_size=12))
def test_markdown_keeps_any_cell(text: str) -> None:
    table = Table("", (words("x"), words("y")), (Row((words(text), words("z"))),))
    shown = rendered(markdown.write(Document("T", (table,))).decode())
    assert [" ".join(cell.text.split()) for cell in shown.all("td")] == [
        " ".join(text.split()),
        "z",
    ]


def test_a_printed_number_stays_that_number_in_markdown() -> None:
    blocks: tuple[Block, ...] = tuple(Prose(words("x"), number=n) for n in ("7.", "3)", "-", "(a)"))
    shown = rendered(markdown.write(Document("T", blocks)).decode())
    assert [p.text for p in shown.all("p")] == ["7. x", "3) x", "- x", "(a) x"]


def test_json_names_every_node_with_its_address_and_citation() -> None:
    data = json.loads(json_writer.write(LIGHTS))
    part = data["children"][1]
    item = part["children"][0]["children"][0]["children"][1]
    assert list(item) == [
        "type",
        "address",
        "citation",
        "number",
        "mark",
        "text",
        "closing",
        "span",
        "notes",
        "children",
    ]
    assert (item["type"], item["address"]) == ("subparagraph", "art_1__para_1__subpara_b")
    assert item["citation"] == "article 1, paragraph 1 (b)"
    assert item["text"] == NASTY


def test_private_comments_are_never_published() -> None:
    assert b"ask the keeper" in json_writer.write_with_asides(LIGHTS)
    for writer in WRITERS.values():
        shown = view(LIGHTS)
        output = writer.write(shown) if isinstance(writer, DocumentWriter) else writer.write(LIGHTS)
        assert b"ask the keeper" not in output


def test_commentary_is_left_out_on_request_and_footnotes_stay() -> None:
    clean = without_commentary(LIGHTS)
    output = html.write(view(clean)).decode()
    assert "Fees were debated" not in output
    assert "See the report" in output
    assert without_commentary(clean) == clean


@pytest.mark.parametrize("name", sorted(WRITERS))
def test_writing_twice_gives_the_same_bytes(name: str) -> None:
    writer = WRITERS[name]
    if isinstance(writer, DocumentWriter):
        assert writer.write(EVERY_BLOCK) == writer.write(EVERY_BLOCK)
    else:
        assert writer.write(LIGHTS) == writer.write(LIGHTS)


def test_content_is_any_run_of_inlines() -> None:
    nested: Content = (Strong((Emphasis((Deleted("a"), Link("#b", words("b")))),)),)
    page = Document("T", (Prose(nested), Heading(2, words("B"), "b")))
    assert "<strong><em><del>a</del><a" in html.write(page).decode()
    assert "***~~a~~b***" in markdown.write(page).decode()


@pytest.mark.parametrize("name", sorted(WRITERS))
def test_a_small_draft_in_every_format(name: str, golden: Golden) -> None:
    instrument = parse(DRAFT.read_text(encoding="utf-8"), name="lights.txt").instrument
    output = render(instrument, name)
    without_style = re.sub(rb"(?s)(?<=<style>).*(?=</style>)", b"", output)
    golden(f"lights.written{WRITERS[name].suffix}", without_style)


def test_a_small_draft_as_an_outline(golden: Golden) -> None:
    instrument = parse(DRAFT.read_text(encoding="utf-8"), name="lights.txt").instrument
    golden("lights.outline.txt", "".join(f"{line}\n" for line in outline(instrument)).encode())


def test_a_page_on_a_terminal_keeps_every_word_within_its_width() -> None:
    for page in PAGES.values():
        shown = as_text(page)
        assert max(map(len, shown.splitlines())) <= 80
        for element in Page(html.write(page).decode()).all("p", "td", "dd", "li", "caption"):
            if "main" in element.ancestors:
                assert set(element.text.split()) <= set(shown.split())


def test_a_matrix_on_a_terminal_says_each_state_once() -> None:
    header = tuple(map(words, ("Right", "a", "b", "c", "d", "e", "f")))
    rows = (
        Row(tuple(map(words, ("Life", "yes", "no", "yes", "yes", "no", "yes")))),
        Row(tuple(map(words, ("Property", "no", "no", "no", "no", "no", "no")))),
    )
    assert as_text(Document("T", (Table("M", header, rows),))).splitlines()[2:] == [
        "M",
        "",
        "Life",
        "  yes  a; c; d; f",
        "  no   b; e",
        "",
        "Property",
        "  no  all",
    ]
