"""Words are found in a source as whole words, however it breaks its lines."""

import re
from random import Random

import pytest

from convention_tool.analysis.whole_words import places_of
from convention_tool.source import Span


def found(sought: str, text: str) -> list[str]:
    whole = Span(0, len(text))
    return [text[place.start : place.end] for place in places_of(sought.split(), text, whole)]


@pytest.mark.parametrize(
    ("sought", "text", "expected"),
    [
        ("he", "The keeper, where he rests, is here.", ["he"]),
        ("the lamp", "the lamp, the\n  lamp and the lamps", ["the lamp", "the\n  lamp"]),
        ("(a)", "(a)(a) and b(a)c", ["(a)", "(a)", "(a)"]),
        ("lamp lamp", "lamp lamp lamp", ["lamp lamp"]),
        ("lamp", "", []),
        ("", "lamp", []),
    ],
)
def test_words_are_found_whole_and_across_lines(
    sought: str, text: str, expected: list[str]
) -> None:
    assert found(sought, text) == expected


def test_what_stands_outside_a_part_is_not_found_in_it() -> None:
    text = "a lamp, a lamp"
    assert list(places_of(["lamp"], text, Span(3, len(text)))) == [Span(10, 14)]


def test_words_are_found_where_a_pattern_would_find_them() -> None:
    random = Random(11)
    for _ in range(2000):
        text = "".join(random.choices("ab,_ \n(", k=20))
        sought = "".join(random.choices("ab, (", k=random.randint(1, 5))).split()
        if sought:
            before = r"(?<!\w)" if sought[0][0].isalnum() else ""
            after = r"(?!\w)" if sought[-1][-1].isalnum() else ""
            pattern = before + r"\s+".join(map(re.escape, sought)) + after
            expected = [Span(*match.span()) for match in re.finditer(pattern, text)]
            assert list(places_of(sought, text, Span(0, len(text)))) == expected
