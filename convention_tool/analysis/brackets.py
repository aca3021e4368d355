"""Square brackets of a text under negotiation, and what each of them holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.printed import printed
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.catalogue.vocabulary import empty_allowed
from convention_tool.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convention_tool.analysis.draft import Draft


class Holds(StrEnum):
    """What a bracket holds."""

    #: Words that are not agreed.
    CONTESTED = "contested"
    #: Nothing yet: a number, a date or a name is to be filled in.
    BLANK = "blank"
    #: The name of who proposed something, and perhaps the proposal.
    ATTRIBUTION = "attribution"
    #: An editor's mark, no part of the negotiation: [1], [sic], [Reserved].
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Bracket:
    """Two square brackets and the words between them."""

    #: From the one bracket to the other, both included.
    span: Span
    words: str
    holds: Holds
    #: How many other brackets hold it.
    depth: int = 0

    def encloses(self, place: int) -> bool:
        """Whether a character of the source stands within it."""
        return self.span.start <= place < self.span.end


class Brackets(NamedTuple):
    """The brackets of a text."""

    #: In the order in which they open.
    pairs: tuple[Bracket, ...]
    #: Where one closes that was never opened, and where one opens that is never closed.
    unopened: tuple[int, ...] = ()
    unclosed: tuple[int, ...] = ()

    def holding(self, what: Holds) -> Iterator[Bracket]:
        """Those that hold something of a kind."""
        return (bracket for bracket in self.pairs if bracket.holds is what)


def brackets(draft: Draft) -> Brackets:
    """The brackets of a draft, matched over all of its text; ask for them through `draft.fact`."""
    text = draft.source.text
    if "[" not in text and "]" not in text:
        return Brackets(())
    open_at: list[int] = []
    pairs: list[Bracket] = []
    unopened: list[int] = []
    for match in draft.fact(printed).matches(_BRACKET):
        place = match.start()
        if match[0] == "[":
            open_at.append(place)
        elif open_at:
            start = open_at.pop()
            words = text[start + 1 : place]
            held = _held(words, draft.instrument.language)
            pairs.append(Bracket(Span(start, place + 1), words, held, len(open_at)))
        else:
            unopened.append(place)
    return Brackets(
        tuple(sorted(pairs, key=lambda pair: pair.span)), tuple(unopened), tuple(open_at)
    )


_BRACKET = re.compile(r"[\[\]]")


def _held(words: str, language: str) -> Holds:
    plain = " ".join(words.casefold().split())
    known = _kinds(language)
    if known.blank.fullmatch(plain):
        return Holds.BLANK
    if known.mark.match(plain):
        return Holds.MARK
    if _ATTRIBUTION.match(words):
        return Holds.ATTRIBUTION
    return Holds.CONTESTED


class _Kinds(NamedTuple):
    blank: re.Pattern[str]
    mark: re.Pattern[str]


@cache
def _kinds(language: str) -> _Kinds:
    """What the words of brackets are told by in a language; English is understood in all."""
    both = [rule_words("negotiation", "brackets", one) for one in dict.fromkeys(("en", language))]
    alone = _any(word for words in both for word in words.get("blanks", ()))
    opening = _any(word for words in both for word in words.get("blank_openings", ()))
    remarks = (word for words in both for word in words.get("marks", ()))
    completed = _any(word for words in both for word in words.get("completed", ()))
    emptied = (word for word in empty_allowed() if not re.fullmatch(completed, word))
    return _Kinds(
        re.compile(rf"[\s._…–—*-]*|x+|(?:{alone})\.?|(?:{opening})\b.*|.*\b(?:{completed})"),
        re.compile(rf"(?:\d+\.?|\*+)$|(?:{_any((*remarks, *emptied))})(?!\w)"),
    )


def _any(words: Iterator[str] | tuple[str, ...]) -> str:
    return "|".join(map(re.escape, words))


#: Who proposes, before a colon: codes of States and groups in capitals ("EU, CAN:", "G77+China:").
_ATTRIBUTION = re.compile(
    r"\s*[A-Z][A-Z0-9]{1,4}(?:\s*[+&]\s*\w+)?(?:(?:\s*[,/]\s*|\s+and\s+|\s+)[A-Z][A-Z0-9]{1,4})*\s*:"
)
