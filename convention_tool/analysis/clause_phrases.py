"""Phrases with open places, looked for in a sentence: "<n> instruments", "on the <n> <unit>".

A phrase is written as a lawyer would look it up: `word`, `word*` for any ending, `one|other` for
alternatives (two words joined by `_`), `..` for up to four words between, `...` for up to twelve; `<this>` is the treaty
itself. Copies that lost the spaces between some words ("thirtiethday") are read all the same.
"""

from __future__ import annotations

import re
from collections import deque
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.catalogue.final_clause_words import treaty_words
from convention_tool.catalogue.number_words import number_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

#: What a number that is left open looks like once numbers are written in digits.
OPEN = "§"


#: The sentences of a draft that are asked several questions; each is put in digits once.
_SENTENCES_KEPT = 256


class Slots(NamedTuple):
    """What stands in the open places of a phrase that was found."""

    #: Several where the text offers a choice: "[twentieth] [thirtieth]".
    numbers: tuple[int, ...] = ()
    #: Whether a number is left open: "the [...] instrument".
    is_open: bool = False
    unit: str = ""
    text: str = ""


def says(phrases: Sequence[str], sentence: str, language: str) -> bool:
    """Whether a sentence has one of some phrases, none of which has an open place for a number."""
    return bool(phrases) and bool(_any(tuple(phrases), language).search(sentence.lower()))


def slots(
    phrases: Sequence[str], sentence: str, language: str, *, last: bool = False
) -> Slots | None:
    """What stands in the open places of the first phrase, in their order, that a sentence has.

    Args:
        phrases: the surest first.
        sentence: words of a draft.
        language: of the draft.
        last: where the sentence has the phrase in several places, the last of them.
    """
    if not any("<" in phrase for phrase in phrases):
        return Slots() if says(phrases, sentence, language) else None
    for phrase in phrases:
        read = in_digits(sentence, language) if "<n>" in phrase else sentence
        places = _one(phrase, language).finditer(read)
        if found := deque(places, maxlen=1) if last else list(islice(places, 1)):
            return _slots(found[0], language)
    return None


@lru_cache(maxsize=_SENTENCES_KEPT)
def in_digits(sentence: str, language: str) -> str:
    """A sentence with its numbers in digits, and those that are left open as a sign."""
    known = _by_plain_word(language)
    opened = _OPEN.sub(f" {OPEN} ", _CITED.sub(r"\1 ", _DATE.sub("", sentence)))

    def digits(match: re.Match[str]) -> str:
        return str(known[_plain(match[0])])

    return _ORDINAL_ENDING.sub(r"\1", _numbers(language).sub(digits, opened))


#: A number that a draft leaves open: brackets with nothing, dots or a letter; a line to write on.
_OPEN = re.compile(
    r"\[\s*(?:\.{2,}|…+|_+|[NXnx]{1,2})?\s*\](?:-?(?:st|nd|rd|th|º|e|ème)\b)?|_{3,}|…|\.{3,}"
)

#: The number of a provision counts nothing.
_CITED = re.compile(
    r"\b((?:article|paragraph|section|annex|art[íi]culo|p[áa]rrafo|paragraphe|alin[ée]a)s?)\s+\d+[\d., ]*",
    re.IGNORECASE,
)
#: Nor does the day of a date: "1 July 1994".
_DATE = re.compile(r"\b\d{1,2}(?:st|nd|rd|th|er)?\s+(?:de\s+)?[^\W\d]+\s+(?:de\s+)?\d{4}\b")

_ORDINAL_ENDING = re.compile(r"\b(\d+)(?:st|nd|rd|th|e|ème|er|º|ª)\b")

#: An ordinal so long is no beginning of another word: copies glue the next to it ("thirtiethday").
_LONG_ORDINAL = 8

#: Where a word begins.
_BEGINS = r"(?<!\w)"
#: What may stand between two words: nothing in a damaged copy, never the end of a sentence.
_BETWEEN = r"[^\w.]{0,4}"
#: Words that a gap lets through.
_GAPS = {"..": r"(?:[^\w.]{1,4}\w+){0,4}?", "...": r"(?:[^\w.]{1,4}\w+){0,12}?"}

_PLACES = {
    "<n>": rf"(?P<n>(?:\d+|{OPEN})(?:[^\w.]{{0,4}}(?:\d+|{OPEN}))*)\W{{0,2}}",
    "<date>": r"(?P<text>\d{1,2}(?:\w\w)?\s+\w+,?\s+\d{4})",
    "<place>": r"(?-i:(?P<text>(?:the\s+)?[A-Z][\w-]+(?:[\s,]+(?:of|the|in|de|des|la|[A-Z])[\w.-]*)*))",
}


@cache
def _any(phrases: tuple[str, ...], language: str) -> re.Pattern[str]:
    """All phrases at once, in lower case; looked for only where one of their first letters opens a word."""
    firsts = {first for phrase in phrases for first in _first_letters(phrase, language)}
    opening = rf"\b(?=[{re.escape(''.join(sorted(firsts)))}])"
    patterns = "|".join(_pattern(phrase, language) for phrase in phrases)
    return re.compile(f"{opening}(?:{patterns})")


def _first_letters(phrase: str, language: str) -> Iterator[str]:
    opening = phrase.split(maxsplit=1)[0]
    if opening == "<this>":
        for name in treaty_words(language):
            yield from _first_letters(name, language)
    elif opening == "<n>":
        yield from f"0123456789{OPEN}"
    else:
        for choice in opening.split("|"):
            yield from "ée" if choice.startswith("é") else choice[0]


@cache
def _one(phrase: str, language: str) -> re.Pattern[str]:
    return re.compile(_BEGINS + _pattern(phrase, language), re.IGNORECASE)


def _plain(number: str) -> str:
    """A number in words, its hyphens as spaces."""
    return " ".join(re.split(r"[\s-]+", number.casefold()))


@cache
def _by_plain_word(language: str) -> Mapping[str, int]:
    return {_plain(word): number for word, number in number_words(language).numbers.items()}


@cache
def _numbers(language: str) -> re.Pattern[str]:
    """Every number in words, the longest first."""
    words = sorted(number_words(language).numbers, key=lambda word: (-len(word), word))
    long = [word for word in words if len(word) >= _LONG_ORDINAL and word.endswith("th")]
    written = "|".join(re.sub(r"[\s-]", r"[\\s-]+", word) for word in words)
    glued = rf"|\b(?:{'|'.join(long)})" if long else ""
    return re.compile(rf"\b(?:{written})\b{glued}", re.IGNORECASE)


def _pattern(phrase: str, language: str) -> str:
    pattern, joint = "", ""
    for word in phrase.split():
        if word in _GAPS:
            joint = _GAPS[word] + _BETWEEN
            continue
        pattern += joint + _word(word, language)
        joint = _BETWEEN
    is_open_ended = phrase.endswith(("*", ">"))
    return pattern if is_open_ended else rf"{pattern}(?!\w)"


def _word(word: str, language: str) -> str:
    if word in _PLACES:
        return _PLACES[word]
    if word == "<unit>":
        units = sorted(number_words(language).units, key=len, reverse=True)
        return rf"(?P<unit>{'|'.join(units)})(?=\W|after|follow|from)"
    if word == "<this>":
        names = "|".join(_pattern(one, language) for one in treaty_words(language))
        return rf"{_BEGINS}(?:{names})"
    return rf"(?:{'|'.join(_spelt(choice) for choice in word.split('|'))})"


def _spelt(choice: str) -> str:
    stem = choice.removesuffix("*")
    spelt = re.escape(stem).replace(r"\-", r"[\s‐‑-]*").replace("'", "['’]\\s?")
    spelt = spelt.replace("_", _BETWEEN)
    if stem.startswith("é"):  # capitals are often printed without their accent: "Etats"
        spelt = f"[ée]{spelt[1:]}"
    return spelt + r"\w*" if choice.endswith("*") else spelt


def _slots(found: re.Match[str], language: str) -> Slots:
    named = found.groupdict()
    number = named.get("n") or ""
    unit = (named.get("unit") or "").casefold()
    return Slots(
        tuple(dict.fromkeys(int(digits) for digits in re.findall(r"\d+", number))),
        OPEN in number,
        number_words(language).units.get(unit, ""),
        " ".join((named.get("text") or "").split()).rstrip(".,"),
    )
