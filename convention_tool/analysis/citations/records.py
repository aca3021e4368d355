"""What a citation names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from convention_tool.analysis.numbering import series


class Owner(StrEnum):
    """Whose provision is named."""

    OURS = "ours"  # "of this Convention", "of this article"
    UNSAID = "unsaid"  # nothing said: this text's, as a rule
    OTHER = "other"  # another instrument's, or it cannot be told


class Division(NamedTuple):
    """A part, chapter, section or annex that is named."""

    #: "part", "chapter", "section", "title", "annex".
    kind: str
    number: str


class Target(NamedTuple):
    """One provision that words name, by its printed numbers, and the words that name it alone."""

    #: Offsets into the wording.
    start: int
    end: int
    #: "" for the article in which the words stand, unless only divisions are named.
    article: str = ""
    #: "" for the whole article.
    paragraph: str = ""
    #: The letters from the outer to the inner: ("a", "ii").
    items: tuple[str, ...] = ()
    #: What holds it, from the inner to the outer.
    divisions: tuple[Division, ...] = ()
    #: The provision in which a range ends that begins here.
    last: Target | None = None
    #: Where the number of the article, of the paragraph, and each letter stand; -1 for none.
    article_at: int = -1
    paragraph_at: int = -1
    items_at: tuple[int, ...] = ()

    @property
    def in_annex(self) -> bool:
        """Whether it is said to stand in an annex, whose numbers are its own."""
        return any(division.kind == "annex" for division in self.divisions)

    @property
    def is_division(self) -> bool:
        """Whether a part or annex as a whole is named."""
        return bool(self.divisions) and not (self.article or self.paragraph or self.items)


class Pointer(NamedTuple):
    """An article or paragraph that words name."""

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


@dataclass(frozen=True)
class Mention:
    """Words that name provisions, and where they stand in the wording."""

    start: int
    end: int
    owner: Owner
    targets: tuple[Target, ...]
    #: The article of "paragraph 2 of article 5"; "" in every other form.
    of_article: str = ""
    #: Whether "this article" is said in so many words, or "that article", the one named before.
    here: bool = False
    same: bool = False
    #: -1 for "the preceding article", 1 for the following one; 0 for what has a number.
    step: int = 0

    @cached_property
    def pointers(self) -> tuple[Pointer, ...]:
        """The articles and paragraphs named, once each in their order; ranges by their ends.

        What is in an annex, or in a part that numbers its own paragraphs, is left out.
        """
        ends = (
            end
            for target in self.targets
            if not target.in_annex and (target.article or not target.divisions)
            for end in ((target, target.last) if target.last else (target,))
        )
        return tuple(dict.fromkeys(Pointer(one.article, one.paragraph) for one in ends))

    @cached_property
    def ranges(self) -> tuple[Range, ...]:
        """The ranges of articles or of paragraphs."""
        return tuple(
            Range(one.paragraph or one.article, one.last.paragraph or one.last.article)
            for one in self.targets
            if one.last and not one.is_division
        )

    @property
    def is_bare(self) -> bool:
        """Whether paragraphs or letters are named without saying of which article."""
        return not any(one.article or one.is_division for one in self.targets)
