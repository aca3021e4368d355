"""Each number in a citation, and the provision whose number it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.citations import Owner, mentions
from convention_tool.analysis.numbering import canonical
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
            within = last if mention.same else passage.article
            ours = mention.owner is not Owner.OTHER and not self._is_owned(passage, mention)
            if ours or (mention.same and last is not None):
                said = _Said(passage, mention, within, sure=self._is_sure(passage, mention))
                yield from self._numbers(said)
            if mention.owner is Owner.OTHER and not mention.same:
                last = None
            elif mention.pointers and mention.pointers[-1].article:
                last = next(iter(self._articles(mention.pointers[-1].article, passage.home)), None)

    def _is_sure(self, passage: Passage, mention: Mention) -> bool:
        """Whether words must mean this text.

        In a commentary or recital that names another treaty in the same sentence, and in a text
        that amends another, a bare number may be the other's.
        """
        if mention.owner is Owner.OURS:
            return True
        if self.amends:
            return False
        aside = isinstance(passage.node, Note | Aside | Recital)
        other = others(self.instrument.language)
        return not (aside and other.named_near(passage.words, mention.start, mention.end))

    def _is_owned(self, passage: Passage, mention: Mention) -> bool:
        """Whether words say that a provision is another's: "its article 40"."""
        other = others(self.instrument.language)
        return mention.owner is Owner.UNSAID and other.owns(passage.words, mention.start)

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
            found = self._articles(target.article, self._home(target, said.passage))
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
        yield from _items(said, target, tuple(_holders(said, target, article, paragraph)), before)

    def _home(self, target: Target, passage: Passage) -> Home | None:
        """What the article of a target stands in; None for an annex that is not there."""
        if not target.in_annex:
            return passage.home
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


def _holders(
    said: _Said, target: Target, article: Article, paragraph: Paragraph | None
) -> Iterator[Paragraph | Subparagraph]:
    """What may hold the items that are named, the likeliest first.

    Args:
        said: the citation.
        target: what it names.
        article: the one that is meant.
        paragraph: that is named with them, if one is.
    """
    if paragraph is not None:
        yield paragraph
        return
    passage = said.passage
    if not (target.article or said.mention.same) and passage.field is not Field.HEADING:
        for node in (passage.node, *reversed(passage.holders)):
            if isinstance(node, Paragraph | Subparagraph):
                yield node
    if len(article.paragraphs) == 1:
        yield article.paragraphs[0]


def _items(
    said: _Said,
    target: Target,
    holders: Sequence[Paragraph | Subparagraph],
    before: Sequence[str],
) -> Iterator[Cited]:
    """The letters of a target; what is not there is told of once."""
    letters = "".join(f"({letter})" for letter in target.items)
    path = next(iter(_paths(holders, target.items, before)), ()) if target.items else ()
    for place, (at, letter) in enumerate(zip(target.items_at, target.items, strict=True)):
        if path or not place:
            yield said.cited(at, letter, path[place] if path else (), letters)


#: The items that each letter of a citation may name, from the outer to the inner.
_Path = tuple[tuple[Subparagraph, ...], ...]


def _paths(
    holders: Sequence[Paragraph | Subparagraph], letters: Sequence[str], before: Sequence[str]
) -> Iterator[_Path]:
    """The items of some letters; after "(a) (i)", "(ii)" is one within (a) if there is such."""
    ways = ((*before[:-1], *letters), (*before, *letters), tuple(letters))
    for holder in holders:
        for way in dict.fromkeys(ways):
            if found := _path(holder, way):
                yield found[-len(letters) :]


def _path(holder: Paragraph | Subparagraph, letters: Sequence[str]) -> _Path:
    among, found = holder.subparagraphs, []
    for letter in letters:
        ones = tuple(item for item in among if _plain(item.number) == _plain(letter))
        if not ones:
            return ()
        found.append(ones)
        among = ones[0].subparagraphs
    return tuple(found)
