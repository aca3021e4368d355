"""Markdown is read as the page that would be made of it, and our own comes back as it was."""

from dataclasses import replace
from pathlib import Path

import pytest
from corpus import treaties
from markdown_it import MarkdownIt
from pages import Page
from samples import LIGHTS

from convention_tool.errors import UnreadableFileError
from convention_tool.readers import parse, read
from convention_tool.readers.extract import Extract
from convention_tool.readers.formats import read_file
from convention_tool.readers.markdown import extract
from convention_tool.tree.nodes import Instrument
from convention_tool.views.instrument import view
from convention_tool.writers import markdown
from convention_tool.writers import text as text_writer

DRAFTS = sorted((Path(__file__).resolve().parent.parent / "drafts").glob("general-*.txt"))


def found(source: str) -> Extract:
    return extract(source.encode(), "page.md")


def blocks(source: str) -> list[str]:
    return list(found(source).blocks)


def again(instrument: Instrument) -> Instrument:
    return read_file(markdown.write(view(instrument)), "page.md").instrument


# ---- Our own Markdown ------------------------------------------------------------------------------


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.stem)
def test_a_draft_comes_back_from_markdown(draft: Path) -> None:
    instrument = read(draft).instrument
    assert again(instrument) == instrument


def test_adopted_treaties_come_back_from_markdown() -> None:
    differ = []
    for path in sorted((treaties() / "core").rglob("*.txt")):
        instrument = replace(read(path).instrument, contents=None)
        if again(instrument) != instrument:
            differ.append(path.stem)
    assert differ == []


def test_notes_and_odd_words_come_back_from_markdown() -> None:
    instrument = parse(text_writer.write(LIGHTS).decode()).instrument
    assert text_writer.write(again(instrument)) == text_writer.write(instrument)


DRAFT = "Title: Lamps & <!-- oil -->\nStatus: zero draft\nAuthors: A. Keeper\n\nLamps\n\nArticle 1\n\nLamps burn.\n"


def test_the_header_is_kept_in_a_comment_that_no_page_shows() -> None:
    source = markdown.write(view(parse(DRAFT).instrument)).decode()
    assert read_file(source.encode(), "p.md").instrument.header == parse(DRAFT).instrument.header
    shown = Page(MarkdownIt("commonmark", {"html": True}).render(source))
    assert [element.text for element in shown.all("h1", "h2")] == ["Lamps", "Article 1"]
    assert "oil" not in "".join(element.text for element in shown.all("p", "li", "h1"))


def test_a_header_line_that_was_changed_in_the_list_is_the_new_one() -> None:
    source = markdown.write(view(parse(DRAFT).instrument)).decode()
    edited = source.replace("- **Status:** zero draft", "- **Status:** second draft")
    assert read_file(edited.encode(), "p.md").instrument.value("Status") == "second draft"


def test_a_line_that_looks_like_a_table_stays_a_line() -> None:
    draft = "Article 1\n\nLamps:\n\n| a | b |\n\n|---|---|\n\n| c | d |\n"
    instrument = parse(draft).instrument
    assert again(instrument) == instrument
    shown = MarkdownIt().enable("table").render(markdown.write(view(instrument)).decode())
    assert "<table" not in shown


# ---- Markdown that people write --------------------------------------------------------------------


def test_the_marks_of_markdown_are_dropped_and_its_numbers_kept() -> None:
    source = """Convention on *Lamps*
=====================

### Article 12 Right to light

1. Every **keeper** has [lamps](https://x "y"):
   - oil lamps;
   - `gas` lamps <b>and</b> others\\*.
2. Lamps are\nshared.

7) Seven\\. <br>Eight.
"""
    assert blocks(source) == [
        "Convention on Lamps",
        "Article 12\nRight to light",
        "1. Every keeper has lamps:",
        "– oil lamps;",
        "– gas lamps and others*.",
        "2. Lamps are shared.",
        "7) Seven.",
        "Eight.",
    ]
    assert found(source).guessed[0].words == ("1.", "2.", "7)")


def test_items_that_carry_their_numbers_get_no_others() -> None:
    assert blocks("- (a) oil;\n- (b) gas.\n\n* Article 1\n") == [
        "(a) oil;",
        "(b) gas.",
        "Article 1",
    ]


def test_quotations_are_text_unless_they_are_notes() -> None:
    source = "Lamps burn.\n\n> **Commentary**\n>\n> Why\n> so.\n>\n> Long.\n\n> Quoted.\n"
    assert blocks(source) == ["Lamps burn.", "> Why so.\n>\n> Long.", "Quoted."]


def test_footnotes_stand_below_their_words() -> None:
    source = "Lamps[^1] burn.[^x]\n\nOil.\n\n[^1]: See\n    below.\n[^x]: Word\n[^y]: Alone.\n"
    assert blocks(source) == [
        "Lamps[1] burn.[x]",
        "[1] See below.",
        "[x] Word",
        "Oil.",
        "[y] Alone.",
    ]


def test_front_matter_is_a_header_where_it_reads_like_one() -> None:
    source = '---\nlayout: page\ntitle: "Convention on Lamps"\nstatus: draft\n---\n# Lamps\n'
    assert found(source).header == (("Title", "Convention on Lamps"), ("Status", "draft"))
    assert found(source).dropped[0].words == ("layout: page",)
    assert blocks(source) == ["Lamps"]


def test_tables_pages_and_code_keep_their_words() -> None:
    source = "| a | b |\n|---|---|\n| c | d |\n\n<div><ol><li>x</ol></div>\n\n```\ncode\n```\n\n~~old~~ new\n"
    assert blocks(source) == ["a | b", "c | d", "1. x", "code", "new"]
    assert found(source).dropped[1].words == ("old",)


def test_lists_without_end_are_refused() -> None:
    with pytest.raises(UnreadableFileError, match="more deeply"):
        found(">" * 10_000 + " x")


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "source",
    [
        "![" * 50_000,
        "<!-- " * 50_000,
        "x <!-- " * 50_000,
        "a\n" * 50_000,
        "[[a]: " * 20_000,
        "*a **b " * 20_000,
        "[^1]: a\n" + "    \n" * 50_000,
        "---\n" + "a: b\n" * 50_000,
    ],
)
def test_a_hostile_file_is_read_in_time(source: str) -> None:
    assert isinstance(found(source), Extract)
