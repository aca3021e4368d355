"""Where a provision stands, and how lawyers write it.

Addresses follow the Akoma Ntoso naming convention: the element's abbreviation, its number without
punctuation, levels joined by two underscores (`art_12__para_3__subpara_b`). Articles and the
preamble are addressed from the instrument or annex, not from the part that holds them, because
article numbers run through all parts. A unit without a number takes its place among its
siblings; a second unit of the same address takes `_2`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from convention_tool.tree.nodes import (
    Annex,
    Article,
    Conclusions,
    Contents,
    Instrument,
    Node,
    Note,
    Paragraph,
    Part,
    PartKind,
    Preamble,
    Recital,
    Subparagraph,
)
from convention_tool.tree.walk import children

#: The naming convention's abbreviation for each division.
_PART = {
    PartKind.BOOK: "book",
    PartKind.PART: "part",
    PartKind.TITLE: "title",
    PartKind.CHAPTER: "chp",
    PartKind.SECTION: "sec",
    PartKind.SUBSECTION: "subsec",
}


class Entry(NamedTuple):
    """A node and where it stands."""

    address: str
    node: Node
    #: The place of the entry of the node that holds it; -1 if the instrument does.
    parent: int
    #: Its place among its brothers of the same kind, from 1.
    nth: int


@dataclass(frozen=True)
class Places:
    """Every addressable node of an instrument, with its address and citation."""

    instrument: Instrument

    def address(self, node: Node) -> str:
        """The address of a node of this very instrument (found by identity)."""
        return self.entries[self._by_node[id(node)]].address

    def citation(self, node: Node) -> str:
        """How a lawyer cites the node: "article 12, paragraph 3 (b)"."""
        return self._citations[self._by_node[id(node)]]

    def find(self, address: str) -> Node | None:
        """The node at an address, or None."""
        return self.by_address.get(address)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every addressable node with its address, in the order of the text."""
        return tuple(_entries(self.instrument))

    @cached_property
    def by_address(self) -> Mapping[str, Node]:
        """The nodes by address, in the order of the text."""
        return {entry.address: entry.node for entry in self.entries}

    @cached_property
    def _by_node(self) -> Mapping[int, int]:
        return {id(entry.node): place for place, entry in enumerate(self.entries)}

    @cached_property
    def _citations(self) -> tuple[str, ...]:
        return tuple(_citations(self.instrument, self.entries))


def citation_within(instrument: Instrument, path: Sequence[Node]) -> str:
    """How a lawyer cites the last node of a path that leads to it, without looking at all others.

    Args:
        instrument: what is cited from.
        path: the nodes that hold it, the outermost first, and the node itself.
    """
    holder: Node = instrument
    cited = home = ""
    for node in path:
        kind = _kind(node)
        among = (one for one in children(holder) if _kind(one) == kind)
        count = next(place for place, one in enumerate(among, 1) if one is node)
        outer = home if isinstance(node, Article | Part) else cited
        cited = _cite(node, holder, outer, count)
        home = cited if isinstance(node, Annex) else home
        holder = node
    return cited


def citation_case(citation: str) -> str:
    """A citation as it opens a sentence: "Article 12, paragraph 3"."""
    return citation[:1].upper() + citation[1:]


def _entries(instrument: Instrument) -> list[Entry]:
    taken: dict[str, int] = {}
    found: list[Entry] = []

    def unique(address: str) -> str:
        taken[address] = taken.get(address, 0) + 1
        if taken[address] == 1:
            return address
        return unique(f"{address}_{taken[address]}")

    def add(node: Node, home: str, above: str, parent: int) -> None:
        """Add the entries under a node; its home is the instrument or annex that numbers articles."""
        counts: dict[str, int] = {}
        for child in children(node):
            if isinstance(child, Note):
                continue
            kind = _kind(child)
            count = counts[kind] = counts.get(kind, 0) + 1
            number = _clean(_number(child)) or ("" if _sole(child) else str(count))
            start = home if isinstance(child, Article) else above
            stem = f"{kind}_{number}" if number else kind
            address = unique(f"{start}__{stem}" if start else stem)
            found.append(Entry(address, child, parent, count))
            add(child, address if isinstance(child, Annex) else home, address, len(found) - 1)

    add(instrument, "", "", -1)
    return found


def _citations(instrument: Instrument, entries: Sequence[Entry]) -> Iterator[str]:
    """How each node is cited. Articles and parts are cited from the instrument or their annex."""
    cited: list[str] = []
    homes: list[str] = []
    for _, node, parent, count in entries:
        holder = entries[parent].node if parent >= 0 else instrument
        home = homes[parent] if parent >= 0 else ""
        outer = home if isinstance(node, Article | Part) else cited[parent] if parent >= 0 else ""
        citation = _cite(node, holder, outer, count)
        cited.append(citation)
        homes.append(citation if isinstance(node, Annex) else home)
        yield citation


#: The abbreviation for each other node.
_ABBREVIATIONS = {
    Article: "art",
    Paragraph: "para",
    Subparagraph: "subpara",
    Recital: "rec",
    Preamble: "preamble",
    Conclusions: "conclusions",
    Contents: "toc",
}


def _kind(node: Node) -> str:
    """The abbreviation for a node; "" for a note, which has no address."""
    return _ABBREVIATIONS.get(type(node)) or _abbreviation(node)


def _abbreviation(node: Node) -> str:
    match node:
        case Part(kind=kind):
            return _PART[kind]
        case Annex(kind=kind):
            return str(kind)
        case Note():
            return ""
    raise TypeError(f"{type(node).__name__} has no address")


def _sole(node: Node) -> bool:
    return isinstance(node, Preamble | Conclusions | Contents)


def _number(node: Node) -> str:
    number: str = getattr(node, "number", "")  # a preamble, for one, has none
    return number


def _clean(number: str) -> str:
    """A number as an address holds it: letters, digits, dots and hyphens."""
    return number if number.isalnum() else re.sub(r"[^\w.-]+", "", number).strip(".-_")


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")


def _cite(node: Node, parent: Node, citation: str, place: int) -> str:
    """A node after the citation of what it is cited from: parts are not cited before articles."""
    match node:
        case Article(number=number):
            return _after(citation, f"article {number}")
        case Paragraph(number="") if isinstance(parent, Article) and len(parent.paragraphs) == 1:
            return citation
        case Paragraph(number=""):
            return _after(citation, f"{_ordinal(place)} paragraph")
        case Paragraph(number=number):
            return _after(citation, f"paragraph {number}")
        case Subparagraph(number=number) if isinstance(parent, Paragraph) and parent.number:
            return f"{citation} ({number or place})"
        case Subparagraph(number=number) if isinstance(parent, Subparagraph):
            return f"{citation} ({number or place})"
        case Subparagraph(number=number):
            return _after(citation, f"subparagraph ({number or place})")
        case Part(kind=kind, number=number):
            return _after(citation, f"{kind} {number or place}")
        case Annex(kind=kind, number=number):
            return f"{kind} {number or place}"
        case Recital(number=number):
            return _after(citation, f"recital {number or place}")
        case Preamble() | Conclusions() | Contents():
            name = {Preamble: "preamble", Conclusions: "conclusions", Contents: "contents"}
            return _after(citation, name[type(node)])
    raise TypeError(f"{type(node).__name__} is not cited")


def _after(outer: str, words: str) -> str:
    return f"{outer}, {words}" if outer else words


def _ordinal(place: int) -> str:
    if place <= len(_ORDINALS):
        return _ORDINALS[place - 1]
    ending = {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{'th' if place % 100 in _TEENS else ending}"


#: These end in "th" whatever their last digit.
_TEENS = (11, 12, 13)
