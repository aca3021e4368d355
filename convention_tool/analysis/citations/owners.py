"""Whose provisions a citation names, by the words before it and after it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from convention_tool.analysis.citations.lexer import any_of
from convention_tool.analysis.citations.records import Owner
from convention_tool.catalogue.vocabulary import vocabulary

#: How far back an instrument may be named, in characters: "Annex III, article 4".
_LEADING = 60


class Owners(NamedTuple):
    """What tells whose a provision is, in one language."""

    #: After a citation: it belongs to this text; to another; to something.
    ours: re.Pattern[str]
    theirs: re.Pattern[str]
    of_something: re.Pattern[str]
    #: Before a citation: another instrument, of which it then speaks.
    led_by: re.Pattern[str]
    #: Between two citations in a row.
    joined: re.Pattern[str]

    def owner(self, words: str, start: int, end: int, *, here: bool) -> Owner:
        """The owner of a citation by what stands around it."""
        if here or self.ours.match(words, end):
            return Owner.OURS
        if self.led_by.search(words, max(start - _LEADING, 0), start):
            return Owner.OTHER
        return Owner.OTHER if self.theirs.match(words, end) else Owner.UNSAID


@cache
def owners(language: str) -> Owners:
    """The patterns of a language; they read words one space apart."""
    words = vocabulary(language)
    own, of, join, the = any_of(words.own), any_of(words.of), any_of(words.join), any_of(words.the)
    the = rf"(?:\s?{the}(?:(?<=['’])|\b))?\s?"
    things, divisions = any_of(words.instruments), any_of(words.divisions)
    named = "|".join(word.capitalize() for word in words.instruments)
    few, more = r"(?:[\w’'./-]+,?\s){0,3}?", r"(?:[\w’'./()-]+,?\s){0,7}?"
    after = rf"\)?(?:\s[0-9]{{1,2}})?\s?,?\s?(?:{any_of(words.inclusive)},?\s?)?"
    through = any_of(words.through)
    flags = re.IGNORECASE
    return Owners(
        ours=re.compile(rf"{after}{of}{the}{own}\s(?:\w+\s)?(?:{things}|{divisions})\b", flags),
        theirs=re.compile(
            rf"{after}(?:{of}{the}(?:{few}{things}\b|{more}(?-i:{named})\b|(?-i:[A-Z]{{2,}}))"
            rf"|{any_of(words.other)}\b|(?-i:[A-Z]{{2,}}\b))",
            flags,
        ),
        of_something=re.compile(rf"\s?,?\s{of}\b|\s?,\s?(?:{divisions}|{things})\b", flags),
        led_by=re.compile(rf"\b{things}\b(?:\s\S{{1,6}})?\s?,\s?$", flags),
        joined=re.compile(
            rf"[\s,;]{{0,3}}(?:{join}|{through})?[\s,]{{0,2}}(?:{of}|{any_of(words.under)})?{the}",
            flags,
        ),
    )
