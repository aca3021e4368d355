"""An instrument as the clauses it is made of, each with what stands around it.

A clause is a sentence of one provision. An item of a list is read after the words that open its
list, because "shall not apply to:" decides what the item does.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from convention_tool.tree.nodes import (
    Article,
    Instrument,
    Node,
    Paragraph,
    Part,
    Recital,
    Subparagraph,
)

#: Where a sentence ends; copies lose the space after the full stop.
_SENTENCE = re.compile(r"(?<=[a-z\d)\]’”\"'»][.;])\s*(?=[A-ZÀ-Þ¿«“\"(])")

#: What opens a list: it ends so.
_OPENS = (":", "—", "–", "-")

#: The last words of an opening that an item is read after; enough for "shall not apply to".
_OPENING_LENGTH = 400

_PLAIN = str.maketrans(
    {"`": '"', "’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "„": '"'}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A sentence of a provision, in small letters and plain quotes."""

    #: The provision that says it, and the article that the provision belongs to.
    node: Node
    article: Article | None
    #: The divisions that hold the article, outermost first.
    parts: tuple[Part, ...]
    preamble: bool
    heading: bool
    #: The words that open its list, then its own.
    text: str
    #: Where its own words begin.
    start: int
    #: Its own words as printed, but for the spaces.
    said: str


@dataclass(frozen=True, slots=True)
class Home:
    """What is read together: an article, a recital, the heading of a Part."""

    node: Article | Paragraph | Part | Recital
    #: The divisions that hold it, outermost first.
    parts: tuple[Part, ...] = ()

    @property
    def text(self) -> str:
        """All that it says, in small letters and plain quotes, to be searched and not shown."""
        text = " ".join(_texts(self.node)).lower()
        return text.replace("`", '"') if text.isascii() else text.translate(_PLAIN)

    def clauses(self) -> Iterator[Clause]:
        """Its clauses, in order."""
        match self.node:
            case Article():
                yield from _article(self.node, self.parts)
            case Paragraph():
                yield from _provision(self.node, None, self.parts, "")
            case Part(heading=heading):
                yield _Where(self.node, parts=self.parts, heading=True).clause(heading)
            case Recital(text=text):
                yield _Where(self.node, preamble=True).clause(text)


def homes(instrument: Instrument) -> Iterator[Home]:
    """The preamble's recitals, then what the main body and what is attached hold, in order."""
    if instrument.preamble:
        yield from map(Home, instrument.preamble.recitals)
    for element in instrument.elements:
        yield from _element(element, ())
    for annex in instrument.annexes:
        for element in annex.elements:
            yield from _element(element, ())


def clauses(instrument: Instrument) -> Iterator[Clause]:
    """The clauses of the preamble, the main body and what is attached, in order."""
    for home in homes(instrument):
        yield from home.clauses()


def plain(text: str) -> str:
    """A text as patterns see it: small letters, plain quotes, single spaces."""
    return " ".join(text.translate(_PLAIN).split()).lower()


def _element(element: Node, parts: tuple[Part, ...]) -> Iterator[Home]:
    match element:
        case Part():
            inside = (*parts, element)
            if element.heading:
                yield Home(element, inside)
            for inner in element.elements:
                yield from _element(inner, inside)
        case Article() | Paragraph():
            yield Home(element, parts)
        case _:
            return


def _texts(node: Node) -> Iterator[str]:
    """Headings and words of a node and of all that it holds, but for the articles of a Part."""
    match node:
        case Article(heading=heading, paragraphs=paragraphs):
            yield heading
            for paragraph in paragraphs:
                yield from _texts(paragraph)
        case Paragraph() | Subparagraph():
            yield node.text
            for item in node.subparagraphs:
                yield from _texts(item)
            yield node.closing
        case Part(heading=heading):
            yield heading
        case Recital(text=text):
            yield text
        case _:
            return


def _article(article: Article, parts: tuple[Part, ...]) -> Iterator[Clause]:
    if article.heading:
        yield _Where(article, article, parts, heading=True).clause(article.heading)
    opening = ""
    for paragraph in article.paragraphs:
        yield from _provision(paragraph, article, parts, opening)
        if paragraph.text.rstrip().endswith(_OPENS) and not paragraph.subparagraphs:
            opening = _tail(paragraph.text)
        elif paragraph.text.rstrip().endswith("."):
            opening = ""


def _provision(
    node: Paragraph | Subparagraph, article: Article | None, parts: tuple[Part, ...], opening: str
) -> Iterator[Clause]:
    where = _Where(node, article, parts)
    before = opening
    for sentence in _SENTENCE.split(node.text):
        if sentence.strip():
            yield where.clause(sentence, before)
        before = ""
    inner = f"{opening} {_tail(node.text)}".strip() if node.subparagraphs else ""
    for item in node.subparagraphs:
        yield from _provision(item, article, parts, inner)
    if node.closing:
        yield where.clause(node.closing)


@dataclass(frozen=True, slots=True)
class _Where:
    """The place that a clause is said in."""

    node: Node
    article: Article | None = None
    parts: tuple[Part, ...] = ()
    preamble: bool = False
    heading: bool = False

    def clause(self, words: str, opening: str = "") -> Clause:
        said = " ".join(words.split())
        before = f"{plain(opening)} " if opening else ""
        return Clause(
            node=self.node,
            article=self.article,
            parts=self.parts,
            preamble=self.preamble,
            heading=self.heading,
            text=before + plain(said),
            start=len(before),
            said=said,
        )


def _tail(text: str) -> str:
    """The last sentence of a text that opens a list."""
    return _SENTENCE.split(text)[-1][-_OPENING_LENGTH:]
