"""Why a provision answers what it does, and what was thought of and left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from convention_tool.analysis.concordance import compare
from convention_tool.analysis.counterparts import NAMED_FROM
from convention_tool.analysis.explanation import THOUGHT_OF_FROM, Considered, explain
from convention_tool.cli.page import as_text
from convention_tool.readers import parse
from convention_tool.tree.wording import wording
from convention_tool.views.explanation import view

if TYPE_CHECKING:
    from convention_tool.analysis.explanation import Explanation

DRAFT = parse(
    """CONVENTION

Article 1
Slavery

1. No one may be held in slavery.

2. Everyone has the right to life, which the law protects. Officials may inspect ships:

(a) at night, without prejudice to the right to liberty;

(b) by day.

Article 2

The English and French texts are equally authentic.

Article 3 bis

Lamps are lit at night.
"""
).instrument


def explained(name: str) -> Explanation:
    found = explain(DRAFT, name)
    assert found is not None
    return found


def rights(explanation: Explanation, *, named: bool) -> list[str]:
    return [one.right.article for one in explanation.considered if one.named is named]


@pytest.mark.parametrize(
    ("name", "citation"),
    [
        ("1", "article 1"),
        (" 1 ", "article 1"),
        ("Article 1", "article 1"),
        ("art. 1", "article 1"),
        ("ART 1", "article 1"),
        ("art_1", "article 1"),
        ("art_1__para_2", "article 1, paragraph 2"),
        ("art_1__para_2__subpara_a", "article 1, paragraph 2 (a)"),
        ("article 2", "article 2"),
    ],
)
def test_a_provision_is_found_as_people_name_it(name: str, citation: str) -> None:
    assert explained(name).citation == citation


@pytest.mark.parametrize("name", ["9", "article 9", "", " ", "art_1__para_7", "slavery", "."])
def test_what_is_not_there_is_not_explained(name: str) -> None:
    assert explain(DRAFT, name) is None


def test_an_article_is_explained_with_what_compare_answers() -> None:
    answers = {
        one.right.article: [(by.citation, by.confidence) for by in one.counterparts]
        for one in compare(DRAFT).answers
        if any(by.article == "1" for by in one.counterparts)
    }
    found = explained("1")
    assert set(rights(found, named=True)) == set(answers) == {"9", "11"}
    for one in found.considered:
        if one.named:
            [(_, confidence)] = answers[one.right.article]
            assert round(one.found.confidence, 2) == confidence


def test_what_was_thought_of_and_left_is_told_with_what_speaks_against_it() -> None:
    found = explained("1")
    assert rights(found, named=False) == ["16"]
    [left] = (one for one in found.considered if not one.named)
    assert THOUGHT_OF_FROM <= left.found.confidence < NAMED_FROM
    doubts = [doubt.sentence for one in left.found.evidence for doubt in one.against]
    assert any("without prejudice to" in doubt for doubt in doubts)


def test_the_surest_stands_first() -> None:
    sureness = [one.found.confidence for one in explained("1").considered]
    assert sureness == sorted(sureness, reverse=True)


def test_a_paragraph_is_explained_by_its_own_words() -> None:
    assert rights(explained("art_1__para_1"), named=True) == ["11"]
    assert rights(explained("art_1__para_2"), named=True) == ["9"]
    for name in ("art_1__para_1", "art_1__para_2", "art_1__para_2__subpara_a"):
        node = next(
            one for one in DRAFT.articles[0].paragraphs if f"art_1__para_{one.number}" == name[:13]
        )
        said = " ".join(wording(node).split())
        for one in explained(name).considered:
            assert all(part.quotation in said for part in one.found.evidence)


def test_the_heading_speaks_for_the_article_and_not_for_its_paragraphs() -> None:
    assert headed(explained("1"), "11")
    assert not headed(explained("art_1__para_1"), "11")


def headed(explanation: Explanation, article: str) -> bool:
    one = considered(explanation, article)
    return any(part.clause is None for part in one.found.evidence)


def considered(explanation: Explanation, article: str) -> Considered:
    return next(one for one in explanation.considered if one.right.article == article)


def test_an_article_that_answers_nothing_is_said_to() -> None:
    found = explained("art_3bis")
    assert found.considered == ()
    page = as_text(view(found, "Lamps"))
    assert "Article 3 bis of Lamps" in page
    assert "not recognized as an answer to any right" in page


def test_the_page_quotes_what_speaks_for_and_against() -> None:
    page = " ".join(as_text(view(explained("1"), "Lamps")).split())
    assert page.startswith("Article 1 of Lamps")
    assert "Article 1 was recognized as an answer to 2 rights." in page
    assert "“No one may be held in slavery” (article 1, paragraph 1)" in page
    assert "“Slavery” (its heading)" in page
    left = page.partition("Thought of and left")[2]
    assert "16 Liberty and security of person" in left
    assert "against these words: " in left
    assert "11 Slavery" not in left


def test_one_right_is_one_right() -> None:
    assert "as an answer to one right." in as_text(view(explained("2"), "Lamps"))


def test_the_json_has_the_keys_that_its_docstring_names() -> None:
    found = explained("1").to_json()
    assert list(found) == ["provision", "rights"]
    assert found["provision"] == "article 1"
    keys = ("article", "title", "confidence", "named", "authors", "against", "evidence")
    assert {tuple(one) for one in found["rights"]} == {keys}
    evidence = [part for one in found["rights"] for part in one["evidence"]]
    assert {tuple(part) for part in evidence} == {("words", "citation", "alone", "against")}
    assert [one["article"] for one in found["rights"] if one["named"]] == ["9", "11"]
