"""Words of an instrument that name its own provisions, and where these stand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from convention_tool.tree.address import Places


class Reference(NamedTuple):
    """A stretch of some words that names a provision."""

    #: Offsets into the words.
    start: int
    end: int
    #: The address of the provision, as `tree/address.py` gives it: "art_12__para_3".
    address: str


@dataclass(frozen=True)
class References:
    """The references of an instrument."""

    #: Where its provisions stand.
    places: Places
    #: By the words that hold them and the address of the node that says these.
    found: Mapping[tuple[str, str], tuple[Reference, ...]] = field(default_factory=dict)

    def within(self, words: str, address: str) -> tuple[Reference, ...]:
        """The references in some words of a node, in order and apart from each other."""
        return self.found.get((words, address), ())
