"""Which terms a draft defines, where and how, and where it uses them.

A definition is a term in quotation marks with a word for meaning after it: '"worker" means',
« travailleur » désigne, «trabajador» significa. A short name that is brought in by the way,
'(hereinafter referred to as "the Committee")', is one too. Terms without quotation marks are left
alone: nobody can tell them from ordinary words.

    defined = draft.fact(definitions)
"""

from __future__ import annotations

import re
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.catalogue.rule_words import rule_words
from convention_tool.tree.nodes import Paragraph, Subparagraph
from convention_tool.tree.walk import children

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convention_tool.analysis.draft import Draft, Stretch
    from convention_tool.tree.nodes import Node


class Manner(Enum):
    """How a text says what a term stands for."""

    MEANS = "means"  # this and nothing else
    INCLUDES = "includes"  # this among other things
    NAMED = "named"  # a short name for what was just named in full


class Definition(NamedTuple):
    """A term and what the text says of it."""

    #: As printed, without its quotation marks: "migrant worker".
    term: str
    manner: Manner
    stretch: Stretch
    #: Where the term stands in its stretch, without quotation marks.
    start: int
    end: int
    #: What the term means: the words after the verb, and the list below them.
    meaning: str
    #: Whether it says that it holds for a part of the text only.
    limited: bool


class Use(NamedTuple):
    """Words of a stretch."""

    stretch: Stretch
    start: int
    end: int

    @property
    def words(self) -> str:
        """The words as printed."""
        return self.stretch.words[self.start : self.end]


def definitions(draft: Draft) -> tuple[Definition, ...]:
    """Every definition of a draft, in the order of the text; ask by `draft.fact(definitions)`."""
    verbs = _verbs(draft.instrument.language)
    if not verbs:
        return ()
    return tuple(
        definition
        for stretch in draft.saying(*verbs.keys)
        if _quotes(stretch.words)
        for definition in _of_stretch(draft, stretch, verbs)
    )


def uses(draft: Draft, term: str) -> Iterator[Use]:
    """Where a term stands in the text, in the singular or plural; its definition is one place."""
    forms = _forms_of_words(term)
    if not forms:
        return
    pattern = _term_pattern(term)
    longest = max(forms, key=lambda words: len(words[0]))
    for stretch in draft.saying(*longest):
        words = stretch.words.lower()
        for match in pattern.finditer(words):
            if not words[match.start() - 1 : match.start()].isalnum():
                yield Use(stretch, *match.span())


def own_words(term: str, language: str) -> tuple[str, ...]:
    """The words of a term that carry its meaning, in lower case."""
    small = rule_words(_FAMILY, "small", language).get("words", ())
    return tuple(word for word in _WORD.findall(term.casefold()) if word not in small)


def plain(term: str) -> str:
    """A term as it is compared with others: "the  Committee" is "committee"."""
    return _LEADING.sub("", " ".join(term.casefold().replace("’", "'").split()))


_FAMILY = "definitions"

#: A term is no longer than this; what is longer is a passage that the text quotes.
_LONGEST_TERM = 70

#: So many letters before a term may say how it is brought in, and for what it holds.
_BEFORE = 200

_QUOTED = re.compile(rf'["“„«]\s?(?P<term>[^"“”„«»‘`\n]{{1,{_LONGEST_TERM}}}?)\s?["”»]')

#: A sentence that goes on for longer says more than what a term means.
_LONGEST_MEANING = 3000

#: What parts two terms that share a definition.
_JOINS = re.compile(r",?\s*(?:,|and|or|et|ou|y|o)\s*")

_WORD = re.compile(r"[^\W\d_]+")

_LEADING = re.compile(r"^(?:the|an?|les?|la|l'|el|los|las)\s*\b")

_BETWEEN_WORDS = r"[\W_]+"

_SENTENCE_START = re.compile(r"[.;]\s")


class _Verbs(NamedTuple):
    """The words of a language, as they are looked up and as they are matched."""

    keys: tuple[str, ...]
    #: Right after a term: the verb, by its manner.
    after: re.Pattern[str]
    #: Right before a term: "hereinafter".
    naming: re.Pattern[str]
    #: Before a term whose verb stands first: "on entend par", "se entiende por".
    by: re.Pattern[str] | None
    limits: re.Pattern[str]


@cache
def _verbs(language: str) -> _Verbs | None:
    words = rule_words(_FAMILY, "defining", language)
    if not words:
        return None
    means, includes = words["means"], words["includes"]
    keys = {_key(phrase) for phrase in (*means, *includes, *words["named"])}
    between = rf"(?:,?\s*(?:\([^)]*\)\s*)?{_any(words['between'])}\b[^\"“”«».;:]{{0,90}}?)?"
    verb = rf"(?:(?P<means>{_any(means)})|(?P<includes>{_any(includes)}))"
    return _Verbs(
        keys=tuple(sorted(keys)),
        after=re.compile(rf"\s*(?:\([^)]*\)\s*)?{between},?\s*{verb}(?![\w’'])\s*(?:,|:)?\s*"),
        naming=re.compile(
            rf"{_any(words['named'])},?\s*(?:as|the|le|la|les|el|los|las|l['’])*\s*$"
        ),
        by=re.compile(rf"{_any(words['by'])}\s*$", re.IGNORECASE) if words["by"] else None,
        limits=re.compile(rf"\b{_any(words['limits'])}\b", re.IGNORECASE),
    )


def _quotes(words: str) -> bool:
    """Whether some words have a mark that opens a quotation."""
    return '"' in words or "“" in words or "„" in words or "«" in words


def _of_stretch(draft: Draft, stretch: Stretch, verbs: _Verbs) -> Sequence[Definition]:
    """The definitions of a stretch; terms before another may share its verb."""
    words = stretch.words
    quoted = list(_QUOTED.finditer(words))
    found: list[Definition] = []
    shared: tuple[int, Manner, str] | None = None
    for match in reversed(quoted):
        verb = verbs.after.match(words, match.end())
        before = words[max(0, match.start() - _BEFORE) : match.start()]
        if verb:
            manner = Manner.MEANS if verb["means"] else Manner.INCLUDES
            meaning = _meaning(stretch, verb.end())
        elif shared and _JOINS.fullmatch(words, match.end(), shared[0]):
            _, manner, meaning = shared
        elif verbs.by and verbs.by.search(before):
            manner, meaning = Manner.MEANS, _meaning(stretch, match.end())
        elif verbs.naming.search(before):
            manner, meaning = Manner.NAMED, ""
        else:
            shared = None
            continue
        shared = (match.start(), manner, meaning)
        said = (
            before.rpartition(". ")[2] + words[match.start() : verb.end() if verb else match.end()]
        )
        limited = not stretch.article or any(
            verbs.limits.search(opening) for opening in (said, *_above(draft, stretch.node))
        )
        start, end = match.span("term")
        found.append(Definition(match["term"], manner, stretch, start, end, meaning, limited))
    return found[::-1]


def _meaning(stretch: Stretch, start: int) -> str:
    """The words after a verb: to the end of the sentence, or the list that follows."""
    words = stretch.words
    end = _SENTENCE_START.search(words, start, start + _LONGEST_MEANING)
    said = words[start : end.start() if end else start + _LONGEST_MEANING]
    if end or stretch.closing or len(words) - start > _LONGEST_MEANING:
        return said
    return " ".join((said, *_below(stretch.node)))


def _below(node: Node) -> Iterator[str]:
    """The words of a list, item by item."""
    for child in children(node):
        match child:
            case Paragraph(text=text) | Subparagraph(text=text):
                yield text
                yield from _below(child)
            case _:
                pass


def _above(draft: Draft, node: Node) -> Iterator[str]:
    """The words that open the lists in which a node stands."""
    while holder := draft.holder(node):
        yield _opening(holder)
        node = holder


def _opening(node: Node) -> str:
    """The words before the list of a node."""
    match node:
        case Paragraph(text=text) | Subparagraph(text=text):
            return text
        case _:
            return ""


def _key(phrase: str) -> str:
    """The word by which a phrase is looked up: its longest."""
    words: list[str] = _WORD.findall(phrase.casefold())
    return max(words, key=len)


def _any(phrases: Sequence[str]) -> str:
    """A pattern for one of some phrases, with either apostrophe."""
    ordered = sorted(phrases, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, ordered))})".replace("'", "['’]")


@cache
def _term_pattern(term: str) -> re.Pattern[str]:
    """A term in the singular or plural, in lower case.

    It opens with letters, since Python looks for those first and fast; the caller sees whether a
    word begins there.
    """
    parts = (f"(?:{'|'.join(map(re.escape, forms))})" for forms in _forms_of_words(term))
    return re.compile(rf"{_BETWEEN_WORDS.join(parts)}\b")


@cache
def _forms_of_words(term: str) -> tuple[tuple[str, ...], ...]:
    """The words of a term, each with its plural and its singular."""
    return tuple(tuple(_inflected(word)) for word in re.findall(r"\w+", plain(term)))


#: Plurals that no ending makes.
_IRREGULAR = {"child": "children", "person": "people", "man": "men", "woman": "women"}


def _inflected(word: str) -> Iterator[str]:
    """A word, its plural and its singular, the likeliest first; some that do not exist."""
    yield word
    yield from (other for one, other in _IRREGULAR.items() if one == word)
    yield from (one for one, other in _IRREGULAR.items() if other == word)
    if len(word) < 3:
        return
    if word.endswith("ies"):
        yield word[:-3] + "y"
    elif word.endswith("y"):
        yield word[:-1] + "ies"
    if word.endswith("s"):
        yield word.removesuffix("s")
        yield word.removesuffix("es")
    yield from (word + "s", word + "es", word + "x")
