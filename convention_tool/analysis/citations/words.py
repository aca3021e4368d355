"""The words of citations in each language, as vocabulary.toml lists them, and patterns of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from convention_tool.catalogue.load import part, tables
from convention_tool.catalogue.vocabulary import Vocabulary, vocabulary

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_FILE = "vocabulary.toml"


@dataclass(frozen=True)
class CitationWords:
    """The words of one language, plain words and sets of them."""

    plain: Vocabulary
    #: "first", "second": a paragraph by its place.
    ordinals: tuple[str, ...]
    #: How many come before: "two" is 2.
    counts: Mapping[str, int]
    #: Words for a subparagraph that name a paragraph where a number follows, in both numbers.
    paragraph_too: tuple[str, ...]
    paragraphs_too: tuple[str, ...]
    #: Words that never name a paragraph.
    lone_items: tuple[str, ...]
    #: Before the one annex of a text.
    the_annex: tuple[str, ...]
    #: After the noun of an instrument that is named in full.
    more_of_a_name: tuple[str, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """The words for articles, one or several."""
        return (*self.plain.article, *self.plain.articles)

    @property
    def paragraph(self) -> tuple[str, ...]:
        """The words for one paragraph."""
        return (*self.plain.paragraph, *self.paragraph_too)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The words for several paragraphs."""
        return (*self.plain.paragraphs, *self.paragraphs_too)

    @property
    def divisions(self) -> Mapping[str, str]:
        """The words for parts and chapters, and what these are called in ours."""
        return {name: kind for kind, listed in self.plain.named_divisions() for name in listed}

    @property
    def inside_articles(self) -> tuple[str, ...]:
        """The words for what articles are made of."""
        return (*self.paragraph, *self.paragraphs, *self.plain.items, *self.lone_items)


@cache
def citation_words(language: str) -> CitationWords:
    """The words of a language; those of English where we have none of its own."""
    every = tables(_FILE)["citation"]
    known = language if language in every else "en"
    listed = part(every, known, f"{_FILE}, citation")
    return CitationWords(
        vocabulary(language),
        counts=listed["counts"],
        **{key: tuple(words) for key, words in listed.items() if key != "counts"},
    )


@cache
def unit_words(language: str) -> tuple[str, ...]:
    """The words of which every citation has one, in lower case and without hyphens or full stops."""
    words = citation_words(language)
    units = {*words.articles, *words.inside_articles, *words.divisions, *words.plain.annex}
    return tuple(sorted({word.rstrip(".").rpartition("-")[2] for word in units}))


def any_of(words: Collection[str]) -> str:
    """One of some words, the longest first; what matches nothing where there are none."""
    longest_first = sorted({*words}, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, longest_first))})" if longest_first else r"(?!)"
