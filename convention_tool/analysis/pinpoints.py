"""The provisions of an instrument that some words name, down to the letter of a subparagraph.

"article 43, paragraphs 1 (b) and (c), and articles 52 to 55" names two subparagraphs and four
articles. References to other instruments, and to what is not there, name nothing here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.citations import Mention, Owner, Target, mentions
from convention_tool.analysis.numbering import canonical
from convention_tool.tree.nodes import Annex, Article, Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from convention_tool.tree.nodes import Element, Instrument, Node, Paragraph, Subparagraph

#: So many citations of a sentence are looked at; no clause that a person wrote has more.
MOST = 60


class Named(NamedTuple):
    """Words that name provisions of this instrument, and which they are."""

    start: int
    end: int
    nodes: tuple[Node, ...]
    #: The same, each with the words that name it alone.
    pointed: tuple[Pointed, ...] = ()


class Pointed(NamedTuple):
    """Words that name one provision, or the ends of one range."""

    start: int
    end: int
    nodes: tuple[Node, ...]
    #: Of a range, the offsets of the words that name its last provision.
    last: tuple[int, int] | None = None


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
        last: Article | None = None
        for mention in islice(mentions(words, self.instrument.language), MOST):
            home = last if mention.same else within
            if mention.owner is not Owner.OTHER or (mention.same and last is not None):
                pointed = tuple(self._pointed(mention, home))
                nodes = tuple(node for one in pointed for node in one.nodes)
                if nodes:
                    yield Named(mention.start, mention.end, nodes, pointed)
            if mention.owner is Owner.OTHER and not mention.same:
                last = None
            elif mention.pointers and mention.pointers[-1].article:
                last = self.article(mention.pointers[-1].article)

    def article(self, number: str) -> Article | None:
        """The article of a number, as citations print it: "15.4.2" may be 15.4."""
        for said in _readings(number):
            if found := self._by_number.get(canonical(said)):
                return found
        return None

    def _pointed(self, mention: Mention, within: Article | None) -> Iterator[Pointed]:
        if mention.step:
            neighbour = tuple(self._neighbour(mention.step, within))
            yield Pointed(mention.start, mention.end, neighbour)
        before: tuple[str, ...] = ()
        for target in mention.targets:
            nodes = tuple(self._nodes(target, within, before))
            last = target.last
            yield Pointed(target.start, target.end, nodes, last and (last.start, last.end))
            before = target.items

    def _nodes(
        self, target: Target, within: Article | None, before: Sequence[str]
    ) -> Iterator[Node]:
        """What a target names; `before` are the letters of the one before it in a list."""
        if target.in_annex:
            yield from self._in_annex(target)
        elif target.is_division:
            yield from self._divisions(target)
        elif target.last and target.last.article and not target.last.paragraph:
            yield from self._between(target.article, target.last.article)
        else:
            article = self.article(target.article) if target.article else within
            if article is not None:
                yield from _inside(article, target, before)

    def _neighbour(self, step: int, within: Article | None) -> Iterator[Article]:
        place = self._places.get(id(within), -1) + step if within else -1
        if 0 <= place < len(self.instrument.articles):
            yield self.instrument.articles[place]

    def _in_annex(self, target: Target) -> Iterator[Node]:
        number = next(one.number for one in target.divisions if one.kind == "annex")
        annexes = self.instrument.annexes
        annex = next((one for one in annexes if canonical(one.number) == canonical(number)), None)
        if annex is None:
            return
        if target.is_division:
            yield annex
        elif target.article:
            wanted = canonical(target.article)
            article = next((one for one in annex.articles if canonical(one.number) == wanted), None)
            if article is not None:
                yield from _inside(article, target, ())

    def _divisions(self, target: Target) -> Iterator[Part]:
        """The division itself, or those of a range."""
        found: list[Part] = list(_parts(self.instrument.elements))
        for outer in reversed(target.divisions[1:]):
            inside = [part for part in found if _is(part, outer.kind, outer.number)]
            found = [part for one in inside for part in _parts(one.elements)]
        kind, number = target.divisions[0]
        place = next((at for at, part in enumerate(found) if _is(part, kind, number)), None)
        if place is None:
            return
        if target.last is None:
            yield found[place]
            return
        end = target.last.divisions[0].number
        same = [part for part in found[place:] if part.kind.value == kind]
        count = next((at for at, part in enumerate(same) if _is(part, kind, end)), None)
        if count is not None:
            yield from same[: count + 1]

    def _between(self, first: str, last: str) -> Iterator[Article]:
        """The articles of a range, its ends included."""
        start, end = self.article(first), self.article(last)
        if start is None or end is None:
            return
        places = self._places
        yield from self.instrument.articles[places[id(start)] : places[id(end)] + 1]

    @cached_property
    def _by_number(self) -> Mapping[str, Article]:
        found: dict[str, Article] = {}
        for article in self.instrument.articles:
            found.setdefault(canonical(article.number), article)
        return found

    @cached_property
    def _places(self) -> Mapping[int, int]:
        return {id(article): place for place, article in enumerate(self.instrument.articles)}


def _readings(number: str) -> Iterator[str]:
    """A number as printed, then without what may not belong to it."""
    yield number
    if "." in number:
        yield number.rpartition(".")[0]


def _parts(elements: Sequence[Element]) -> Iterator[Part]:
    for element in elements:
        if isinstance(element, Part):
            yield element
            yield from _parts(element.elements)


def _is(part: Part | Annex, kind: str, number: str) -> bool:
    return part.kind.value == kind and canonical(part.number) == canonical(number)


def _inside(article: Article, target: Target, before: Sequence[str]) -> Iterator[Node]:
    """What a target names in an article; all of it where it names no part of it."""
    if not target.paragraph:
        whole = article.paragraphs[0] if len(article.paragraphs) == 1 else None
        if not target.items:
            yield article
        elif whole is not None:
            yield from _items(whole, target.items, before)
        return
    found = _paragraph(article, target.paragraph)
    if found is None:
        return
    if target.last is not None:
        end = _paragraph(article, target.last.paragraph)
        if end is not None:
            start = article.paragraphs.index(found)
            yield from article.paragraphs[start : article.paragraphs.index(end) + 1]
    elif target.items:
        yield from _items(found, target.items, before)
    else:
        yield found


def _paragraph(article: Article, number: str) -> Paragraph | None:
    """A paragraph by its number; copies lose numbers, and the second is then the second in place."""
    found = next((one for one in article.paragraphs if one.number == number), None)
    if found is None and number.isdigit() and not any(one.number for one in article.paragraphs):
        found = next(iter(article.paragraphs[int(number) - 1 : int(number)]), None)
    return found


def _items(
    holder: Paragraph, letters: Sequence[str], before: Sequence[str]
) -> Iterator[Subparagraph]:
    """The item of some letters; after "(a) (i)", "(ii)" is one within (a) if there is such."""
    for path in ((*before[:-1], *letters), (*before, *letters), letters):
        if item := _item(holder, path):
            yield item
            return


def _item(holder: Paragraph, path: Sequence[str]) -> Subparagraph | None:
    found: Subparagraph | None = None
    among = holder.subparagraphs
    for number in path:
        found = next((one for one in among if one.number == number), None)
        if found is None:
            return None
        among = found.subparagraphs
    return found
