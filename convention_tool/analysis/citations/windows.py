"""Where citations may stand in a text: the words to read, found without reading the others.

Most words of a treaty cite nothing. A citation has a unit's word ("article", "annex") in it, which is
looked for as it is; what may belong to it before and after is then taken with it, so that the same
words are read only once however often a text says them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.citations.lexer import (
    CAPITAL,
    DIGITS,
    FIRST,
    LATER,
    ROMAN,
    elided,
)
from convention_tool.analysis.citations.words import CitationWords, any_of, citation_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

#: So many words and numbers may follow the first word of a citation.
_MOST = 64

#: The longest beginning of a compound word: "sous-" before "alinéa".
_PREFIX = 6

#: How far back the words before the first may begin: "the first, second and third paragraphs".
_BEFORE = 60


class Window(NamedTuple):
    """Words that may be a citation."""

    start: int
    end: int


class Start(NamedTuple):
    """Where the word of a unit may begin."""

    at: int
    #: Whether it is the word of articles.
    is_article: bool


class Finder(NamedTuple):
    """What finds the windows of a language."""

    #: Every citation has one of these, in lower case; and whether it is the word of articles, which
    #: no second article follows.
    needles: tuple[tuple[str, bool], ...]
    article: re.Pattern[str]
    other: re.Pattern[str]
    #: What may stand before the first word, and before that of an annex; the last word of each.
    before: re.Pattern[str]
    before_annex: re.Pattern[str]
    last_before: frozenset[str]
    annexes: frozenset[str]

    def starts(self, text: str) -> list[Start]:
        """Where the words of units may begin, in order, and which are those of articles."""
        lowered = text.lower()
        if len(lowered) != len(text):  # a letter that is two in lower case would move the others
            lowered = text
        found: list[Start] = []
        for needle, is_article in self.needles:
            at = lowered.find(needle)
            while at >= 0:
                found.append(Start(at, is_article))
                at = lowered.find(needle, at + 1)
        found.sort()
        return found

    def window(self, text: str, at: int, *, is_article: bool) -> Window | None:
        """The words around the word of a unit; None if it is part of another word."""
        start = at
        while (
            start and at - start < _PREFIX and (text[start - 1].isalnum() or text[start - 1] == "-")
        ):
            start -= 1
        match = (self.article if is_article and start == at else self.other).match(text, start)
        if match is None:
            return None
        if match["number"] is None:
            is_annex = match["unit"].lower() in self.annexes
            start = self._before(text, start, self.before_annex if is_annex else self.before)
            if start == match.start() and match.end() == match.end("unit"):
                return None
        return Window(start, match.end())

    def _before(self, text: str, start: int, before: re.Pattern[str]) -> int:
        """Where the words before the first one begin: "this", "the two preceding"."""
        earliest = max(start - _BEFORE, 0)
        word = text[earliest:start].rstrip(" ").rpartition(" ")[2]
        if word.lstrip("(").lower() not in self.last_before:
            return start
        match = before.search(text, earliest, start)
        return match.start("before") if match else start


@cache
def finder(language: str) -> Finder:
    """The finder of a language."""
    words = citation_words(language)
    plain = words.plain
    units = _cased((*words.inside_articles, *words.divisions, *plain.annex))
    article = _cased(words.articles)
    joins = (*plain.join, *plain.through, *plain.of, *plain.the)
    pointing = (*plain.own, *plain.same, *words.the_annex)
    beside = (*plain.preceding, *plain.following, *words.counts, *words.ordinals)
    known = _standing((*joins, *pointing, *beside))
    few = rf"(?:{any_of((*plain.join, *plain.through, *plain.of))})"
    units_of = rf"(?!\s?{any_of(plain.units)}(?!\w))"
    number = (
        rf"\(?{DIGITS}(?:\.?[A-Za-z](?!\w)|\.[0-9]{{1,3}}(?=\))|\.(?=\s{few}\s))?\)?{units_of}|{ROMAN}"
        rf"|\([a-z]{{1,5}}(?:{LATER})?\)|[a-z]{{1,5}}\)"
        rf"|[A-Za-z](?=\s?[,;.)(]|\Z|\s{few}(?!\w))|(?:{FIRST})(?!\w)"
    )
    first = rf"(?P<number>\s?(?:{number}|l(?!\w)|{CAPITAL}))?"

    again = rf"{_cased((*plain.through, *plain.of))}{elided(words)}{article}(?!\w)"

    def pattern(opening: str, named: str) -> re.Pattern[str]:
        # "article 5 to article 8" is one range; "of article 8" tells that what stands before is no
        # part of article 5.
        piece = rf"(?:{number}|{LATER}|{again}|{known}|(?:{named})(?!\w)|[-–—(])\)?"
        return re.compile(
            rf"(?P<unit>{opening})(?:(?!\w)|(?=I(?!\w))){first}"
            rf"(?:[\s,]{{0,2}}{piece}){{0,{_MOST}}}"
        )

    return Finder(
        needles=tuple(_needles(words)),
        article=pattern(article, units),
        other=pattern(rf"{article}|{units}", rf"{article}|{units}"),
        before=_before(words, words.plain.own + words.plain.same),
        before_annex=_before(words, words.the_annex),
        annexes=frozenset(plain.annex),
        last_before=frozenset(_last_words((*pointing, *beside))),
    )


def _cased(words: Collection[str]) -> str:
    """One of some words, small or with capitals; to spell these out is faster than to ignore case."""
    return any_of(
        {form for word in words for form in (word, word[:1].upper() + word[1:], word.upper())}
    )


def _before(words: CitationWords, pointing: Collection[str]) -> re.Pattern[str]:
    """What may stand before a unit's word that no number follows."""
    plain = words.plain
    ordinal = any_of(words.ordinals)
    row = rf"{ordinal}(?:(?:,\s|,?\s{any_of(plain.join)}\s){elided(words)}{ordinal})*"
    count = any_of(words.counts)
    beside = any_of((*plain.preceding, *plain.following))
    step = rf"(?:{count}\s)?{beside}(?:\s{count})?"
    return re.compile(
        rf"(?<!\w)(?P<before>{row}|{step}|{any_of(pointing)}|{count})\s?\Z", re.IGNORECASE
    )


#: Words so short are parts of many others: "part" of "party".
_SHORT = 4


def _needles(words: CitationWords) -> Iterator[tuple[str, bool]]:
    """The shortest words that tell a citation; a division is named with its number."""
    plain = words.plain
    divisions = {name if len(name) > _SHORT else f"{name} " for name in words.divisions}
    every = {*words.articles, *words.inside_articles, *plain.annex, *divisions}
    articles = frozenset(words.articles)
    for word in sorted(every):
        if not any(other != word and other in word for other in every):
            yield word, word in articles


def _last_words(phrases: Collection[str]) -> Iterator[str]:
    for phrase in phrases:
        yield phrase.lower().split()[-1]


def _standing(words: Collection[str]) -> str:
    """One of some words as a whole; "l'" stands before another without a blank."""
    elided_ones = {word for word in words if word.endswith(("'", "’"))}
    return rf"(?:{_cased({*words} - elided_ones)}(?!\w)|{any_of(elided_ones)})"
