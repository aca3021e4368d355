"""The phrases of holders.toml in one language, compiled, and narrowed to what an article can hold.

A treaty has hundreds of articles and the file hundreds of phrases; few of these can stand in any
one article. Each phrase has an anchor, a word without which it cannot stand, so the words of an
article say which phrases are worth looking for in its clauses. Those that name people are looked
for first: an article that speaks of nobody needs no others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.coverage.patterns import NOTHING, Pattern, Phrase, expression, pattern
from convention_tool.analysis.words import WORDS_KEPT
from convention_tool.catalogue.holders import HolderClass, Roles, holder_classes, names, roles
from convention_tool.catalogue.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from convention_tool.source import Span

#: Letters of an anchor by which the anchors that could open a word are looked up.
_KEY = 2

#: A word of this length may be several that a copy has glued together, so anchors inside it count.
_GLUED_FROM = 14

_APART = str.maketrans(dict.fromkeys("'\"’-‐‑.,;:()[]/«»“”", " "))


class _Slot(NamedTuple):
    """Where a phrase belongs: a list of roles, the names of a group, the names of a class."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The phrases that a text can hold."""

    #: The names of each group, in the groups' order.
    names: tuple[tuple[str, Pattern], ...]
    #: The names of each class of holders, the most particular first.
    classes: tuple[tuple[HolderClass, Pattern], ...]
    lists: Mapping[str, Pattern]
    definition: re.Pattern[str]
    #: The words by which a text means a class without its name.
    described: tuple[tuple[HolderClass, Pattern], ...] = ()

    @property
    def any(self) -> bool:
        """Whether any phrase can stand in the text; none can where it speaks of nobody."""
        return bool(self.lists or self.names or self.classes)

    def __getitem__(self, name: str) -> Pattern:
        """One of the lists of holders.toml, or "passing", "holders" or "itself"."""
        return self.lists.get(name, NOTHING)

    def group(self, name: str) -> Pattern:
        """The names of one group."""
        return next((known for group, known in self.names if group == name), NOTHING)

    def itself(self, text: str) -> Iterator[Span]:
        """Where a clause names the instrument that it stands in.

        "The Convention" alone does so where it opens the clause; elsewhere it may be another.
        """
        opening = next(self["opens_itself"].find(text), None)
        if opening is not None and opening.start == 0:
            yield opening
        yield from self["itself"].find(text)

    def defined(self, text: str) -> re.Match[str] | None:
        """The definition that a clause gives: the term, up to the verb that defines it."""
        if '"' in text or self["term"].stands_in(text) or self["being"].stands_in(text):
            return self.definition.search(text)
        return None


#: The lists by which a text can speak of people without a group's or a class's name.
_OF_PEOPLE = frozenset({"universal", "gate", "being"})


class LocalClass(NamedTuple):
    """A class of holders that the draft itself defines, and where alone its name counts."""

    kind: HolderClass
    #: The identity of an article or Part; None where the name counts everywhere.
    only_in: int | None = None


class _Entry(NamedTuple):
    """A phrase where it belongs, and what else a text must have for it to stand there."""

    number: int
    slot: _Slot
    phrase: Phrase
    #: Of each of these at least one word, beside the anchor.
    rest: tuple[tuple[str, ...], ...]

    def may_stand_in(self, text: str) -> bool:
        """Whether a text that has the anchor can have the phrase."""
        for group in self.rest:  # noqa: SIM110  # asked thousands of times, and a loop is faster
            if not any(map(text.__contains__, group)):
                return False
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Every phrase of a language, by anchor."""

    every: Words
    #: The phrases that name people, and the others.
    people: Mapping[str, tuple[_Entry, ...]]
    others: Mapping[str, tuple[_Entry, ...]]
    #: The anchors that a word can hold.
    anchors_of: Callable[[str], tuple[str, ...]]
    #: The phrases that name people and have an anchor that a word can hold.
    people_by: Callable[[str], tuple[_Entry, ...]]
    #: The classes that the draft defines, the most particular first.
    local: tuple[LocalClass, ...] = ()

    def knowing(self, local: tuple[LocalClass, ...]) -> Lexicon:
        """The same phrases, and the names that a draft gives to holders of its own."""
        if not local:
            return self
        classes = tuple((one.kind, pattern(one.kind.phrases)) for one in local)
        named = tuple(phrase for _, names in classes for phrase in names.phrases)
        holders = Pattern((*self.every["holders"].phrases, *named))
        every = replace(
            self.every,
            classes=(*classes, *self.every.classes),
            lists={**self.every.lists, "holders": holders},
        )
        return replace(self, every=every, local=local)

    def may_define(self, text: str) -> bool:
        """Whether a text of small letters may define a term."""
        return '"' in text or any(self.every[name].stands_in(text) for name in ("term", "being"))

    def of_people(self, words: Iterable[str]) -> Mapping[str, tuple[_Entry, ...]]:
        """Those of some words that can belong to the name of someone, with the phrases of each."""
        return {word: entries for word in words if (entries := self.people_by(word))}

    def names_people(self, text: str, likely: Iterable[_Entry]) -> bool:
        """Whether a text of small letters names anyone, by phrases that its words make likely."""
        return any(entry.may_stand_in(text) and entry.phrase.stands_in(text) for entry in likely)

    def names_own_holders(self, text: str) -> bool:
        """Whether a text of small letters has a name that the draft itself gives to holders."""
        return any(known.stands_in(text) for _, known in self.every.classes[: len(self.local)])

    def words(self, text: str, within: Collection[int] = (), *, whoever: bool = False) -> Words:
        """The phrases that can stand in a text of small letters.

        Args:
            text: what an article says.
            within: the identities of the article and of the Parts that hold it.
            whoever: whether to look even where the text names nobody.
        """
        anchors = self._anchors(text)
        found: dict[str, dict[str, list[Phrase]]] = {"list": {}, "name": {}, "class": {}}
        _gather(self.people, anchors, text, found, sure=not whoever)
        local = tuple(self._local(text, within))
        if not whoever and not (local or found["list"] or found["name"] or found["class"]):
            return replace(self.every, names=(), classes=(), lists={})
        _gather(self.others, anchors, text, found, sure=False)
        lists, names, classes = (
            {name: Pattern(tuple(phrases)) for name, phrases in of_kind.items()}
            for of_kind in found.values()
        )
        if local:
            named = (phrase for _, names in local for phrase in names.phrases)
            lists["holders"] = Pattern((*lists.get("holders", NOTHING).phrases, *named))
        every = self.every
        return Words(
            names=tuple((group, names[group]) for group, _ in every.names if group in names),
            classes=(
                *local,
                *((kind, classes[kind.id]) for kind, _ in every.classes if kind.id in classes),
            ),
            lists=lists,
            definition=every.definition,
            described=every.described,
        )

    def _local(self, text: str, within: Collection[int]) -> Iterator[tuple[HolderClass, Pattern]]:
        for (kind, only_in), (_, known) in zip(self.local, self.every.classes, strict=False):
            if (only_in is None or only_in in within) and known.stands_in(text):
                yield kind, known

    def _anchors(self, text: str) -> set[str]:
        return set().union(*map(self.anchors_of, words_of(text)))


def words_of(text: str) -> set[str]:
    """The words of a text."""
    return set(text.translate(_APART).split())


def _gather(
    by_anchor: Mapping[str, tuple[_Entry, ...]],
    anchors: set[str],
    text: str,
    found: dict[str, dict[str, list[Phrase]]],
    *,
    sure: bool,
) -> None:
    """Add the phrases that may stand in a text, each under the name of its list, group or class.

    To be sure that one does costs a search, which pays where nothing may be found at all.
    """
    likely = {
        entry.number: entry
        for anchor in anchors
        for entry in by_anchor.get(anchor, ())
        if entry.may_stand_in(text)
    }
    for _, (_, (kind, name), known, _) in sorted(likely.items()):
        if not sure or known.stands_in(text):
            found[kind].setdefault(name, []).append(known)


@cache
def lexicon(language: str) -> Lexicon:
    """The phrases of a language, compiled once."""
    known = roles(language)
    classes = holder_classes(language)
    by_slot = {_Slot("list", name): pattern(phrases) for name, phrases in _lists(language, known)}
    by_slot |= {_Slot("name", group): pattern(listed) for group, listed in names(language).items()}
    by_slot |= {_Slot("class", kind.id): pattern(kind.phrases) for kind in classes}
    people: dict[str, list[_Entry]] = {}
    others: dict[str, list[_Entry]] = {}
    every = ((slot, phrase) for slot, compiled in by_slot.items() for phrase in compiled.phrases)
    anchors: set[str] = set()
    for number, (slot, phrase) in enumerate(every):
        of_people = slot.kind != "list" or slot.name in _OF_PEOPLE
        rest = phrase.needs[1:]
        entry = _Entry(number, slot, phrase, rest)
        anchors.update(phrase.anchors)
        for anchor in phrase.anchors:
            (people if of_people else others).setdefault(anchor, []).append(entry)
    by_anchor = {anchor: tuple(entries) for anchor, entries in people.items()}
    anchors_of = _finder(anchors)
    return Lexicon(
        every=Words(
            names=tuple((group, by_slot[_Slot("name", group)]) for group in names(language)),
            classes=tuple((kind, by_slot[_Slot("class", kind.id)]) for kind in classes),
            lists={slot.name: entry for slot, entry in by_slot.items() if slot.kind == "list"},
            definition=_definition(known),
            described=tuple((kind, pattern(kind.described)) for kind in classes if kind.described),
        ),
        people=by_anchor,
        others={anchor: tuple(entries) for anchor, entries in others.items()},
        anchors_of=anchors_of,
        people_by=_by_word(by_anchor, anchors_of),
    )


def _lists(language: str, known: Roles) -> Iterator[tuple[str, Iterable[str]]]:
    for field in fields(known):
        yield field.name, getattr(known, field.name)
    # Names within names: of bodies, of instruments, of other subjects.
    yield "passing", (*known.proper, *known.incidental)
    yield "holders", (name for kind in holder_classes(language) for name in kind.phrases)
    kinds = vocabulary(language)
    yield (
        "provision",
        (*kinds.article, *kinds.articles, *kinds.paragraph, *kinds.paragraphs, *kinds.items),
    )
    yield "opens_itself", (f"{the} {noun}" for the in kinds.the for noun in kinds.self_nouns)
    # How the instrument speaks of itself: "the present Convention".
    forms = kinds.self_forms or kinds.own
    yield "itself", (f"{form} {noun}" for form in forms for noun in kinds.self_nouns)


def _by_word(
    people: Mapping[str, tuple[_Entry, ...]], anchors_of: Callable[[str], tuple[str, ...]]
) -> Callable[[str], tuple[_Entry, ...]]:
    """What finds the phrases for a word, once for each word of all texts."""

    @lru_cache(maxsize=WORDS_KEPT)
    def people_by(word: str) -> tuple[_Entry, ...]:
        return tuple(
            entry
            for anchor in anchors_of(word)
            for entry in people.get(anchor, ())
            # "international" holds no intern, wherever it stands.
            if not entry.phrase.is_one_word or entry.phrase.stands_in(word)
        )

    return people_by


def _finder(anchors: Iterable[str]) -> Callable[[str], tuple[str, ...]]:
    """What finds the anchors in a word, once for each word of all texts."""
    every = sorted(anchors)
    by_key: dict[str, list[str]] = {}
    for anchor in every:
        by_key.setdefault(anchor[:_KEY], []).append(anchor)

    @lru_cache(maxsize=WORDS_KEPT)
    def anchors_of(word: str) -> tuple[str, ...]:
        if len(word) >= _GLUED_FROM:
            return tuple(anchor for anchor in every if anchor in word)
        return tuple(anchor for anchor in by_key.get(word[:_KEY], ()) if word.startswith(anchor))

    return anchors_of


def _definition(known: Roles) -> re.Pattern[str]:
    """A defined term, and the verb that defines it.

    The term stands in quotes, after "the term", or opens the clause as in "A picker is any
    person who".
    """
    verbs = "|".join(map(expression, known.defines))
    openers = "|".join(map(expression, known.term))
    start = "|".join(map(expression, known.opens_term))
    being = "|".join(map(expression, known.being))
    means_by = "|".join(map(expression, known.means_by))
    return re.compile(
        rf"""(?:"\s*([^",]{{2,80}}?)\s*[",]{{1,3}}[^.;":]{{0,60}}?"""
        rf"""|(?:{openers})\s*([^",.;:]{{2,80}}?)\s*)(?:{verbs})"""
        rf"""|^(?:{start})\s*([^\W\d][\w' -]{{2,40}}?)\s+(?=(?:{being}))\S+"""
        rf"""|(?:{means_by})\s*"\s*([^"]{{2,80}}?)\s*"[\s,]*"""
    )


def term_of(definition: re.Match[str]) -> str:
    """The term that a definition defines."""
    return next(term for term in definition.groups() if term).strip()
