"""Each number in a citation, and the provision whose number it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.citations import Owner, mentions
from convention_tool.analysis.numbering import canonical, series
from convention_tool.analysis.pinpoints import Pinpoints
from convention_tool.authoring.others import others
from convention_tool.authoring.passages import Field
from convention_tool.tree.nodes import (
    Annex,
    AnnexKind,
    Article,
    Aside,
    Instrument,
    Note,
    Paragraph,
    Recital,
    Subparagraph,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convention_tool.analysis.citations import Mention, Target
    from convention_tool.authoring.passages import Home, Passage
    from convention_tool.tree.nodes import Provision


class Cited(NamedTuple):
    """A number in a citation."""

    #: Where it stands in the words, and as what.
    start: int
    number: str
    #: The provisions that may be meant, the likeliest first; none if there is no such.
    nodes: tuple[Provision, ...]
    #: What it is a number of, for messages: "article 5", "paragraph 2".
    said: str
    mention: Mention
    #: Whether it is certain that this text's own provision is meant.
    sure: bool

    @property
    def end(self) -> int:
        """Where it ends in the words."""
        return self.start + len(self.number)


class _Said(NamedTuple):
    """A citation of this text's provisions, in its place."""

    passage: Passage
    mention: Mention
    #: The article that is meant where none is named.
    within: Article | None
    #: Whether it is certain that this text's own provisions are meant.
    sure: bool

    def cited(self, start: int, number: str, nodes: tuple[Provision, ...], words: str) -> Cited:
        """One number of it."""
        return Cited(start, number, nodes, words, self.mention, self.sure)


@dataclass(frozen=True)
class Citations:
    """What finds the numbers in the citations of one instrument."""

    instrument: Instrument
    #: Whether it changes another instrument, whose articles a bare number may be.
    amends: bool = False

    def cited(self, passage: Passage) -> Iterator[Cited]:
        """The numbers in the citations of this text's provisions, in their order."""
        last: Article | None = None
        found = mentions(passage.words, self.instrument.language)
        for mention in found:
            back = mention.same and (last is not None or not mention.here)
            within = last if back else passage.article
            if (back and last is not None) or (not back and self._is_ours(passage, mention)):
                said = _Said(passage, mention, within, sure=self._is_sure(passage, mention))
                yield from self._numbers(said)
            if not back and not self._is_ours(passage, mention):
                last = None
            elif mention.pointers and mention.pointers[-1].article:
                last = next(iter(self._articles(mention.pointers[-1].article, passage.home)), None)

    def _is_sure(self, passage: Passage, mention: Mention) -> bool:
        """Whether words must mean this text.

        In a commentary or recital that names another treaty in the same sentence, and in a text
        that amends another, a bare number may be the other's.
        """
        if mention.owner is not Owner.UNSAID:
            return True
        if self.amends or self._is_owned(passage, mention):
            return False
        aside = isinstance(passage.node, Note | Aside | Recital)
        other = others(self.instrument.language)
        return not (aside and other.named_near(passage.words, mention.start, mention.end))

    def _is_ours(self, passage: Passage, mention: Mention) -> bool:
        """Whether a provision of this text may be named."""
        match mention.owner:
            case Owner.OURS:
                return True
            case Owner.UNSAID:
                aside = isinstance(passage.node, Note | Aside)
                return not (aside and self._is_owned(passage, mention))
            case Owner.OTHER:
                return mention.instrument in self._kinds

    def _is_owned(self, passage: Passage, mention: Mention) -> bool:
        """Whether words say that a provision is another's: "its article 40"."""
        return others(self.instrument.language).owns(passage.words, mention.start)

    @cached_property
    def _kinds(self) -> frozenset[str]:
        """The kinds of instrument that mean this text: "convention" in "of the Convention"."""
        return Pinpoints(self.instrument).kinds

    def _numbers(self, said: _Said) -> Iterator[Cited]:
        before: tuple[str, ...] = ()
        for target in said.mention.targets:
            yield from self._target(said, target, before)
            last = target.last
            if last is not None:
                last = last._replace(
                    article=last.article or target.article,
                    divisions=last.divisions or target.divisions,
                )
                yield from self._target(said, last, ())
            before = target.items

    def _target(self, said: _Said, target: Target, before: Sequence[str]) -> Iterator[Cited]:
        """The numbers of one target, from the article down; `before` are letters of the last one."""
        if target.is_division:
            return
        article = said.within
        if target.article:
            found = self._articles(target.article, self._home(target, said))
            if target.article_at >= 0:
                words = f"article {target.article}"
                yield said.cited(target.article_at, target.article, found, words)
            article = found[0] if found else None
        if article is None:
            return
        paragraph: Paragraph | None = None
        if target.paragraph:
            ones = _paragraphs(article, target.paragraph)
            if not ones and _has_none(article, target.paragraph):
                return
            if target.paragraph_at >= 0:
                words = f"paragraph {target.paragraph}"
                yield said.cited(target.paragraph_at, target.paragraph, ones, words)
            if not ones:
                return
            paragraph = ones[0]
        yield from _items(said, target, tuple(_lists(said, target, article, paragraph)), before)

    def _home(self, target: Target, said: _Said) -> Home | None:
        """What the article of a target stands in; None for an annex that is not there."""
        if not target.in_annex:
            whole = said.mention.instrument in self._kinds
            return self.instrument if whole else said.passage.home
        number = next(one.number for one in target.divisions if one.kind == "annex")
        wanted = canonical(number)
        return next(
            (one for one in self.instrument.annexes if canonical(one.number) == wanted), None
        )

    def _articles(self, number: str, home: Home | None) -> tuple[Article, ...]:
        """The articles that a number may name: those of the annex where it stands, or the text's."""
        homes = [] if home is None else [home]
        if isinstance(home, Annex) and home.kind is not AnnexKind.REPRODUCED:
            homes.append(self.instrument)
        for said in _readings(number):
            for place in homes:
                same = tuple(one for one in place.articles if _plain(one.number) == _plain(said))
                alike = (one for one in place.articles if canonical(one.number) == canonical(said))
                if found := same or tuple(alike):
                    return found
        return ()


def _plain(number: str) -> str:
    return "".join(number.split()).casefold()


def _readings(number: str) -> Iterator[str]:
    """A number as printed, then without what may not belong to it."""
    yield number
    if "." in number:
        yield number.rpartition(".")[0]


def _paragraphs(article: Article, number: str) -> tuple[Paragraph, ...]:
    wanted = _plain(number)
    return tuple(one for one in article.paragraphs if _plain(one.number) == wanted)


def _has_none(article: Article, number: str) -> bool:
    """Whether a paragraph is named by its place: none there has a number."""
    return number.isdigit() and not any(one.number for one in article.paragraphs)


def _lists(
    said: _Said, target: Target, article: Article, paragraph: Paragraph | None
) -> Iterator[_List]:
    """The lists that may have the items that are named, the likeliest first.

    Args:
        said: the citation.
        target: what it names.
        article: the one that is meant.
        paragraph: that is named with them, if one is.
    """
    if paragraph is not None:
        yield paragraph.subparagraphs
        return
    passage = said.passage
    if not (target.article or said.mention.same) and passage.field is not Field.HEADING:
        for node in (passage.node, *reversed(passage.holders)):
            if isinstance(node, Paragraph | Subparagraph):
                yield node.subparagraphs
    if len(article.paragraphs) == 1:
        yield article.paragraphs[0].subparagraphs
    yield article.paragraphs


#: Paragraphs, or the items of one: some copies print "(1)" for paragraphs.
_List = tuple[Paragraph, ...] | tuple[Subparagraph, ...]

#: What each letter of a citation may name, from the outer to the inner.
_Path = tuple[tuple[Paragraph | Subparagraph, ...], ...]


def _items(
    said: _Said, target: Target, lists: Sequence[_List], before: Sequence[str]
) -> Iterator[Cited]:
    """The letters of a target; what is not there is told of once."""
    letters = "".join(f"({letter})" for letter in target.items)
    path = next(iter(_paths(lists, target.items, before)), ()) if target.items else ()
    if not path and any(series((letter,)) is None for letter in target.items):
        return  # "the nearest point of the coast" names no item
    for place, (at, letter) in enumerate(zip(target.items_at, target.items, strict=True)):
        if path or not place:
            yield said.cited(at, letter, path[place] if path else (), letters)


def _paths(
    lists: Sequence[_List], letters: Sequence[str], before: Sequence[str]
) -> Iterator[_Path]:
    """What some letters name; after "(a) (i)", "(ii)" is one within (a) if there is such.

    An item may be named without its paragraph where no other paragraph has such an item.
    """
    ways = ((*before[:-1], *letters), (*before, *letters), tuple(letters))
    for among in lists:
        for way in dict.fromkeys(ways):
            if found := _path(among, way):
                yield found[-len(letters) :]
    for among in lists[-1:]:
        found_in = [found for one in among if (found := _path(one.subparagraphs, letters))]
        if len(found_in) == 1:
            yield found_in[0]


def _path(among: _List, letters: Sequence[str]) -> _Path:
    found: list[tuple[Paragraph | Subparagraph, ...]] = []
    for letter in letters:
        ones = tuple(item for item in among if _plain(item.number) == _plain(letter))
        if not ones:
            return ()
        found.append(ones)
        among = ones[0].subparagraphs
    return tuple(found)
