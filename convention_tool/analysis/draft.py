"""An instrument together with the facts derived from it, each computed once."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from convention_tool.analysis.citations import Mention, mentions_of_each, unit_words
from convention_tool.analysis.numbering import Series, canonical, runs, series
from convention_tool.analysis.whole_words import places_of
from convention_tool.catalogue.stages import Stage, stage_of
from convention_tool.catalogue.vocabulary import Vocabulary, amending_titles, vocabulary
from convention_tool.source import Source, Span
from convention_tool.tree.address import Places, citation_within
from convention_tool.tree.nodes import (
    Annex,
    AnnexKind,
    Article,
    Instrument,
    Node,
    Note,
    Paragraph,
    Provision,
    Recital,
    Subparagraph,
)
from convention_tool.tree.walk import children

T = TypeVar("T")

#: What numbers its own articles: the instrument, or an annex to it.
Home = Instrument | Annex


class Stretch(NamedTuple):
    """Words of the instrument, and where they stand."""

    words: str
    node: Node
    #: The article that holds them; None in a preamble, an annex of prose, the testimonium.
    article: Article | None
    home: Home
    #: Whether they follow the node's list.
    closing: bool = False


class Citation(NamedTuple):
    """Words that name provisions, in their place."""

    stretch: Stretch
    mention: Mention

    @property
    def words(self) -> str:
        """The citation as printed."""
        return self.stretch.words[self.mention.start : self.mention.end]


class Count(NamedTuple):
    """Sibling provisions that count 1, 2, 3 or (a), (b), (c), and the series of their numbers."""

    #: The article, paragraph or subparagraph that holds them; the home of articles.
    holder: Node
    items: tuple[Provision, ...]
    series: Series


class _Uses(NamedTuple):
    """Where the same words stand: in a stretch, and in its part of the source."""

    said: Sequence[int]
    printed: Sequence[Span]


@dataclass(frozen=True)
class Draft:
    """What the rules ask about; whatever two of them would compute stands here."""

    source: Source
    instrument: Instrument
    #: Where some words stand in a stretch and in its part of the source, for those asked about.
    _uses: dict[tuple[int, bool, str], _Uses] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    #: What was derived on demand, by the function that derives it.
    _facts: dict[Callable[["Draft"], Any], Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def fact(self, derive: Callable[["Draft"], T]) -> T:
        """What a function derives from the draft, worked out once for all rules that ask."""
        if derive not in self._facts:
            self._facts[derive] = derive(self)
        known: T = self._facts[derive]
        return known

    @cached_property
    def places(self) -> Places:
        """The address and the citation of every provision."""
        return Places(self.instrument)

    def citation(self, node: Node) -> str:
        """How a lawyer cites a node of this very instrument; for a few nodes, faster than `places`."""
        return citation_within(self.instrument, self.path(node))

    def path(self, node: Node) -> tuple[Node, ...]:
        """The nodes that hold a node of this very instrument, the outermost first, and itself."""
        path: list[Node] = []
        inner: Node | None = node
        while inner is not None and inner is not self.instrument:
            path.append(inner)
            inner = self.holder(inner)
        return tuple(reversed(path))

    def holder(self, node: Node) -> Node | None:
        """What holds a node; None for the instrument."""
        return self._holders.get(id(node))

    @cached_property
    def _holders(self) -> Mapping[int, Node]:
        """What holds each node, by the identity of the node."""
        return {id(child): node for node in self.nodes for child in children(node)}

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """The instrument and all under it, by level and not in the order of the text: a quick look."""
        found: list[Node] = []
        level: list[Node] = [self.instrument]
        while level:
            found.extend(level)
            level = [child for node in level for child in children(node)]
        return tuple(found)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of the instrument's language."""
        return vocabulary(self.instrument.language)

    @cached_property
    def homes(self) -> tuple[Home, ...]:
        """The instrument and its own annexes; what is merely reproduced after it is left out."""
        own = (annex for annex in self.instrument.annexes if annex.kind is not AnnexKind.REPRODUCED)
        return (self.instrument, *own)

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """The words of every recital, paragraph and subparagraph, in the order of the text."""
        return tuple(stretch for home in self.homes for stretch in _stretches(home, None, home))

    @cached_property
    def stage(self) -> Stage:
        """How settled the text is, by the status in its header."""
        return stage_of(self.instrument.value("Status"))

    def saying(self, *words: str) -> tuple[Stretch, ...]:
        """The stretches that have one of some words, in order: where it pays to look closely.

        Args:
            words: in lower case, without punctuation; "co-operate" is the two words it is made of.
        """
        index = self._stretches_by_word
        places = set[int]().union(*[index[word] for word in words if word in index])
        return tuple([self.stretches[place] for place in sorted(places)])

    def places_saying(self, word: str) -> Sequence[int]:
        """The places in `stretches` of those that have a word, once for each time they say it."""
        return self._stretches_by_word.get(word, ())

    @property
    def words(self) -> Collection[str]:
        """Every word of the stretches, in lower case, once."""
        return self._stretches_by_word.keys()

    @cached_property
    def _stretches_by_word(self) -> Mapping[str, Sequence[int]]:
        """In which stretches each word stands, time and again; one look at the text for all rules."""
        found: dict[str, list[int]] = defaultdict(list)
        lines = _letters_only("\n".join(one.words.replace("\n", " ") for one in self.stretches))
        for place, line in enumerate(lines.split("\n")):
            for word in line.split():
                found[word].append(place)
        return found

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation, of this text or another, in the order of the text."""
        language = self.instrument.language
        likely = self.saying(*unit_words(language))
        found = mentions_of_each([stretch.words for stretch in likely], language)
        return tuple(Citation(likely[place], one) for place, named in found for one in named)

    @cached_property
    def by_number(self) -> Mapping[int, Mapping[str, tuple[Article, ...]]]:
        """The articles of each home (by identity), by canonical number."""
        return {id(home): _by_number(home.articles) for home in self.homes}

    @cached_property
    def article_counts(self) -> tuple[Count, ...]:
        """The articles of each home as they count; those numbered 15.4 count nothing here."""
        return tuple(count for home in self.homes for count in _counts(home, home.articles))

    @cached_property
    def list_counts(self) -> tuple[Count, ...]:
        """Each run of numbered paragraphs or subparagraphs."""
        return tuple(
            count
            for home in self.homes
            for article in home.articles
            for holder, items in _families(article)
            for count in _counts(holder, items)
        )

    @cached_property
    def amends(self) -> bool:
        """Whether the title says that the instrument changes another one."""
        title = self.instrument.title.casefold()
        return any(words in title for words in amending_titles())

    def articles_numbered(self, number: str, home: Home) -> tuple[Article, ...]:
        """The articles that a number names in a home."""
        return self.by_number[id(home)].get(canonical(number), ())

    def span(self, node: Node) -> Span:
        """Where a node stands; the start of the text for a node that was never read from one."""
        return node.span or Span(0, 0)

    def opening(self, node: Node) -> Span:
        """The first line of a node, where an editor should put its cursor."""
        start, end = self.span(node)
        line_end = _LINE_END.search(self.source.text, start, end)
        return Span(start, line_end.start() if line_end else end)

    def span_of_citation(self, citation: Citation) -> Span:
        """Where a citation stands."""
        return self.span_of_words(citation.stretch, citation.mention.start, citation.mention.end)

    def span_of_words(self, stretch: Stretch, start: int, end: int) -> Span:
        """Where words of a stretch stand in the source, however the source breaks its lines.

        The words are found again by counting: the third "article 5" of a stretch is the third in
        its part of the source. Words that page furniture interrupts fall back to their provision.
        """
        sought = stretch.words[start:end]
        key = (id(stretch.node), stretch.closing, sought)
        if key not in self._uses:
            self._uses[key] = self._uses_of(sought, stretch)
        uses = self._uses[key]
        nth = bisect_left(uses.said, start)
        return uses.printed[nth] if nth < len(uses.printed) else self.opening(stretch.node)

    def _uses_of(self, sought: str, stretch: Stretch) -> _Uses:
        said = places_of((sought,), stretch.words, Span(0, len(stretch.words)))
        printed = places_of(sought.split(), self.source.text, self._extent(stretch))
        return _Uses([place.start for place in said], list(printed))

    def _extent(self, stretch: Stretch) -> Span:
        """The part of a node's span that holds a stretch: before its children, or after them."""
        start, end = self.span(stretch.node)
        spans = [child.span for child in children(stretch.node) if child.span]
        if not spans:
            return Span(start, end)
        if stretch.closing:
            return Span(max(span.end for span in spans), end)
        return Span(start, min(span.start for span in spans))


_LINE_END = re.compile(r"[\r\n]")

#: What parts words.
_SIGNS = ".,;:()[]{}\"“”«»„‘’'`-‐‑–—/?!*"


def _letters_only(words: str) -> str:
    """Words in lower case with blanks for signs; a look at each sign is faster than at each letter."""
    words = words.lower()
    for sign in _SIGNS:
        words = words.replace(sign, " ")
    return words


def _families(node: Node) -> Iterator[tuple[Node, tuple[Node, ...]]]:
    """Each node, from one on, that holds others, with them, in the order of the text."""
    items = children(node)
    if items:
        yield node, items
        for item in items:
            yield from _families(item)


def _counts(holder: Node, items: tuple[Node, ...]) -> Iterator[Count]:
    """The runs among some siblings; what has no number does not count."""
    numbered = tuple([item for item in items if isinstance(item, Provision) and item.number])
    if not numbered:
        return
    numbers = tuple([item.number for item in numbered])
    for part in runs(numbers):
        if read := series(numbers[part]):
            yield Count(holder, numbered[part], read)


def _by_number(articles: tuple[Article, ...]) -> Mapping[str, tuple[Article, ...]]:
    found: dict[str, tuple[Article, ...]] = {}
    for article in articles:
        number = canonical(article.number)
        found[number] = (*found.get(number, ()), article)
    return found


def _stretches(node: Node, article: Article | None, home: Home) -> Iterator[Stretch]:
    """The words under a node; another home under it speaks for itself."""
    match node:
        case Paragraph() | Subparagraph():
            if node.text:
                yield Stretch(node.text, node, article, home)
            for item in node.subparagraphs:
                yield from _stretches(item, article, home)
            if node.closing:
                yield Stretch(node.closing, node, article, home, closing=True)
        case Recital():
            if node.text:
                yield Stretch(node.text, node, article, home)
        case Note():
            return
        case Annex() if node is not home:
            return
        case _:
            inner = node if isinstance(node, Article) else article
            for child in children(node):
                yield from _stretches(child, inner, home)
