"""The tokens of grammars/citation.lark, from the words of each language."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.catalogue.vocabulary import inserted, vocabulary

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from convention_tool.catalogue.vocabulary import Vocabulary

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

    #: Of these each citation has one, in lower case: to look for them is much faster.
    nouns: tuple[str, ...]
    #: Where a citation can begin, in a text in lower case.
    trigger: re.Pattern[str]
    #: What joins: a comma, "and", "to".
    joint: re.Pattern[str]
    #: A unit's word, a mark, "of": by the names of the terminals.
    word: re.Pattern[str]
    #: Numbers, by what they number.
    numbers: dict[str, re.Pattern[str]]
    #: The names of divisions in this language, and what they are called in ours.
    divisions: dict[str, str]

    def tokens(self, text: str, start: int) -> list[Token]:
        """The tokens from a trigger on, up to words that belong to no citation."""
        found: list[Token] = []
        position, unit, depth = start, "", 0
        while len(found) < _MOST_TOKENS:
            joint = self.joint.match(text, position) if found else None
            token = self._token(text, joint.end() if joint else position, unit)
            if joint and token and joint["to"] and token.type in _ARTICLES:
                # "article 5 to article 7": the second word says nothing new.
                token = self._token(text, token.end_pos, "article") or token
            if token is None or not _stays(token, depth):
                break
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
        if match and match.lastgroup:
            start = match.start(match.lastgroup)
            return Token(match.lastgroup, match[match.lastgroup], start, match.end())
        match = self.numbers[unit].match(text, position) if unit in self.numbers else None
        if match and match.lastgroup:
            start, end = match.span(match.lastgroup)
            return Token(match.lastgroup, match[match.lastgroup], start, end)
        return None


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
    "DIVISION": "_COMMA_DIVISION",
    "_ANNEX": "_COMMA_DIVISION",
    "_OF": "",
}

_NUMBERS = frozenset(("NUMBER", "DIVISION_NUMBER", "BRACKETED"))


def _stays(token: Token, depth: int) -> bool:
    return token.type != "_CLOSE" or depth > 0


def _joint_kind(joint: re.Match[str], after: str) -> str | None:
    """The token of what joins, by what follows it; "" for none, None where nothing is joined."""
    if after in _NUMBERS:
        return "_TO_NUMBER" if joint["to"] else "_JOIN_NUMBER"
    if after == "LETTER":
        return "_TO_LETTER" if joint["to"] else "_JOIN_LETTER"
    if joint["to"] or joint["and"]:
        return None
    return _AFTER_COMMA.get(after)


@cache
def lexer(language: str) -> Lexer:
    """The lexer of a language; its texts have their words one space apart."""
    words = vocabulary(language)
    article, articles = any_of(words.article), any_of(words.articles)
    paragraph, paragraphs = any_of(words.paragraph), any_of(words.paragraphs)
    item, own, same = any_of(words.items), any_of(words.own), any_of(words.same)
    only_item = any_of(set(words.items) - {*words.paragraph, *words.paragraphs})
    names = {name: kind for kind, listed in words.named_divisions() for name in listed}
    annex, division = any_of(words.annex), any_of(names)
    the = rf"(?:\s?{any_of(words.the)}(?:(?<=['’])|\b))?\s?"
    either = rf"(?:{article}|{articles}|{paragraph}|{paragraphs})"
    before, after = any_of(words.preceding), any_of(words.following)
    letter = rf"\([a-z]{{1,5}}(?:[ -]?{_LATER})?\)|\b[a-z]{{1,4}}\)"
    kinds = (
        ("_OPEN", rf"\((?=\s?(?:{paragraphs}|{paragraph}|{item})\b)"),
        ("HERE", rf"{own}\s{article}\b"),
        ("SAME", rf"{same}\s{article}\b"),
        ("_OWN_PARAGRAPH", rf"(?:{own}|{same})\s{paragraph}\b"),
        (
            "_OF",
            rf"(?<!\w)(?:{any_of(words.of)}){the}(?={_unit(words, names, _DIVISION_NUMBER)}|{own}\s|{same}\s)",
        ),
        ("_ITEM", rf"{item}(?=\s(?:\(?[a-z]{{1,4}}\)|[a-z](?!\w)))|{only_item}(?!\w)"),
        ("_ARTICLES", rf"{articles}(?!\w)"),
        ("_ARTICLE", rf"{article}(?!\w)"),
        ("_PARAGRAPHS", rf"{paragraphs}(?!\w)"),
        ("_PARAGRAPH", rf"{paragraph}(?!\w)"),
        ("_ANNEX", rf"{annex}(?=\s(?:{_DIVISION_NUMBER}))"),
        ("DIVISION", rf"{division}(?=\s(?:{_DIVISION_NUMBER}))"),
        ("BEFORE", rf"{before}(?!\w)"),
        ("AFTER", rf"{after}(?!\w)"),
        ("BRACKETED", rf"\((?:[0-9]{{1,2}}(?:[ -]?{_LATER})?)\)"),
        ("LETTER", letter),
        ("_CLOSE", r"\)"),
    )
    counted = rf"(?!\s?{any_of(words.units)}(?!\w))"
    join, through = any_of(words.join), any_of(words.through)
    loose = rf"[a-z]{{1,2}}(?=\s?(?:[,;.)]|$)|\s(?:{join}|{through}|{any_of(words.of)})(?!\w))|[0-9]{{1,2}}{counted}"
    flags = re.IGNORECASE
    return Lexer(
        nouns=_shortest((*_units(words), *(f"{name} " for name in (*names, *words.annex)))),
        trigger=re.compile(
            rf"\b(?:{_unit(words, names, _LOWERED_NUMBER)}|(?:{before}|{after})\s{either}(?!\w))"
        ),
        joint=re.compile(
            rf"\s?(?:(?:,\s?)?(?P<and>{join})\s{the}|(?P<to>{through}\s|[-–—])\s?|,{the})|\s", flags
        ),
        word=re.compile(
            rf"\s?(?:{'|'.join(f'(?P<{name}>{form})' for name, form in kinds)})", flags
        ),
        numbers={
            "article": re.compile(rf"\s?(?P<NUMBER>{_article_number()}){counted}", flags),
            "paragraph": re.compile(rf"\s?(?P<NUMBER>{_PARAGRAPH_NUMBER}){counted}", flags),
            "division": re.compile(rf"\s?(?P<DIVISION_NUMBER>{_DIVISION_NUMBER}){counted}", flags),
            "item": re.compile(rf"\s?(?P<LETTER>{loose})", flags),
        },
        divisions=names,
    )


def _unit(words: Vocabulary, names: Mapping[str, str], number: str) -> str:
    """Any word that a citation can begin with; a division is named with its number."""
    divisions = any_of({*names, *words.annex})
    return rf"(?:{any_of(_units(words))}(?!\w)|{divisions}(?=\s{number}))"


def _units(words: Vocabulary) -> frozenset[str]:
    """The words for articles and what they are made of."""
    articles, paragraphs = (*words.article, *words.articles), (*words.paragraph, *words.paragraphs)
    return frozenset((*articles, *paragraphs, *words.items))


def _shortest(words: Collection[str]) -> tuple[str, ...]:
    """The words that hold no other: a text without any of these has none of them."""
    return tuple(
        sorted(
            word for word in {*words} if not any(other != word and other in word for other in words)
        )
    )


#: What looks like the number of a division in a text in lower case.
_LOWERED_NUMBER = r"(?:[ivxlc]{1,7}\b|[0-9]|[a-z]\b)"

_LATER = rf"(?:{'|'.join(inserted())})\b"

#: 2, 12 bis, II; not 2008, 2/3 or 2.5.
_PARAGRAPH_NUMBER = rf"(?:[0-9]{{1,2}}(?![0-9/.]*[0-9])|(?-i:[IVX]{{1,5}}\b))(?:\s?{_LATER})?"

#: III, 3, B; not the first letter of a word.
_DIVISION_NUMBER = rf"(?:(?-i:[IVXLC]{{1,7}})\b|[0-9]{{1,3}}(?![0-9/.]*[0-9])|(?-i:[A-Z])(?![\w’'.]))(?:[ -]?{_LATER})?"


def _article_number() -> str:
    """A number as citations print it: 5, 15.4, 8 bis, 12 A, IV, premier."""
    first = r"premier|première|primero|1er|Ier|[0-9]{1,3}º"
    digits = r"[0-9]{1,3}(?:\.[0-9]{1,3})*(?![0-9/]|\.[0-9])"
    roman = r"(?-i:[IVXLC]{1,7})\b"
    later = rf"[\s-]?{_LATER}|\s?(?-i:[A-Z])(?![\w'’.])(?!\s[a-z])|[a-z]\b"
    return rf"(?:{first}|{digits}|{roman})(?:{later})?"


def any_of(words: Collection[str]) -> str:
    """One of some words, the longest first; what matches nothing where there are none."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, longest_first))})" if longest_first else r"(?!)"
