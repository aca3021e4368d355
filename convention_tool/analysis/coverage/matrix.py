"""Which groups a provision reaches: a cell of the matrix of rights by groups."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from convention_tool.analysis.coverage.continuing import applied
from convention_tool.analysis.coverage.gates import gating
from convention_tool.analysis.coverage.holding import WITHOUT_STATUS
from convention_tool.analysis.coverage.markers import as_class
from convention_tool.analysis.coverage.roles import Mention, Role
from convention_tool.analysis.coverage.standing import Ground, Standing, Status
from convention_tool.analysis.coverage.terms import limited_to
from convention_tool.catalogue.holders import groups_across
from convention_tool.tree.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from convention_tool.analysis.coverage.hearing import Said
    from convention_tool.analysis.coverage.holding import Holding
    from convention_tool.analysis.coverage.subtraction import Subtraction, Subtractions
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


@dataclass(frozen=True, slots=True)
class _Read:
    """What a provision says of people."""

    article: Node
    mentions: Mapping[str, list[Mention]]
    holders: list[Holding]
    #: The groups that it is dedicated to, by its heading or because it names no other holder.
    own: frozenset[str]
    #: Why it is reserved to those of a status, and the words that reserve it.
    gate: Verdict | None
    #: Whether it names people only in what States do or leave as it is, and gives nobody anything.
    in_passing: bool
    #: The words by which all of it hangs on a permit still to be had.
    terms: Verdict | None


@dataclass(frozen=True)
class Provisions:
    """The provisions of an instrument, and what each is to a group."""

    said: Said
    subtractions: Subtractions
    #: What the provisions asked about so far say.
    _read: dict[int, _Read] = field(default_factory=dict, init=False, repr=False, compare=False)
    _verdicts: dict[tuple[int, str], Verdict] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _own_holders: dict[int, bool] = field(
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
                node, self._reading(node, article), standing
            )
        return found

    def names_holders(self, node: Node) -> bool:
        """Whether a part of an article says for itself whom it is for."""
        found = self._own_holders.get(id(node))
        if found is None:
            found = any(id(inner) in self._speaking for inner in walk(node))
            self._own_holders[id(node)] = found
        return found

    def takes_from(self, group: str) -> bool:
        """Whether anything is taken away from a group by its number."""
        return group in self.subtractions.by_group

    def taken(self, node: Node, group: str) -> Subtraction | None:
        """What takes a provision away from a group by its number."""
        return self.subtractions.of(group, node)

    def taking(self, taken: Subtraction) -> Verdict:
        """What is left of a provision to those from whom it is taken away."""
        return _taken(taken, taken.clause.node)

    def _reading(self, node: Node, article: Node) -> _Read:
        read = self._read.get(id(node))
        if read is None:
            read = self._read[id(node)] = self._gathered(node, article)
        return read

    def _gathered(self, node: Node, article: Node) -> _Read:
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
        to_someone = [held for held in given if held.named or id(held.clause) in self._named]
        if gate is None and to_someone and all(held.gated for held in to_someone):
            first = to_someone[0]
            words = self.said.words[id(first.clause)]
            gate = Verdict(Cell.CONDITIONAL, _GATED, (gating(first.clause, words),))
        terms = None
        if holders and all(held.terms for held in holders):
            grounds = tuple(Ground(held.clause, held.terms) for held in holders[:1] if held.terms)
            terms = Verdict(Cell.CONDITIONAL, _ON_TERMS, grounds)
        own = self._own(article, holders, mentions)
        named = [mention for those in mentions.values() for mention in those]
        in_passing = not holders and bool(named) and all(one.role in _AGAINST for one in named)
        return _Read(article, mentions, holders, own, gate, in_passing, terms)

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

    def _verdict(self, node: Node, read: _Read, standing: Standing) -> Verdict:
        group = standing.group.id
        taken = self.subtractions.of(group, node)
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
            return Verdict(Cell.EXCLUDED, read.gate.reason, read.gate.grounds)
        if not naming:
            outside = self._outside(standing, read, here)
            if outside:
                return outside
        return self._inside(standing, read, naming)

    def _inside(self, standing: Standing, read: _Read, naming: list[Mention]) -> Verdict:
        """What a provision is to a group that it reaches."""
        group = standing.group.id
        if read.terms:
            return read.terms
        if read.gate and group not in {WITH_STATUS, WITHOUT_STATUS}:
            return Verdict(Cell.CONDITIONAL, read.gate.reason, read.gate.grounds)
        if read.gate and group == WITH_STATUS:
            return Verdict(Cell.EXPLICIT, "", read.gate.grounds)
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
            if mention.role is Role.EXCEPTION and id(mention.clause) not in self._citing
        ]

    def _outside(self, standing: Standing, read: _Read, here: Iterable[Mention]) -> Verdict | None:
        """Why a provision that does not name a group does not reach it; None if it does."""
        through = self._through(standing)
        if standing.group.id in read.own and through is not None:
            return None
        passing = [mention for mention in here if mention.role in _AGAINST]
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

    def _held(self, standing: Standing, read: _Read) -> list[Holding]:
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
            if not read.own & self._named.get(id(held.clause), frozenset())
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
            for term in self.said.terms
            if term.own and term.only_in is not None and group in term.kind.reaches
        )

    def _particular(self, held: Holding) -> frozenset[str]:
        """The classes that hold a clause; "refugees and their children" is one for refugees."""
        return held.classes - self._across or held.classes

    def _open(self, standing: Standing, held: list[Holding]) -> HolderClass | None:
        """The class of the draft's own that may take a group in, where nothing surer does."""
        group = standing.group.id
        kinds = {kind.id: kind for kind in self.said.reach.classes}
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
        reached = self.said.reach.takes_in(standing.group.id)
        return standing.scoped and not reached and not standing.defined & self._chosen

    def _through(self, standing: Standing) -> frozenset[str] | None:
        """The classes through which rights reach a group; none if nothing reaches it."""
        group = standing.group.id
        if group not in self._through_of:
            self._through_of[group] = self._reaching(standing)
        return self._through_of[group]

    def _reaching(self, standing: Standing) -> frozenset[str] | None:
        group = standing.group.id
        if self.said.reach.takes_in(group):
            taking = {kind.id for kind in self.said.reach.classes if group in kind.reaches}
            return (self._across | taking | standing.defined) - standing.left_out.keys()
        if defined := standing.defined & self._chosen:
            return self._across | defined
        return self._across if standing.scoped else None

    @cached_property
    def _open_to_all(self) -> bool:
        """Whether "everyone" is everyone: not so under a clause that says to whom all applies."""
        return self.said.reach.universal or not any(
            applied(clause.text, self.said.words[id(clause)]) for clause in self.said.clauses
        )

    @cached_property
    def _across(self) -> frozenset[str]:
        """The classes that cut across groups."""
        return frozenset(kind.id for kind, _ in self.said.known.every.classes if kind.across)

    @cached_property
    def _chosen(self) -> frozenset[str]:
        """The classes that hold the instrument's rights."""
        return frozenset(kind.id for kind in self.said.reach.classes)

    @cached_property
    def _citing(self) -> frozenset[int]:
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
                if home is not None and id(clause) not in self._citing:
                    found[id(home)].append(mention)
        return found

    @cached_property
    def _named(self) -> Mapping[int, frozenset[str]]:
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

    def _gate(self, node: Node, article: Node) -> Verdict | None:
        """Why a provision is reserved by its Part, or from afar, if it is."""
        gates = self.said.gates
        above = (node, article, *reversed(self.said.parts.get(id(article), ())))
        ground = next((gates[id(one)] for one in above if id(one) in gates), None)
        if ground is None:
            return None
        from_afar = id(node) in gates or id(article) in gates
        return Verdict(Cell.CONDITIONAL, _GATED if from_afar else _PART_GATED, (ground,))


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

#: So near before the words for an irregular situation must stand the people who are in it; alone
#: they speak of entry, stay or work.
_BESIDE = 30

#: What names a group for its benefit.
_NAMING = frozenset({Role.RIGHT, Role.SCOPE, Role.INCLUSION, Role.LOCAL_INCLUSION})

#: What names a group and gives it nothing, so that a duty which does so is none for its sake.
_AGAINST = frozenset({Role.COOPERATION, Role.SAVING})

_OTHERS_IN_PASSING = "the provision names others, and only in what States do or leave as it is"
_ONLY_IN_PASSING = "the provision names it only in what States do or leave as it is"
_ON_TERMS = "the right hangs on a permit that has to be given first"
_GATED = "the provision is for those of a certain status"
_PART_GATED = "its Part is reserved to those of a certain status"
_SUBTRACTED = "a clause elsewhere takes this very provision away from it"
_LEFT_OUT = "the definition of the holders of this provision leaves it out"
