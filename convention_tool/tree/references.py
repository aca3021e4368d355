"""Words of an instrument that name its own provisions, and where these stand."""

from collections.abc import Mapping
from typing import NamedTuple


class Reference(NamedTuple):
    """A stretch of some words that names a provision."""

    #: Offsets into the words.
    start: int
    end: int
    #: The address of the provision, as `tree/address.py` gives it: "art_12__para_3".
    address: str


#: The references in some words of an instrument, in order and apart from each other, by these
#: words and the address of the node that says them; "" for words that stand outside any node.
References = Mapping[tuple[str, str], tuple[Reference, ...]]
