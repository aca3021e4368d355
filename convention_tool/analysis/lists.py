"""The lists of a draft: (a), (b), (c) under their chapeau."""

from collections.abc import Mapping
from typing import NamedTuple

from convention_tool.analysis.draft import Draft, Stretch
from convention_tool.source import Span
from convention_tool.tree.nodes import Paragraph, Subparagraph

#: So much of a long chapeau is looked at, from its end.
_CHAPEAU = 1500


class Enumeration(NamedTuple):
    """A numbered list, whole, and what holds it."""

    holder: Paragraph | Subparagraph
    items: tuple[Subparagraph, ...]

    @property
    def chapeau(self) -> str:
        """The words that open it."""
        return self.holder.text


def lists(draft: Draft) -> tuple[Enumeration, ...]:
    """Every numbered list of two items or more that counts without a break."""
    return draft.fact(_lists)


def chapeau_of(draft: Draft, node: object) -> str:
    """The words above an item, those of the outermost list first; "" for what is no item."""
    holders = draft.fact(_holders)
    holder = holders.get(id(node))
    if holder is None:
        return ""
    return " ".join(filter(None, (chapeau_of(draft, holder), holder.text[-_CHAPEAU:])))


def span_of_end(draft: Draft, node: Paragraph | Subparagraph) -> Span | None:
    """Where the last word of a node's own text stands; None where it is not found again."""
    word = node.text.rsplit(" ", 1)[-1]
    stretch = Stretch(node.text, node, None, draft.instrument)
    span = draft.span_of_words(stretch, len(node.text) - len(word), len(node.text))
    return span if word and draft.source.text[span.start : span.end] == word else None


def _lists(draft: Draft) -> tuple[Enumeration, ...]:
    return tuple(
        Enumeration(holder, items)
        for holder, items in draft.fact(_counted)
        if len(items) > 1 and len(items) == len(holder.subparagraphs)
    )


def _holders(draft: Draft) -> Mapping[int, Paragraph | Subparagraph]:
    """What holds each numbered item, by the item's identity."""
    return {id(item): holder for holder, items in draft.fact(_counted) for item in items}


def _counted(
    draft: Draft,
) -> list[tuple[Paragraph | Subparagraph, tuple[Subparagraph, ...]]]:
    return [
        (count.holder, tuple(item for item in count.items if isinstance(item, Subparagraph)))
        for count in draft.list_counts
        if isinstance(count.holder, Paragraph | Subparagraph)
    ]
