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

_SIGN = re.compile(r" \.\.\. |\s+|[*()|?]|-|'|[^\s*()|?'-]+")

#: The signs of a phrase of several words.
_APART = frozenset(" -'")

_GROUP = re.compile(r"\([^()]*\)\??")
_WORD = re.compile(r"[^\W\d_]+")


class Phrase(NamedTuple):
    """A phrase, and the words without which it cannot stand: one of each group."""

    words: str
    #: The group whose words are longest stands first, because few texts have them.
    needs: tuple[tuple[str, ...], ...]
    #: The words with one of which it begins; none where it may begin otherwise.
    starts: tuple[str, ...] = ()

    @property
    def anchors(self) -> tuple[str, ...]:
        """The words by which the phrase is looked up."""
        return self.needs[0]

    @property
    def is_one_word(self) -> bool:
        """Whether the phrase stands in a single word: "intern(s)?", not "au-pair"."""
        return _APART.isdisjoint(self.words)

    @property
    def expression(self) -> re.Pattern[str]:
        """The phrase as a pattern, compiled when a text first needs it."""
        return _compiled(self.words)

    def find(self, text: str) -> Iterator[Span]:
        """Where the phrase stands in a text of small letters, at the beginning of a word."""
        if not self.starts:
            for match in self.expression.finditer(text):
                start, end = match.span()
                if not (start and text[start - 1].isalnum()):
                    yield Span(start, end)
            return
        # To look for the words first and match there is much faster than to search.
        for start in self._openings(text):
            if here := self.expression.match(text, start):
                yield Span(*here.span())

    def _openings(self, text: str) -> list[int]:
        found: set[int] = set()
        for word in self.starts:
            at = text.find(word)
            while at != -1:
                if not (at and text[at - 1].isalnum()):
                    found.add(at)
                at = text.find(word, at + 1)
        return sorted(found)

    def stands_in(self, text: str) -> bool:
        """Whether the phrase stands in a text of small letters."""
        if not self.starts:
            return next(self.find(text), None) is not None
        match = self.expression.match
        for word in self.starts:
            at = text.find(word)
            while at != -1:
                if not (at and text[at - 1].isalnum()) and match(text, at):
                    return True
                at = text.find(word, at + 1)
        return False


@dataclass(frozen=True, slots=True)
class Pattern:
    """Phrases looked for together."""

    phrases: tuple[Phrase, ...]

    def find(self, text: str) -> Iterator[Span]:
        """Where the phrases stand in a text of small letters, in its order, none inside another."""
        found = list(self._every(text))
        if len(found) > 1:
            found.sort(key=lambda span: (span.start, -span.end))
        end = 0
        for span in found:
            if span.start >= end:
                end = span.end
                yield span

    def stands_in(self, text: str) -> bool:
        """Whether any of the phrases stands in a text of small letters."""
        return any(
            phrase.stands_in(text)
            for phrase in self.phrases
            if any(map(text.__contains__, phrase.needs[0]))
        )

    def opens(self, text: str) -> bool:
        """Whether a text begins with one of the phrases."""
        return any(phrase.expression.match(text) for phrase in self.phrases)

    def closes(self, text: str) -> bool:
        """Whether a text ends with one of the phrases, but for its full stop or colon."""
        end = len(text.rstrip(" .;:—–-"))
        return any(span.end == end for span in self._every(text))

    def is_all_of(self, text: str) -> bool:
        """Whether a text is one of the phrases and nothing else."""
        return any(phrase.expression.fullmatch(text) for phrase in self.phrases)

    def _every(self, text: str) -> Iterator[Span]:
        for phrase in self.phrases:
            if any(map(text.__contains__, phrase.needs[0])):
                yield from phrase.find(text)


#: A pattern that finds nothing.
NOTHING = Pattern(())


def pattern(phrases: Iterable[str]) -> Pattern:
    """Some phrases as one pattern."""
    return Pattern(tuple(map(phrase, sorted(set(phrases)))))


@cache
def phrase(words: str) -> Phrase:
    """A phrase, compiled once."""
    return Phrase(words, _needs(words), _starts(words))


@cache
def _compiled(words: str) -> re.Pattern[str]:
    return re.compile(expression(words))


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with some stretches made blank; every other character keeps its place."""
    kept: list[str] = []
    reached = 0
    for start, end in sorted(spans):
        if end > reached:
            kept.append(text[reached:start])
            kept.append(" " * (end - max(start, reached)))
            reached = end
    return "".join((*kept, text[reached:]))


def expression(phrase: str) -> str:
    """A phrase as a regular expression, but for what may stand before it."""
    body = "".join(_part(match[0]) for match in _SIGN.finditer(phrase))
    end = "" if phrase.endswith("*") else rf"(?=\W|$|{_GLUED})"
    return f"{body}{end}"


def _part(sign: str) -> str:
    match sign:
        case " ... ":
            return rf"\s*{GAP}\s*"
        case "*":
            return r"\w*"
        case "(":
            return "(?:"
        case ")" | "|" | "?":
            return sign
        case "-":
            return r"[-‐‑\s]?"
        case "'":
            return r"['’]\s?"
        case _ if sign.isspace():
            return r"\s*"
        case _:
            return re.escape(sign)


def _needs(phrase: str) -> tuple[tuple[str, ...], ...]:
    """The words without which a phrase cannot stand: a phrase is a run of words and choices."""
    wholes = [words for piece in _pieces(phrase) if (words := _longest(piece))]
    if not wholes:
        return (tuple(_WORD.findall(phrase)),)
    return tuple(sorted(wholes, key=_commonness))


#: Words that stand in every other article of a treaty say little of what else stands there.
_COMMON = frozenset(
    {
        *("international", "organization", "organizations", "organisation", "organisations"),
        *("national", "nationals", "territory", "protection", "provisions", "authorities"),
        *("internationale", "internationales", "organisations", "nationale", "territoire"),
        *("internacional", "internacionales", "organizaciones", "nacional", "territorio"),
    }
)

#: The letters of a word that may be rare; "is", "any" and "one" stand everywhere.
_RARE_FROM = 4


def _commonness(words: tuple[str, ...]) -> tuple[bool, int]:
    """Common words after rare ones, short after long: few texts have the long ones."""
    shortest = min(map(len, words))
    return shortest < _RARE_FROM or not _COMMON.isdisjoint(words), -shortest


def _starts(phrase: str) -> tuple[str, ...]:
    """The first words of a phrase, if it can only begin with one of them."""
    signs = _SIGN.findall(phrase)
    depth, first = 0, 0
    for place, sign in enumerate(signs):
        depth += (sign == "(") - (sign == ")")
        if depth == 0:
            first = place + 1
            break
    if signs[first : first + 1] == ["?"]:
        return ()
    ways = _ways("".join(signs[:first]))
    words = [_WORD.match(way) for way in ways]
    return tuple(dict.fromkeys(word[0] for word in words if word)) if all(words) else ()


def _ways(piece: str) -> list[str]:
    """The ways in which a piece can read, split where none is inside another choice."""
    if not piece.startswith("("):
        return [piece]
    ways, depth = [""], 0
    for sign in piece[1:-1]:
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and depth == 0:
            ways.append("")
        else:
            ways[-1] += sign
    return ways


def _pieces(phrase: str) -> Iterator[str]:
    """The words and choices of a phrase that must be there and that open a word."""
    signs = _SIGN.findall(phrase)
    depth = 0
    opens = True
    piece = ""
    for sign, following in zip(signs, (*signs[1:], ""), strict=True):
        depth += (sign == "(") - (sign == ")")
        piece += sign
        if depth == 0:
            if opens and following != "?":
                yield piece
            opens = piece.endswith((" ", "-", "'", " )")) or (opens and sign == "?")
            piece = ""


def _longest(piece: str) -> tuple[str, ...]:
    """The longest word of each way in which a piece can read; none if some way has no word."""
    flat = piece[1:-1] if piece.startswith("(") else piece
    while (simpler := _GROUP.sub(" ", flat)) != flat:
        flat = simpler
    ways = [_WORD.findall(way) for way in flat.split("|")]
    return tuple(max(words, key=len) for words in ways) if all(ways) else ()
