"""Which provisions answer which right of 1990, told on wording of our own and on adopted treaties."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from corpus import treaties

from convention_tool.analysis.concordance import Answer, Concordance, compare
from convention_tool.analysis.losses import losses
from convention_tool.analysis.phrases import PhraseBook
from convention_tool.analysis.similarity import nearest
from convention_tool.analysis.strength import Status
from convention_tool.analysis.words import forms, sentences
from convention_tool.catalogue.recognition import knowledge, read_knowledge
from convention_tool.catalogue.rights import Right, RightKind, compared, new_rights, right
from convention_tool.document import Document, Facts, Listing, Prose, Row, Table, blocks_of, plain
from convention_tool.errors import BrokenDataError
from convention_tool.readers import parse
from convention_tool.tree.address import Places
from convention_tool.tree.nodes import Article, Conclusions, Instrument, Paragraph, Subparagraph
from convention_tool.tree.wording import wording
from convention_tool.views.concordance import MOST_SERIOUS, table, view

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CASES = Path(__file__).parent / "cases"

#: What the labelled treaties must reach, so that a change of the data that loses ground is seen.
LEAST_F1 = 0.85

RIGHT, OBLIGATION = RightKind.RIGHT, RightKind.OBLIGATION


def cases(folder: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted((CASES / folder).glob("*.toml")):
        for case in tomllib.loads(path.read_text("utf-8"))["case"]:
            yield f"{path.stem}: {case['name']}", case


def draft(text: str, heading: str = "") -> Instrument:
    """An instrument of one article."""
    head = f"Article 1\n{heading}\n" if heading else "Article 1\n"
    return parse(f"CONVENTION\n\n{head}\n{text.strip()}\n").instrument


def answered(answers: Iterable[Answer]) -> set[str]:
    return {one.right.article for one in answers if one.counterparts}


def pairs(concordance: Concordance) -> set[tuple[str, str]]:
    return {
        (counterpart.article, answer.right.article)
        for answer in concordance.answers
        for counterpart in answer.counterparts
    }


OF_1990 = [pytest.param(*one, id=one[0]) for one in cases("recognition")]
OURS = [pytest.param(*one, id=one[0]) for one in cases("recognition-new")]


@pytest.mark.parametrize(("name", "case"), OF_1990)
def test_a_provision_answers_what_a_reader_would_say(name: str, case: dict[str, Any]) -> None:
    concordance = compare(draft(case["text"], case.get("heading", "")))
    judge(name, case, answered(concordance.answers))


@pytest.mark.parametrize(("name", "case"), OURS)
def test_a_provision_answers_what_1990_lacks(name: str, case: dict[str, Any]) -> None:
    concordance = compare(draft(case["text"], case.get("heading", "")))
    judge(name, case, answered(concordance.new))


def judge(name: str, case: dict[str, Any], found: set[str]) -> None:
    expected, maybe = set(case["expects"]), set(case.get("maybe", []))
    assert expected <= found, f"{name}: not found"
    assert found <= expected | maybe, f"{name}: found where it is not"


@pytest.mark.parametrize(
    ("folder", "many", "silent", "known"),
    [("recognition", 150, 30, compared()), ("recognition-new", 60, 20, new_rights())],
)
def test_the_cases_are_many_and_some_answer_nothing(
    folder: str, many: int, silent: int, known: tuple[Right, ...]
) -> None:
    every = [case for _, case in cases(folder)]
    assert len(every) >= many
    assert sum(not case["expects"] for case in every) >= silent
    names = [name for name, _ in cases(folder)]
    assert len(names) == len(set(names))
    named = {one for case in every for one in (*case["expects"], *case.get("maybe", []))}
    assert named <= {one.article for one in known}


def test_every_right_that_1990_lacks_has_a_case() -> None:
    expected = {one for _, case in cases("recognition-new") for one in case["expects"]}
    assert expected == {one.article for one in new_rights()}


def test_adopted_treaties_are_compared_as_a_careful_reader_labelled_them() -> None:
    folder = treaties()
    labels = folder.parent / "gold" / "rights.json"
    if not labels.is_file():
        pytest.skip("no labels here: the corpus has no gold/rights.json")
    hits = counted = wanted = 0
    for name, articles in json.loads(labels.read_text("utf-8")).items():
        text = (folder / "core" / f"{name}.txt").read_text("utf-8")
        found = pairs(compare(parse(text).instrument))
        covers = {(a, str(r)) for a, label in articles.items() for r in label["covers"]}
        arguable = {(a, str(r)) for a, label in articles.items() for r in label["arguable"]}
        hits += len(found & covers)
        counted += len(found - arguable)
        wanted += len(covers)
    assert 2 * hits / (counted + wanted) >= LEAST_F1


THREE = parse(
    """CONVENTION

Article 1

No worker may be held in slavery or servitude.

Article 2

1. Everyone is free to leave any country.
2. Every child has the right to a name.

Article 3

The English and French texts are equally authentic.
"""
).instrument


def without(instrument: Instrument, number: str) -> Instrument:
    kept = [
        one
        for one in instrument.elements
        if not (isinstance(one, Article) and one.number == number)
    ]
    return replace(instrument, elements=tuple(kept))


def test_every_right_has_one_answer_in_the_order_of_1990() -> None:
    concordance = compare(THREE)
    assert [one.right for one in concordance.answers] == list(compared())
    assert [one.right for one in concordance.new] == list(new_rights())


def test_an_answer_is_cited_as_exactly_as_it_can_be() -> None:
    [counterpart] = next(
        one.counterparts for one in compare(THREE).answers if one.right.article == "29"
    )
    assert counterpart.article == "2"
    assert counterpart.address == "art_2"
    assert counterpart.citation == "article 2, paragraph 2"
    assert counterpart.evidence == ("Every child has the right to a name",)


def test_an_article_answers_a_right_once() -> None:
    for answer in compare(THREE).answers:
        articles = [counterpart.article for counterpart in answer.counterparts]
        assert len(articles) == len(set(articles))


@pytest.mark.parametrize("number", ["1", "2", "3"])
def test_an_article_taken_out_takes_its_answers_and_no_others(number: str) -> None:
    before, after = pairs(compare(THREE)), pairs(compare(without(THREE, number)))
    assert after == {pair for pair in before if pair[0] != number}
    assert after != before


def test_every_address_is_found_in_the_draft_and_every_quotation_stands_in_its_article() -> None:
    folder = treaties()
    for path in sorted(folder.glob("core/*.txt")):
        instrument = parse(path.read_text("utf-8")).instrument
        places = Places(instrument)
        end = wording(instrument.conclusions) if instrument.conclusions else ""
        for answer in compare(instrument).answers:
            for counterpart in answer.counterparts:
                node = places.find(counterpart.address)
                assert isinstance(node, Article)
                assert node.number == counterpart.article
                said = " ".join(f"{wording(node)} {end}".split())
                assert all(quotation in said for quotation in counterpart.evidence)
                assert 0.5 <= counterpart.confidence < 1


def test_the_same_draft_gives_the_same_concordance() -> None:
    assert compare(THREE) == compare(THREE)
    assert json.dumps(compare(THREE).to_json()) == json.dumps(compare(THREE).to_json())


KEYS = (
    *("article", "title", "status", "why", "elements"),
    *("holder", "modality", "qualifiers", "counterparts"),
)
OF_A_COUNTERPART = (
    *("article", "address", "citation", "confidence"),
    *("evidence", "against", "authors"),
)


def test_the_json_has_the_keys_that_its_docstring_names() -> None:
    found = compare(THREE).to_json()
    assert list(found) == ["language", "understood", "rights", "new"]
    assert [entry["article"] for entry in found["rights"]] == [str(n) for n in range(7, 94)]
    assert [entry["article"] for entry in found["new"]] == [one.id for one in new_rights()]
    entries = [*found["rights"], *found["new"]]
    assert {tuple(entry) for entry in entries} == {KEYS}
    assert {tuple(entry["elements"]) for entry in entries} == {("present", "absent")}
    counterparts = [one for entry in entries for one in entry["counterparts"]]
    assert {tuple(one) for one in counterparts} == {OF_A_COUNTERPART}
    told = Concordance.to_json.__doc__ or ""
    assert all(f"`{key}`" in told for key in {*found, *KEYS, *OF_A_COUNTERPART})


def test_the_json_has_only_what_is_asked_for() -> None:
    found = compare(THREE).to_json(lambda one: one.right.part == "II")
    assert [entry["article"] for entry in found["rights"]] == ["7"]
    assert found["new"] == []


def test_elements_in_the_json_are_those_of_the_catalogue() -> None:
    found = compare(THREE).to_json()
    for entry in (*found["rights"], *found["new"]):
        present, absent = entry["elements"]["present"], entry["elements"]["absent"]
        known = [one.id for one in right(entry["article"]).elements]
        assert sorted([*present, *absent]) == sorted(known)
        assert present == [one for one in known if one in present]


def test_an_empty_draft_answers_nothing() -> None:
    concordance = compare(Instrument())
    assert concordance.gaps == concordance.answers
    every = (*concordance.answers, *concordance.new)
    assert {one.status for one in every} == {Status.MISSING}


def test_principles_without_articles_are_compared_too() -> None:
    text = "Everyone has the right to life."
    concordance = compare(Instrument(elements=(Paragraph(number="1", text=text),)))
    [counterpart] = concordance.answers[2].counterparts
    assert (counterpart.article, counterpart.address) == ("", "para_1")


def test_the_testimonium_speaks_for_the_last_article() -> None:
    last = Article(number="2", paragraphs=(Paragraph(text="This Convention has no annex."),))
    closing = Paragraph(text="Done in two texts, both equally authentic.")
    first = Article(number="1", paragraphs=(Paragraph(text="Everyone has the right to life."),))
    instrument = Instrument(elements=(first, last), conclusions=Conclusions(paragraphs=(closing,)))
    assert ("2", "93") in pairs(compare(instrument))


def test_a_chapeau_and_its_item_are_read_together() -> None:
    items = (
        Subparagraph(number="a", text="membership of trade unions;"),
        Subparagraph(number="b", text="remuneration;"),
    )
    chapeau = "Treatment no less favourable than that of nationals shall apply in respect of:"
    article = Article(number="1", paragraphs=(Paragraph(text=chapeau, subparagraphs=items),))
    concordance = compare(Instrument(elements=(article,)))
    [pay] = next(one.counterparts for one in concordance.answers if one.right.article == "25")
    assert pay.citation == "article 1, subparagraph (b)"


def test_words_about_something_else_weigh_less() -> None:
    assert "9" in answered(compare(draft("Everyone has the right to life.")).answers)
    aside = "Officials may inspect ships, without prejudice to the right to life."
    assert "9" not in answered(compare(draft(aside)).answers)


@pytest.mark.parametrize(
    ("damaged", "right"),
    [
        ("Everyone has freedom ofthought and belief.", "12"),
        ("A Party may at any time withdraw thisreservation.", "91"),
        ("All have a right to personalliberty.", "16"),
        ("Nobody may be made to do compulsary labour.", "11"),
    ],
)
def test_damaged_words_are_understood(damaged: str, right: str) -> None:
    assert right in answered(compare(draft(damaged)).answers)


def test_a_mended_word_is_one_slip_away_and_the_only_one() -> None:
    assert nearest("expulsoon", ["expulsion", "exclusion"]) == "expulsion"
    assert nearest("labor", ["labour"]) is None
    assert nearest("contributor", ["contributory"]) is None
    assert nearest("restitution", ["institution"]) is None
    assert nearest("reserbation", ["reservation", "reserration"]) is None


def test_spellings_and_numbers_are_one() -> None:
    assert forms("Labour organisations' programmes") == forms("labor organization's program")
    assert forms("co-operation, re-entry") == ["cooperation", "reentry"]
    assert forms("StatesParties") == ["state", "party"]


def test_sentences_end_where_a_copy_lost_the_space() -> None:
    assert sentences("It is so.The State acts. See art. 5 Of it.") == [
        "It is so.",
        "The State acts.",
        "See art. 5 Of it.",
    ]


def test_phrases_have_alternatives_endings_and_gaps() -> None:
    book = PhraseBook()
    numbers = [
        book.add(one) for one in ("leave any|the country", "expel* .. alien", "right to life")
    ]
    book.close()
    found = book.find(forms("He may leave the country; aliens are expelled, no alien is expelled"))
    assert set(found) == {numbers[0], numbers[1]}
    assert [tuple(match) for match in found[numbers[0]]] == [(2, 5)]
    assert not book.find(forms("expelled one two three four five aliens"))


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        ({"right": [{"article": "9", "field": "rights", "weigth": 1}]}, "weigth"),
        (
            {"right": [{"article": "9", "field": "x", "sign": [{"any": "life", "weight": 1.0}]}]},
            "list",
        ),
        ({"right": [{"article": "9", "field": "x", "headings": ["@nothing"]}]}, "@nothing"),
        ({"right": [{"article": "9", "field": "x", "headings": ["<nothing> here"]}]}, "<nothing>"),
    ],
)
def test_a_mistake_in_the_data_is_named(data: dict[str, Any], complaint: str) -> None:
    with pytest.raises(BrokenDataError, match="recognition, article 9") as failure:
        read_knowledge(data)
    assert complaint in str(failure.value)


def test_the_data_knows_every_right_once_and_shuts_only_fields_that_it_has() -> None:
    known = knowledge()
    assert [one.article for one in known.wordings] == [
        one.article for one in (*compared(), *new_rights())
    ]
    fields = {one.field for one in known.wordings}
    assert all(set(kind.shuts) <= fields for kind in known.fields)
    assert all(one.signs or one.headings for one in known.wordings)
    assert all(0 < sign.weight < 1 for one in known.wordings for sign in one.signs)


def test_every_shorthand_of_the_data_is_used() -> None:
    folder = Path(str(files("convention_tool").joinpath("data")))
    paths = sorted(
        path for name in ("recognition", "elements") for path in (folder / name).iterdir()
    )
    text = "\n".join(path.read_text("utf-8") for path in paths)
    data = tomllib.loads((folder / "recognition" / "common.toml").read_text("utf-8"))
    assert [name for name in data["classes"] if f"<{name}>" not in text] == []
    assert [name for name in data["concepts"] if f'"@{name}"' not in text] == []


def rows_of(page: Document) -> list[Row]:
    return [row for block in blocks_of(page) if isinstance(block, Table) for row in block.rows]


def test_the_page_has_a_row_for_every_right_and_first_what_is_lost() -> None:
    concordance = compare(THREE)
    page = view(concordance, "Three articles")
    assert page.title.endswith("Three articles")
    assert [row.anchor for row in rows_of(page)] == [
        f"right-{one.article}" for one in (*compared(), *new_rights())
    ]
    worst = next(block for block in blocks_of(page) if isinstance(block, Listing))
    assert [plain(item).partition(":")[0] for item in worst.items] == [
        f"{one.right.article} {one.right.title}".partition(":")[0]
        for one in losses(
            one for one in concordance.answers if one.right.kind in {RIGHT, OBLIGATION}
        )[:MOST_SERIOUS]
    ]


def test_the_page_counts_every_right_and_duty_once() -> None:
    concordance = compare(THREE)
    facts = next(block for block in blocks_of(view(concordance, "x")) if isinstance(block, Facts))
    counted = {name.partition(" ")[2]: int(name.partition(" ")[0]) for name, _ in facts.entries}
    of_substance = [one for one in concordance.answers if one.right.kind in {RIGHT, OBLIGATION}]
    assert counted == Counter(str(one.status) for one in of_substance)


def test_the_page_shows_only_what_is_asked_for_and_counts_all() -> None:
    concordance = compare(THREE)
    page = view(concordance, "x", keep=lambda one: one.right.article in {"11", "firewall"})
    assert [row.anchor for row in rows_of(page)] == ["right-11", "right-firewall"]
    sentence, counts, *_ = blocks_of(view(concordance, "x"))
    assert list(blocks_of(page))[:2] == [sentence, counts]


def test_the_table_for_spreadsheets_has_a_row_for_every_right_and_fits_its_header() -> None:
    sheet = table(compare(THREE))
    assert [plain(row.cells[0]) for row in sheet.rows] == [
        one.article for one in (*compared(), *new_rights())
    ]
    assert {len(row.cells) for row in sheet.rows} == {len(sheet.header)}


def test_a_french_text_is_said_to_be_out_of_reach() -> None:
    french = parse("Article premier\nToute personne a droit à la vie.", language="fr").instrument
    concordance = compare(french)
    assert not concordance.understood
    assert {one.status for one in concordance.answers} == {Status.CANNOT_TELL}
    caution = next(block for block in blocks_of(view(concordance, "x")) if isinstance(block, Prose))
    assert "in French" in plain(caution.content)
    assert compare(parse("Article 1\nEveryone has the right to life.").instrument).understood
