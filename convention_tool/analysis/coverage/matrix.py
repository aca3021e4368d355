"""Which groups a provision reaches: a cell of the matrix of rights by groups."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from convention_tool.analysis.coverage.continuing import applied
from convention_tool.analysis.coverage.holding import WITHOUT_STATUS
from convention_tool.analysis.coverage.markers import as_class
from convention_tool.analysis.coverage.provisions import AGAINST, Heard, ProvisionRead
from convention_tool.analysis.coverage.roles import Mention, Role
from convention_tool.analysis.coverage.standing import Ground, Standing, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convention_tool.analysis.coverage.holding import Holding
    from convention_tool.analysis.coverage.subtraction import Subtraction
    from convention_tool.catalogue.holders import HolderClass
    from convention_tool.tree.nodes import Node

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
    """What a provision is to a group, why, and the words that show it."""

    cell: Cell
    reason: str = ""
    grounds: tuple[Ground, ...] = ()


@dataclass(frozen=True)
class Provisions:
    """The provisions of an instrument, and what each is to a group."""

    heard: Heard
    _verdicts: dict[tuple[int, str], Verdict] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _through_of: dict[str, frozenset[str] | None] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def verdict(self, node: Node, article: Node, standing: Standing) -> Verdict:
        """What a provision, the whole article or a part of it, is to a group."""
        key = (id(node), standing.group.id)
        found = self._verdicts.get(key)
        if found is None:
            found = self._verdicts[key] = self._verdict(
                node, self.heard.provision(node, article), standing
            )
        return found

    def names_holders(self, node: Node) -> bool:
        """Whether a part of an article says for itself whom it is for."""
        return self.heard.names_holders(node)

    def takes_from(self, group: str) -> bool:
        """Whether anything is taken away from a group by its number."""
        return group in self.heard.subtractions.by_group

    def taken(self, node: Node, group: str) -> Subtraction | None:
        """What takes a provision away from a group by its number."""
        return self.heard.subtractions.of(group, node)

    def taking(self, taken: Subtraction, article: Node) -> Verdict:
        """What a provision of an article is to those from whom it is taken away."""
        return _taken(taken, article)

    def _verdict(self, node: Node, read: ProvisionRead, standing: Standing) -> Verdict:
        group = standing.group.id
        taken = self.heard.subtractions.of(group, node)
        if standing.status is Status.EXCLUDED:
            return Verdict(Cell.EXCLUDED, standing.reason, standing.grounds)
        if taken and not taken.as_to:
            return _taken(taken, read.article)
        here = read.mentions.get(group, ())
        naming = [mention for mention in here if mention.role in _NAMING]
        naming = naming or [
            mention
            for other, those in read.mentions.items()
            if as_class(other) in standing.defined
            for mention in those
            if mention.role in _NAMING
        ]
        if not naming and (shut := self._excepted(here)):
            return Verdict(Cell.EXCLUDED, "the provision takes it out by name", _grounds(shut))
        if standing.status is Status.CONDITIONAL:
            return Verdict(Cell.CONDITIONAL, standing.reason, standing.grounds)
        if read.gate and group == WITHOUT_STATUS and not naming:
            return Verdict(Cell.EXCLUDED, read.gate.reason, (read.gate.ground,))
        if not naming:
            outside = self._outside(standing, read, here)
            if outside:
                return outside
        return self._inside(standing, read, naming)

    def _inside(self, standing: Standing, read: ProvisionRead, naming: list[Mention]) -> Verdict:
        """What a provision is to a group that it reaches."""
        group = standing.group.id
        if read.terms:
            return Verdict(Cell.CONDITIONAL, read.terms.reason, (read.terms.ground,))
        if read.gate and group not in {WITH_STATUS, WITHOUT_STATUS}:
            return Verdict(Cell.CONDITIONAL, read.gate.reason, (read.gate.ground,))
        if read.gate and group == WITH_STATUS:
            return Verdict(Cell.EXPLICIT, "", (read.gate.ground,))
        if naming:
            return Verdict(Cell.EXPLICIT, "", _grounds(naming))
        held = self._held(standing, read)
        holding = tuple(Ground(one.clause, one.span) for one in held[:1])
        if standing.included and not self._only_scoped(standing):
            return Verdict(Cell.EXPLICIT, "", (*holding, *standing.grounds[:1]))
        if open_ := self._open(standing, held):
            reason = f"it is reached only so far as its members are within “{open_.title}”"
            return Verdict(Cell.INCLUSIVE, reason, holding)
        return Verdict(Cell.INCLUSIVE, "", holding or standing.grounds[:1])

    def _excepted(self, here: Iterable[Mention]) -> list[Mention]:
        """The clauses that take a group out of this provision, and of all of it.

        One that cites a paragraph takes the group out of that paragraph only.
        """
        return [
            mention
            for mention in here
            if mention.role is Role.EXCEPTION and id(mention.clause) not in self.heard.citing
        ]

    def _outside(
        self, standing: Standing, read: ProvisionRead, here: Iterable[Mention]
    ) -> Verdict | None:
        """Why a provision that does not name a group does not reach it; None if it does."""
        through = self._through(standing)
        if standing.group.id in read.own and through is not None:
            return None
        passing = [mention for mention in here if mention.role in AGAINST]
        if read.in_passing:
            reason = _ONLY_IN_PASSING if passing else _OTHERS_IN_PASSING
            return Verdict(Cell.SILENT, reason, _grounds(passing))
        if through is not None and not read.holders and not read.own:
            return None
        if self._held(standing, read):
            return None
        left = [
            standing.left_out[kind]
            for held in read.holders
            for kind in sorted(held.classes)
            if kind in standing.left_out
        ]
        if left:
            return Verdict(Cell.EXCLUDED, _LEFT_OUT, tuple(left[:1]))
        to_others = tuple(Ground(held.clause, held.span) for held in read.holders[:1])
        return Verdict(Cell.SILENT, "the provision belongs to others", to_others)

    def _held(self, standing: Standing, read: ProvisionRead) -> list[Holding]:
        """The clauses of a provision whose holder takes a group in.

        A right of children or women reaches a group through its children and women, if the
        instrument reaches the group at all; a right of refugees reaches no other group. A group
        that only the scope names is reached where the provision names no narrower holder.
        """
        through = self._through(standing)
        everyone = through is not None or self._open_to_all
        through = (through or frozenset()) | self._limited_classes(standing.group.id)
        return [
            held
            for held in read.holders
            if not read.own & self.heard.named.get(id(held.clause), frozenset())
            and (
                (held.universal and everyone)
                or self._particular(held) & through
                or held.classes & standing.defined
            )
        ]

    def _limited_classes(self, group: str) -> frozenset[str]:
        """The classes that take a group in and are named so in one article or Part only."""
        return frozenset(
            term.kind.id
            for term in self.heard.said.terms
            if term.own and term.only_in is not None and group in term.kind.reaches
        )

    def _particular(self, held: Holding) -> frozenset[str]:
        """The classes that hold a clause; "refugees and their children" is one for refugees."""
        return held.classes - self._across or held.classes

    def _open(self, standing: Standing, held: list[Holding]) -> HolderClass | None:
        """The class of the draft's own that may take a group in, where nothing surer does."""
        group = standing.group.id
        kinds = {kind.id: kind for kind in self.heard.said.reach.classes}
        found = None
        for one in held:
            reached = [kinds[kind] for kind in sorted(one.classes) if kind in kinds]
            reached = [kind for kind in reached if group in kind.reaches]
            if one.universal or not reached or any(group not in kind.open for kind in reached):
                return None
            found = found or reached[0]
        return found

    def _only_scoped(self, standing: Standing) -> bool:
        """Whether a group is named in the scope and belongs to no class of holders."""
        reached = self.heard.said.reach.takes_in(standing.group.id)
        return standing.scoped and not reached and not standing.defined & self._chosen

    def _through(self, standing: Standing) -> frozenset[str] | None:
        """The classes through which rights reach a group; none if nothing reaches it."""
        group = standing.group.id
        if group not in self._through_of:
            self._through_of[group] = self._reaching(standing)
        return self._through_of[group]

    def _reaching(self, standing: Standing) -> frozenset[str] | None:
        group = standing.group.id
        if self.heard.said.reach.takes_in(group):
            taking = {kind.id for kind in self.heard.said.reach.classes if group in kind.reaches}
            return (self._across | taking | standing.defined) - standing.left_out.keys()
        if defined := standing.defined & self._chosen:
            return self._across | defined
        return self._across if standing.scoped else None

    @cached_property
    def _open_to_all(self) -> bool:
        """Whether "everyone" is everyone: not so under a clause that says to whom all applies."""
        return self.heard.said.reach.universal or not any(
            applied(clause.text, self.heard.said.words[id(clause)])
            for clause in self.heard.said.clauses
        )

    @cached_property
    def _across(self) -> frozenset[str]:
        """The classes that cut across groups."""
        return frozenset(kind.id for kind, _ in self.heard.said.known.every.classes if kind.across)

    @cached_property
    def _chosen(self) -> frozenset[str]:
        """The classes that hold the instrument's rights."""
        return frozenset(kind.id for kind in self.heard.said.reach.classes)


def _taken(taken: Subtraction, article: Node) -> Verdict:
    """What a provision is to a group from which it is taken away.

    A clause of the same article is a limit of the article's own.
    """
    cell = Cell.EXCLUDED if taken.clause.article is article else Cell.SUBTRACTED
    reason = "the provision itself takes it out" if cell is Cell.EXCLUDED else _SUBTRACTED
    return Verdict(cell, reason, (Ground(taken.clause, taken.span),))


def _grounds(mentions: Iterable[Mention]) -> tuple[Ground, ...]:
    return tuple(Ground(mention.clause, mention.span) for mention in islice(mentions, SHOWN))


#: How many clauses show what a provision is to a group; more are in the text.
SHOWN = 2

#: What names a group for its benefit.
_NAMING = frozenset({Role.RIGHT, Role.SCOPE, Role.INCLUSION, Role.LOCAL_INCLUSION})

_OTHERS_IN_PASSING = "the provision names others, and only in what States do or leave as it is"
_ONLY_IN_PASSING = "the provision names it only in what States do or leave as it is"
_SUBTRACTED = "a clause elsewhere takes this very provision away from it"
_LEFT_OUT = "the definition of the holders of this provision leaves it out"
