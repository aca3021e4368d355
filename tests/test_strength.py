"""Where each right stands, told on small drafts that a lawyer can read and correct.

The drafts are in cases/status: a text, and of each right that matters there its status and, after
a colon, words that the reason must have. The labelled clauses of cases/strength say how often the
tool and a careful reader agree.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest
from cases import CASES, Case, read_cases
from strengths import FIELDS, Judged, answer, content, judged, labelled, one_article

from convention_tool.analysis.concordance import compare
from convention_tool.analysis.losses import losses, seriousness
from convention_tool.analysis.reasons import why
from convention_tool.analysis.strength import Status
from convention_tool.catalogue.rights import compared, new_rights, right
from convention_tool.readers import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convention_tool.analysis.concordance import Concordance
    from convention_tool.tree.nodes import Instrument

#: In every field, the tool and the reader agree at least so often.
AGREEMENT = 0.85

#: From what loses most to what gives most; where the tool cannot tell, it says nothing.
ORDER = (Status.MISSING, Status.WEAKER, Status.PARTIAL, Status.EQUAL, Status.STRONGER)

#: "10 weaker: narrower holder | article 1".
EXPECTED = re.compile(r"(?P<right>[a-z\d-]+) (?P<status>[a-z ]+): (?P<why>.+)")


def cases() -> Iterator[Case]:
    for path in sorted((CASES / "status").glob("*.case")):
        yield from read_cases(path.read_text("utf-8"))


def draft(text: str) -> Instrument:
    return parse(f"CONVENTION\n\n{text}").instrument


def reason(concordance: Concordance, article: str) -> str:
    found = answer(concordance, article)
    return why(found.right, found.verdict, concordance.places)


def status(text: str, article: str) -> Status:
    return answer(compare(one_article(text)), article).status


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in cases()])
def test_a_right_stands_where_a_lawyer_would_say(case: Case) -> None:
    concordance = compare(draft(case.given))
    for line in case.expected.splitlines():
        expected = EXPECTED.fullmatch(line)
        assert expected, line
        found = answer(concordance, expected["right"])
        said = reason(concordance, expected["right"])
        assert str(found.status) == expected["status"], said
        for words in expected["why"].split(" | "):
            assert words.casefold() in said.casefold(), said


def test_every_status_has_a_case() -> None:
    told = {line["status"] for case in cases() for line in EXPECTED.finditer(case.expected)}
    assert told == set(map(str, Status))


@pytest.mark.parametrize("field", FIELDS)
def test_the_tool_agrees_with_a_careful_reader(field: str) -> None:
    points = [one for one in points_judged() if one.field == field]
    assert sum(one.agree for one in points) / len(points) >= AGREEMENT


def test_the_labelled_clauses_are_many_and_name_what_there_is() -> None:
    every = list(labelled())
    assert len(every) >= 120
    names = [case.name for case in every]
    assert len(names) == len(set(names))
    for case in every:
        known = {one.id for one in right(case.right).elements}
        assert set(case.label["elements"]) <= known, case.name
        assert set(case.label.get("maybe_elements", ())) <= known, case.name


@cache
def points_judged() -> tuple[Judged, ...]:
    return tuple(one for case in labelled() for one in judged(case, content(case)))


# ------------------------------------------------------- what must matter, and what must not


def statuses(concordance: Concordance) -> dict[str, Status]:
    return {one.right.article: one.status for one in (*concordance.answers, *concordance.new)}


def with_lamps(instrument: Instrument) -> Instrument:
    """The draft with an article that has nothing to do with rights."""
    lamps = draft("Article 77\nLamps are lit in every harbour at night.").articles
    return replace(instrument, elements=(*instrument.elements, *lamps))


def test_an_article_about_something_else_changes_no_status() -> None:
    for case in labelled():
        before, after = compare(case.instrument), compare(with_lamps(case.instrument))
        assert statuses(before) == statuses(after), case.name
        assert reason(before, case.right) == reason(after, case.right), case.name


#: Rights whose parts each have a sentence, so that each can be left out alone.
SENTENCES = {
    "10": ("Nobody may be tortured.", "Nobody may be given inhuman or degrading treatment."),
    "11": (
        "Nobody may be held in slavery.",
        "Nobody may be kept in servitude.",
        "Nobody may be made to do forced labour.",
    ),
    "18": (
        "A person charged with an offence is presumed innocent until proved guilty by law.",
        "A person charged with an offence has the free help of an interpreter.",
        "A person charged with an offence is tried without undue delay.",
        "A person charged with an offence cannot be made to testify against himself or herself.",
        "A person who is convicted may have the conviction reviewed by a higher tribunal.",
    ),
    "29": (
        "Every child has the right to a name.",
        "Every child has the right to have the birth registered.",
        "Every child has the right to a nationality.",
    ),
}


@pytest.mark.parametrize("article", SENTENCES)
def test_an_elements_sentence_taken_out_takes_the_element_and_makes_nothing_stronger(
    article: str,
) -> None:
    sentences = SENTENCES[article]
    whole = compare(one_article(" ".join(sentences)))
    before = answer(whole, article).verdict.content
    assert before is not None
    assert len(before.elements) == len(sentences)
    for place in range(len(sentences)):
        rest = " ".join((*sentences[:place], *sentences[place + 1 :]))
        shorter = compare(one_article(rest))
        after = answer(shorter, article).verdict.content
        assert after is not None
        assert len(after.elements) == len(before.elements) - 1
        assert after.elements.keys() < before.elements.keys()
        for name, now in statuses(shorter).items():
            assert not_stronger(now, statuses(whole)[name]), (name, rest)


def not_stronger(now: Status, before: Status) -> bool:
    """Whether a status is no better than another; where the tool cannot tell, nothing is said."""
    if Status.CANNOT_TELL in {now, before}:
        return before is not Status.MISSING
    return ORDER.index(now) <= ORDER.index(before)


#: Words around a sentence, and the reserve that they make; the first three make a verb softer.
WEAKENED = {
    "Each State Party shall endeavour to see to it that {}.": "",
    "It is desirable that {}.": "",
    "Each State Party shall consider whether {}.": "",
    "{}, subject to national legislation.": "national-law",
    "{}, in so far as that is possible.": "practicable",
    "{}, except for reasons of national security.": "security",
    "{}, on condition of reciprocity.": "reciprocity",
    "{}, as available resources allow.": "resources",
}

#: A reserve that 1990 makes of a right itself does not make it weaker.
PAIRS = [
    (article, words)
    for article in SENTENCES
    for words, reserve in WEAKENED.items()
    if reserve not in right(article).qualifiers
]


@pytest.mark.parametrize(("article", "words"), PAIRS)
def test_words_that_weaken_every_sentence_make_a_right_weaker(article: str, words: str) -> None:
    sentences = (words.format(f"{one[0].lower()}{one[1:-1]}") for one in SENTENCES[article])
    text = " ".join(f"{one[0].upper()}{one[1:]}" for one in sentences)
    assert status(text, article) is Status.WEAKER


@pytest.mark.parametrize("article", SENTENCES)
def test_nothing_is_weakened_that_nobody_weakened(article: str) -> None:
    found = answer(compare(one_article(" ".join(SENTENCES[article]))), article)
    assert found.status is not Status.WEAKER
    assert found.verdict.content is not None
    assert found.verdict.content.qualifiers == ()


def test_a_reason_names_the_elements_that_lack() -> None:
    for case in labelled():
        concordance = compare(case.instrument)
        found = answer(concordance, case.right)
        if found.status is Status.PARTIAL and found.verdict.content:
            missed = [
                one.text
                for one in found.right.elements
                if one.id not in found.verdict.content.elements
            ]
            assert missed, case.name
            assert missed[0] in reason(concordance, case.right), case.name


def test_a_reason_is_one_sentence_for_every_right() -> None:
    for case in labelled():
        concordance = compare(case.instrument)
        for one in (*compared(), *new_rights()):
            said = reason(concordance, one.article)
            assert said == said.strip()
            assert said[0].isupper() or said[0].isdigit(), said
            assert said.endswith("."), said
            assert ".." not in said, said


# ---------------------------------------------------------------- the most serious losses


def test_losses_are_those_of_weight_first() -> None:
    text = (
        "Article 1\nNobody may be tortured.\n"
        "Article 2\nEveryone is free to move within the State of employment.\n"
    )
    lost = losses(compare(draft(text)).answers)
    order = [one.right.article for one in lost]
    assert {one.status for one in lost} <= {Status.MISSING, Status.WEAKER, Status.PARTIAL}
    assert order.index("20") < order.index("11"), "what no State may limit comes first"
    assert order.index("11") < order.index("49"), "what everyone has comes before"
    assert order.index("49") < order.index("39"), "a right lost comes before a part of one lost"
    assert order.index("49") < order.index("93"), "final clauses come last"
    weights = [seriousness(one) for one in lost]
    assert weights == sorted(weights, reverse=True)


def test_what_is_kept_is_no_loss() -> None:
    whole = " ".join(SENTENCES["29"])
    kept = answer(compare(one_article(whole)), "29")
    assert seriousness(kept) == 0
    assert kept not in losses([kept])
