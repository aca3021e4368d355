"""What a printed number counts as."""

import re
from functools import lru_cache
from typing import NamedTuple

_LATIN = {
    name: place
    for place, name in enumerate(
        (
            "bis",
            "ter",
            "quater",
            "quinquies",
            "sexies",
            "septies",
            "octies",
            "novies",
            "decies",
            "undecies",
            "duodecies",
        ),
        start=2,
    )
} | {"nonies": 9}

#: Number words by the letters that tell them apart, in English, French and Spanish.
_WORDS = (
    ("one", "first", "sole", "premi", "unique", "primer", "unic", "únic"),
    ("two", "second", "deuxi", "segund"),
    ("three", "third", "troisi", "tercer"),
    ("four", "fourth", "quatri", "cuart"),
    ("five", "fifth", "cinqui", "quint"),
    ("six", "sixth", "sixi", "sext"),
    ("seven", "seventh", "septi", "septim", "séptim"),
    ("eight", "eighth", "huiti", "octav"),
    ("nine", "ninth", "neuvi", "noven"),
    ("ten", "tenth", "dixi", "decim", "décim"),
)

_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_FIGURES = re.compile(r"(\d{1,6})\W*(.*)")
_LETTERS_OF_FIGURES = str.maketrans("lIO", "110")


class Key(NamedTuple):
    """A number for comparing: 12 is (12, 0), 12 bis (12, 2), 12 A (12, 1)."""

    value: int
    inserted: int = 0


@lru_cache(maxsize=4096)
def key(number: str) -> Key | None:
    """What a number counts as, or None: "15.4" counts by its last part."""
    printed = re.split(r"[.:-](?=\d)", number)[-1].strip()
    if any(character.isdigit() for character in printed):
        figures = _FIGURES.fullmatch(printed.translate(_LETTERS_OF_FIGURES))
        return Key(int(figures[1]), _inserted(figures[2].casefold())) if figures else None
    last = printed.casefold()
    roman, _, rest = re.sub(r"[\s()–-]+", " ", last).strip().partition(" ")
    for attempt in (roman, roman.replace("l", "i"), roman.removesuffix("er")):
        value = roman_value(attempt)
        if value:
            return Key(value, _inserted(rest))
    for place, words in enumerate(_WORDS, start=1):
        if last.startswith(words):
            return Key(place)
    for name in _LATIN:
        if roman.endswith(name) and roman_value(roman.removesuffix(name)):
            return Key(roman_value(roman.removesuffix(name)), _LATIN[name])
    return None


def roman_value(letters: str) -> int:
    """What a roman numeral in lower case counts; 0 for letters that are none."""
    if not letters or not _ROMAN.fullmatch(letters):
        return 0
    values = [_ROMAN_VALUES[letter] for letter in letters]
    return sum(
        -value if after > value else value
        for value, after in zip(values, [*values[1:], 0], strict=True)
    )


def letter_value(letters: str) -> int:
    """What a letter counts in a list: a 1, z 26, aa 27, bb 28; 0 for letters that are none."""
    first = letters[:1]
    if not "a" <= first <= "z" or letters != first * len(letters) or len(letters) > 3:
        return 0
    return ord(first) - ord("a") + 1 + 26 * (len(letters) - 1)


def _inserted(rest: str) -> int:
    words = rest.strip(" ()–-.")
    if words in _LATIN:
        return _LATIN[words]
    return letter_value(words) if len(words) == 1 else 0
