"""What the authors of a draft say of it: they are believed, and nothing else changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from strengths import answer

from convention_tool.analysis.authors import authors
from convention_tool.analysis.concordance import compare
from convention_tool.analysis.counterparts import AUTHORS_CONFIDENCE
from convention_tool.document import Badge, Table, blocks_of
from convention_tool.readers import parse
from convention_tool.views.concordance import view
from convention_tool.writers import html

if TYPE_CHECKING:
    from convention_tool.analysis.concordance import Concordance

#: Article 1 answers slavery (11) in its first paragraph and life (9) in its second.
TEXT = """CONVENTION

{article}Article 1

{first}1. No one may be held in slavery.

{second}2. Everyone has the right to life, which the law protects.

{other}Article 2

Every child has the right to a name.
{end}
"""

PLACES = ("article", "first", "second", "other", "end")


def said(**lines: str) -> Concordance:
    """The draft with lines of its authors above some of its provisions."""
    above = {place: f"{lines[place]}\n\n" if place in lines else "" for place in PLACES}
    return compare(parse(TEXT.format(**above)).instrument)


def cited(concordance: Concordance, article: str) -> list[tuple[str, str]]:
    """The provisions that answer a right, each with what the authors wrote."""
    found = answer(concordance, article).counterparts
    return [(one.citation, one.authors) for one in found]


def others(concordance: Concordance, *left_out: str) -> dict[str, list[tuple[str, str]]]:
    every = (*concordance.answers, *concordance.new)
    names = (one.right.article for one in every)
    return {name: cited(concordance, name) for name in names if name not in left_out}


SILENT = said()


def test_a_draft_whose_authors_are_silent_is_taken_as_found() -> None:
    assert cited(SILENT, "11") == [("article 1, paragraph 1", "")]
    assert cited(SILENT, "9") == [("article 1, paragraph 2", "")]
    assert cited(SILENT, "44") == []
    assert SILENT.authors.of == {}
    assert SILENT.authors.strays == ()


def test_a_line_above_an_article_adds_rights_to_it() -> None:
    concordance = said(article="% answers: 44, 45(1)")
    assert cited(concordance, "44") == [("article 1", "44")]
    assert cited(concordance, "45") == [("article 1", "45(1)")]
    assert answer(concordance, "44").counterparts[0].confidence == AUTHORS_CONFIDENCE
    assert others(concordance, "44", "45") == others(SILENT, "44", "45")


def test_a_line_above_a_paragraph_adds_rights_to_the_paragraph() -> None:
    concordance = said(second="% answers: 44")
    assert cited(concordance, "44") == [("article 1, paragraph 2", "44")]
    assert others(concordance, "44") == others(SILENT, "44")


def test_a_line_may_add_to_each_of_two_articles() -> None:
    concordance = said(article="% answers: 44", other="% answers: 44")
    assert cited(concordance, "44") == [("article 1", "44"), ("article 2", "44")]


def test_what_the_tool_finds_too_is_shown_as_the_authors_once() -> None:
    assert cited(said(article="% answers: 11"), "11") == [("article 1", "11")]


def test_a_line_above_an_article_takes_a_right_from_all_of_it() -> None:
    concordance = said(article="% answers: not 11")
    assert cited(concordance, "11") == []
    assert others(concordance, "11") == others(SILENT, "11")


def test_a_line_above_a_paragraph_takes_a_right_from_it_alone() -> None:
    assert cited(said(first="% answers: not 11"), "11") == []
    assert others(said(first="% answers: not 11"), "11") == others(SILENT, "11")
    assert others(said(second="% answers: not 11")) == others(SILENT)


def test_a_line_about_another_article_changes_nothing_here() -> None:
    assert others(said(other="% answers: not 11")) == others(SILENT)


def test_a_line_adds_and_takes_away_at_once() -> None:
    concordance = said(article="% answers: 12, not 11")
    assert cited(concordance, "12") == [("article 1", "12")]
    assert cited(concordance, "11") == []


@pytest.mark.parametrize(
    ("line", "right", "pinpoint"),
    [
        ("% answers: 44", "44", "44"),
        ("% Answers: 44.", "44", "44"),
        ("% answers : 44", "44", "44"),
        ("% answers: article 44", "44", "44"),
        ("% answers: art. 44 (1) (a)", "44", "44(1)(a)"),
        ("% answers: 43 and 44", "44", "44"),
        ("% answers: 43; 44(2)", "44", "44(2)"),
        ("% answers: firewall", "firewall", "firewall"),
        ("% answers: Non-Refoulement", "non-refoulement", "non-refoulement"),
    ],
)
def test_authors_write_as_lawyers_do(line: str, right: str, pinpoint: str) -> None:
    assert cited(said(article=line), right) == [("article 1", pinpoint)]
    assert said(article=line).authors.strays == ()


@pytest.mark.parametrize(
    "line",
    ["% this answers nobody's question", "% answers", "% the text answers: 44", "% see 44"],
)
def test_other_comments_are_only_comments(line: str) -> None:
    assert others(said(article=line)) == others(SILENT)
    assert said(article=line).authors.strays == ()


@pytest.mark.parametrize("words", ["banana", "99", "1", "44.5", "0", "not banana"])
def test_words_that_name_no_right_are_left_out_and_shown(words: str) -> None:
    concordance = said(article=f"% answers: {words}")
    assert [one.words for one in concordance.authors.strays] == [words]
    assert others(concordance) == others(SILENT)
    assert concordance.to_json() == SILENT.to_json()
    page = html.write(view(concordance, "A draft")).decode()
    assert f"“{words}”" in page


def test_a_stray_word_does_not_spoil_the_line() -> None:
    concordance = said(article="% answers: 44, banana, not 11")
    assert cited(concordance, "44") == [("article 1", "44")]
    assert cited(concordance, "11") == []
    assert [one.words for one in concordance.authors.strays] == ["banana"]


def test_a_line_above_nothing_is_shown_and_changes_nothing() -> None:
    concordance = said(end="% answers: 44")
    assert [one.words for one in concordance.authors.strays] == ["44"]
    assert others(concordance) == others(SILENT)
    assert "% answers: 44" in html.write(view(concordance, "A draft")).decode()


def test_the_page_says_whose_answer_it_is() -> None:
    page = view(said(article="% answers: 45(1)"), "A draft")
    rows = [row for block in blocks_of(page) if isinstance(block, Table) for row in block.rows]
    [row] = (row for row in rows if row.anchor == "right-45")
    badges = [one.text for cell in row.cells for one in cell if isinstance(one, Badge)]
    assert "the authors: 45(1)" in badges


def test_the_json_says_whose_answer_it_is() -> None:
    entries = said(article="% answers: 45(1)").to_json()["rights"]
    [entry] = (one for one in entries if one["article"] == "45")
    assert [one["authors"] for one in entry["counterparts"]] == ["45(1)"]
    [other] = (one for one in entries if one["article"] == "29")
    assert [one["authors"] for one in other["counterparts"]] == [""]


def test_the_lines_are_found_on_the_provisions_under_them() -> None:
    text = TEXT.format(article="% answers: 44\n\n", first="", second="", other="", end="")
    instrument = parse(text).instrument
    [(node, own)] = authors(instrument).of.items()
    assert node == id(instrument.articles[0])
    assert [one.right for one in own.added] == ["44"]
