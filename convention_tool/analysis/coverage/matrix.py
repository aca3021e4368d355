"""Which groups a provision reaches: a cell of the matrix of rights by groups."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from convention_tool.analysis.coverage.holding import WITHOUT_STATUS, gated
from convention_tool.analysis.coverage.roles import Role
from convention_tool.analysis.coverage.standing import Standing, Status
from convention_tool.catalogue.holders import groups_across
from convention_tool.tree.walk import walk

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convention_tool.analysis.coverage.clauses import Clause
    from convention_tool.analysis.coverage.holding import Holding, Reach
    from convention_tool.analysis.coverage.lexicon import Words
    from convention_tool.analysis.coverage.roles import Mention
    from convention_tool.tree.nodes import Node, Part

#: The group that a status gate lets in by name.
WITH_STATUS = "documented"


class Cell(StrEnum):
    """What a right is to a group. The order is that of strength: the best provision counts."""

    #: The provision, or the scope or definition behind it, names the group.
    EXPLICIT = "explicit"
    #: The group is within the provision's holder.
    INCLUSIVE = "inclusive"
    #: The right hangs on a status, a permit or a let-out.
    CONDITIONAL = "conditional"
    #: The group has some of the elements that the draft gives to others, and not all.
    PARTIAL = "partial"
    #: States only try, consider or may: a soft duty.
    CONSIDER = "consider"
    #: A clause or a gate takes the group out.
    EXCLUDED = "excluded"
    #: A clause takes the group's share of this very provision away, by its number.
    SUBTRACTED = "subtracted"
    #: The provision belongs to others, or no provision answers the right.
    SILENT = "silent"
    #: The right is by its nature not for this group.
    NOT_APPLICABLE = "not applicable"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a provision is to a group, and why."""

    cell: Cell
    reason: str


@dataclass(frozen=True, slots=True)
class _Said:
    """What a provision says."""

    #: The roles in which it names groups.
    roles: Mapping[str, set[Role]]
    holders: list[Holding]
    #: The groups that it is dedicated to, by its heading or because it names no other holder.
    own: frozenset[str]
    #: Why it is reserved to those of a status, or "".
    gate: str


@dataclass(frozen=True)
class Provisions:
    """The clauses of an instrument by the provision that says them."""

    clauses: tuple[Clause, ...]
    holdings: tuple[Holding, ...]
    mentions: tuple[Mention, ...]
    reach: Reach
    words: Words
    #: What the provisions asked about so far say.
    _said: dict[int, _Said] = field(default_factory=dict, init=False, repr=False, compare=False)

    def verdict(self, node: Node, standing: Standing) -> Verdict:
        """What a provision is to a group that has some place in the instrument."""
        said = self._said.get(id(node))
        if said is None:
            said = self._said[id(node)] = self._gathered(node)
        return self._verdict(standing, said)

    def _gathered(self, node: Node) -> _Said:
        """What a provision and all under it says of holders and of groups."""
        under = [id(inner) for inner in walk(node)]
        roles: dict[str, set[Role]] = defaultdict(set)
        for key in under:
            for mention in self._mentions.get(key, ()):
                roles[mention.group].add(mention.role)
        given = [held for key in under for held in self._holdings.get(key, ())]
        holders = [held for held in given if held.named]
        gate = self._gate(node)
        to_someone = [held for held in given if held.named or id(held.clause) in self._named]
        if to_someone and all(held.gated for held in to_someone):
            gate = gate or _GATED
        return _Said(roles, holders, self._own(node, holders, roles), gate)

    def _own(
        self, node: Node, holders: list[Holding], roles: Mapping[str, set[Role]]
    ) -> frozenset[str]:
        """The groups that a provision is dedicated to; those that cut across others are none."""
        above = (node, *self._parts.get(id(node), ()))
        headed = {
            mention.group
            for inner in above
            for mention in self._mentions.get(id(inner), ())
            if mention.role is Role.HEADING
        }
        named = {group for group, said in roles.items() if Role.RIGHT in said}
        return frozenset(headed if holders else headed | named) - groups_across()

    def _verdict(self, standing: Standing, said: _Said) -> Verdict:
        group = standing.group.id
        roles = said.roles.get(group, ())
        if standing.status is Status.EXCLUDED:
            return Verdict(Cell.EXCLUDED, standing.reason)
        if Role.EXCEPTION in roles and Role.RIGHT not in roles:
            return Verdict(Cell.EXCLUDED, "the provision takes it out by name")
        if standing.status is Status.CONDITIONAL:
            return Verdict(Cell.CONDITIONAL, standing.reason)
        named = not _NAMING.isdisjoint(roles)
        if said.gate and group == WITHOUT_STATUS and not named:
            return Verdict(Cell.EXCLUDED, said.gate)
        if not named and not self._within(standing, said):
            return Verdict(Cell.SILENT, "the provision belongs to others")
        if said.gate and group == WITH_STATUS:
            return Verdict(Cell.EXPLICIT, "it is for those who have this status")
        if said.gate and group != WITHOUT_STATUS:
            return Verdict(Cell.CONDITIONAL, said.gate)
        if named:
            return Verdict(Cell.EXPLICIT, "the provision names it")
        if standing.included and not self._only_scoped(standing):
            return Verdict(Cell.EXPLICIT, "the scope or the definition of the holders names it")
        return Verdict(Cell.INCLUSIVE, "it is within the provision's holder")

    def _within(self, standing: Standing, said: _Said) -> bool:
        """Whether those who hold a provision take a group in.

        A right of children or women reaches a group through its children and women, if the
        instrument reaches the group at all; a right of refugees reaches no other group. A group
        that only the scope names is reached where the provision names no narrower holder.
        """
        through = self._through(standing)
        if through is None:
            return False
        if not said.holders:
            return not said.own
        return any(self._is_general(held, said.own, through) for held in said.holders)

    def _only_scoped(self, standing: Standing) -> bool:
        """Whether a group is named in the scope and belongs to no class of holders."""
        reached = self.reach.takes_in(standing.group.id)
        return standing.scoped and not reached and not standing.defined & self._chosen

    def _through(self, standing: Standing) -> frozenset[str] | None:
        """The classes through which rights reach a group; none if nothing reaches it."""
        if self.reach.takes_in(standing.group.id):
            return self._across | self._chosen
        if defined := standing.defined & self._chosen:
            return self._across | defined
        return self._across if standing.scoped else None

    def _is_general(self, held: Holding, own: frozenset[str], through: frozenset[str]) -> bool:
        """Whether a clause is for more than the groups that the provision is dedicated to."""
        if own & self._named.get(id(held.clause), frozenset()):
            return False
        return held.universal or bool(held.classes & through)

    @cached_property
    def _across(self) -> frozenset[str]:
        """The classes that cut across groups."""
        return frozenset(kind.id for kind, _ in self.words.classes if kind.across)

    @cached_property
    def _chosen(self) -> frozenset[str]:
        """The classes that hold the instrument's rights."""
        return frozenset(kind.id for kind in self.reach.classes)

    def _gate(self, node: Node) -> str:
        """Why the Part that holds a provision is reserved, or ""."""
        parts = self._parts.get(id(node), ())
        return next(
            (self._gated_parts[id(part)] for part in parts if id(part) in self._gated_parts), ""
        )

    @cached_property
    def _parts(self) -> Mapping[int, tuple[Part, ...]]:
        return {id(clause.article or clause.node): clause.parts for clause in self.clauses}

    @cached_property
    def _mentions(self) -> Mapping[int, list[Mention]]:
        found: dict[int, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            found[id(mention.clause.node)].append(mention)
        return found

    @cached_property
    def _named(self) -> Mapping[int, frozenset[str]]:
        """The groups that each clause names."""
        found: dict[int, set[str]] = defaultdict(set)
        for mention in self.mentions:
            found[id(mention.clause)].add(mention.group)
        return {key: frozenset(groups) for key, groups in found.items()}

    @cached_property
    def _holdings(self) -> Mapping[int, list[Holding]]:
        found: dict[int, list[Holding]] = defaultdict(list)
        for holding in self.holdings:
            found[id(holding.clause.node)].append(holding)
        return found

    @cached_property
    def _gated_parts(self) -> Mapping[int, str]:
        """The Parts reserved to those of a status: by their heading, by a clause, from afar."""
        found: dict[int, str] = {}
        every = {id(part): part for clause in self.clauses for part in clause.parts}
        for clause in self.clauses:
            if clause.preamble or not gated(clause.text, self.words):
                continue
            if clause.heading and clause.article is None and clause.parts:
                found[id(clause.parts[-1])] = _PART_GATED
            elif clause.parts and self.words["this_part"].stands_in(clause.text):
                found[id(clause.parts[0])] = _PART_GATED
            for part in every.values():
                if self._speaks_of(clause, part):
                    found[id(part)] = _PART_GATED
        return found

    def _speaks_of(self, clause: Clause, part: Part) -> bool:
        """Whether a clause is about a Part named by its number: "Part IV applies to those who".

        After the people of a status are named, a Part is one more thing that they have: "in
        addition to the rights of Part III".
        """
        number = part.number.lower()
        gate = next(self.words["gate"].find(clause.text), None)
        if not number or gate is None:
            return False
        before = clause.text[: gate.start]
        return any(
            before[span.end :].lstrip().startswith((f"{number} ", f"{number},"))
            for span in self.words["part"].find(before)
        )


#: What names a group for its benefit.
_NAMING = frozenset({Role.RIGHT, Role.SCOPE, Role.INCLUSION})

_GATED = "the provision is for those of a certain status"
_PART_GATED = "its Part is reserved to those of a certain status"
