"""The provisions of an instrument that some words name, down to the letter of a subparagraph.

"article 43, paragraphs 1 (b) and (c), and articles 52 to 55" names two subparagraphs and four
articles. References to other instruments, and to what is not there, name nothing here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.numbering import canonical
from convention_tool.analysis.references import Mention, Owner, mentions
from convention_tool.catalogue.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from convention_tool.tree.nodes import Article, Instrument, Node, Paragraph, Subparagraph

#: How far from a citation the letters of its subparagraphs may stand: "the subparagraphs (b) and
#: (c) of paragraph 1 of article 9".
_BESIDE = 60

#: So many citations of a sentence are looked at; no clause that a person wrote has more.
MOST = 60

#: A number or letter of a citation as it is printed: "1", "(b)", "b)", "12 bis".
_TOKEN = re.compile(r"\((?P<inside>[a-z0-9]{1,4})\)|\b(?P<open>[a-z]{1,3})\)|(?P<number>\d{1,3})")


class Named(NamedTuple):
    """Words that name provisions of this instrument, and which they are."""

    start: int
    end: int
    nodes: tuple[Node, ...]


@dataclass(frozen=True)
class Pinpoints:
    """What finds the provisions of one instrument."""

    instrument: Instrument

    def named(self, words: str, within: Article | None) -> Iterator[Named]:
        """The provisions that some printed words name, in their order.

        Args:
            words: a sentence, its spaces single.
            within: the article it stands in, for "paragraph 2 of this article".
        """
        floor = 0
        found = mentions(words, self.instrument.language)[:MOST]
        for mention, following in zip_longest(found, found[1:]):
            if mention.end <= floor:
                continue
            start, end, letters = self._beside(mention, words, floor)
            floor = end
            if following and self._belongs(mention, following, words[end : following.start]):
                floor = following.end
                article = self._by_number.get(canonical(following.pointers[0].article))
                nodes = tuple(
                    node
                    for pointer in mention.pointers
                    if article
                    for node in _inside(article, pointer.paragraph, letters)
                )
                if nodes:
                    yield Named(start, following.end, nodes)
            elif mention.owner is not Owner.OTHER:
                nodes = tuple(self._nodes(mention, words, within, letters))
                if nodes:
                    yield Named(start, end, nodes)

    def _belongs(self, mention: Mention, following: Mention, between: str) -> bool:
        """Whether a paragraph is of the article named next: "paragraphe 1, alinéa b), de l'article"."""
        return (
            all(not pointer.article for pointer in mention.pointers)
            and following.owner is not Owner.OTHER
            and len(following.pointers) == 1
            and bool(following.pointers[0].article)
            and not following.pointers[0].paragraph
            and _of(self.instrument.language).fullmatch(between) is not None
        )

    def _nodes(
        self, mention: Mention, words: str, within: Article | None, letters: Sequence[str]
    ) -> Iterator[Node]:
        ends = {canonical(end) for ends in mention.ranges for end in ends}
        for first, last in mention.ranges:
            yield from self._between(first, last)
        said = words[mention.start : mention.end]
        for pointer, inside in _each_with_letters(said, mention):
            if canonical(pointer.article) in ends:
                continue
            article = self._by_number.get(canonical(pointer.article)) if pointer.article else within
            if article is not None:
                yield from _inside(article, pointer.paragraph, inside or letters)

    def _between(self, first: str, last: str) -> Iterator[Article]:
        """The articles of a range, its ends included."""
        start = self._by_number.get(canonical(first))
        end = self._by_number.get(canonical(last))
        if start is None or end is None:
            return
        places = self._places
        yield from self.instrument.articles[places[id(start)] : places[id(end)] + 1]

    def _beside(self, mention: Mention, words: str, floor: int) -> tuple[int, int, Sequence[str]]:
        """Where a citation begins and ends with the letters beside it, and those letters.

        Those before it stand after the citation before.
        """
        before, after = _letters(self.instrument.language)
        first = before.search(words, max(floor, mention.start - _BESIDE), mention.start)
        last = after.match(words, mention.end, mention.end + _BESIDE)
        found = first or last
        listed = (found["letters"] or found["direct"] or "") if found else ""
        return (
            first.start() if first else mention.start,
            last.end() if last else mention.end,
            tuple(one or other for one, other in _LETTER.findall(listed)),
        )

    @cached_property
    def _by_number(self) -> Mapping[str, Article]:
        found: dict[str, Article] = {}
        for article in self.instrument.articles:
            found.setdefault(canonical(article.number), article)
        return found

    @cached_property
    def _places(self) -> Mapping[int, int]:
        return {id(article): place for place, article in enumerate(self.instrument.articles)}


class _Pointed(NamedTuple):
    article: str
    paragraph: str


def _each_with_letters(said: str, mention: Mention) -> Iterator[tuple[_Pointed, tuple[str, ...]]]:
    """Each provision that a citation points to, with the letters that follow its number."""
    position = 0
    starts: list[int] = []
    for pointer in mention.pointers:
        number = pointer.paragraph or pointer.article
        found = re.compile(rf"(?<![\w.]){re.escape(number)}(?![\w])").search(said, position)
        position = found.end() if found else position
        starts.append(position)
    ends = [*starts[1:], len(said)]
    for pointer, start, end in zip(mention.pointers, starts, ends, strict=True):
        paragraph, letters = pointer.paragraph, []
        for token in _TOKEN.finditer(said, start, end):
            inside = token["inside"] or token["open"]
            if inside and inside.isdigit() and not paragraph:
                paragraph = inside  # "article 5 (2)"
            elif inside and not inside.isdigit():
                letters.append(inside)
        yield _Pointed(pointer.article, paragraph), tuple(letters)


def _inside(article: Article, paragraph: str, letters: Sequence[str]) -> Iterator[Node]:
    """What a paragraph number and letters name in an article; all of it where there are none."""
    if not paragraph:
        whole = article.paragraphs[0] if len(article.paragraphs) == 1 else None
        yield from _items(whole, letters) if whole and letters else (article,)
        return
    found = next((one for one in article.paragraphs if one.number == paragraph), None)
    if found is None and paragraph.isdigit() and not any(one.number for one in article.paragraphs):
        # Copies lose the numbers of paragraphs: the second is then the second in place.
        found = next(iter(article.paragraphs[int(paragraph) - 1 : int(paragraph)]), None)
    if found is not None:
        yield from _items(found, letters) if letters else (found,)


def _items(holder: Paragraph, letters: Sequence[str]) -> Iterator[Subparagraph]:
    """The items of these letters; a numeral after a letter is an item within that item."""
    within: Subparagraph | None = None
    found: list[Subparagraph] = []
    for letter in letters:
        inner = within and _item(within, letter)
        if inner and within:
            if found[-1] is within:
                found.pop()  # what is meant of "(a) (ii)" is the numeral alone
            found.append(inner)
        elif item := _item(holder, letter):
            within = item
            found.append(item)
    yield from found


def _item(holder: Paragraph | Subparagraph, number: str) -> Subparagraph | None:
    return next((one for one in holder.subparagraphs if one.number == number), None)


_LETTER = re.compile(r"\b([a-z]{1,4})\)|\b([a-z])\b")


@cache
def _letters(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Letters before a citation ("alinéas b et c du") and after it (", alinéas b) et c)")."""
    words = vocabulary(language)
    items, join, of, the = map(_any, (words.items, words.join, words.of, words.the))
    between = rf"\s?(?:,\s?)?(?:(?:{join}|,)\s)(?:{items}\s)?"
    marked, bare = r"\(?[a-z]{1,4}\)", r"[a-z]\b"
    lists = "|".join(rf"{one}(?:{between}{one}){{0,8}}" for one in (marked, bare))
    letters = rf"(?P<letters>{lists})"
    direct = rf"\s?(?P<direct>{marked}(?:{between}{marked}){{0,8}})"
    return (
        re.compile(rf"\b{items}\s{letters}(?P<direct>)\s{of}(?:\s?{the})?\s?$", re.IGNORECASE),
        re.compile(rf"\s?,?\s?{items}\s{letters}|{direct}", re.IGNORECASE),
    )


@cache
def _of(language: str) -> re.Pattern[str]:
    """What stands between a paragraph and the article that it is one of."""
    words = vocabulary(language)
    of, the = _any(words.of), _any(words.the)
    return re.compile(rf"\s?,?\s?{of}(?:\s?{the})?\s?", re.IGNORECASE)


def _any(words: Sequence[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})"
