"""Whether an instrument gives a right as strongly as a baseline does, and why.

The baseline is the 1990 convention as the catalogue describes it, or another instrument. Four
things are compared: the elements of the right, who holds it, how firmly it binds, and what
weakens it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from convention_tool.analysis.content import WITHOUT_HOLDER, Content
from convention_tool.analysis.norms import LAWFUL, STATE, modality_ranks
from convention_tool.catalogue.norms import holder_of
from convention_tool.catalogue.rights import Right, RightKind, Strength

#: From this rank down a verb no longer binds to a result or a measure: "endeavour", "consider".
SOFT = 3

#: Kinds of provisions that bind States for people's sake.
FOR_PEOPLE = frozenset({RightKind.RIGHT, RightKind.OBLIGATION})

#: The qualifier that one clause can make for all rights of an instrument.
LIMITS = frozenset({"limits"})

#: How firmly each strength of the catalogue binds, on the ladder of modalities.
_RANKS = {Strength.FIRM: 4, Strength.ENDEAVOUR: 3, Strength.CONSIDER: 2, Strength.MAY: 0}

#: Whom each holder takes in and leaves out: it is wider than those that it lists. Others, such as
#: children beside documented workers, are neither wider nor narrower.
_WIDER_THAN: Mapping[str, frozenset[str]] = {
    "everyone": frozenset({"workers", LAWFUL, "child", "family", "category", "nationals"}),
    "workers": frozenset({LAWFUL, "category", "nationals"}),
    "child": frozenset({LAWFUL, "nationals"}),
    "family": frozenset({LAWFUL, "nationals"}),
    LAWFUL: frozenset({"nationals"}),
}


def is_wider(holder: str, other: str) -> bool:
    """Whether a holder takes in all of another and more."""
    return other in _WIDER_THAN.get(holder, frozenset())


class Status(StrEnum):
    """A right in an instrument, measured against a baseline."""

    STRONGER = "stronger"
    EQUAL = "equal"
    WEAKER = "weaker"
    PARTIAL = "partial"
    MISSING = "missing"
    CANNOT_TELL = "cannot tell"


class Aspect(StrEnum):
    """What a reason is about."""

    ELEMENTS = "elements"
    MORE = "more elements"
    HOLDER = "holder"
    MODALITY = "modality"
    QUALIFIER = "qualifier"


class Direction(StrEnum):
    """Which way a difference goes."""

    UP = "up"
    DOWN = "down"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which an instrument differs from the baseline, or agrees with it.

    `ids` name the elements, holder, modality or qualifier meant.
    """

    aspect: Aspect
    direction: Direction
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a right is measured against."""

    #: The elements it gives, each with the rank of the ladder at which it binds.
    elements: Mapping[str, int]
    #: Who holds it; None where that is not to be compared.
    holder: str | None
    #: Whoever else may hold it without loss.
    others: frozenset[str]
    #: How firmly the main rule binds, 0 to 5.
    rank: int
    qualifiers: frozenset[str]
    #: Whether it binds States for people's sake. How firmly a committee's rule of procedure or a
    #: final clause binds, and with what reserve, makes no right weaker.
    for_people: bool = True


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where a right stands, and all that speaks for it."""

    status: Status
    differences: tuple[Difference, ...] = ()
    content: Content | None = None


def baseline(right: Right) -> Baseline:
    """A right as the catalogue describes it."""
    first, *others = map(holder_of, right.holders)
    return Baseline(
        elements={one.id: _RANKS[one.strength] for one in right.elements},
        holder=None if right.kind in WITHOUT_HOLDER else first,
        others=frozenset(others),
        rank=modality_ranks()[right.modality],
        qualifiers=frozenset(right.qualifiers),
        for_people=right.kind in FOR_PEOPLE,
    )


def baseline_of(right: Right, content: Content) -> Baseline:
    """A right as another instrument gives it."""
    holder = content.holder.id if content.holder else STATE
    return Baseline(
        elements={
            name: min(_RANKS[Strength.FIRM], _rank(part.modality))
            for name, part in content.elements.items()
        },
        holder=None if right.kind in WITHOUT_HOLDER else holder,
        others=frozenset(),
        rank=_rank(content.modality.id if content.modality else None),
        qualifiers=frozenset(one.id for one in content.qualifiers),
        for_people=right.kind in FOR_PEOPLE,
    )


def verdict(content: Content, against: Baseline, *, limited: bool = False) -> Verdict:
    """Where a right stands that some provision answers.

    Args:
        content: what the provisions give.
        against: what it is measured against.
        limited: whether the instrument limits all of its rights in one clause, so that no right
            of it is free of limits for having none of its own.
    """
    elsewhere = LIMITS if limited else frozenset[str]()
    differences = tuple(_elements(content, against))
    if against.for_people:
        differences += (
            *_softened(content, against),
            *_holder(content, against),
            *_modality(content, against),
            *_qualifiers(content, against, elsewhere),
        )
    return Verdict(_status(content, against, differences), differences, content)


def _status(content: Content, against: Baseline, differences: tuple[Difference, ...]) -> Status:
    """What weakens the whole right counts before what it lacks, and both before what it adds."""
    if against.elements and not content.elements:
        return Status.CANNOT_TELL
    down = {one.aspect for one in differences if one.direction is Direction.DOWN}
    if down - {Aspect.ELEMENTS}:
        return Status.WEAKER
    if down:
        return Status.PARTIAL
    if any(one.direction is Direction.UP for one in differences):
        return Status.STRONGER
    return Status.EQUAL


def _elements(content: Content, against: Baseline) -> Iterator[Difference]:
    """The elements that are lacking; one that States need not give is not missed."""
    lacking = tuple(name for name in against.elements if name not in content.elements)
    missed = tuple(name for name in lacking if against.elements[name] > 0)
    if missed:
        yield Difference(Aspect.ELEMENTS, Direction.DOWN, missed)
    if more := tuple(name for name in content.elements if name not in against.elements):
        yield Difference(Aspect.MORE, Direction.UP, more)


def _softened(content: Content, against: Baseline) -> Iterator[Difference]:
    """Elements that bind less than they do in the baseline, and those that bind more."""
    softened = tuple(
        name
        for name, rank in against.elements.items()
        if name in content.elements and _rank(content.elements[name].modality) <= SOFT < rank
    )
    if softened:
        yield Difference(Aspect.MODALITY, Direction.DOWN, softened)
    firmer = tuple(
        name
        for name, rank in against.elements.items()
        if name in content.elements and rank <= SOFT < _rank(content.elements[name].modality)
    )
    if firmer:
        yield Difference(Aspect.ELEMENTS, Direction.UP, firmer)


def _holder(content: Content, against: Baseline) -> Iterator[Difference]:
    holder = content.holder.id if content.holder else STATE
    if against.holder in {None, STATE, "institution"} or holder in {STATE, "institution"}:
        return
    if holder in against.others:
        direction = Direction.NONE
    elif against.holder in _WIDER_THAN.get(holder, ()) and against.holder != "category":
        direction = Direction.UP
    elif holder in _WIDER_THAN.get(against.holder, ()):
        direction = Direction.DOWN
    else:
        direction = Direction.NONE
    yield Difference(Aspect.HOLDER, direction, (holder,))


def _modality(content: Content, against: Baseline) -> Iterator[Difference]:
    if content.modality is None:
        return
    rank = _rank(content.modality.id)
    if rank < against.rank:
        yield Difference(Aspect.MODALITY, Direction.DOWN, (content.modality.id,))
    elif rank > against.rank:
        yield Difference(Aspect.MODALITY, Direction.UP, (content.modality.id,))


def _qualifiers(
    content: Content, against: Baseline, elsewhere: frozenset[str]
) -> Iterator[Difference]:
    here = [one.id for one in content.qualifiers]
    if added := tuple(name for name in here if name not in against.qualifiers):
        yield Difference(Aspect.QUALIFIER, Direction.DOWN, added)
    if dropped := tuple(sorted(against.qualifiers - elsewhere - set(here))):
        yield Difference(Aspect.QUALIFIER, Direction.UP, dropped)


def _rank(modality: str | None) -> int:
    """A rule without an operative verb states what is: it binds in full."""
    return modality_ranks()[modality] if modality else modality_ranks()["ensure"]
