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
    #: The article of "paragraph 2 of article 5"; "" in every other form.
    of_article: str = ""


def mentions(words: str, language: str) -> tuple[Mention, ...]:
    """The provisions that some words name, in their order."""
    patterns = _patterns(language)
    matches = list(patterns.mention.finditer(words))
    found: list[Mention] = []
    for match in reversed(matches):
        found.append(_mention(match, words, patterns, found[-1] if found else None))
    return tuple(_without_strays(found[::-1], words, patterns))


def _mention(
    match: re.Match[str], words: str, patterns: "_Patterns", after: Mention | None
) -> Mention:
    """One mention; in a row, it shares the owner of the one after it.

    "article 3 and article 5, paragraph 1, of the Charter", "paragraph 2 or paragraph 3 of article 20".
    """
    pointers, ranges = _pointers(match, patterns)
    owner = _owner(match, words, patterns, bare=_is_bare(pointers))
    joined = after and patterns.joined.fullmatch(words, match.end(), after.start)
    if after and joined and owner is Owner.UNSAID:
        owner = after.owner
        if _is_bare(pointers) and after.of_article:
            pointers = [point._replace(article=after.of_article) for point in pointers]
    elif _is_bare(pointers) and owner is Owner.UNSAID:
        owner = Owner.OTHER if patterns.of_something.match(words, match.end()) else owner
    return Mention(match.start(), match.end(), owner, tuple(pointers), ranges, match["outer"] or "")


def _pointers(
    match: re.Match[str], patterns: "_Patterns"
) -> tuple[list[Pointer], tuple[Range, ...]]:
    """What one match names, and the ranges in it."""
    if match["inner"]:
        clauses = patterns.clauses(match["inner"])
        named = [Pointer(match["outer"] or "", number) for number in clauses]
        return named, patterns.ranges(match["inner"])
    if match["list"]:
        return patterns.items(match["list"]), patterns.ranges(match["list"])
    tail = match["tail"] or ""
    inside = patterns.clauses(tail) if tail else [match["bracket"] or ""]
    return [Pointer(match["one"], number) for number in inside], patterns.ranges(tail)


def _owner(match: re.Match[str], words: str, patterns: "_Patterns", *, bare: bool) -> Owner:
    """Whose provision it is by the words that follow it, or that lead up to it.

    A part leads to paragraphs of its own ("Part I, paragraph 18"), but to the text's articles.
    """
    if match["own"] or patterns.ours.match(words, match.end()):
        return Owner.OURS
    leading = patterns.led_by.search(words, max(match.start() - _LEADING, 0), match.start())
    if leading and (bare or not leading["division"]):
        return Owner.OTHER
    return Owner.OTHER if patterns.theirs.match(words, match.end()) else Owner.UNSAID


#: How far back an instrument may be named: "Annex III, article 4".
_LEADING = 60


def _without_strays(
    found: Sequence[Mention], words: str, patterns: "_Patterns"
) -> Iterator[Mention]:
    """A paragraph straight after an article ("article 5, and paragraph 2") is left alone.

    It may be that article's or its own.
    """
    before: Mention | None = None
    for mention in found:
        stray = (
            before is not None
            and mention.owner is Owner.UNSAID
            and _is_bare(mention.pointers)
            and not _is_bare(before.pointers)
            and patterns.joined.fullmatch(words, before.end, mention.start)
        )
        before = replace(mention, owner=Owner.OTHER) if stray else mention
        yield before


def _is_bare(pointers: Sequence[Pointer]) -> bool:
    """Whether paragraphs are named without saying of which article."""
    return all(not point.article for point in pointers)


class _Patterns(NamedTuple):
    """What finds mentions in one language."""

    mention: re.Pattern[str]
    #: After a mention: it belongs to this text; it belongs to another; it belongs to something.
    ours: re.Pattern[str]
    theirs: re.Pattern[str]
    of_something: re.Pattern[str]
    #: Before a mention: another instrument, or an annex, of which it then speaks.
    led_by: re.Pattern[str]
    #: Between two mentions in a row.
    joined: re.Pattern[str]
    item: re.Pattern[str]
    clause: re.Pattern[str]
    range: re.Pattern[str]

    def items(self, listed: str) -> list[Pointer]:
        """The articles of a list, each with its own paragraphs."""
        return [
            Pointer(match["number"], clause)
            for match in self.item.finditer(listed)
            for clause in (self.clauses(match["tail"]) if match["tail"] else [""])
        ]

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
    """The patterns of a language, from its vocabulary; they read words one space apart."""
    words = vocabulary(language)
    article, articles = _any(words.article), _any(words.articles)
    paragraph, paragraphs = _any(words.paragraph), _any(words.paragraphs)
    either = rf"(?:{paragraphs}|{paragraph})"
    things, divisions = _any(words.instruments), _any(words.divisions)
    named = "|".join(word.capitalize() for word in words.instruments)
    own, of, join = _any(words.own), _any(words.of), _any(words.join)
    the = rf"(?:\s?{_any(words.the)}(?:(?<=['’])|\b))?\s?"
    # Numbers and lists
    number = _article_number()
    later = rf"(?:\s?(?:{'|'.join(inserted())})\b)?"
    clause = rf"(?:[0-9]{{1,2}}(?![0-9/.]*[0-9])|(?-i:[IVX]{{1,5}}\b)){later}"
    letters = r"(?:\s?\([^()]{1,30}\)|\s?\b[a-z]{1,4}\)|\.[a-z]\b)*"
    through = rf"(?:\s{_any(words.through)}\s|\s?[-–—]\s?)"
    link = rf"(?:\s?,\s?(?:{join}\s)?|\s{join}\s|{through})"
    counted = rf"(?!\s?{_any(words.units)}(?!\w))"
    clauses = rf"{clause}{letters}(?:{link}(?:{clause}{counted}{letters}|\([a-z]{{1,4}}\)))*"
    tail = rf"\s?,?\s?(?:{paragraphs}\s?{clauses}|{paragraph}\s?{clause}{letters})"
    listed = rf"{number}{letters}(?:{tail})?(?:{link}{number}{counted}{letters}(?:{tail})?)*"
    not_the_next = rf"(?!{letters}\s?,?\s{of}{the}(?:{own}\s)?{article}\b)"
    mention = (
        rf"\b{either}\s?(?P<inner>{clauses})"
        rf"(?:(?:\s?,?\s{of}{the}|\s?,\s?)"
        rf"(?:(?P<own>{own}\s{article})|{article}\s(?P<outer>{number})))?"
        rf"|\b{articles}\s(?P<list>{listed})"
        rf"|\b{article}\s(?P<one>{number})"
        rf"(?:\s?\((?P<bracket>[0-9]{{1,2}})\){letters}"
        rf"|{letters}\s?,?\s?{either}\s?(?P<tail>(?>{clauses})){not_the_next})?"
    )
    # Whose
    few, more = r"(?:[\w’'./-]+,?\s){0,3}?", r"(?:[\w’'./()-]+,?\s){0,7}?"
    after = rf"\)?(?:\s[0-9]{{1,2}})?(?:\s?\(?\b[0-9a-z]{{1,4}}\))*\s?,?\s?(?:{_any(words.inclusive)},?\s?)?"
    flags = re.IGNORECASE
    return _Patterns(
        mention=re.compile(mention, flags),
        ours=re.compile(rf"{after}{of}{the}{own}\s(?:\w+\s)?(?:{things}|{divisions})\b", flags),
        theirs=re.compile(
            rf"{after}(?:{of}{the}(?:{few}{things}\b|{more}(?-i:{named})\b|(?-i:[A-Z]{{2,}}))"
            rf"|{_any(words.other)}\b|(?-i:[A-Z]{{2,}}\b))",
            flags,
        ),
        of_something=re.compile(
            rf"{letters}\s?,?\s{of}\b|{letters}\s?,\s?(?:{divisions}|{things})\b", flags
        ),
        led_by=re.compile(
            rf"\b(?:{things}|(?P<division>{divisions}))\b(?:\s\S{{1,6}})?\s?,\s?$", flags
        ),
        joined=re.compile(
            rf"{letters}[\s,;]{{0,3}}(?:{join}|{_any(words.through)})?[\s,]{{0,2}}(?:{of}|{_any(words.under)})?{the}",
            flags,
        ),
        item=re.compile(rf"(?<![\w(.])(?P<number>{number}){letters}(?P<tail>{tail})?", flags),
        clause=re.compile(rf"(?<![\w(.])({clause})", flags),
        range=re.compile(rf"(?<![\w(.])({number}){through}({number})", flags),
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
