"""The shorthands of the phrases in our data: <class> inside a phrase, @concept for a list of them.

A phrase is written as a lawyer would look it up; analysis/phrases.py says how, and analysis/search.py finds it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

from convention_tool.catalogue.load import part
from convention_tool.errors import BrokenDataError

#: A word of a phrase that may be missing.
_OPTIONAL = re.compile(r"\((\S+)\) ")

#: A word class inside a phrase.
_CLASS = re.compile(r"<([\w-]+)>")

#: Phrases of which one is enough.
Phrases = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shorthands:
    """The word classes and concepts that the phrases of some files may use."""

    file: str
    classes: Mapping[str, str]
    concepts: Mapping[str, list[str]]

    @classmethod
    def read(cls, data: Mapping[str, Any], file: str) -> Self:
        """The tables [classes] and [concepts] of a file."""
        return cls(file, part(data, "classes", file), part(data, "concepts", file))

    def written_out(self, phrases: object, place: str) -> Phrases:
        """Phrases with their shorthands replaced by what they stand for.

        Raises:
            BrokenDataError: it is no list of phrases, or a shorthand is unknown.
        """
        if not isinstance(phrases, list) or not all(isinstance(one, str) for one in phrases):
            raise BrokenDataError(f"{self.file}, {place}: {phrases!r} is not a list of phrases")
        return tuple(self._phrases(phrases, place))

    def lists(
        self, entry: Mapping[str, Any], keys: tuple[str, ...], place: str
    ) -> dict[str, Phrases]:
        """Those of some keys that an entry has, each a list of phrases written out."""
        return {key: self.written_out(entry[key], place) for key in keys if key in entry}

    def groups(self, groups: object, place: str) -> tuple[Phrases, ...]:
        """Lists of phrases, one of each of which must be there."""
        if not isinstance(groups, list):
            raise BrokenDataError(f"{self.file}, {place}: beside is not a list of lists of phrases")
        return tuple(self.written_out(group, place) for group in groups)

    def _phrases(self, phrases: list[str], place: str) -> Iterator[str]:
        for phrase in phrases:
            if phrase.startswith("@"):
                yield from self._phrases(self._concept(phrase[1:], place), place)
            else:
                yield from _variants(_CLASS.sub(lambda name: self._class(name[1], place), phrase))

    def _concept(self, name: str, place: str) -> list[str]:
        if name not in self.concepts:
            raise BrokenDataError(f"{self.file}, {place}: there is no concept @{name}")
        return self.concepts[name]

    def _class(self, name: str, place: str) -> str:
        if name not in self.classes:
            raise BrokenDataError(f"{self.file}, {place}: there is no word class <{name}>")
        return self.classes[name]


def _variants(phrase: str) -> Iterator[str]:
    """A phrase with and without each word that may be missing."""
    if not _OPTIONAL.search(phrase):
        yield phrase
        return
    yield from _variants(_OPTIONAL.sub(r"\1 ", phrase, count=1))
    yield from _variants(_OPTIONAL.sub("", phrase, count=1))
