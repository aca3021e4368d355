"""Word's lists print the marks that the text has, whatever their order."""

from random import Random

import pytest

from convention_tool.document import Block, Document, Heading, Prose, words
from convention_tool.readers import docx as reader
from convention_tool.writers import Numbering, WordOptions
from convention_tool.writers import docx as writer
from convention_tool.writers.docx_counting import counted
from convention_tool.writers.docx_marks import core, readings

LIVE = WordOptions(Numbering.LIVE)


@pytest.mark.parametrize(
    ("mark", "likeliest"),
    [
        ("1.", "decimal 1"),
        ("(12)", "decimal 12"),
        ("3)", "decimal 3"),
        ("4°", "decimal 4"),
        ("(c)", "lowerLetter 3"),
        ("(aa)", "lowerLetter 27"),
        ("(iv)", "lowerRoman 4"),
        ("B.", "upperLetter 2"),
        ("XIV.", "upperRoman 14"),
        ("–", "bullet 1"),
        ("2 bis.", ""),
        ("1.2.", ""),
        ("(iiii)", ""),
        ("007", ""),
        ("", ""),
    ],
)
def test_a_mark_is_counted_as_word_counts(mark: str, likeliest: str) -> None:
    first = next(readings(mark), None)
    assert (f"{first.form.counting} {first.value}" if first else "") == likeliest
    assert all(one.printed == mark for one in readings(mark) if one.form.counting != "bullet")


def test_the_number_of_a_mark_has_no_signs_around_it() -> None:
    assert list(map(core, ("(b)", "2 bis.", "1.2.", "–", "1°"))) == ["b", "2 bis", "1.2", "", "1"]


def lists_of(*marks: tuple[str, int]) -> list[int]:
    """Which list each mark is of, from 1; 0 where it stays words."""
    items = counted(Prose(words("x"), number=mark, level=level) for mark, level in marks)
    found: list[int] = []
    known: list[object] = []
    for item in items:
        if item is None:
            found.append(0)
            continue
        place = next((at for at, one in enumerate(known) if one is item.list), len(known))
        known[place:] = known[place:] or [item.list]
        found.append(place + 1)
    return found


def test_a_list_goes_on_where_its_numbers_follow() -> None:
    assert lists_of(("1.", 0), ("(a)", 1), ("(b)", 1), ("2.", 0), ("(a)", 1)) == [1, 1, 1, 1, 1]


def test_a_number_between_two_others_stays_words() -> None:
    assert lists_of(("1.", 0), ("1 bis.", 0), ("2.", 0)) == [1, 0, 1]


def test_a_number_that_does_not_follow_begins_a_list() -> None:
    assert lists_of(("1.", 0), ("3.", 0), ("4.", 0), ("1)", 0)) == [1, 2, 2, 3]


def test_a_letter_that_follows_a_letter_is_no_roman_numeral() -> None:
    assert lists_of(*((f"({letter})", 1) for letter in "abcdefghij")) == [1] * 10
    assert lists_of(("(i)", 1), ("(ii)", 1), ("(iii)", 1)) == [1, 1, 1]


MARKS = (
    *("1.", "2.", "3.", "4.", "(1)", "(2)", "1)", "(a)", "(b)", "(c)", "(i)", "(ii)", "(v)"),
    *("(aa)", "a.", "–", "A.", "II.", "2 bis.", "1.1.", ""),
)


@pytest.mark.parametrize("seed", range(30))
def test_what_word_prints_is_what_the_text_says(seed: int) -> None:
    random = Random(seed)
    blocks: list[Block] = []
    for number in range(60):
        if random.random() < 0.06:
            blocks.append(Heading(2, words("Lights"), f"a{number}", f"Article {number}"))
        blocks.append(
            Prose(words(f"word{number}"), number=random.choice(MARKS), level=random.randrange(4))
        )
    page = Document("Convention", tuple(blocks))
    text, live = (
        reader.extract(writer.write(page, options), "x.docx", old=False).blocks
        for options in (WordOptions(), LIVE)
    )
    assert live == text


def test_odd_numbers_and_levels_are_written() -> None:
    odd = (
        Heading(9, words(""), "a", "Article\x00 \ud800"),
        Heading(2, words("x"), "b", " "),
        Prose(words("x"), "c", "\n(\t", 40),
        Prose(words("x"), "d", "(" + "i" * 5000 + ")", 1),
        Prose(words("x"), "e", "9" * 5000 + ".", 0),
    )
    for options in (WordOptions(), LIVE):
        assert writer.write(Document("", odd), options)
