"""Whose provisions a citation names, by the words before it and after it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from convention_tool.analysis.citations.lexer import elided
from convention_tool.analysis.citations.records import Owner
from convention_tool.analysis.citations.words import any_of, citation_words

#: How far back an instrument may be named, in characters: "Annex III, article 4".
_LEADING = 60

#: How far back what "thereof" means may be named.
_THEREOF = 150


class Owned(NamedTuple):
    """Whose a provision is, and the kind of instrument that says so, in lower case."""

    owner: Owner
    instrument: str = ""


#: After these signs nothing more is said of what stands before.
_ENDS = frozenset((".", ";", ":", ""))

_UNSAID, _OURS, _OTHER = Owned(Owner.UNSAID), Owned(Owner.OURS), Owned(Owner.OTHER)


class Owners(NamedTuple):
    """What tells whose a provision is, in one language."""

    #: After a citation: there may be more to say.
    goes_on: re.Pattern[str]
    #: It belongs to this text; to another; to something; to one of which only the kind is said.
    ours: re.Pattern[str]
    theirs: re.Pattern[str]
    of_something: re.Pattern[str]
    by_kind: re.Pattern[str]
    #: It belongs to what was named before, and whether that is this text.
    thereof: re.Pattern[str]
    own_text: re.Pattern[str]
    #: Before a citation: another instrument, of which it then speaks.
    led_by: re.Pattern[str]
    #: Between two citations in a row.
    joined: re.Pattern[str]

    def owned(self, words: str, start: int, end: int) -> Owned:
        """The owner of a citation by what stands around it."""
        goes_on = words[end : end + 1] not in _ENDS and self.goes_on.match(words, end)
        if goes_on and (ours := self.ours.match(words, end)):
            return Owned(Owner.OURS, ours["kind"].lower())
        led = "," in words[max(start - 2, 0) : start]
        if led and self.led_by.search(words, max(start - _LEADING, 0), start):
            return _OTHER
        if not goes_on:
            return _UNSAID
        if kind := self.by_kind.match(words, end):
            return Owned(Owner.OTHER, kind["kind"].lower())
        if self.thereof.match(words, end) and self._is_own(words, start):
            return _OURS
        return _OTHER if self.theirs.match(words, end) else _UNSAID

    def _is_own(self, words: str, start: int) -> bool:
        """Whether the last instrument that was named before is this text."""
        named = list(self.own_text.finditer(words, max(start - _THEREOF, 0), start))
        return bool(named) and named[-1]["own"] is not None


@cache
def owners(language: str) -> Owners:
    """The patterns of a language; they read words one space apart."""
    every = citation_words(language)
    words = every.plain
    own, of, join, the = any_of(words.own), any_of(words.of), any_of(words.join), elided(every)
    things, divisions = any_of(words.instruments), any_of(words.divisions)
    named = "|".join(word.capitalize() for word in words.instruments)
    few, more = r"(?:[\w’'./-]+,?\s){0,3}?", r"(?:[\w’'./()-]+,?\s){0,7}?"
    after = rf"\)?(?:\s[0-9]{{1,2}}(?:\s?[a-z]\))?)?\s?,?\s?(?:{any_of(words.inclusive)},?\s?)?"
    full = rf"(?!\s(?:{any_of(every.more_of_a_name)})(?!\w)|\s?\(|\s(?-i:[A-Z0-9])|\w)"
    through = any_of(words.through)
    flags = re.IGNORECASE
    return Owners(
        goes_on=re.compile(
            rf"{after}(?:{of}|{any_of(words.other)}|(?-i:[A-Z]{{2,}}))|\s?,?\s?,\s?(?:{divisions}|{things})",
            flags,
        ),
        ours=re.compile(
            rf"{after}{of}{the}{own}\s(?:\w+\s)?(?P<kind>{things}|{divisions})\b", flags
        ),
        theirs=re.compile(
            rf"{after}(?:{of}{the}(?:{few}{things}\b|{more}(?-i:{named})\b|(?-i:[A-Z]{{2,}}))"
            rf"|{any_of(words.other)}\b|(?-i:[A-Z]{{2,}}\b))",
            flags,
        ),
        of_something=re.compile(rf"\s?,?\s{of}\b|\s?,\s?(?:{divisions}|{things})\b", flags),
        by_kind=re.compile(rf"{after}{of}{the}(?P<kind>(?-i:{named})){full}", flags),
        thereof=re.compile(rf"{after}(?:thereof)\b", flags),
        own_text=re.compile(rf"(?:(?P<own>{own})\s(?:\w+\s)?)?(?-i:{named})\b", flags),
        led_by=re.compile(rf"\b{things}\b(?:\s\S{{1,6}})?\s?,\s?\Z", flags),
        joined=re.compile(
            rf"[\s,;]{{0,3}}(?:{join}|{through})?[\s,]{{0,2}}(?:{of}|{any_of(words.under)})?{the}",
            flags,
        ),
    )
