"""The provisions of an instrument that some words name, down to the letter of a subparagraph.

"article 43, paragraphs 1 (b) and (c), and articles 52 to 55" names two subparagraphs and four
articles. References to other instruments, and to what is not there, name nothing here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.citations import Kind, Mention, Owner, Target, mentions
from convention_tool.analysis.divisions import divisions, fellows
from convention_tool.analysis.inside import inside, numbered
from convention_tool.analysis.numbering import canonical
from convention_tool.catalogue.vocabulary import amending_titles, vocabulary
from convention_tool.tree.nodes import Paragraph, Subparagraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from convention_tool.tree.nodes import Annex, Article, Element, Instrument, Node

#: So many citations of a sentence are looked at; no clause that a person wrote has more.
MOST = 60


class Named(NamedTuple):
    """Words that name provisions of this instrument, and which they are."""

    start: int
    end: int
    nodes: tuple[Node, ...]
    #: The same, each with the words that name it alone.
    pointed: tuple[Pointed, ...] = ()
    #: Whether they name, without a number, what they stand in: "this article".
    is_here: bool = False


class Pointed(NamedTuple):
    """Words that name one provision, or the ends of one range."""

    start: int
    end: int
    nodes: tuple[Node, ...]
    #: Of a range, the offsets of the words that name its last provision.
    last: tuple[int, int] | None = None


class Place(NamedTuple):
    """Where words stand: their article, and what holds them in it, from the paragraph inward."""

    article: Article | None = None
    holders: tuple[Paragraph | Subparagraph, ...] = ()


class _Before(NamedTuple):
    """What was named last before some words: "that article" means it."""

    article: Article | None
    paragraph: Node | None


@dataclass(frozen=True)
class Pinpoints:
    """What finds the provisions of one instrument, as the words of its text or an annex name them."""

    instrument: Instrument
    #: The annex in which the words stand.
    annex: Annex | None = None
    #: What finds those of the text, for the words of an annex.
    text: Pinpoints | None = None

    def named(self, words: str, within: Article | None) -> Iterator[Named]:
        """The provisions that some printed words name, in their order.

        Args:
            words: a sentence, its spaces single.
            within: the article it stands in, for "paragraph 2 of this article".
        """
        found = mentions(words, self.instrument.language)[:MOST]
        yield from self.resolved(found, Place(within))

    def resolved(self, found: Sequence[Mention], place: Place) -> Iterator[Named]:
        """What the mentions of some words name, in the order of the words."""
        before: _Before | None = None
        looks_back = any(mention.reading.same for mention in found)
        for mention in found:
            reading = mention.reading
            if reading.same and (before is not None or not reading.here):
                pointed = self._same(mention, before)
            elif mention.owner is Owner.OTHER and mention.instrument not in self.kinds:
                before, pointed = _NOTHING, ()
            else:
                pointed = self.pointed(mention, place)
                if looks_back and reading.alone is None:
                    before = self._named_last(mention, place)
            nodes = pointed[0].nodes if len(pointed) == 1 else _together(pointed)
            if nodes:
                yield Named(mention.start, mention.end, nodes, pointed, reading.alone is not None)

    def article(self, number: str) -> Article | None:
        """The article of a number, as citations print it."""
        known = self._known
        if number not in known:
            own = self._by_number.get(canonical(number))
            known[number] = self.text.article(number) if own is None and self.text else own
        return known[number]

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of instrument that mean this text: "convention" in "of the Convention".

        A text that changes another one means that.
        """
        if self.text is not None:
            return self.text.kinds
        title = self.instrument.title.casefold()
        if any(words in title for words in amending_titles()):
            return frozenset()
        known = frozenset(vocabulary(self.instrument.language).instruments)
        return frozenset(islice((word for word in re.findall(r"\w+", title) if word in known), 1))

    def pointed(self, mention: Mention, place: Place) -> tuple[Pointed, ...]:
        """What a mention of this text's provisions names, one by one."""
        reading, start = mention.reading, mention.start
        if mention.reading.is_bare and mention.instrument in self._division_words:
            # "paragraph 2 of this section" is of no article, or of one that is not said.
            return ()
        if self.text is not None and mention.instrument in self.kinds:
            return self.text.pointed(mention, place)
        if reading.alone is not None:
            nodes = self._alone(reading.alone, place)
            return (Pointed(start, mention.end, nodes),) if nodes else ()
        if reading.step is not None:
            nodes = self._neighbours(mention, place)
            return (Pointed(start, mention.end, nodes),) if nodes else ()
        found: list[Pointed] = []
        before: tuple[str, ...] = ()
        for target in mention.named:
            last = target.last
            nodes = self._nodes(target, place, before)
            if nodes:
                end = (start + last.start, start + last.end) if last else None
                found.append(Pointed(start + target.start, start + target.end, nodes, end))
            before = target.items
        return tuple(found)

    def _nodes(self, target: Target, place: Place, before: Sequence[str]) -> tuple[Node, ...]:
        """What a target names; `before` are the letters of the one before it in a list."""
        if target.divisions:
            return self._divided(target)
        if not target.article:
            if place.article is None:
                return ()
            found = inside(place.article.paragraphs, target, before, place.holders)
            # "paragraph 10.1" is in article 10, wherever it is said.
            elsewhere = not found and "." in target.paragraph and not target.last
            return (
                self._dotted(target._replace(article=target.paragraph), before)
                if elsewhere
                else found
            )
        return self._articles(target, before)

    def _articles(self, target: Target, before: Sequence[str]) -> tuple[Node, ...]:
        """What is named with an article."""
        article = self.article(target.article)
        if article is None:
            return self._dotted(target, before)
        if target.paragraph or target.items:
            return inside(article.paragraphs, target, before)
        if target.last is None:
            return (article,)
        end = self.article(target.last.article)
        if end is None:
            return ()
        return self._every[self._place(article) : self._place(end) + 1]

    def _dotted(self, target: Target, before: Sequence[str]) -> tuple[Node, ...]:
        """A paragraph of "15.4" that is numbered so, or is the fourth of article 15."""
        if target.article[-1:].islower() and not target.paragraph:
            # "15.4a" is letter a of it.
            lettered = target.article[:-1], (target.article[-1], *target.items)
            return self._articles(target._replace(article=lettered[0], items=lettered[1]), before)
        number, dot, rest = target.article.partition(".")
        article = self.article(number) if dot else None
        if article is None or target.last is not None:
            return ()
        for said in (target.article, rest):
            wanted = target._replace(paragraph=said)
            if target.paragraph and not numbered(article.paragraphs, said):
                continue
            if found := inside(article.paragraphs, wanted, before):
                return found
        return ()

    def _alone(self, kind: Kind, place: Place) -> tuple[Node, ...]:
        """What "this article" or "the annex" names."""
        match kind:
            case Kind.ARTICLE:
                return (place.article,) if place.article else ()
            case Kind.PARAGRAPH:
                return _own_paragraph(place)
            case Kind.ITEM:
                return place.holders[-1:] if len(place.holders) > 1 else ()
            case Kind.ANNEX:
                annex = self._annex("")
                return (annex,) if annex else ()

    def _neighbours(self, mention: Mention, place: Place) -> tuple[Node, ...]:
        """What stands before the words, or after them."""
        step, article = mention.reading.step, place.article
        if step is None or article is None:
            return ()
        among: Sequence[Node]
        own: Node = article
        if step.kind is Kind.PARAGRAPH:
            among, own = article.paragraphs, next(iter(place.holders), article)
        elif step.in_part:
            among = fellows(self._elements, article)
        else:
            among = self._every
        at = next((at for at, one in enumerate(among) if one is own), 0)
        if step.places > 0:
            return tuple(among[at + 1 : at + 1 + step.places])
        return tuple(among[max(at + step.places, 0) if step.places else 0 : at])

    def _same(self, mention: Mention, before: _Before | None) -> tuple[Pointed, ...]:
        """What "that article" names, or "paragraph 2 of that article"."""
        if before is None or before.article is None:
            return ()
        match mention.reading.alone:
            case None:
                return self.pointed(mention, Place(before.article))
            case Kind.ARTICLE:
                return (Pointed(mention.start, mention.end, (before.article,)),)
            case _ if before.paragraph is not None:
                return (Pointed(mention.start, mention.end, (before.paragraph,)),)
            case _:
                return ()

    def _named_last(self, mention: Mention, place: Place) -> _Before | None:
        """The article that a mention names last, and the paragraph."""
        if not mention.named:
            return None
        last = mention.named[-1]
        if last.divisions:
            return _NOTHING
        article = self.article(last.article) if last.article else place.article
        if article is None:
            return _NOTHING
        found = numbered(article.paragraphs, last.paragraph) if last.paragraph else ()
        return _Before(article, next(iter(found), None)) if last.article else None

    def _divided(self, target: Target) -> tuple[Node, ...]:
        """A part or an annex, or what is named in an annex."""
        number = next((one.number for one in target.divisions if one.kind == "annex"), None)
        if number is None:
            if target.is_division:
                return divisions(self._elements, target) or (
                    divisions(self.text.instrument.elements, target) if self.text else ()
                )
            return self._articles(target, ()) if target.article else ()
        annex = self._annex(number)
        if annex is None:
            return ()
        if target.article:
            wanted = canonical(target.article)
            inner = Pinpoints(self.instrument, annex)
            return inner._articles(target._replace(divisions=()), ()) if wanted else ()
        if target.paragraph or target.items:
            own = [one for one in annex.elements if isinstance(one, Paragraph)]
            return inside(own, target)
        if target.divisions[0].kind != "annex":
            return divisions(annex.elements, target)
        return (annex,)

    def _annex(self, number: str) -> Annex | None:
        """An annex by its number; without one, that of the words or the only one."""
        annexes = self.instrument.annexes
        if number:
            wanted = canonical(number)
            return next((one for one in annexes if canonical(one.number) == wanted), None)
        return self.annex or (annexes[0] if len(annexes) == 1 else None)

    @cached_property
    def _division_words(self) -> frozenset[str]:
        words = vocabulary(self.instrument.language)
        return frozenset(words.divisions) - {*words.article, *words.articles}

    @property
    def _elements(self) -> Sequence[Element]:
        return (self.annex or self.instrument).elements

    @cached_property
    def _every(self) -> tuple[Article, ...]:
        return (self.annex or self.instrument).articles

    @cached_property
    def _known(self) -> dict[str, Article | None]:
        return {}

    @cached_property
    def _by_number(self) -> Mapping[str, Article]:
        found: dict[str, Article] = {}
        for article in self._every:
            found.setdefault(canonical(article.number), article)
        return found

    def _place(self, article: Article) -> int:
        return self._places.get(id(article), 0)

    @cached_property
    def _places(self) -> Mapping[int, int]:
        return {id(article): place for place, article in enumerate(self._every)}


#: Something was named that this text does not have.
_NOTHING = _Before(None, None)


def _together(pointed: Sequence[Pointed]) -> tuple[Node, ...]:
    return tuple(node for one in pointed for node in one.nodes)


def _own_paragraph(place: Place) -> tuple[Node, ...]:
    """The paragraph that holds some words; a numbered item of an unnumbered one is called so."""
    paragraph, *items = place.holders or (None,)
    if paragraph is None:
        return ()
    if not paragraph.number and items and items[0].number.isdigit():
        return (items[0],)
    return (paragraph,)
