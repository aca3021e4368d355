"""The tokens of grammars/citation.lark, from the words of each language."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.citations.words import CitationWords, any_of, citation_words
from convention_tool.catalogue.vocabulary import inserted, ordinals

if TYPE_CHECKING:
    from collections.abc import Iterator

#: No citation of a person has more tokens; the citation ends there.
_MOST_TOKENS = 120


class Token:
    """Some words of a citation; what lark takes for a token."""

    __slots__ = ("end_pos", "start_pos", "type", "value")

    line = column = end_line = end_column = None

    def __init__(self, kind: str, value: str, start: int, end: int) -> None:
        """Words between two offsets, and the terminal that they are."""
        self.type = kind
        self.value = value
        self.start_pos = start
        self.end_pos = end


class Lexer(NamedTuple):
    """What cuts up the citations of a language."""

    #: What joins: a comma, "and", "to".
    joint: re.Pattern[str]
    #: A unit's word, a mark, "of": by the names of the terminals.
    word: re.Pattern[str]
    #: Numbers, by what they number.
    numbers: dict[str, re.Pattern[str]]

    def tokens(self, text: str) -> list[Token]:
        """The tokens of some words, up to those that belong to no citation."""
        found: list[Token] = []
        position, unit, depth = 0, "", 0
        while len(found) < _MOST_TOKENS:
            joint = self.joint.match(text, position) if found else None
            token = self._token(text, joint.end() if joint else position, unit)
            if joint and token and joint["to"] and token.type in _ARTICLES:
                # "article 5 to article 7": the second word says nothing new.
                token = self._token(text, token.end_pos, "article") or token
            if token is None or (token.type == "_CLOSE" and not depth):
                break
            if (
                token.type == "BRACKETED"
                and token.value[0].isdigit()
                and (depth or unit == "article")
            ):
                # The bracket closes what "(paragraphs" or "(see article" opened.
                token = Token("NUMBER", token.value[:-1], token.start_pos, token.end_pos - 1)
            depth += {"_OPEN": 1, "_CLOSE": -1}.get(token.type, 0)
            if joint and joint[0].strip():
                kind = _joint_kind(joint, token.type)
                if kind is None:
                    break
                if kind:
                    found.append(Token(kind, joint[0], *joint.span()))
            found.append(token)
            unit = _UNITS.get(token.type, unit)
            position = token.end_pos
        return found

    def _token(self, text: str, position: int, unit: str) -> Token | None:
        match = self.word.match(text, position)
        if not match and unit in self.numbers:
            match = self.numbers[unit].match(text, position)
        if not match or not match.lastgroup:
            return None
        start, end = match.span(match.lastgroup)
        return Token(match.lastgroup, match[match.lastgroup], start, end)


#: What a unit's word makes of the numbers after it.
_UNITS = {
    "_ARTICLE": "article",
    "_ARTICLES": "article",
    "_PARAGRAPH": "paragraph",
    "_PARAGRAPHS": "paragraph",
    "_ITEM": "item",
    "DIVISION": "division",
    "_ANNEX": "division",
    "_CLOSE": "article",
}

_ARTICLES = frozenset(("_ARTICLE", "_ARTICLES"))

#: The token of a comma before these.
_AFTER_COMMA = {
    "_PARAGRAPH": "_COMMA_PARAGRAPH",
    "_PARAGRAPHS": "_COMMA_PARAGRAPH",
    "_ITEM": "_COMMA_ITEM",
    "_ARTICLE": "_COMMA_ARTICLE",
    "_ARTICLES": "_COMMA_ARTICLE",
    "HERE": "_COMMA_ARTICLE",
    "SAME": "_COMMA_ARTICLE",
    "EITHER": "_COMMA_ARTICLE",
    "DIVISION": "_COMMA_DIVISION",
    "_ANNEX": "_COMMA_DIVISION",
    "_OF": "",
}

_NUMBERS = frozenset(("NUMBER", "DIVISION_NUMBER"))


def _joint_kind(joint: re.Match[str], after: str) -> str | None:
    """The token of what joins, by what follows it; "" for none, None where nothing is joined."""
    if after in _NUMBERS:
        return "_TO_NUMBER" if joint["to"] else "_JOIN_NUMBER"
    if after == "BRACKETED":
        return "_TO_BRACKETED" if joint["to"] else "_JOIN_BRACKETED"
    if after == "LETTER":
        return "_TO_LETTER" if joint["to"] else "_JOIN_LETTER"
    if joint["to"]:
        return None
    if after == "ORDINAL":
        return "_JOIN_ORDINAL"
    return None if joint["and"] else _AFTER_COMMA.get(after)


@cache
def lexer(language: str) -> Lexer:
    """The lexer of a language; its texts have their words one space apart."""
    words = citation_words(language)
    plain = words.plain
    flags = re.IGNORECASE
    join, through, the = any_of(plain.join), any_of(plain.through), elided(words)
    kinds = "|".join(f"(?P<{name}>{form})" for name, form in _kinds(words))
    counted = rf"(?!\s?{any_of(plain.units)}(?!\w))"
    loose = rf"[a-z]{{1,2}}(?!\w)|[0-9]{{1,2}}(?![0-9]){counted}"
    number = rf"{DIGITS}(?:{LATER}|\s?(?-i:[A-Z])(?![\w'’.])|[a-z](?!\w))?"
    paragraph = rf"(?:{DIGITS}|(?-i:[IVX]{{1,5}}(?!\w)|l(?!\w)))(?:{LATER})?\.?"
    return Lexer(
        joint=re.compile(
            rf"\s?(?:(?:,\s?)?(?P<and>{join})\s{the}|(?P<to>{through}\s|[-–—])\s?|,{the})|\s", flags
        ),
        word=re.compile(rf"\s?(?:{kinds})", flags),
        numbers={
            "article": re.compile(
                rf"\s?(?P<NUMBER>(?:{FIRST}(?!\w)|{number}|{ROMAN}(?:{LATER})?|{CAPITAL}){counted})"
                rf"|\.(?P<LETTER>[a-z](?!\w))",
                flags,
            ),
            "paragraph": re.compile(
                rf"\s?(?P<NUMBER>{paragraph}{counted})|\.?(?P<LETTER>[a-z](?!\w))", flags
            ),
            "division": re.compile(rf"\s?(?P<DIVISION_NUMBER>{_DIVISION_NUMBER}{counted})", flags),
            "item": re.compile(rf"\s?(?P<LETTER>{loose})", flags),
        },
    )


def _kinds(words: CitationWords) -> Iterator[tuple[str, str]]:
    """Each terminal that is a word or a mark, in the order in which they are tried."""
    plain = words.plain
    article, paragraph = any_of(plain.article), any_of(words.paragraph)
    own, same = {*plain.own}, {*plain.same}
    item, annex = any_of(plain.items), any_of(plain.annex)
    paragraphs = any_of((*words.paragraph, *words.paragraphs))
    only_items = any_of({*plain.items} - {*words.paragraph, *words.paragraphs})
    lone = any_of(words.lone_items)
    units = any_of((*words.articles, *words.inside_articles))
    before, after = any_of(plain.preceding), any_of(plain.following)
    numbered = rf"(?:{any_of(words.divisions)}|{annex})\s(?:{_DIVISION_NUMBER})"
    yield "_OPEN", rf"\((?=\s?(?:{paragraphs}|{item})(?!\w))"
    for one, named in (("ARTICLE", article), ("ITEM", lone), ("PARAGRAPH", paragraph)):
        yield _HERE[one], rf"{any_of(own - same)}\s{named}(?!\w)"
        yield _SAME[one], rf"{any_of(same - own)}\s{named}(?!\w)"
        yield _EITHER[one], rf"{any_of(own & same)}\s{named}(?!\w)"
    yield "HERE_ANNEX", rf"{any_of(words.the_annex)}\s?{annex}(?!\w)(?!\s(?:{_DIVISION_NUMBER}))"
    yield "_HERE_PART", rf"{any_of(own)}\s{any_of(words.divisions)}(?!\w)"
    pointing = any_of((*own, *same))
    named = rf"{units}(?!\w)|{numbered}|{pointing}\s|{any_of(words.the_annex)}\s?{annex}"
    yield "_OF", rf"\.?\s?(?<!\w)(?:{any_of(plain.of)}){elided(words)}(?={named})"
    lettered = r"\s\(?[a-z]{1,5}\)|\s[a-z](?!\w)|\s\(?[0-9]"
    yield "_LONE_ITEM", rf"{any_of((*words.lone_items,))}(?!\w)(?!{lettered})"
    yield "_ITEM", rf"{item}(?=\s\(?[a-z]{{1,5}}\)|\s[a-z](?!\w))|{only_items}(?!\w)"
    yield "_ARTICLES", rf"{any_of(plain.articles)}(?!\w)"
    yield "_ARTICLE", rf"{article}(?!\w)"
    yield "_PARAGRAPHS", rf"{any_of(words.paragraphs)}(?!\w)"
    yield "_PARAGRAPH", rf"{paragraph}(?:(?!\w)|(?=(?-i:I)(?!\w)))"
    yield "_ANNEX", rf"{annex}(?=\s(?:{_DIVISION_NUMBER}))"
    yield "DIVISION", rf"{any_of(words.divisions)}(?=\s(?:{_DIVISION_NUMBER}))"
    for value, name in COUNTS.items():
        listed = any_of([word for word, count in words.counts.items() if count == value])
        yield name, rf"{listed}(?=\s(?:{before}|{after}|{units}))"
    yield "BEFORE", rf"{before}(?!\w)"
    yield "AFTER", rf"{after}(?!\w)"
    yield "ORDINAL", rf"{any_of(words.ordinals)}(?=\s(?:{paragraphs}|{any_of(plain.join)}\s)|,\s)"
    yield (
        "BRACKETED",
        rf"\([0-9]{{1,3}}(?:{LATER})?\)|(?<![\w.])[0-9]{{1,3}}\)|\.(?=[0-9]{{1,3}}\))[0-9]{{1,3}}\)",
    )
    yield "LETTER", rf"\([a-z]{{1,5}}(?:{LATER})?\)|(?<!\w)[a-z]{{1,5}}\)"
    yield "_CLOSE", r"\)"


#: The terminals of the words that say how many are meant.
COUNTS = {2: "TWO", 3: "THREE", 4: "FOUR"}

_HERE = {"ARTICLE": "HERE", "PARAGRAPH": "HERE_PARAGRAPH", "ITEM": "HERE_ITEM"}
_SAME = {"ARTICLE": "SAME", "PARAGRAPH": "SAME_PARAGRAPH", "ITEM": "SAME_ITEM"}
_EITHER = {"ARTICLE": "EITHER", "PARAGRAPH": "EITHER_PARAGRAPH", "ITEM": "EITHER_ITEM"}


def elided(words: CitationWords) -> str:
    """The article of a noun, or none, with the blanks around it: "de l'", "to the"."""
    return rf"(?:\s?{any_of(words.plain.the)}(?:(?<=['’])|(?!\w)))?\s?"


#: "bis", "ter", after a number.
LATER = rf"[\s-]?(?:{'|'.join(inserted())})(?!\w)"

#: 5, 15.4; not 2008, 2/3.
DIGITS = r"[0-9]{1,3}[º°]?(?:\.[0-9]{1,3}(?!\)))*(?![0-9/]|\.[0-9](?!\)))"

#: IV.
ROMAN = r"(?-i:[IVXLC]{1,7})(?!\w)"

#: A, where articles have letters.
CAPITAL = r"(?-i:[A-Z])(?![\w’'.])"

#: How the first article may be spelled.
FIRST = (
    "(?:" + "|".join(word for word, rank in ordinals().items() if rank == 1 and word != "un") + ")"
)

#: III, 3, B; not the first letter of a word.
_DIVISION_NUMBER = rf"(?:(?-i:[IVXLC]{{1,7}})(?!\w)|[0-9]{{1,3}}[a-z]?(?![\w/]|\.[0-9])|(?-i:[A-Z])(?![\w’'.]))(?:{LATER})?"
