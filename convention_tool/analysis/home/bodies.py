"""The bodies that a draft sets up, and what each of them lacks in order to live."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from convention_tool.catalogue.home import body_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from convention_tool.analysis.draft import Draft, Stretch


class BodyKind(StrEnum):
    """What a body is made of."""

    EXPERTS = "experts"
    ASSEMBLY = "assembly"


class Need(StrEnum):
    """What a body needs in order to live, in the words of a report."""

    ELECTION = "a rule on who elects or appoints its members"
    NUMBER = "a number of members"
    TERM = "a term of office"
    SECRETARIAT = "a secretariat or staff"
    BUDGET = "a budget or a rule on its costs"
    CONVENING = "a rule on who convenes it"


@dataclass(frozen=True)
class Body:
    """A body that the text sets up."""

    #: Its full name: "Committee on the Rights of Migrants".
    name: str
    #: The word by which the text goes on to call it: "Committee".
    noun: str
    kind: BodyKind
    #: Where it is set up.
    stretch: Stretch
    lacks: tuple[Need, ...]


def bodies_of(draft: Draft) -> tuple[Body, ...]:
    """The bodies that a draft sets up, in the order of the text; ask for it by `draft.fact`."""
    words = body_words(draft.instrument.language)
    if not words:
        return ()
    set_up = tuple(_set_up(draft, words))
    if not set_up:
        return ()
    lists = {key for needs in _NEEDS.values() for key in needs.values()}
    having = {key: _articles(draft, *words[key]) for key in lists}
    found: dict[str, Body] = {}
    for name, noun, stretch in set_up:
        if noun not in found:
            kind = BodyKind.EXPERTS if noun in words["experts"] else BodyKind.ASSEMBLY
            named = _naming(draft, noun, words["others"])
            needs = _NEEDS[kind].items()
            lacks = tuple(need for need, key in needs if not named & having[key])
            found[noun] = Body(name, noun, kind, stretch, lacks)
    return tuple(found.values())


def _set_up(
    draft: Draft, words: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, str, Stretch]]:
    """The name, the noun and the place of each body that an article sets up."""
    language = draft.instrument.language
    nouns = _nouns(words)
    naming = set(map(id, draft.saying(*map(_last_part, nouns))))
    for stretch in draft.saying(*words["look"]):
        if id(stretch) not in naming or stretch.home is not draft.instrument or not stretch.article:
            continue
        if not any(noun in stretch.words for noun in nouns):
            continue
        if match := _body_in(stretch.words, words, language):
            yield _named(match["name"], words), match["noun"], stretch


def _body_in(
    text: str, words: Mapping[str, tuple[str, ...]], language: str
) -> re.Match[str] | None:
    """A body that some words set up, unless they only oblige States to have one at home."""
    said = text.lower()
    after, before, by_states = _patterns(language)
    for phrase in words["setting_up"]:
        for found in re.finditer(rf"\b{re.escape(phrase)}\b", said) if phrase in said else ():
            match = after.match(text, found.end())
            if match and not by_states.search(text, 0, match.end()):
                return match
    for phrase in words["established"]:
        place = said.find(phrase)
        match = before.search(text, 0, place) if place > 0 else None
        if match and not by_states.search(text, 0, place):
            return match
    return None


def _named(printed: str, words: Mapping[str, tuple[str, ...]]) -> str:
    """A body's name without the article before it, its short name, or a preposition at the end."""
    name = re.sub(r"\s*\([^)]*\)", "", printed).split()
    if name[0] in {"A", "An", "The", "Un", "Une", "Una"}:
        name = name[1:]
    while name[-1] in words["linking"]:
        name = name[:-1]
    return " ".join(name)


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A body after the words that set it up, before them, and what is a duty of States instead."""
    words = body_words(language)
    nouns = "|".join(map(re.escape, _nouns(words)))
    linking = "|".join(map(re.escape, words["linking"]))
    link = rf"(?:\s+(?:{linking})\b|\s+[A-ZÀ-Ý][\w’'-]*|\s+\([^)]*\))"
    name = rf"(?P<name>(?:\b[A-ZÀ-Ý][\w’'-]*\s+){{0,6}}\b(?P<noun>{nouns})\b(?:{link}){{0,12}})"
    after = re.compile(rf"[^.;]{{0,60}}?(?i:\b{_ARTICLE})\s+(?:[a-z]\w+\s+)?{name}")
    before = re.compile(rf"{name}[^.;]{{0,60}}\s$")
    return after, before, re.compile(_any(words["duties_of_states"]), re.IGNORECASE)


#: What stands before the name of a body.
_ARTICLE = r"(?:an?|the|one|un|une|le|la|el|los|una)"


def _any(phrases: tuple[str, ...]) -> str:
    ordered = sorted(phrases, key=len, reverse=True)
    return (
        f"(?:{'|'.join(re.escape(one).replace(chr(92) + ' ', chr(92) + 's+') for one in ordered)})"
    )


def _last_part(noun: str) -> str:
    """The word by which a noun is looked up: "Sub-Committee" is looked up as "committee"."""
    return noun.casefold().split("-")[-1]


def _nouns(words: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return (*words["experts"], *words["assemblies"])


#: What each kind of body needs, by the list of words that an article with its name must have.
_NEEDS: Mapping[BodyKind, Mapping[Need, str]] = {
    BodyKind.EXPERTS: {
        Need.ELECTION: "election",
        Need.NUMBER: "members",
        Need.TERM: "term",
        Need.SECRETARIAT: "secretariat",
        Need.BUDGET: "budget",
    },
    BodyKind.ASSEMBLY: {Need.CONVENING: "convening"},
}


def _naming(draft: Draft, noun: str, others: tuple[str, ...]) -> frozenset[int]:
    """The articles, by identity, that name a body, and not only another one of the same noun."""
    namesakes = tuple(other for other in others if noun in other)
    return frozenset(
        id(one.article)
        for one in draft.saying(_last_part(noun))
        if one.article and _is_named(one.words, noun, namesakes)
    )


def _is_named(text: str, noun: str, namesakes: tuple[str, ...]) -> bool:
    for other in namesakes:
        text = text.replace(other, "")
    return noun in text


def _articles(draft: Draft, *words: str) -> frozenset[int]:
    """The articles, by identity, that have one of some words."""
    return frozenset(id(one.article) for one in draft.saying(*words) if one.article)
