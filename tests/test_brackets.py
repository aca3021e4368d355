"""What the square brackets of a text hold, and how far each of them reaches."""

import pytest

import convention_tool
from convention_tool.analysis.brackets import Brackets, Holds, brackets
from convention_tool.analysis.draft import Draft
from convention_tool.analysis.printed import printed


def draft(given: str) -> Draft:
    reading = convention_tool.parse(given, name="draft")
    return Draft(reading.source, reading.instrument)


def brackets_in(words: str, header: str = "") -> Brackets:
    return draft(f"{header}Article 1\n\n{words}\n").fact(brackets)


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("Keepers [rest] at night.", Holds.CONTESTED),
        ("Keepers [, their crews and guests] rest.", Holds.CONTESTED),
        ("Keepers [shall/should] rest.", Holds.CONTESTED),
        ("Keepers rest after [X] hours.", Holds.BLANK),
        ("Keepers rest after [ ] hours.", Holds.BLANK),
        ("Keepers rest after [...] hours.", Holds.BLANK),
        ("It was done at [place to be determined].", Holds.BLANK),
        ("Keepers rest [EU, CAN: and sleep].", Holds.ATTRIBUTION),
        ("Keepers rest [G77+China: and sleep].", Holds.ATTRIBUTION),
        ("Keepers rest [1] at night.", Holds.MARK),
        ("Keepers rests [sic] at night.", Holds.MARK),
        ("[Deleted]", Holds.MARK),
    ],
)
def test_a_bracket_is_told_by_its_words(words: str, held: Holds) -> None:
    assert [pair.holds for pair in brackets_in(words).pairs] == [held]


def test_a_number_that_opens_a_bracketed_paragraph_is_no_footnote() -> None:
    [pair] = brackets_in("[2. Keepers sleep.]").pairs
    assert pair.holds is Holds.CONTESTED


def test_french_and_spanish_blanks_are_known_in_their_language() -> None:
    [french] = brackets_in("Tout gardien dort [à préciser] heures.", "Language: fr\n\n").pairs
    [spanish] = brackets_in("Todo guardián duerme [por determinar].", "Language: es\n\n").pairs
    assert french.holds is spanish.holds is Holds.BLANK


def test_brackets_nest_and_reach_over_articles() -> None:
    found = draft("[Article 1\n\nKeepers [rest].\n\nArticle 2\n\nKeepers sleep.]\n").fact(brackets)
    assert [(pair.depth, pair.words.split()[0]) for pair in found.pairs] == [
        (0, "Article"),
        (1, "rest"),
    ]
    assert (found.unopened, found.unclosed) == ((), ())


def test_halves_of_brackets_are_told_by_their_place() -> None:
    given = "Article 1\n\nKeepers] rest [at night.\n"
    found = draft(given).fact(brackets)
    assert [given[place] for place in (*found.unopened, *found.unclosed)] == ["]", "["]


def test_notes_comments_and_the_header_are_beside_the_text() -> None:
    given = (
        "Title: Keepers [draft]\n\nArticle 1\n\n% not [tabled\nKeepers rest.\n\n> See [the log.\n"
    )
    one = draft(given)
    assert one.fact(brackets) == Brackets(())
    assert one.fact(printed).holds(given.index("Keepers rest"))
    assert not one.fact(printed).holds(given.index("tabled"))
    assert not one.fact(printed).holds(given.index("the log"))
    assert not one.fact(printed).holds(given.index("draft"))
