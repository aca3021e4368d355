"""What a change of words does to rights: who loses, who gains, and by which words.

Rules are compared clause by clause: how firmly they bind, with what reserve, for whom. What both
texts give of each right is compared as a whole, so that an element which moved to another article
is not lost. Only languages in which rules are read are compared so.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from convention_tool.analysis.concordance import compare, understands
from convention_tool.analysis.coverage import Evidence, Status, group_places
from convention_tool.analysis.diff.assignment import assign
from convention_tool.analysis.diff.quoting import squeezed, subject, verbs
from convention_tool.analysis.diff.spelling import Spelling
from convention_tool.analysis.norms import Norms, modality_ranks
from convention_tool.analysis.provisions import texts
from convention_tool.analysis.similarity import all_likenesses
from convention_tool.analysis.spans import whole
from convention_tool.analysis.strength import FOR_PEOPLE, is_wider

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from convention_tool.analysis.clauses import Clause
    from convention_tool.analysis.concordance import Answer, Concordance
    from convention_tool.analysis.diff.records import Change, Diff
    from convention_tool.analysis.norms import Norm
    from convention_tool.tree.nodes import Instrument


class Direction(StrEnum):
    """Whether a change takes from people or gives to them."""

    WEAKENED = "weakened"
    STRENGTHENED = "strengthened"


class Aspect(StrEnum):
    """What a change touches."""

    MODALITY = "modality"
    QUALIFIER = "qualifier"
    HOLDER = "holder"
    GROUP = "group"
    ELEMENTS = "elements"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Effect:
    """What one change does."""

    direction: Direction
    aspect: Aspect
    #: The provision, as one cites it: in the new text, or in the old one if it is gone.
    citation: str
    #: Its address in each text; "" where it is not there.
    old: str
    new: str
    #: The words that were there, and those that are; "" where there were none. Of a group its
    #: place in each text, as `cover` has it.
    was: str
    now: str
    #: The right that elements belong to: its number in 1990, or its name, and what it is called;
    #: "" where a rule changed.
    right: str = ""
    title: str = ""
    #: The elements of the right, or the groups whose place changed.
    elements: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The effect as JSON values."""
        return {
            "direction": self.direction.value,
            "aspect": self.aspect.value,
            "citation": self.citation,
            "old": self.old or None,
            "new": self.new or None,
            "was": self.was,
            "now": self.now,
            "right": self.right or None,
            "title": self.title or None,
            "elements": [*self.elements],
        }


@dataclass(frozen=True)
class Effects:
    """What all changes between two texts do to rights, losses first."""

    effects: tuple[Effect, ...]
    #: The languages among the two in which rules are not read.
    not_understood: tuple[str, ...] = ()

    def of(self, direction: Direction) -> tuple[Effect, ...]:
        """Those of one direction."""
        return tuple(one for one in self.effects if one.direction is direction)


def effects(diff: Diff) -> Effects:
    """What the changes do to rights."""
    languages = (diff.old.instrument.language, diff.new.instrument.language)
    foreign = tuple(dict.fromkeys(one for one in languages if not understands(one)))
    if not diff.changed:
        return Effects((), foreign)
    in_english = () if foreign else (*_Rules(diff).effects(), *_rights(diff))
    found = (*in_english, *_groups(diff))
    order = list(Direction)
    return Effects(tuple(sorted(found, key=lambda one: order.index(one.direction))), foreign)


class _Rules:
    """The rules of the provisions that changed."""

    def __init__(self, diff: Diff) -> None:
        self._diff = diff
        self._olds = _clauses(diff.old.instrument)
        self._news = _clauses(diff.new.instrument)

    def effects(self) -> Iterator[Effect]:
        """What changed in the rules of each pair of provisions."""
        for change in self._diff.changed:
            if change.old and change.new and change.is_pair:
                ours = self._of(self._olds, change.old.place, self._diff.alignment.merged, old=True)
                theirs = self._of(
                    self._news, change.new.place, self._diff.alignment.split, old=False
                )
                for one, other in _paired(ours, theirs):
                    yield from self._compared(one, other, change)

    def _of(
        self,
        clauses: Mapping[int, Sequence[Clause]],
        place: int,
        pieces: Iterable[tuple[int, int]],
        *,
        old: bool,
    ) -> list[Clause]:
        """The clauses of a unit, and of the pieces that make a pair with its counterpart."""
        found = self._diff.alignment
        if old:
            text, target = self._diff.old, found.pairs[place]
            others = [piece[0] for piece in pieces if piece[1] == target]
        else:
            text, target = self._diff.new, found.back[place]
            others = [piece[1] for piece in pieces if piece[0] == target]
        units = [text.units[one] for one in (place, *others)]
        return [clause for unit in units for clause in clauses.get(id(unit.node), ())]

    @cached_property
    def _read_old(self) -> Norms:
        return Norms(clause for those in self._olds.values() for clause in those)

    @cached_property
    def _read_new(self) -> Norms:
        return Norms(clause for those in self._news.values() for clause in those)

    def _compared(self, one: Clause, other: Clause, change: Change) -> Iterator[Effect]:
        if (one.text, one.lead) == (other.text, other.lead):
            return
        was, now = self._read_old.of(one), self._read_new.of(other)
        yield from _modality(was, now, change)
        yield from _qualifiers(was, now, change)
        yield from _holder(was, now, change)


def _clauses(instrument: Instrument) -> Mapping[int, list[Clause]]:
    """The clauses of each provision, by the identity of its node."""
    found: dict[int, list[Clause]] = defaultdict(list)
    for _, text in texts(instrument):
        for clause in text.clauses:
            found[id(clause.node)].append(clause)
    return found


#: Clauses that are less alike state two rules.
_SAME_RULE = 0.3


def _paired(ours: Sequence[Clause], theirs: Sequence[Clause]) -> Iterator[tuple[Clause, Clause]]:
    """The clauses that state the same rule, or did."""
    if not ours or not theirs:
        return
    spelling = Spelling()
    alike = all_likenesses(
        [spelling.spell(clause.text) for clause in ours],
        [spelling.spell(clause.text) for clause in theirs],
        _SAME_RULE,
    )
    worths = {
        (i, j): float(alike[i, j])
        for i in range(len(ours))
        for j in range(len(theirs))
        if alike[i, j] or len(ours) == len(theirs) == 1
    }
    for i, j in assign({pair: worth + 0.01 for pair, worth in worths.items()}).items():
        yield ours[i], theirs[j]


def _modality(was: Norm, now: Norm, change: Change) -> Iterator[Effect]:
    if was.modality is None or now.modality is None:
        return
    ranks = modality_ranks()
    before, after = ranks[was.modality.id], ranks[now.modality.id]
    if before != after:
        direction = Direction.WEAKENED if after < before else Direction.STRENGTHENED
        quoted = verbs(was.modality, now.modality)
        if squeezed(quoted[0]) != squeezed(quoted[1]):
            yield _effect(direction, Aspect.MODALITY, change, *quoted)


def _qualifiers(was: Norm, now: Norm, change: Change) -> Iterator[Effect]:
    before = {said.id: said for said in was.qualifiers}
    after = {said.id: said for said in now.qualifiers}
    for name, said in after.items():
        if name not in before and squeezed(said.quotation) not in squeezed(whole(was.clause)):
            yield _effect(Direction.WEAKENED, Aspect.QUALIFIER, change, "", said.quotation)
    for name, said in before.items():
        if name not in after and squeezed(said.quotation) not in squeezed(whole(now.clause)):
            yield _effect(Direction.STRENGTHENED, Aspect.QUALIFIER, change, said.quotation, "")


def _holder(was: Norm, now: Norm, change: Change) -> Iterator[Effect]:
    if was.holder is None or now.holder is None or was.holder.id == now.holder.id:
        return
    quoted = subject(was), subject(now)
    if is_wider(was.holder.id, now.holder.id):
        yield _effect(Direction.WEAKENED, Aspect.HOLDER, change, *quoted)
    elif is_wider(now.holder.id, was.holder.id):
        yield _effect(Direction.STRENGTHENED, Aspect.HOLDER, change, *quoted)


def _effect(direction: Direction, aspect: Aspect, change: Change, was: str, now: str) -> Effect:
    return Effect(
        direction,
        aspect,
        change.unit.citation,
        change.old.address if change.old else "",
        change.new.address if change.new else "",
        was,
        now,
    )


#: How near each place brings a group to the rights of a text.
_NEAR_RIGHTS = {
    Status.EXCLUDED: 0,
    Status.SILENT: 1,
    Status.CONDITIONAL: 2,
    Status.GENERAL: 3,
    Status.NAMED: 3,
}


def _groups(diff: Diff) -> Iterator[Effect]:
    """The groups of people that one text reaches, or leaves out, and the other does not.

    Groups whose places changed alike, by the same provision, are told of together.
    """
    before, after = (group_places(text.instrument) for text in (diff.old, diff.new))
    alike: dict[tuple[Status, Status, Evidence | None, Evidence | None], list[str]]
    alike = defaultdict(list)
    for was, now in zip(before, after, strict=True):
        if _NEAR_RIGHTS[was.status] != _NEAR_RIGHTS[now.status]:
            grounds = (next(iter(was.evidence), None), next(iter(now.evidence), None))
            alike[was.status, now.status, *grounds].append(now.title)
    for (was_placed, placed, old, new), titles in alike.items():
        nearer = _NEAR_RIGHTS[placed] > _NEAR_RIGHTS[was_placed]
        shown = new or old
        yield Effect(
            Direction.STRENGTHENED if nearer else Direction.WEAKENED,
            Aspect.GROUP,
            shown.citation if shown else "",
            old.address if old else "",
            new.address if new else "",
            was_placed.value,
            placed.value,
            elements=tuple(titles),
        )


def _rights(diff: Diff) -> Iterator[Effect]:
    """The elements of rights, and whole rights, that only one of the texts gives."""
    before, after = compare(diff.old.instrument), compare(diff.new.instrument)
    answers = zip((*before.answers, *before.new), (*after.answers, *after.new), strict=True)
    for was, now in answers:
        if was.right.kind in FOR_PEOPLE:
            for lost in _elements(Direction.WEAKENED, was, now, before):
                yield replace(lost, new=_address_in_new(lost.old, diff))
            yield from _elements(Direction.STRENGTHENED, now, was, after)


def _address_in_new(address: str, diff: Diff) -> str:
    """Where a provision of the old text stands in the new one; "" if it is gone."""
    unit = diff.old.by_address.get(address)
    change = diff.by_old.get(unit.place) if unit else None
    return change.new.address if change and change.new else ""


def _elements(
    direction: Direction, has: Answer, lacks: Answer, record: Concordance
) -> Iterator[Effect]:
    """The elements of a right that one text gives and the other does not, by provision."""
    given, other = has.verdict.content, lacks.verdict.content
    if given is None or record.places is None:
        return
    whole = other is None or not other.elements
    names = {one.id: one.text for one in has.right.elements}
    by_provision: dict[str, list[str]] = defaultdict(list)
    for name, part in given.elements.items():
        if other is None or name not in other.elements:
            node = part.place.clause.node
            by_provision[record.places.address(node)].append(name)
    lost = [name for those in by_provision.values() for name in those]
    if not lost:
        return
    address = next(iter(by_provision))
    citation = record.places.citation(record.places.by_address[address])
    gone = direction is Direction.WEAKENED
    yield Effect(
        direction,
        Aspect.RIGHT if whole else Aspect.ELEMENTS,
        citation,
        address if gone else "",
        "" if gone else address,
        "",
        "",
        has.right.article,
        has.right.title,
        tuple(names.get(name, name) for name in lost),
    )
