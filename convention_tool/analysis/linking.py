"""Which words of an instrument name its own provisions, so that a page can lead there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.pinpoints import Named, Pinpoints, Pointed
from convention_tool.tree.address import Places
from convention_tool.tree.nodes import (
    Annex,
    Article,
    Instrument,
    Note,
    Paragraph,
    Recital,
    Subparagraph,
)
from convention_tool.tree.references import Reference, References
from convention_tool.tree.walk import children

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convention_tool.tree.nodes import Node


class _Said(NamedTuple):
    words: str
    node: Node
    article: Article | None


def references(instrument: Instrument) -> References:
    """The references in every recital, paragraph and subparagraph.

    Words that name one provision lead there as a whole: "article 12, paragraph 3 (b)". Words that
    name several lead there number by number: "articles 6, 7 and 11". Words that name another
    instrument's provisions, or what is not there, lead nowhere. In an annex that numbers its own
    articles, these are meant.
    """
    places = Places(instrument)
    homes: list[Instrument | Annex] = [instrument, *instrument.annexes]
    found: dict[tuple[str, str], tuple[Reference, ...]] = {}
    main = Pinpoints(instrument)
    for home in homes:
        own = Instrument(elements=home.elements, language=instrument.language)
        pinpoints = Pinpoints(own) if home is not instrument and own.articles else main
        for said in _said(home, None, home):
            named = tuple(
                reference
                for one in pinpoints.named(said.words, said.article)
                for reference in _references(one, places)
            )
            if named:
                found[said.words, places.address(said.node)] = named
    return References(places, found)


def _references(named: Named, places: Places) -> Iterator[Reference]:
    """One reference for all of the words, or one for each provision among them."""
    match named.pointed:
        case [Pointed(_, _, [node], None)]:
            yield Reference(named.start, named.end, places.address(node))
            return
        case _:
            pass
    for start, end, nodes, last in named.pointed:
        if nodes:
            yield Reference(start, end, places.address(nodes[0]))
        if last and len(nodes) > 1:
            yield Reference(*last, places.address(nodes[-1]))


def _said(node: Node, article: Article | None, home: Instrument | Annex) -> Iterator[_Said]:
    """The words under a node, each with the article that holds them."""
    match node:
        case Note():
            return
        case Annex() if node is not home:
            return
        case Article():
            article = node
        case Recital(text=text):
            yield _Said(text, node, None)
        case Paragraph(text=text, closing=closing) | Subparagraph(text=text, closing=closing):
            yield _Said(text, node, article)
            if closing:
                yield _Said(closing, node, article)
        case _:
            pass
    for child in children(node):
        yield from _said(child, article, home)
