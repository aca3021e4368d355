"""Every format shows every block, escapes every word, and writes the same bytes twice."""

import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from conftest import Golden
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pages import Page
from samples import EVERY_BLOCK, GOLDEN, LIGHTS, NASTY, PAGES, page_of
from test_cli import text_of

from convention_tool import parse, render
from convention_tool.analysis.linking import references
from convention_tool.cli.outline import outline
from convention_tool.cli.page import as_text
from convention_tool.document import (
    Block,
    Content,
    Deleted,
    Document,
    Emphasis,
    Evidence,
    Heading,
    Link,
    Listing,
    Matrix,
    MatrixCell,
    Prose,
    Row,
    Strong,
    Table,
    plain,
    words,
)
from convention_tool.views.instrument import view
from convention_tool.writers import WRITERS, DocumentWriter, TreeWriter, html, markdown
from convention_tool.writers import json as json_writer
from convention_tool.writers.clean import without_commentary
from convention_tool.writers.matrix import in_letters, in_words, legend, parted


def rendered(source: str) -> Page:
    """Markdown as a browser would show it."""
    renderer = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return Page(renderer.render(source))


def at_first_sight(document: Document, shown: Callable[[MatrixCell], Content] = in_words) -> Page:
    """A web page as it is seen before anything is pointed at, a matrix as the tables on paper."""
    details = r'(?s)<span class="detail">.*?</span>'
    blocks = tuple(inner for block in document.blocks for inner in on_paper(block, shown))
    return Page(re.sub(details, "", html.write(replace(document, blocks=blocks)).decode()))


def on_paper(block: Block, shown: Callable[[MatrixCell], Content]) -> tuple[Block, ...]:
    if not isinstance(block, Matrix):
        return (block,)
    return (legend(block, letters=shown is in_letters), *parted(block, shown))


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


def in_tree(writer: TreeWriter) -> bytes:
    """The lights in a format that writes the tree."""
    return writer.write(LIGHTS, references(LIGHTS))


def test_private_comments_are_never_published() -> None:
    assert b"ask the keeper" in json_writer.write_with_asides(LIGHTS)
    for writer in WRITERS.values():
        shown = view(LIGHTS)
        output = writer.write(shown) if isinstance(writer, DocumentWriter) else in_tree(writer)
        assert b"ask the keeper" not in text_of(output)


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
        assert in_tree(writer) == in_tree(writer)


def test_content_is_any_run_of_inlines() -> None:
    nested: Content = (Strong((Emphasis((Deleted("a"), Link("#b", words("b")))),)),)
    page = Document("T", (Prose(nested), Heading(2, words("B"), "b")))
    assert "<strong><em><del>a</del><a" in html.write(page).decode()
    assert "***~~a~~b***" in markdown.write(page).decode()


SHOWN = Evidence((Strong(words("found")),), f"art. 3 {NASTY}")


def test_the_web_page_shows_what_speaks_for_words_on_demand() -> None:
    page = Page(html.write(Document("T", (Prose((SHOWN, *words("."))),))).decode())
    evidence, detail = (e for e in page.all("span") if e.attributes.get("class") in LOOKS)
    assert (evidence.attributes["tabindex"], detail.text) == ("0", f" art. 3 {NASTY}")
    assert evidence.text == f"found{detail.text}"
    style = page.all("style")[0].text
    assert ".evidence:is(:hover, :focus, :focus-within) > .detail" in style
    assert ".evidence > .detail { display: none" in style[style.index("@media print") :]


LOOKS = ("evidence", "detail")


def test_what_speaks_for_words_is_left_out_elsewhere() -> None:
    page = Document("T", (Prose((SHOWN, *words("."))),))
    assert markdown.write(page) == b"# T\n\n**found**.\n"
    assert as_text(page) == "T\n\nfound.\n"
    assert plain((SHOWN,)) == "found"
    assert "found." in [p.text for p in at_first_sight(page).all("p")]


@pytest.mark.parametrize("name", sorted(WRITERS.keys() - {"docx", "odt", "pdf"}))
def test_a_small_draft_in_every_format(name: str, golden: Golden) -> None:
    instrument = parse(
        (GOLDEN / "lights.txt").read_text(encoding="utf-8"), name="lights.txt"
    ).instrument
    output = render(instrument, name)
    style = rb"(?s)(?<=<style>).*(?=</style>)|(?<=style-src )&#39;sha256-\S+"
    without_style = re.sub(style, b"", output)
    golden(f"lights.written{WRITERS[name].suffix}", without_style)


def test_a_small_draft_as_an_outline(golden: Golden) -> None:
    instrument = parse(
        (GOLDEN / "lights.txt").read_text(encoding="utf-8"), name="lights.txt"
    ).instrument
    golden("lights.outline.txt", "".join(f"{line}\n" for line in outline(instrument)).encode())


def test_a_page_on_a_terminal_keeps_every_word_within_its_width() -> None:
    for page in map(page_of, PAGES):
        shown = as_text(page)
        assert max(map(len, shown.splitlines())) <= 80
        shown = re.sub(r"\[-|-\]|\{\+|\+\}", "", shown)  # what was deleted, and inserted
        for element in at_first_sight(page, in_letters).all("p", "td", "dd", "li", "caption"):
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
