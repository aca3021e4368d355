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
    ("eleven",),
    ("twel",),
    ("thirteen",),
    ("fourteen",),
    ("fifteen",),
    ("sixteen",),
    ("seventeen",),
    ("eighteen",),
    ("nineteen",),
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}

_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_FIGURES = re.compile(r"(\d{1,6})\W*(.*)")
_LETTERS_OF_FIGURES = str.maketrans("lIO", "110")


class Key(NamedTuple):
    """A number for comparing: 12 is (12, 0), 12 bis (12, 2), 12 A (12, 1)."""

    value: int
    inserted: int = 0
    #: What stands before the last part: "15" in 15.4.
    above: str = ""


@lru_cache(maxsize=4096)
def key(number: str) -> Key | None:
    """What a number counts as, or None: "15.4" counts by its last part, within 15."""
    above, _, last = number.rpartition(max(number, key=_JOINTS.find) if _joined(number) else "\0")
    counted = _key(last.strip())
    return counted._replace(above=above) if counted and above else counted


_JOINTS = "-/:."


def _joined(number: str) -> bool:
    """Whether a number is made of parts: 15.4, IV:1, A-01."""
    return bool(re.search(r"\w[.:/-]\w*\d", number))


def _key(printed: str) -> Key | None:
    if any(character.isdigit() for character in printed):
        figures = _FIGURES.fullmatch(printed.translate(_LETTERS_OF_FIGURES))
        return Key(int(figures[1]), _inserted(figures[2].casefold())) if figures else None
    last = printed.casefold()
    roman, _, rest = re.sub(r"[\s()–-]+", " ", last).strip().partition(" ")
    for attempt in (roman, roman.replace("l", "i"), roman.removesuffix("er")):
        value = roman_value(attempt)
        if value:
            return Key(value, _inserted(rest))
    tens = _TENS.get(roman, 0)
    if tens:
        return Key(tens + _word(rest))
    if _word(last):
        return Key(_word(last))
    for name in _LATIN:
        if roman.endswith(name) and roman_value(roman.removesuffix(name)):
            return Key(roman_value(roman.removesuffix(name)), _LATIN[name])
    return None


def _word(words: str) -> int:
    """What a number word counts as; 0 for other words."""
    places = (place for place, names in enumerate(_WORDS, 1) if words and words.startswith(names))
    return max(places, default=0)


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
