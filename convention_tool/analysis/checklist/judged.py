"""What persons have decided on the items of the lists, and whether their ground has changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from convention_tool.analysis.checklist.records import Kind
from convention_tool.reviews import Ground, fingerprint, footings
from convention_tool.reviews import item as item_of
from convention_tool.tree.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from convention_tool.analysis.checklist.records import Checklist, Item
    from convention_tool.analysis.coverage import Coverage
    from convention_tool.reviews import Footing, Judgement, Review
    from convention_tool.tree.address import Places


@dataclass(frozen=True)
class Judged:
    """The verdicts on a draft as it is now."""

    review: Review | None
    coverage: Coverage
    places: Places

    def item(self, item: Item) -> Item:
        """An item with the verdict that a person gave of it, if one did."""
        judgement = self.review.of(item.id) if self.review else None
        if judgement is None:
            return item
        used = {entry.address for entry in item.evidence}
        lost = [one for one in footings(judgement, self._present) if _lost(one, used)]
        changed = (self._told(one) for one in lost if not _told_by_another(one, lost))
        otherwise = "" if judgement.proposed in {"", _proposed(item)} else judgement.proposed
        return replace(item, judgement=judgement, changed=tuple(changed), otherwise=otherwise)

    def strays(self, lists: Iterable[Checklist]) -> tuple[Judgement, ...]:
        """The verdicts on what is neither in the lists nor in the matrix of rights by groups."""
        known = {item.id for one in lists for item in one.items}
        latest = self.review.latest if self.review else ()
        return tuple(
            judgement
            for judgement in latest
            if judgement.item not in known and not self._in_matrix(judgement.item)
        )

    def _in_matrix(self, key: str) -> bool:
        found = item_of(key)
        if found is None or found.need:
            return False
        if found.group not in {place.id for place in self.coverage.groups}:
            return False
        return any(
            row.right.article == found.right
            and (not found.element or found.element in {one.element.id for one in row.elements})
            for row in self.coverage.matrix
        )

    def _told(self, footing: Footing) -> str:
        """The provision that has changed, as lawyers cite it; one that is gone, by its address."""
        if footing.ground is Ground.GONE:
            return f"{footing.rest.address}, which is gone"
        address = footing.rest.address
        node = self.places.find(address)
        return address if node is None else self.places.citation(node)

    @cached_property
    def _present(self) -> Mapping[str, str]:
        return {
            address: fingerprint(wording(node)) for address, node in self.places.by_address.items()
        }


def _lost(footing: Footing, used: set[str]) -> bool:
    """Whether the words of a provision under a verdict are others now, or are gone.

    Short provisions can have the same words. Words that now stand elsewhere are not those of the
    verdict, where the item rests on what stands at their former place.
    """
    match footing.ground:
        case Ground.CHANGED | Ground.GONE:
            return True
        case Ground.MOVED:
            return footing.rest.address in used and footing.now not in used
        case _:
            return False


def _told_by_another(footing: Footing, lost: list[Footing]) -> bool:
    """Whether a provision has changed because one inside it has: the inner one says where."""
    inside = f"{footing.rest.address}__"
    return any(one.rest.address.startswith(inside) for one in lost)


def _proposed(item: Item) -> str:
    """What is proposed, in the word that a verdict keeps: a cell of the matrix has its own."""
    if item.kind is Kind.BASELINE and item.cells:
        return str(item.cells[0])
    return str(item.state)
