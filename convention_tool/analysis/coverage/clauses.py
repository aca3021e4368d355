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
    Preamble,
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


def clauses(instrument: Instrument) -> Iterator[Clause]:
    """The clauses of the preamble, the main body and what is attached, in order."""
    if instrument.preamble:
        yield from _preamble(instrument.preamble)
    for element in instrument.elements:
        yield from _element(element, ())
    for annex in instrument.annexes:
        for element in annex.elements:
            yield from _element(element, ())


def plain(text: str) -> str:
    """A text as patterns see it: small letters, plain quotes, single spaces."""
    return " ".join(text.translate(_PLAIN).split()).lower()


def _preamble(preamble: Preamble) -> Iterator[Clause]:
    for recital in preamble.recitals:
        yield _Where(recital, preamble=True).clause(recital.text)


def _element(element: Node, parts: tuple[Part, ...]) -> Iterator[Clause]:
    match element:
        case Part():
            inside = (*parts, element)
            if element.heading:
                yield _Where(element, parts=inside, heading=True).clause(element.heading)
            for inner in element.elements:
                yield from _element(inner, inside)
        case Article():
            yield from _article(element, parts)
        case Paragraph():
            yield from _provision(element, None, parts, "")
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
