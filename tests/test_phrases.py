"""Finding many phrases in many clauses at once gives what finding each alone would give."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convention_tool.analysis.clauses import Clause
from convention_tool.analysis.indexed import Indexed
from convention_tool.analysis.phrases import PhraseBook
from convention_tool.analysis.search import BATCH, MOST, Match
from convention_tool.tree.nodes import Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Few words, so that phrases are often found and often nearly.
WORDS = ("lamp", "lamps", "light", "lighter", "sea", "ship", "harbour", "keeper", "rope")

#: What a phrase is made of: a word, any ending, alternatives, a short gap, a long gap.
PHRASES = (
    *("lamp", "ship", "sea", "light*", "ship|rope", "harbour light|lighter", "lamp lamp"),
    *("lamp .. sea", "ship ... keeper", "rope .. light* .. ship", "light* ... light*"),
    *("keeper|ship lamp", "sea .. ship|rope ... harbour"),
)

runs = st.lists(st.lists(st.sampled_from(WORDS), max_size=24), min_size=1, max_size=6)


def book() -> PhraseBook:
    made = PhraseBook()
    for phrase in PHRASES:
        made.add(phrase)
    made.close()
    return made


BOOK = book()


def as_pattern(phrase: str) -> str:
    """A phrase as a regular expression over words, each with a space after it."""
    parts, gap = [], ""
    for word in phrase.split():
        if word in {"..", "..."}:
            gap = rf"(?:\S+ ){{0,{4 if word == '..' else 12}}}?"
        else:
            parts.append(gap + "(?:" + word.replace("*", r"\S*") + ") ")
            gap = ""
    return rf"(?<!\S){''.join(parts)}"


def present(phrase: str, run: Sequence[str]) -> bool:
    return re.search(as_pattern(phrase), "".join(f"{word} " for word in run)) is not None


@settings(derandomize=True, max_examples=300, deadline=None)
@given(runs)
def test_many_runs_together_give_what_each_gives_alone(words: list[list[str]]) -> None:
    forms = [BOOK.forms(run) for run in words]
    together = BOOK.index(forms)
    for place, run in enumerate(forms):
        assert together.find(place) == BOOK.find(run)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(runs)
def test_what_is_said_to_be_likely_beforehand_changes_nothing(words: list[list[str]]) -> None:
    index = BOOK.index([BOOK.forms(run) for run in words])
    likely = index.runs_with(range(len(PHRASES)))
    for place in range(len(words)):
        assert index.find(place, likely=likely.get(place, ())) == index.find(place)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(runs)
def test_a_phrase_that_nothing_calls_for_is_left_out_and_no_other(words: list[list[str]]) -> None:
    index = BOOK.index([BOOK.forms(run) for run in words])
    calls = {number: frozenset({number + 1}) for number in range(0, len(PHRASES) - 1, 2)}
    for place in range(len(words)):
        every = index.find(place)
        keys = calls.keys() & every.keys()
        called = {other for key in keys for other in calls[key]} & every.keys()
        assert index.find(place, calls) == {one: every[one] for one in keys | called}


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=16))
def test_phrases_are_found_where_a_plain_search_finds_them(words: list[str]) -> None:
    plain = PhraseBook()
    numbers = {plain.add(phrase): phrase for phrase in PHRASES if "light" not in phrase}
    plain.close()
    # "lamps" is a form of "lamp", and a search of the printed words does not know that.
    run = [word.removesuffix("s") for word in words]
    found = plain.find(plain.forms(run))
    for number, phrase in numbers.items():
        assert (number in found) == present(phrase, run), phrase


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=24))
def test_places_stand_within_the_run_and_apart(words: list[str]) -> None:
    for matches in BOOK.find(BOOK.forms(words)).values():
        for match in matches:
            assert 0 <= match.start < match.end <= len(words)
        for before, after in pairwise(matches):
            assert before.end <= after.start


@pytest.mark.parametrize(
    ("phrase", "words", "places"),
    [
        ("lamp", "a lamp and a lamp", [(1, 2), (4, 5)]),
        ("light*", "lighter lights", [(0, 1), (1, 2)]),
        ("ship|rope", "the rope of the ship", [(1, 2), (4, 5)]),
        ("lamp .. sea", "lamp by the deep blue sea", [(0, 6)]),
        ("lamp .. sea", "lamp by the very deep blue sea", []),
        ("lamp ... sea", "lamp by the very deep blue sea", [(0, 7)]),
        ("lamp sea", "lamp lamp sea", [(1, 3)]),
        ("lamp sea", "sea lamp", []),
        ("lamp .. sea", "lamp sea and sea", [(0, 2)]),
    ],
)
def test_where_a_phrase_is_found(phrase: str, words: str, places: list[tuple[int, int]]) -> None:
    made = PhraseBook()
    number = made.add(phrase)
    made.close()
    found = made.find(made.forms(words.split())).get(number, [])
    assert [tuple(match) for match in found] == places


def test_a_phrase_added_twice_has_one_number() -> None:
    made = PhraseBook()
    assert made.add("lamp sea") == made.add("lamp sea")
    assert made.add("lamp") != made.add("lamp sea")


def test_no_words_hold_no_phrase() -> None:
    assert BOOK.find([]) == {}
    assert BOOK.index([]).runs_with(range(len(PHRASES))) == {}


def test_a_phrase_said_without_end_is_found_so_often_and_no_more() -> None:
    book = PhraseBook()
    phrase, word = book.add("right to life"), book.add("life")
    book.close()
    found = book.find(["right", "to", "life"] * (2 * MOST))
    assert len(found[phrase]) == len(found[word]) == MOST


def test_clauses_beyond_one_batch_are_found_as_those_in_it() -> None:
    book = PhraseBook()
    phrase = book.add("right to life")
    book.close()
    node = Paragraph(text="")
    clauses = [Clause(node=node, text="The right to life.") for _ in range(BATCH + 1)]
    indexed = Indexed(book, clauses)
    assert indexed.find(clauses[0]) == indexed.find(clauses[-1]) == {phrase: [Match(1, 4)]}
