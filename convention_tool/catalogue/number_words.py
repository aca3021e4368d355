"""Numbers and periods in words, in the languages the tool reads."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.catalogue.load import part, tables

if TYPE_CHECKING:
    from collections.abc import Mapping

_FILE = "number_words.toml"

#: The units in which treaties count time, the shortest first.
UNITS = ("day", "week", "month", "year")


class NumberWords(NamedTuple):
    """How a language writes numbers and periods."""

    #: The number that each word, or words, stand for: "thirty-five" and "thirty-fifth" for 35.
    numbers: Mapping[str, int]
    #: The unit that a word names: "mois" is a month.
    units: Mapping[str, str]


@cache
def number_words(language: str) -> NumberWords:
    """The words of a language; English for one that the tool does not read."""
    data = tables(_FILE)
    table = part(data, language if language in data else "en", _FILE)
    numbers = {
        form: number
        for number, so_many, of_that_place in table["numbers"]
        for form in (*so_many.split("|"), *of_that_place.split("|"))
    }
    return NumberWords(numbers, {word: unit for unit in UNITS for word in table[unit]})
