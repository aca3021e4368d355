"""A person's verdicts on what the tool proposes, and whether the ground under them has changed.

The tool proposes; a lawyer decides. A verdict keeps with it which provisions the proposal rested
on, each with a fingerprint of its words, so that a later run can say when the words are other
words. Nothing here knows of files, trees or reports: an item is a key, a provision an address.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2s
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: Eight bytes: two provisions of a draft never share a fingerprint by chance, and a line stays short.
_DIGEST_BYTES = 8


class Decision(StrEnum):
    """What a person says of a proposal."""

    #: It is as the tool proposes.
    CONFIRMED = "confirmed"
    #: It is not; the note says what it is.
    REJECTED = "rejected"
    #: Neither: the person leaves a note for whoever decides.
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class Item:
    """What a verdict is on: a cell of the matrix, an element of it, or an item of a checklist.

    Its key is "students:43", "students:43/training" or "students:need:work-hours".
    """

    group: str
    right: str = ""
    element: str = ""
    need: str = ""

    @property
    def key(self) -> str:
        """The key, as it stands in the file."""
        if self.need:
            return f"{self.group}:need:{self.need}"
        return f"{self.group}:{self.right}/{self.element}" if self.element else self._cell

    @property
    def _cell(self) -> str:
        return f"{self.group}:{self.right}"


@dataclass(frozen=True, slots=True)
class Rest:
    """A provision that a verdict rests on, and the fingerprint of its words at the time."""

    address: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """One verdict: on what, how it falls, by whom, when, and on what ground.

    `on` is a date, "2024-05-31". `proposed` is what the tool proposed then, in its own word
    ("explicit", "open"); it and `rests_on` may be empty where a person wrote the entry by hand.
    """

    item: str
    decision: Decision
    note: str = ""
    by: str = ""
    on: str = ""
    rests_on: tuple[Rest, ...] = ()
    proposed: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """The verdicts on one draft, in the order of the file."""

    judgements: tuple[Judgement, ...] = ()

    def of(self, item: str) -> Judgement | None:
        """The verdict on an item; where a file has two, the one further down counts."""
        return next((one for one in reversed(self.judgements) if one.item == item), None)

    @property
    def latest(self) -> tuple[Judgement, ...]:
        """The verdicts that count: one for each item, in the order of the file."""
        return tuple({one.item: one for one in self.judgements}.values())

    @property
    def last_by(self) -> str:
        """Who gave the verdict that stands last in the file, or ""."""
        return next((one.by for one in reversed(self.judgements) if one.by), "")


class Ground(StrEnum):
    """What has become of a provision that a verdict rests on."""

    #: Same place, same words.
    SAME = "same"
    #: The same words under another number.
    MOVED = "moved"
    #: Other words.
    CHANGED = "changed"
    #: Neither the place nor the words are in the draft any more.
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Footing:
    """A provision that a verdict rests on, and what has become of it.

    `now` is its present address: another one where it has only moved, "" where it is gone.
    """

    rest: Rest
    ground: Ground
    now: str


def item(key: str) -> Item | None:
    """The item of a key, or None where the key is not of that form; it may still not exist."""
    group, _, rest = key.partition(":")
    if rest.startswith("need:"):
        found = Item(group, need=rest.removeprefix("need:"))
    else:
        right, _, element = rest.partition("/")
        found = Item(group, right, element)
    return found if group and (found.right or found.need) and found.key == key else None


def fingerprint(words: str) -> str:
    """A short name for the words of a provision: other words have another.

    White space does not count, so a text may be wrapped anew. A caller leaves out the numbers.
    """
    return blake2s(" ".join(words.split()).encode(), digest_size=_DIGEST_BYTES).hexdigest()


def footings(judgement: Judgement, present: Mapping[str, str]) -> tuple[Footing, ...]:
    """What has become of each provision that a verdict rests on.

    Args:
        judgement: the verdict.
        present: the fingerprint of each provision of the draft as it is now, by address.
    """
    return tuple(_footing(rest, present) for rest in judgement.rests_on)


def unsettled(judgement: Judgement, present: Mapping[str, str]) -> tuple[Footing, ...]:
    """The provisions under a verdict that have changed or gone since it was given."""
    lost = (Ground.CHANGED, Ground.GONE)
    return tuple(one for one in footings(judgement, present) if one.ground in lost)


def _footing(rest: Rest, present: Mapping[str, str]) -> Footing:
    if present.get(rest.address) == rest.fingerprint:
        return Footing(rest, Ground.SAME, rest.address)
    same_words = tuple(_with_words(rest.fingerprint, present))
    if same_words:
        # An article of one paragraph has the words of that paragraph: like goes with like.
        alike = (address for address in same_words if _kind(address) == _kind(rest.address))
        return Footing(rest, Ground.MOVED, next(alike, same_words[0]))
    if rest.address in present:
        return Footing(rest, Ground.CHANGED, rest.address)
    return Footing(rest, Ground.GONE, "")


def _with_words(wanted: str, present: Mapping[str, str]) -> Iterator[str]:
    empty = fingerprint("")
    for address, found in present.items():
        if found == wanted != empty:
            yield address


def _kind(address: str) -> str:
    """The kind of provision that an address ends in: "art", "para"."""
    return address.rpartition("__")[2].partition("_")[0]
