"""Whom a text leaves out in so many words: "the present Convention shall not apply to ..."."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.draft import Stretch
from convention_tool.catalogue.groups import Group, groups
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.tree.nodes import Paragraph, Subparagraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convention_tool.analysis.draft import Draft


class Exclusion(NamedTuple):
    """A group that some words leave out."""

    stretch: Stretch
    group: Group
    #: Where the stretch names it.
    start: int
    end: int
    #: Whether the words, or the chapeau that they hang on, take some of the group back in, or leave
    #: out only those whom they describe ("seafarers who have not been admitted").
    lets_in: bool

    @property
    def term(self) -> str:
        """The words that name the group."""
        return self.stretch.words[self.start : self.end]


def exclusions(draft: Draft) -> tuple[Exclusion, ...]:
    """The groups that the text leaves out of all or part of itself; ask through `draft.fact`."""
    words = _known(draft.instrument.language)
    if not words:
        return ()
    found: dict[tuple[int, str], Exclusion] = {}
    for stretch in draft.saying("apply", "applicable", "cover", "extend", *words.near):
        if stretch.article and (match := words.left_out(stretch.words)):
            for one in _of(draft, stretch, match.end(), words):
                found.setdefault((id(one.stretch.node), one.group.id), one)
    return tuple(found.values())


def names(group: Group, words: str, language: str) -> re.Match[str] | None:
    """Where some words name a group."""
    terms, said = _lower(group.terms.of(language)), words.lower()
    likely = [term for term in terms if term in said]
    return _named(terms).search(words) if likely else None


class _Known(NamedTuple):
    #: The verbs of an exclusion, and a pattern for its subject and verb.
    verbs: tuple[str, ...]
    leaving_out: re.Pattern[str]
    letting_in: re.Pattern[str]
    #: What follows describes those who are left out, and may name others.
    relative: re.Pattern[str]
    near: tuple[str, ...]

    def left_out(self, words: str) -> re.Match[str] | None:
        """Where some words say that something does not apply."""
        said = words.lower()
        likely = any(verb in said for verb in self.verbs)
        return self.leaving_out.search(words) if likely else None


@cache
def _known(language: str) -> _Known | None:
    words = rule_words("scope", "exclusions", language)
    if not words:
        return None
    leaving = "|".join(map(re.escape, words["leaving_out"]))
    subjects = "|".join(map(re.escape, words["subjects"]))
    letting = "|".join(map(re.escape, words["letting_in"]))
    near = {part for words in words["leaving_out"] for part in re.split(r"\W+", words)}
    verbs = tuple(sorted(part for part in near if len(part) > _SHORT))
    return _Known(
        words["leaving_out"],
        re.compile(rf"\b(?:{subjects})\b[^.;:]{{0,40}}?\b(?:{leaving})", re.IGNORECASE),
        re.compile(rf"\b(?:{letting})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{'|'.join(words['relative'])})\b", re.IGNORECASE),
        verbs,
    )


#: Auxiliaries and negations are shorter than the verb of a phrase.
_SHORT = 5


def _of(draft: Draft, stretch: Stretch, start: int, words: _Known) -> Iterator[Exclusion]:
    """The groups named after the verb, and in the list that hangs on it.

    A treaty on refugees does not leave out refugees: what its title names is left aside.
    """
    language = draft.instrument.language
    end = re.compile(r"[.;](?=\s|$)").search(stretch.words, start)
    stop = end.start() if end else len(stretch.words)
    lets_in = bool(words.letting_in.search(stretch.words[:stop]))
    title = draft.instrument.title
    named, *described = words.relative.split(stretch.words[start:stop], maxsplit=1)
    for group in groups():
        match = names(group, named, language)
        if match and not names(group, title, language):
            first, last = start + match.start(), start + match.end()
            yield Exclusion(stretch, group, first, last, lets_in or bool(described))
    for item in _items(stretch.node):
        held = Stretch(item.text, item, stretch.article, stretch.home)
        named, *described = words.relative.split(item.text, maxsplit=1)
        some = lets_in or bool(described) or bool(words.letting_in.search(item.text))
        for group in groups():
            match = names(group, named, language)
            if match and not names(group, title, language):
                yield Exclusion(held, group, *match.span(), some)


def _items(node: object) -> Iterator[Subparagraph]:
    if isinstance(node, Paragraph | Subparagraph):
        for item in node.subparagraphs:
            yield item
            yield from _items(item)


@cache
def _lower(terms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(str.lower, terms))


@cache
def _named(terms: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(terms, key=len, reverse=True)
    return re.compile(
        rf"\b(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})\b", re.IGNORECASE
    )
