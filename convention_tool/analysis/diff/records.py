"""What two texts differ in, change by change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from convention_tool.analysis.diff.redline import Edit, Op
from convention_tool.analysis.diff.units import Slot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convention_tool.analysis.diff.joints import Joints
    from convention_tool.analysis.diff.pairs import Alignment
    from convention_tool.analysis.diff.units import Text, Unit


class Kind(StrEnum):
    """What happened to a provision; several things can have."""

    UNCHANGED = "unchanged"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    SPLIT = "split"
    MERGED = "merged"
    HEADING_CHANGED = "heading-changed"
    MODIFIED = "modified"
    #: Only a reference changed, because what it refers to has another number now.
    REFERENCE_FOLLOWED = "reference-followed"
    #: Only punctuation, capitals, spelling or spaces changed.
    MINOR = "punctuation-or-spelling"


#: The edits of each slot that changed.
Edits = Mapping[Slot, tuple[Edit, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """A provision of one text and its counterpart; either may be lacking."""

    old: Unit | None
    new: Unit | None
    kinds: tuple[Kind, ...]
    #: How much of both texts is the same, with all that stands under the provision, 0 to 1.
    similarity: float
    edits: Edits
    #: Whether this is a further piece of what was split or merged, beside its pair.
    is_piece: bool = False

    @property
    def unit(self) -> Unit:
        """The provision as the new text has it, or as the old one had."""
        unit = self.new or self.old
        assert unit
        return unit

    @property
    def is_pair(self) -> bool:
        """Whether both texts have it, and this is not a further piece."""
        return bool(self.old and self.new and not self.is_piece)

    @property
    def is_changed(self) -> bool:
        """Whether anything happened to it."""
        return self.kinds != (Kind.UNCHANGED,)

    def words(self, slot: Slot) -> tuple[Edit, ...]:
        """The words of one slot, changed or not; those of the provisions under it are theirs."""
        if slot in self.edits or self.is_piece:
            return self.edits.get(slot, ())
        text = self.unit.said(slot)
        return (Edit(Op.EQUAL, text),) if text else ()

    def to_json(self) -> dict[str, Any]:
        """The change as JSON values; a slot that did not change has no words here.

        Neither has a slot that a further piece does not have.
        """
        old, new = self.old, self.new
        return {
            "old": old.address if old else None,
            "new": new.address if new else None,
            "old_number": old.number if old else None,
            "new_number": new.number if new else None,
            "kinds": [kind.value for kind in self.kinds],
            "piece": self.is_piece,
            "similarity": round(self.similarity, 3),
            "words": [_json(slot, edit) for slot, made in self.edits.items() for edit in made],
        }


@dataclass(frozen=True)
class Diff:
    """Two texts compared: each provision of either, in the order of the new text.

    What was deleted stands where it stood, after the provision before it.
    """

    alignment: Alignment
    #: The new units that moved by themselves, by their places.
    moved: frozenset[int]
    joints: Joints
    changes: tuple[Change, ...]

    @property
    def old(self) -> Text:
        """The old text."""
        return self.alignment.old

    @property
    def new(self) -> Text:
        """The new text."""
        return self.alignment.new

    @cached_property
    def changed(self) -> tuple[Change, ...]:
        """The changes that are changes."""
        return tuple(change for change in self.changes if change.is_changed)

    @cached_property
    def counts(self) -> Counter[Kind]:
        """How many provisions each thing happened to."""
        return Counter(kind for change in self.changes for kind in change.kinds)

    @cached_property
    def by_new(self) -> Mapping[int, Change]:
        """The change of each unit of the new text; where several became one, that of its own pair."""
        found: dict[int, Change] = {}
        for change in self.changes:
            if change.new and (change.new.place not in found or change.is_pair):
                found[change.new.place] = change
        return found

    @cached_property
    def by_old(self) -> Mapping[int, Change]:
        """The change of each unit of the old text; where one became several, that of its own pair."""
        found: dict[int, Change] = {}
        for change in self.changes:
            if change.old and (change.old.place not in found or change.is_pair):
                found[change.old.place] = change
        return found

    def to_json(self, changes: Sequence[Change] | None = None) -> dict[str, Any]:
        """The comparison as JSON values; docs/schemas/diff.json describes them.

        Two texts that say the same have no changes. Where anything changed, what did not is there
        as well, as "unchanged": the list is the whole correspondence of the texts. The words of the
        changes make the new text of the old one; what has no words stays as it was.

        Args:
            changes: those to tell of; all, if None.
        """
        told = (self.changes if changes is None else changes) if self.changed else ()
        return {"changes": [change.to_json() for change in told]}


def _json(slot: Slot, edit: Edit) -> dict[str, str]:
    said = {"op": edit.op.value, "text": edit.text}
    if slot is not Slot.TEXT:
        said["in"] = slot.value
    if edit.nature:
        said["nature"] = edit.nature.value
    return said
