"""What a citation names."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.numbering import series

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Owner(StrEnum):
    """Whose provision is named."""

    OURS = "ours"  # "of this Convention", "of this article"
    UNSAID = "unsaid"  # nothing said: this text's, as a rule
    OTHER = "other"  # another instrument's, or it cannot be told


class Kind(StrEnum):
    """What is named by its kind alone: "this article", "the preceding paragraph"."""

    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ANNEX = "annex"


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

    def moved(self, by: int) -> Target:
        """The same, its offsets counted from a place that lies further back."""
        return self._replace(
            start=self.start + by,
            end=self.end + by,
            last=self.last and self.last.moved(by),
            article_at=_moved(self.article_at, by),
            paragraph_at=_moved(self.paragraph_at, by),
            items_at=tuple(_moved(at, by) for at in self.items_at),
        )


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


class Step(NamedTuple):
    """What is named by its place beside the words: "the two preceding paragraphs"."""

    kind: Kind
    #: How many before (negative) or after; 0 for all that stand before.
    places: int
    #: Whether only those of the same part or chapter are meant.
    in_part: bool = False


class Reading(NamedTuple):
    """What some words say by themselves, its offsets counted from their start."""

    end: int
    targets: tuple[Target, ...]
    #: The article of "paragraph 2 of article 5"; "" in every other form.
    of_article: str = ""
    #: Whether "this article" is said in so many words, or "that article", the one named before;
    #: both for "cet article", which can be either.
    here: bool = False
    same: bool = False
    #: What "this article" or "the Annex" names by its kind alone.
    alone: Kind | None = None
    step: Step | None = None
    #: The articles and paragraphs named, once each in their order; ranges by their ends. What is in
    #: an annex, or in a part that numbers its own paragraphs, is left out.
    pointers: tuple[Pointer, ...] = ()
    #: Whether paragraphs or letters are named without saying of which article.
    is_bare: bool = False


class Mention(NamedTuple):
    """Words that name provisions, and where they stand in the wording."""

    start: int
    end: int
    owner: Owner
    reading: Reading
    #: The article that a paragraph shares with the next in its row: "paragraph 1 or paragraph 2 of
    #: article 5".
    shared: str = ""
    #: Whether it shares "of this article" with the next.
    shares_here: bool = False
    #: The instrument that is said to hold it, by its kind alone: "convention" in "of the
    #: Convention", "of this Convention".
    instrument: str = ""

    @property
    def targets(self) -> tuple[Target, ...]:
        """The provisions named, in their order, with offsets into the wording."""
        return tuple(one.moved(self.start) for one in self.named)

    @property
    def named(self) -> tuple[Target, ...]:
        """The same, with offsets that count from the start of the mention."""
        if not self.shared:
            return self.reading.targets
        return tuple(one._replace(article=self.shared) for one in self.reading.targets)

    @property
    def of_article(self) -> str:
        """The article of "paragraph 2 of article 5"; "" in every other form."""
        return self.reading.of_article

    @property
    def here(self) -> bool:
        """Whether "this article" is said in so many words."""
        return self.reading.here or self.shares_here

    @property
    def same(self) -> bool:
        """Whether "that article" is said, the one named before."""
        return self.reading.same

    @property
    def pointers(self) -> tuple[Pointer, ...]:
        """The articles and paragraphs named, once each in their order; ranges by their ends.

        What is in an annex, or in a part that numbers its own paragraphs, is left out.
        """
        found = self.reading.pointers
        return tuple(one._replace(article=self.shared) for one in found) if self.shared else found

    @property
    def ranges(self) -> tuple[Range, ...]:
        """The ranges of articles or of paragraphs."""
        return tuple(self._ranges())

    def _ranges(self) -> Iterator[Range]:
        for one in self.reading.targets:
            if one.last and not one.is_division:
                first, last = one, one.last
                yield Range(first.paragraph or first.article, last.paragraph or last.article)

    @property
    def is_bare(self) -> bool:
        """Whether paragraphs or letters are named without saying of which article."""
        return not self.shared and self.reading.is_bare


def pointers(targets: Sequence[Target]) -> tuple[Pointer, ...]:
    """The articles and paragraphs of some targets, as a reading has them."""
    ends = (
        Pointer(end.article or target.article, end.paragraph)
        for target in targets
        if not target.in_annex and (target.article or not target.divisions)
        for end in ((target, target.last) if target.last else (target,))
    )
    return tuple(dict.fromkeys(ends))


def _moved(at: int, by: int) -> int:
    return at if at < 0 else at + by
