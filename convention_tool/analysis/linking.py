"""Which words of an instrument name its own provisions, so that a page can lead there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.citations import mentions_of_each
from convention_tool.analysis.pinpoints import Named, Pinpoints, Place
from convention_tool.tree.address import Entry, Places
from convention_tool.tree.nodes import Annex, Article, Paragraph, Recital, Subparagraph
from convention_tool.tree.references import Reference, References

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convention_tool.tree.nodes import Instrument, Node


class Stretch(NamedTuple):
    """Words of an instrument that name some of its provisions."""

    words: str
    node: Node
    #: Its address.
    address: str
    #: Whether they follow the node's list.
    closing: bool
    named: tuple[Named, ...]


def references(instrument: Instrument) -> References:
    """The references in every recital, paragraph and subparagraph.

    Words that name one provision lead there as a whole: "article 12, paragraph 3 (b)". Words that
    name several lead there number by number: "articles 6, 7 and 11". Words that name another
    instrument's provisions, or what is not there, lead nowhere; nor does "this article". In an
    annex that numbers its own articles, these are meant.
    """
    places = Places(instrument)
    found: dict[tuple[str, str], tuple[Reference, ...]] = {}
    for stretch in stretches(instrument, places):
        named = tuple(
            reference
            for one in stretch.named
            if not one.is_here
            for reference in _references(one, places)
        )
        if named:
            found[stretch.words, stretch.address] = named
    return References(places, found)


def stretches(instrument: Instrument, places: Places) -> Iterator[Stretch]:
    """The words that name provisions of their own instrument, and which."""
    said = list(_said(places.entries))
    main = Pinpoints(instrument)
    inside = {id(one): Pinpoints(instrument, one, main) for one in instrument.annexes}
    for at, found in mentions_of_each([words for words, _, _ in said], instrument.language):
        words, entry, closing = said[at]
        place, annex = _around(places.entries, entry)
        pinpoints = inside[id(annex)] if annex else main
        if named := tuple(pinpoints.resolved(found, place)):
            address, node, _, _ = places.entries[entry]
            yield Stretch(words, node, address, closing, named)


def _references(named: Named, places: Places) -> Iterator[Reference]:
    """One reference for all of the words, or one for each provision among them."""
    if len(named.nodes) == len(named.pointed) == 1:
        yield Reference(named.start, named.end, places.address(named.nodes[0]))
        return
    for start, end, nodes, last in named.pointed:
        yield Reference(start, end, places.address(nodes[0]))
        if last and len(nodes) > 1:
            yield Reference(*last, places.address(nodes[-1]))


def _said(entries: Sequence[Entry]) -> Iterator[tuple[str, int, bool]]:
    """The words of every provision, the place of its entry, and whether they follow its list."""
    for at, entry in enumerate(entries):
        match entry.node:
            case Paragraph(text=text, closing=closing) | Subparagraph(text=text, closing=closing):
                if text:
                    yield text, at, False
                if closing:
                    yield closing, at, True
            case Recital(text=text):
                yield text, at, False
            case _:
                pass


def _around(entries: Sequence[Entry], at: int) -> tuple[Place, Annex | None]:
    """Where the words of an entry stand."""
    holders: list[Paragraph | Subparagraph] = []
    article: Article | None = None
    annex: Annex | None = None
    while at >= 0:
        _, node, at, _ = entries[at]
        match node:
            case Paragraph() | Subparagraph():
                holders.append(node)
            case Article():
                article = node
            case Annex():
                annex = node
            case _:
                pass
    return Place(article, tuple(reversed(holders))), annex
