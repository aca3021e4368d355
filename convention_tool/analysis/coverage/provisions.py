"""What each provision of an instrument says of people: its holders, and the groups that it names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.coverage.gates import gating
from convention_tool.analysis.coverage.holding import WITHOUT_STATUS
from convention_tool.analysis.coverage.roles import Mention, Role
from convention_tool.analysis.coverage.standing import Ground
from convention_tool.analysis.coverage.terms import limited_to
from convention_tool.catalogue.holders import groups_across
from convention_tool.tree.walk import walk

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convention_tool.analysis.coverage.hearing import Said
    from convention_tool.analysis.coverage.holding import Holding
    from convention_tool.analysis.coverage.subtraction import Subtractions
    from convention_tool.tree.nodes import Node


class Reserve(NamedTuple):
    """Why a provision is not for everyone whom it names, and the words that say so."""

    reason: str
    ground: Ground


@dataclass(frozen=True, slots=True)
class ProvisionRead:
    """What a provision says of people."""

    article: Node
    mentions: Mapping[str, list[Mention]]
    holders: list[Holding]
    #: The groups that it is dedicated to, by its heading or because it names no other holder.
    own: frozenset[str]
    #: Why it is reserved to those of a status, and the words that reserve it.
    gate: Reserve | None
    #: Whether it names people only in what States do or leave as it is, and gives nobody anything.
    in_passing: bool
    #: The words by which all of it hangs on a permit still to be had.
    terms: Reserve | None


@dataclass(frozen=True)
class Heard:
    """The provisions of an instrument, each heard once it is asked about."""

    said: Said
    subtractions: Subtractions
    _provisions: dict[int, ProvisionRead] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _own_holders: dict[int, bool] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def provision(self, node: Node, article: Node) -> ProvisionRead:
        """What an article, or a part of it, says of people."""
        found = self._provisions.get(id(node))
        if found is None:
            found = self._provisions[id(node)] = self._gathered(node, article)
        return found

    def names_holders(self, node: Node) -> bool:
        """Whether a part of an article says for itself whom it is for."""
        found = self._own_holders.get(id(node))
        if found is None:
            found = any(id(inner) in self._speaking for inner in walk(node))
            self._own_holders[id(node)] = found
        return found

    def _gathered(self, node: Node, article: Node) -> ProvisionRead:
        """What a provision and all under it says of holders and of groups."""
        under = [id(inner) for inner in walk(node)]
        mentions: dict[str, list[Mention]] = defaultdict(list)
        for key in under:
            for mention in self._mentions.get(key, ()):
                mentions[mention.group].append(mention)
        for home in (article, *self.said.parts.get(id(article), ())):
            for mention in self._limited.get(id(home), ()):
                if mention not in mentions[mention.group]:
                    mentions[mention.group].append(mention)
        given = [held for key in under for held in self._holdings.get(key, ())]
        holders = [held for held in given if held.named]
        gate = self._gate(node, article)
        to_someone = [held for held in given if held.named or id(held.clause) in self.named]
        if gate is None and to_someone and all(held.gated for held in to_someone):
            first = to_someone[0]
            words = self.said.words[id(first.clause)]
            gate = Reserve(_GATED, gating(first.clause, words))
        terms = None
        if holders and all(held.terms for held in holders):
            first = holders[0]
            terms = Reserve(_ON_TERMS, Ground(first.clause, first.terms or first.span))
        own = self._own(article, holders, mentions)
        named = [mention for those in mentions.values() for mention in those]
        in_passing = not holders and bool(named) and all(one.role in AGAINST for one in named)
        return ProvisionRead(article, mentions, holders, own, gate, in_passing, terms)

    def _own(
        self, article: Node, holders: list[Holding], mentions: Mapping[str, list[Mention]]
    ) -> frozenset[str]:
        """The groups that a provision is dedicated to; those that cut across others are none."""
        above = (article, *self.said.parts.get(id(article), ()))
        headed = {
            mention.group
            for inner in above
            for mention in self._mentions.get(id(inner), ())
            if mention.role is Role.HEADING
        }
        named = {group for group, those in mentions.items() if any(map(self._dedicates, those))}
        return frozenset(headed if holders else headed | named) - groups_across()

    def _dedicates(self, mention: Mention) -> bool:
        """Whether a mention makes its group the holder, and no ground of distinction."""
        words, text = self.said.words[id(mention.clause)], mention.clause.text
        if mention.role is not Role.RIGHT or any(
            marker.start <= mention.span.start for marker in words["neutral"].find(text)
        ):
            return False
        near = text[max(0, mention.span.start - _BESIDE) : mention.span.end]
        return mention.group != WITHOUT_STATUS or any(
            words[name].stands_in(near) for name in ("holders", "person")
        )

    def _gate(self, node: Node, article: Node) -> Reserve | None:
        """Why a provision is reserved by its Part, or from afar, if it is."""
        gates = self.said.gates
        above = (node, article, *reversed(self.said.parts.get(id(article), ())))
        ground = next((gates[id(one)] for one in above if id(one) in gates), None)
        if ground is None:
            return None
        from_afar = id(node) in gates or id(article) in gates
        return Reserve(_GATED if from_afar else _PART_GATED, ground)

    @cached_property
    def citing(self) -> frozenset[int]:
        """The clauses that take provisions away by their numbers."""
        return frozenset(
            id(one.clause) for those in self.subtractions.by_group.values() for one in those
        )

    @cached_property
    def _speaking(self) -> frozenset[int]:
        """The provisions that name a holder in words of their own, or give a group a right."""
        holding = (id(held.clause.node) for held in self.said.holdings if held.named and held.own)
        naming = (
            id(mention.clause.node) for mention in self.said.mentions if self._dedicates(mention)
        )
        return frozenset((*holding, *naming))

    @cached_property
    def _mentions(self) -> Mapping[int, list[Mention]]:
        found: dict[int, list[Mention]] = defaultdict(list)
        for mention in self.said.mentions:
            found[id(mention.clause.node)].append(mention)
        return found

    @cached_property
    def _limited(self) -> Mapping[int, list[Mention]]:
        """By article or Part, what takes groups out of all of it, or into it alone."""
        found: dict[int, list[Mention]] = defaultdict(list)
        for mention in self.said.mentions:
            if mention.role in {Role.EXCEPTION, Role.LOCAL_INCLUSION}:
                clause = mention.clause
                words = self.said.words[id(clause)]
                home = limited_to(clause, len(clause.text), words)
                if home is not None and id(clause) not in self.citing:
                    found[id(home)].append(mention)
        return found

    @cached_property
    def named(self) -> Mapping[int, frozenset[str]]:
        """The groups that each clause names."""
        found: dict[int, set[str]] = defaultdict(set)
        for mention in self.said.mentions:
            found[id(mention.clause)].add(mention.group)
        return {key: frozenset(groups) for key, groups in found.items()}

    @cached_property
    def _holdings(self) -> Mapping[int, list[Holding]]:
        found: dict[int, list[Holding]] = defaultdict(list)
        for holding in self.said.holdings:
            found[id(holding.clause.node)].append(holding)
        return found


#: So near before the words for an irregular situation must stand the people who are in it; alone
#: they speak of entry, stay or work.
_BESIDE = 30

#: What names a group and gives it nothing, so that a duty which does so is none for its sake.
AGAINST = frozenset({Role.COOPERATION, Role.SAVING})

_ON_TERMS = "the right hangs on a permit that has to be given first"
_GATED = "the provision is for those of a certain status"
_PART_GATED = "its Part is reserved to those of a certain status"
