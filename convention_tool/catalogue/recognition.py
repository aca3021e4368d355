"""How treaties word each right: data/recognition.toml as records.

The file is for lawyers: it lists, for each provision of the 1990 convention, the phrases by which
treaties usually answer it, what must stand beside them, and what shows that they do not.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from convention_tool.catalogue.load import inner, part, record, tables
from convention_tool.errors import BrokenDataError

_FILE = "recognition.toml"

#: A word of a phrase that may be missing.
_OPTIONAL = re.compile(r"\((\S+)\) ")

#: A word class inside a phrase.
_CLASS = re.compile(r"<([\w-]+)>")

#: Phrases of which one is enough.
Phrases = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """Words that, standing in one clause, show that it answers a right."""

    #: One of these must be there.
    any: Phrases
    #: And one of each of these groups, in the same clause or the chapeau it hangs on.
    beside: tuple[Phrases, ...] = ()
    #: And one of these, anywhere in the article or its heading.
    about: Phrases = ()
    #: And none of these in the clause.
    unless: Phrases = ()
    #: And none of these anywhere in the article or its heading.
    nowhere: Phrases = ()
    #: How surely this answers the right in a clause that is about nothing else, 0 to 1.
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """All that shows one right of 1990."""

    #: The article of the 1990 convention.
    article: str
    #: Where such provisions stand: the name of a field.
    field: str
    #: Headings under which treaties give it.
    headings: Phrases = ()
    signs: tuple[Sign, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A kind of article, by what it is for: rights, machinery, final clauses, definitions."""

    name: str
    #: What stands in the clauses of such articles.
    cues: Phrases = ()
    #: Headings of such articles.
    headings: Phrases = ()
    #: Other fields whose provisions do not stand in such articles.
    shuts: tuple[str, ...] = ()
    #: Whether its provisions refer to others at every step, so that an aside says nothing.
    formal: bool = False
    #: Whether a clause that opens with a term in quotation marks is of this kind.
    quotes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """The whole file, its concepts and word classes written out."""

    #: The languages whose words for the rights are here: "en".
    languages: tuple[str, ...]
    wordings: tuple[Wording, ...]
    fields: tuple[Field, ...]
    #: Words after which a right is only mentioned: "without prejudice to", "except".
    asides: Phrases
    #: Words after which, to the end of the clause, rights are only talked about: "information on".
    topics: Phrases
    #: Set phrases whose words name no right: "public order, health or morals".
    masks: Phrases


@cache
def knowledge() -> Knowledge:
    """How treaties word every right.

    Raises:
        BrokenDataError: recognition.toml has an unknown key, concept or word class.
    """
    return read_knowledge(tables(_FILE))


def read_knowledge(data: Mapping[str, Any]) -> Knowledge:
    """The records of the tables of recognition.toml."""
    words = _Words(part(data, "classes", _FILE), part(data, "concepts", _FILE))
    return Knowledge(
        languages=words.written_out(data.get("languages", []), "languages"),
        wordings=tuple(_wording(entry, words) for entry in inner(data, "right", _FILE)),
        fields=tuple(_field(entry, words) for entry in inner(data, "field", _FILE)),
        asides=words.written_out(data.get("asides", []), "asides"),
        topics=words.written_out(data.get("topics", []), "topics"),
        masks=words.written_out(data.get("masks", []), "masks"),
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """The shorthands of the file: <class> inside a phrase, @concept for a list of phrases."""

    classes: Mapping[str, str]
    concepts: Mapping[str, list[str]]

    def written_out(self, phrases: object, place: str) -> Phrases:
        """Phrases with their shorthands replaced by what they stand for."""
        if not isinstance(phrases, list) or not all(isinstance(one, str) for one in phrases):
            raise BrokenDataError(f"{_FILE}, {place}: {phrases!r} is not a list of phrases")
        return tuple(self._phrases(phrases, place))

    def _phrases(self, phrases: list[str], place: str) -> Iterator[str]:
        for phrase in phrases:
            if phrase.startswith("@"):
                yield from self._phrases(self._concept(phrase[1:], place), place)
            else:
                yield from _variants(_CLASS.sub(lambda name: self._class(name[1], place), phrase))

    def _concept(self, name: str, place: str) -> list[str]:
        if name not in self.concepts:
            raise BrokenDataError(f"{_FILE}, {place}: there is no concept @{name}")
        return self.concepts[name]

    def _class(self, name: str, place: str) -> str:
        if name not in self.classes:
            raise BrokenDataError(f"{_FILE}, {place}: there is no word class <{name}>")
        return self.classes[name]


def _variants(phrase: str) -> Iterator[str]:
    """A phrase with and without each word that may be missing."""
    if not _OPTIONAL.search(phrase):
        yield phrase
        return
    yield from _variants(_OPTIONAL.sub(r"\1 ", phrase, count=1))
    yield from _variants(_OPTIONAL.sub("", phrase, count=1))


def _wording(entry: Mapping[str, Any], words: _Words) -> Wording:
    place = f"article {entry.get('article', '?')}"
    signs = [_sign(sign, words, place) for sign in inner(entry, "sign", f"{_FILE}, {place}")]
    headings = words.written_out(entry.get("headings", []), place)
    values = {**entry, "headings": list(headings), "signs": signs}
    values.pop("sign", None)
    return record(Wording, values, f"{_FILE}, {place}")


def _sign(entry: Mapping[str, Any], words: _Words, place: str) -> Sign:
    groups = entry.get("beside", [])
    if not isinstance(groups, list):
        raise BrokenDataError(f"{_FILE}, {place}: beside is not a list of lists of phrases")
    beside = [words.written_out(group, place) for group in groups]
    lists = _written_out(entry, ("any", "about", "unless", "nowhere"), words, place)
    return record(Sign, {**entry, **lists, "beside": beside}, f"{_FILE}, {place}")


def _field(entry: Mapping[str, Any], words: _Words) -> Field:
    place = f"field {entry.get('name', '?')}"
    lists = _written_out(entry, ("cues", "headings"), words, place)
    return record(Field, {**entry, **lists}, f"{_FILE}, {place}")


def _written_out(
    entry: Mapping[str, Any], keys: tuple[str, ...], words: _Words, place: str
) -> dict[str, Phrases]:
    return {key: words.written_out(entry[key], place) for key in keys if key in entry}
