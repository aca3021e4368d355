"""The phrases of holders.toml as patterns over a clause.

The notation is explained at the top of that file. Copies of treaties lose spaces at line ends
("refugees lawfullystaying"), so a space of a phrase may be missing from the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: How much text " ... " may stand for: about a dozen words of the same clause.
GAP = r"[^;:]{0,80}?"

#: Words that copies glue to the one before them; what follows a phrase may be one of these.
_GLUED = "shall|who|which|within|lawfully|regularly|from|with|and"

_TOKEN = re.compile(r" \.\.\. |\s+|[*()|?]|-|'|[^\s*()|?'-]+")

#: The words by which a phrase is looked for before its pattern is tried.
_GROUP = re.compile(r"\([^()]*\)\??")
_WORD = re.compile(r"[^\W\d_]+")


class Phrase(NamedTuple):
    """A compiled phrase, and the words without one of which it cannot stand."""

    anchors: frozenset[str]
    expression: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Pattern:
    """Phrases looked for together."""

    phrases: tuple[Phrase, ...]

    @property
    def anchors(self) -> Iterator[str]:
        """The words by which the phrases are looked for."""
        return (anchor for phrase in self.phrases for anchor in phrase.anchors)

    def narrowed(self, present: frozenset[str]) -> Pattern:
        """The phrases that a text can hold which has these anchors."""
        return Pattern(
            tuple([phrase for phrase in self.phrases if not present.isdisjoint(phrase.anchors)])
        )

    def find(self, text: str) -> Iterator[Span]:
        """Where the phrases stand in a text of small letters, in its order, none inside another."""
        found = sorted(self._every(text), key=lambda span: (span.start, -span.end))
        end = 0
        for span in found:
            if span.start >= end:
                end = span.end
                yield span

    def stands_in(self, text: str) -> bool:
        """Whether any of the phrases stands in a text of small letters."""
        return next(self._every(text), None) is not None

    def opens(self, text: str) -> bool:
        """Whether a text begins with one of the phrases."""
        return any(phrase.expression.match(text) for phrase in self.phrases)

    def is_all_of(self, text: str) -> bool:
        """Whether a text is one of the phrases and nothing else."""
        return any(phrase.expression.fullmatch(text) for phrase in self.phrases)

    def _every(self, text: str) -> Iterator[Span]:
        for anchors, expression in self.phrases:
            if any(map(text.__contains__, anchors)):
                for match in expression.finditer(text):
                    start, end = match.span()
                    if not (start and text[start - 1].isalnum()):
                        yield Span(start, end)


def pattern(phrases: Iterable[str]) -> Pattern:
    """Some phrases as one pattern."""
    return Pattern(tuple(_phrase(phrase) for phrase in sorted(set(phrases))))


@cache
def _phrase(phrase: str) -> Phrase:
    return Phrase(frozenset(_anchors(phrase)), re.compile(expression(phrase)))


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with some stretches made blank; every other character keeps its place."""
    for start, end in spans:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def expression(phrase: str) -> str:
    """A phrase as a regular expression, but for what may stand before it."""
    body = "".join(_part(match[0]) for match in _TOKEN.finditer(phrase))
    end = "" if phrase.endswith("*") else rf"(?=\W|$|{_GLUED})"
    return f"{body}{end}"


def _part(token: str) -> str:
    match token:
        case " ... ":
            return rf"\s*{GAP}\s*"
        case "*":
            return r"\w*"
        case "(":
            return "(?:"
        case ")" | "|" | "?":
            return token
        case "-":
            return r"[-‐‑\s]?"
        case "'":
            return r"['’]\s?"
        case _ if token.isspace():
            return r"\s*"
        case _:
            return re.escape(token)


def _anchors(phrase: str) -> Iterator[str]:
    """The longest certain word of a phrase, or the words of which one is there."""
    certain = phrase
    while (simpler := _GROUP.sub(" ", certain)) != certain:
        certain = simpler
    words = _WORD.findall(certain)
    if words:
        yield max(words, key=len)
    else:
        yield from _WORD.findall(phrase)
