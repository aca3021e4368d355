"""The provisions that a wording names, and whose they are.

"articles 6, 7 and 11", "article 5, paragraph 2 (b)", "paragraph 2 of article 5", "paragraph 3 of
this article": each becomes one mention with the provisions it points to. A mention that another
instrument owns ("article 26 of the Vienna Convention", "of that Convention") says so, and so does
one that might be: it is better to pass over a reference than to accuse a sound one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from convention_tool.analysis.numbering import series
from convention_tool.catalogue.vocabulary import inserted, vocabulary


class Owner(StrEnum):
    """Whose provision is named."""

    OURS = "ours"  # "of this Convention", "of this article"
    UNSAID = "unsaid"  # nothing said: this text's, as a rule
    OTHER = "other"  # another instrument's, or it cannot be told


class Pointer(NamedTuple):
    """A provision that a wording names, by its printed numbers."""

    #: "" for the article in which the words stand.
    article: str
    #: "" for the whole article.
    paragraph: str = ""


class Range(NamedTuple):
    """The two ends of "articles 5 to 8"."""

    first: str
    last: str

    @property
    def is_reversed(self) -> bool:
        """Whether it ends before it begins."""
        read = series(self)
        return read is not None and read.ranks[0] > read.ranks[1]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name provisions, and where they stand in the wording."""

    start: int
    end: int
    owner: Owner
    pointers: tuple[Pointer, ...]
    ranges: tuple[Range, ...] = ()


def mentions(words: str, language: str) -> tuple[Mention, ...]:
    """The provisions that some words name, in their order."""
    patterns = _patterns(language)
    matches = list(patterns.mention.finditer(words))
    found = [_mention(match, words, patterns) for match in matches]
    return tuple(_with_shared_owners(found, words, patterns))


def _mention(match: re.Match[str], words: str, patterns: "_Patterns") -> Mention:
    """One mention as it stands, before its neighbours are asked whose it is."""
    owner = _owner(words, match.end(), patterns)
    ranges: tuple[Range, ...] = ()
    match match.groupdict():
        case {"inner": str(inner), "outer": outer, "own": own}:
            article = outer or ""
            if own and owner is Owner.UNSAID:
                owner = Owner.OURS
            elif not outer and not own and patterns.of_something.match(words, match.end()):
                owner = Owner.OTHER
            pointers = [Pointer(article, number) for number in patterns.clauses(inner)]
            ranges = patterns.ranges(inner)
        case {"list": str(listed)}:
            pointers = [Pointer(number) for number in patterns.numbers(listed)]
            ranges = patterns.ranges(listed)
        case {"one": str(one), "tail": tail, "bracket": bracket}:
            inside = patterns.clauses(tail) if tail else [bracket] if bracket else [""]
            pointers = [Pointer(one, number) for number in inside]
            ranges = patterns.ranges(tail or "")
        case _:
            pointers = []
    return Mention(match.start(), match.end(), owner, tuple(pointers), ranges)


def _owner(words: str, end: int, patterns: "_Patterns") -> Owner:
    """Whose provision it is by the words that follow."""
    if patterns.ours.match(words, end):
        return Owner.OURS
    return Owner.OTHER if patterns.theirs.match(words, end) else Owner.UNSAID


def _with_shared_owners(
    found: Sequence[Mention], words: str, patterns: "_Patterns"
) -> Iterator[Mention]:
    """Mentions in a row share an owner: "article 3 and article 5, paragraph 1, of the Charter".

    A paragraph straight after an article ("articles 5, paragraph 2, and 6") is that article's or
    its own; it is left alone.
    """
    settled: list[Mention] = []
    for index in reversed(range(len(found))):
        mention = found[index]
        after = settled[-1] if settled else None
        if mention.owner is Owner.UNSAID and after is not None:
            between = words[mention.end : after.start]
            if after.owner is not Owner.UNSAID and patterns.joined.fullmatch(between):
                mention = replace(mention, owner=after.owner)
        before = found[index - 1] if index else None
        if _is_bare(mention) and before is not None and not _is_bare(before):
            between = words[before.end : mention.start]
            if patterns.joined.fullmatch(between):
                mention = replace(mention, owner=Owner.OTHER)
        settled.append(mention)
    return reversed(settled)


def _is_bare(mention: Mention) -> bool:
    """Whether it names paragraphs without saying of which article."""
    return mention.owner is not Owner.OURS and all(not point.article for point in mention.pointers)


class _Patterns(NamedTuple):
    """What finds mentions in one language."""

    mention: re.Pattern[str]
    #: After a mention: it belongs to this text; it belongs to another; it belongs to something.
    ours: re.Pattern[str]
    theirs: re.Pattern[str]
    of_something: re.Pattern[str]
    #: Between two mentions in a row.
    joined: re.Pattern[str]
    number: re.Pattern[str]
    clause: re.Pattern[str]
    range: re.Pattern[str]

    def numbers(self, listed: str) -> list[str]:
        """The article numbers of a list, without what stands in brackets."""
        return self.number.findall(_IN_BRACKETS.sub("", listed))

    def clauses(self, listed: str) -> list[str]:
        """The paragraph numbers of a list, without the subparagraphs."""
        return self.clause.findall(_IN_BRACKETS.sub("", listed))

    def ranges(self, listed: str) -> tuple[Range, ...]:
        """The ranges of a list."""
        bare = _IN_BRACKETS.sub("", listed)
        return tuple(Range(first, last) for first, last in self.range.findall(bare))


_IN_BRACKETS = re.compile(r"\s?\([^()]*\)|\s?\b[a-z]{1,4}\)")


@cache
def _patterns(language: str) -> _Patterns:
    """The patterns of a language, from its vocabulary."""
    words = vocabulary(language)
    article, articles = _any(words.article), _any(words.articles)
    paragraphs = _any((*words.paragraphs, *words.paragraph))
    own, of, join = _any(words.own), _any(words.of), _any(words.join)
    number = _article_number()
    clause = r"(?:[0-9]{1,2}(?![0-9/.]*[0-9])|(?-i:[IVX]{1,5}\b))(?:\s?(?:bis|ter|quater)\b)?"
    letters = r"(?:\s?\([^()]{1,30}\)|\s?\b[a-z]{1,4}\))*"
    through = rf"(?:\s+{_any(words.through)}\s+|\s?[-–—]\s?)"
    link = rf"(?:\s*,\s*(?:{join}\s+)?|\s+{join}\s+|{through})"
    counted = rf"(?!\s?{_any(words.units)}(?!\w))"
    listed = rf"{number}{letters}(?:{link}{number}{counted}{letters})*"
    clauses = rf"{clause}{letters}(?:{link}(?:{clause}{counted}{letters}|\([a-z]{{1,4}}\)))*"
    the = r"(?:\s*(?:the\b|l['’]|la\b|el\b|les\b|los\b))?\s*"
    mention = (
        rf"\b{paragraphs}\s*(?P<inner>{clauses})"
        rf"(?:\s*,?\s+{of}{the}(?:(?P<own>{own}\s+{article})|{article}\s+(?P<outer>{number})))?"
        rf"|\b{articles}\s+(?P<list>{listed})"
        rf"|\b{article}\s+(?P<one>{number})"
        rf"(?:\s?\((?P<bracket>[0-9]{{1,2}})\){letters}|{letters}\s*,?\s*{paragraphs}\s*(?P<tail>{clauses}))?"
    )
    things = _any(words.instruments)
    named = "|".join(word.capitalize() for word in words.instruments)
    few, more = r"(?:[\w’'./-]+,?\s+){0,3}?", r"(?:[\w’'./()-]+,?\s+){0,7}?"
    after = r"\)?(?:\s[0-9]{1,2})?(?:\s?\(?\b[0-9a-z]{1,4}\))*\s*,?\s*(?:inclusive,?\s*)?"
    flags = re.IGNORECASE
    return _Patterns(
        mention=re.compile(mention, flags),
        ours=re.compile(
            rf"{after}{of}{the}{own}\s+(?:\w+\s+)?(?:{things}|{_any(words.divisions)})\b", flags
        ),
        theirs=re.compile(
            rf"{after}(?:{of}{the}(?:{few}{things}\b|{more}(?-i:{named})\b|(?-i:[A-Z]{{3,}}))"
            rf"|{_any(words.other)}\b|(?-i:[A-Z]{{3,}}\b))",
            flags,
        ),
        of_something=re.compile(rf"{letters}\s*,?\s+{of}\b", flags),
        joined=re.compile(
            rf"{letters}[\s,;]*(?:{join}|{_any(words.through)})?[\s,]*(?:{of}|with|in|under)?{the}",
            flags,
        ),
        number=re.compile(rf"(?<![\w(])({number})", flags),
        clause=re.compile(rf"(?<![\w(])({clause})", flags),
        range=re.compile(rf"(?<![\w(])({number}){through}({number})", flags),
    )


def _article_number() -> str:
    """A number as citations print it: 5, 15.4, 8 bis, 12 A, IV, premier."""
    first = r"premier|première|primero|1er|Ier|[0-9]{1,3}º"
    digits = r"[0-9]{1,3}(?:\.[0-9]{1,3})*(?![0-9/]|\.[0-9])"
    roman = r"(?-i:[IVXLC]{1,7})\b"
    later = (
        rf"[\s-]?(?:{'|'.join(inserted())})\b"
        r"|\s?(?-i:[A-Z])(?![\w'’.])(?!\s[a-z])|[a-z]\b"
    )
    return rf"(?:{first}|{digits}|{roman})(?:{later})?"


def _any(words: Sequence[str]) -> str:
    """One of some words, the longest first."""
    longest_first = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})"
