"""What persons have decided on the items of the lists, and whether their ground has changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from convention_tool.reviews import Ground, fingerprint, unsettled
from convention_tool.tree.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from convention_tool.analysis.checklist.records import Checklist, Item
    from convention_tool.reviews import Footing, Judgement, Review
    from convention_tool.tree.address import Places


@dataclass(frozen=True)
class Judged:
    """The verdicts on a draft as it is now."""

    review: Review | None
    places: Places

    def item(self, item: Item) -> Item:
        """An item with the verdict that a person gave of it, if one did."""
        judgement = self.review.of(item.id) if self.review else None
        if judgement is None:
            return item
        changed = tuple(map(self._told, unsettled(judgement, self._present)))
        return replace(item, judgement=judgement, changed=changed)

    def strays(self, lists: Iterable[Checklist]) -> tuple[Judgement, ...]:
        """The verdicts on something that is in none of the lists."""
        known = {item.id for one in lists for item in one.items}
        latest = self.review.latest if self.review else ()
        return tuple(judgement for judgement in latest if judgement.item not in known)

    def _told(self, footing: Footing) -> str:
        """The provision that has changed, as lawyers cite it; one that is gone, by its address."""
        if footing.ground is Ground.GONE:
            return f"{footing.rest.address}, which is gone"
        node = self.places.find(footing.now)
        return footing.now if node is None else self.places.citation(node)

    @cached_property
    def _present(self) -> Mapping[str, str]:
        return {
            address: fingerprint(wording(node)) for address, node in self.places.by_address.items()
        }
