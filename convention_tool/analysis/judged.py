"""A person's verdicts beside what the tool proposes now, and whether each still has its ground.

A verdict was given on a proposal and on the words it rested on. Where either is another today, a
person should look again; the verdict itself is never changed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from convention_tool.analysis.checklist import checklists
from convention_tool.reviews import Ground, Item, Rest, fingerprint, footings, item
from convention_tool.tree.address import Places
from convention_tool.tree.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from convention_tool.analysis.checklist import Checklists
    from convention_tool.analysis.checklist import Item as ListedItem
    from convention_tool.analysis.coverage import Coverage, GroupCell
    from convention_tool.reviews import Footing, Judgement, Review
    from convention_tool.tree.nodes import Instrument


class Standing(StrEnum):
    """Whether a verdict still has its ground; the gravest that is true of it."""

    #: The proposal is the same and rests on the same words.
    STANDS = "stands"
    #: A person wrote it by hand, so it is not known on what it was given.
    UNWATCHED = "not watched"
    #: The tool proposes something else now, although no provision under the verdict has changed.
    OTHERWISE = "proposal changed"
    #: The words of a provision under it have changed.
    CHANGED = "ground changed"
    #: A provision under it is no longer in the draft.
    GONE = "provision gone"
    #: There is no such cell, element or need.
    UNKNOWN = "no such item"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the tool proposes of an item, and the addresses of the provisions that it rests on."""

    item: str
    #: The group, and the right, element or need, by their titles.
    group: str
    subject: str
    proposed: str
    reason: str
    provisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict, what the tool proposes of its item now, and what has become of its ground."""

    judgement: Judgement
    standing: Standing
    #: None where there is no such item.
    proposal: Proposal | None
    footings: tuple[Footing, ...]

    @property
    def lost(self) -> tuple[Footing, ...]:
        """The provisions under it that have changed or gone."""
        return self._that(Ground.CHANGED, Ground.GONE)

    @property
    def moved(self) -> tuple[Footing, ...]:
        """The provisions under it that have only another number."""
        return self._that(Ground.MOVED)

    @property
    def otherwise(self) -> bool:
        """Whether the tool proposes something else than when the verdict was given."""
        then = self.judgement.proposed
        return self.proposal is not None and then not in {"", self.proposal.proposed}

    @property
    def again(self) -> bool:
        """Whether a person should look again."""
        return self.standing not in {Standing.STANDS, Standing.UNWATCHED}

    def _that(self, *grounds: Ground) -> tuple[Footing, ...]:
        return tuple(one for one in self.footings if one.ground in grounds)


@dataclass(frozen=True)
class Proposals:
    """What the tool proposes of a draft, by the keys of the items."""

    coverage: Coverage
    instrument: Instrument

    @cached_property
    def places(self) -> Places:
        """The provisions of the draft."""
        return self.coverage.places or Places(self.instrument)

    @cached_property
    def fingerprints(self) -> Mapping[str, str]:
        """The fingerprint of each provision, by its address."""
        return {
            address: fingerprint(wording(node)) for address, node in self.places.by_address.items()
        }

    def of(self, key: str) -> Proposal | None:
        """What is proposed of an item; None where there is no such item."""
        found = item(key)
        if found is None:
            return None
        return (None if found.need else self._of_cell(found)) or self._of_listed(key)

    def rests(self, proposal: Proposal) -> tuple[Rest, ...]:
        """The provisions that a proposal rests on, as a verdict keeps them."""
        return tuple(
            Rest(address, self.fingerprints[address])
            for address in proposal.provisions
            if address in self.fingerprints
        )

    def _of_cell(self, found: Item) -> Proposal | None:
        try:
            row = self.coverage.row(found.right)
            whole = row.cell(found.group)
        except KeyError:
            return None
        title = row.right.title if row.new else f"{row.right.article} {row.right.title}"
        if not found.element:
            return self._proposal(found, title, whole)
        for part in row.elements:
            if part.element.id == found.element:
                cell = next((one for one in part.cells if one.group == found.group), whole)
                return self._proposal(found, f"{title}: {part.element.text}", cell)
        return None

    def _proposal(self, found: Item, subject: str, cell: GroupCell) -> Proposal:
        shown = (*cell.provisions, *(one.address for one in cell.evidence))
        return Proposal(
            found.key,
            self._titles[found.group],
            subject,
            str(cell.status),
            cell.reason,
            tuple(dict.fromkeys(shown)),
        )

    def _of_listed(self, key: str) -> Proposal | None:
        """What the checklist proposes, of a need or of a right that the matrix has no row for."""
        listed = self._listed.get(key)
        if listed is None:
            return None
        return Proposal(
            key,
            self._titles[listed.group],
            listed.title,
            str(listed.state),
            listed.reason or listed.missing,
            tuple(dict.fromkeys(one.address for one in listed.evidence)),
        )

    @cached_property
    def lists(self) -> Checklists:
        """The checklists, without the verdicts."""
        return checklists(self.coverage, self.instrument)

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        return {place.id: place.title for place in self.coverage.groups}

    @cached_property
    def _listed(self) -> Mapping[str, ListedItem]:
        return {entry.id: entry for entry in self.lists.items}


def judged(review: Review, proposals: Proposals) -> tuple[Judged, ...]:
    """The verdicts that count, each with its standing, in the order of the file."""
    return tuple(_judged(judgement, proposals) for judgement in review.latest)


def with_verdicts(proposals: Proposals, review: Review) -> Checklists:
    """The checklists of a draft with the verdicts on their items.

    Verdicts on other cells of the matrix have their place there; those on nothing are strays.
    """
    given = {one.judgement.item: one for one in judged(review, proposals)}
    lists = proposals.lists
    return replace(
        lists,
        lists=tuple(
            replace(
                one, items=tuple(_signed(entry, given, proposals.places) for entry in one.items)
            )
            for one in lists.lists
        ),
        strays=tuple(one.judgement for one in given.values() if one.proposal is None),
    )


def to_json(verdicts: Iterable[Judged]) -> list[dict[str, Any]]:
    """The verdicts as JSON values.

    Of each: `item`, `decision` (confirmed, rejected, noted), `by`, `on`, `note`, `standing`
    (stands, not watched, proposal changed, ground changed, provision gone, no such item), `proposed_then` and
    `proposed_now` ("" where it is not known), `changed`, the addresses of provisions under the
    verdict that have changed or gone, and `moved`, those that only have another address: `from`
    and `to`.
    """
    return [_json(one) for one in verdicts]


def _judged(judgement: Judgement, proposals: Proposals) -> Judged:
    proposal = proposals.of(judgement.item)
    found = tuple(
        _in_use(footing, proposal) for footing in footings(judgement, proposals.fingerprints)
    )
    made = Judged(judgement, Standing.STANDS, proposal, found)
    return replace(made, standing=_standing(made))


def _signed(entry: ListedItem, given: Mapping[str, Judged], places: Places) -> ListedItem:
    """An item of a checklist with the verdict on it, if there is one."""
    one = given.get(entry.id)
    if one is None:
        return entry
    return replace(
        entry,
        judgement=one.judgement,
        changed=tuple(
            _told(footing, places) for footing in one.lost if _is_innermost(footing, one)
        ),
        otherwise=one.judgement.proposed if one.otherwise else "",
    )


def _is_innermost(footing: Footing, one: Judged) -> bool:
    """Whether nothing inside a lost provision is lost too: the inner one would say where."""
    inside = f"{footing.rest.address}__"
    return not any(other.rest.address.startswith(inside) for other in one.lost)


def _told(footing: Footing, places: Places) -> str:
    """The provision that has changed, as lawyers cite it; one that is gone, by its address."""
    address = footing.rest.address
    if footing.ground is Ground.GONE:
        return f"{address}, which is gone"
    node = places.find(address)
    return address if node is None else places.citation(node)


def _standing(made: Judged) -> Standing:
    if made.proposal is None:
        return Standing.UNKNOWN
    if any(one.ground is Ground.GONE for one in made.footings):
        return Standing.GONE
    if made.lost:
        return Standing.CHANGED
    if made.otherwise:
        return Standing.OTHERWISE
    given_on = made.judgement.proposed or made.judgement.rests_on
    return Standing.STANDS if given_on else Standing.UNWATCHED


def _in_use(footing: Footing, proposal: Proposal | None) -> Footing:
    """A provision that changed, where another provision happens to have its former words.

    Short provisions can have the same words: "the child". Words that the proposal does not rest on
    are not those of the verdict, where it rests on what stands at their former place.
    """
    used = proposal.provisions if proposal else ()
    former = footing.rest.address
    if footing.ground is Ground.MOVED and former in used and footing.now not in used:
        return replace(footing, ground=Ground.CHANGED, now=former)
    return footing


def _json(one: Judged) -> dict[str, Any]:
    return {
        "item": one.judgement.item,
        "decision": str(one.judgement.decision),
        "by": one.judgement.by,
        "on": one.judgement.on,
        "note": one.judgement.note,
        "standing": str(one.standing),
        "proposed_then": one.judgement.proposed,
        "proposed_now": one.proposal.proposed if one.proposal else "",
        "changed": [footing.rest.address for footing in one.lost],
        "moved": [{"from": footing.rest.address, "to": footing.now} for footing in one.moved],
    }
