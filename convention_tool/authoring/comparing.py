"""Where two readings of a text part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convention_tool.tree.address import Places
from convention_tool.tree.nodes import Note
from convention_tool.tree.walk import children

if TYPE_CHECKING:
    from convention_tool.tree.nodes import Instrument, Node


def first_difference(wanted: Instrument, found: Instrument) -> str:
    """The innermost provision that differs first, as lawyers cite it; else "the text"."""
    places, said = Places(wanted), "the text"
    pair: tuple[Node, Node] | None = (wanted, found)
    while pair is not None:
        pairs = zip(*map(children, pair), strict=False)
        differ = ((one, other) for one, other in pairs if one != other)
        pair = next((pair for pair in differ if not isinstance(pair[0], Note)), None)
        if pair is not None:
            said = places.citation(pair[0])
    return said
