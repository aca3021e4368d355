"""What in a draft answers a right that a group must have, or a need of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from convention_tool.analysis.checklist.records import Answer, Item, Kind, State
from convention_tool.analysis.coverage import Cell, Evidence, Status
from convention_tool.catalogue.needs import Asked, PlaceNeeded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from convention_tool.analysis.checklist.sayings import Sayings
    from convention_tool.analysis.coverage import Coverage, GroupCell, GroupPlace, RightRow
    from convention_tool.catalogue.needs import BaselineRight, Need
    from convention_tool.catalogue.rights import Element
    from convention_tool.tree.address import Places

#: What a cell of the matrix makes of an item.
_OF_CELL = {
    Cell.EXPLICIT: State.TICKED,
    Cell.INCLUSIVE: State.TICKED,
    Cell.CONDITIONAL: State.PARTLY,
    Cell.PARTIAL: State.PARTLY,
    Cell.CONSIDER: State.PARTLY,
    Cell.EXCLUDED: State.BARRED,
    Cell.SUBTRACTED: State.BARRED,
    Cell.SILENT: State.OPEN,
    Cell.NOT_APPLICABLE: State.NOT_APPLICABLE,
}

#: Where several ways are open, the first of these that one of them has is what the group has. A
#: bar says more than silence, and where one way cannot be looked for the need is not open yet.
_BEST = (
    State.TICKED,
    State.PARTLY,
    State.UNTOLD,
    State.BARRED,
    State.OPEN,
    State.NOT_APPLICABLE,
)

#: Those who hold no right as persons: a provision for them is a rule of the text, and no group's own.
_NO_PERSONS = frozenset({"state", "institution"})

_ENGLISH_ONLY = "Rights are recognized in English texts only; a person has to look."

_INTENDED = "The authors say that they meant it so."


@dataclass(frozen=True)
class Answers:
    """Answers what is asked of a draft, group by group."""

    coverage: Coverage
    places: Places
    sayings: Sayings
    understood: bool

    def to_right(self, entry: BaselineRight, place: GroupPlace) -> Item:
        """A right that every group must have."""
        right = entry.right
        found = self.to_asked(Asked(right), place)
        row = self._rows.get(right.article)
        lacking = self._lacking(row, place.id) if row else ()
        unseen = [part.text for part in entry.needed if row and not row.elements]
        state, missing = found.state, found.missing
        # The reason of a cell in part names parts already.
        needed = [part for part in entry.needed if part in lacking and part.text not in missing]
        if state is State.TICKED and unseen:
            state, missing = State.PARTLY, _unseen(unseen)
        elif needed and state in {State.TICKED, State.PARTLY}:
            named = "; ".join(part.text for part in needed)
            state, missing = State.PARTLY, f"{missing} It lacks for this group: {named}.".strip()
        has_it = state in {State.TICKED, State.PARTLY}
        return Item(
            id=f"{place.id}:{right.article}",
            group=place.id,
            kind=Kind.BASELINE,
            subject=right.article,
            title=right.title,
            weight=entry.weight,
            state=state,
            cells=found.cells,
            evidence=found.evidence,
            reason=found.reason,
            missing=missing,
            without=tuple(part.text for part in lacking if has_it and part.text not in missing),
            intended=found.intended,
        )

    def to_need(self, need: Need, place: GroupPlace) -> Item:
        """A need of a group; of the ways that answer it, the best counts."""
        found = _best(self._ways(need, place))
        return Item(
            id=f"{place.id}:{Kind.NEED}:{need.id}",
            group=place.id,
            kind=Kind.NEED,
            subject=need.id,
            title=need.text,
            weight=need.weight,
            state=found.state,
            cells=found.cells,
            evidence=found.evidence,
            reason=found.reason,
            missing=found.missing,
            intended=found.intended,
        )

    def to_asked(self, asked: Asked, place: GroupPlace) -> Answer:
        """A right, or a part of one, as a group has it."""
        row = self._rows.get(asked.right.article)
        if row is None:
            return Answer(State.UNTOLD, missing=f"“{asked.right.title}” is not looked for yet.")
        cell = self._cell(row, asked.element, place)
        if cell is None:
            whole = self._of(row.cell(place.id), row, place)
            if whole.state is not State.TICKED or asked.element is None:
                return whole
            unsure = _unseen([asked.element.text])
            return Answer(State.PARTLY, whole.cells, whole.evidence, whole.reason, unsure)
        found = self._of(cell, row, place)
        if found.state is State.OPEN and asked.element is not None:
            missing = f"No provision gives the group “{asked.element.text}”."
            return Answer(State.OPEN, found.cells, (), "", missing, found.intended)
        return found

    @cached_property
    def _rows(self) -> Mapping[str, RightRow]:
        return {row.right.article: row for row in self.coverage.matrix}

    def _lacking(self, row: RightRow, group: str) -> tuple[Element, ...]:
        """The parts of a right that a group has not, or not in full."""
        return tuple(
            part.element
            for part in row.elements
            for cell in part.cells
            if cell.group == group and _OF_CELL[cell.status] is not State.TICKED
        )

    def _cell(self, row: RightRow, element: Element | None, place: GroupPlace) -> GroupCell | None:
        """The cell of a right or of a part of it; None where its parts were not looked for.

        A rule of the text, which nobody holds as a person, is there for all whom the text reaches.
        """
        if element is None:
            cells = row.cells
        else:
            cells = next((part.cells for part in row.elements if part.element == element), ())
        own = next((cell for cell in cells if cell.group == place.id), None)
        if own is None or own.status not in {Cell.SILENT, Cell.NOT_APPLICABLE}:
            return own
        if _NO_PERSONS.issuperset(row.right.holders) and place.status in _INSIDE:
            strength = list(Cell)
            return min(cells, key=lambda cell: strength.index(cell.status))
        return own

    def _of(self, cell: GroupCell, row: RightRow, place: GroupPlace) -> Answer:
        state = _OF_CELL[cell.status]
        if state is State.OPEN and not self.understood:
            if place.status is Status.EXCLUDED:
                return Answer(State.BARRED, (cell.status,), place.evidence, missing=place.reason)
            return Answer(State.UNTOLD, (cell.status,), missing=_ENGLISH_ONLY)
        evidence = self._evidence(cell, row)
        if state is State.TICKED:
            return Answer(state, (cell.status,), evidence, reason=cell.reason)
        told = (cell.reason, _INTENDED) if cell.intended else (cell.reason,)
        return Answer(
            state,
            (cell.status,),
            evidence,
            missing="" if state is State.NOT_APPLICABLE else " ".join(filter(None, told)),
            intended=cell.intended,
        )

    def _evidence(self, cell: GroupCell, row: RightRow) -> tuple[Evidence, ...]:
        """The provisions behind a cell: those that answer, then those by which they reach the group.

        A part of a right has no words of its own; they are those of the right.
        """
        known = cell.evidence or next(
            (other.evidence for other in row.cells if other.group == cell.group), ()
        )
        answering = [
            one for one in known if any(_within(one.address, place) for place in cell.provisions)
        ]
        told = {one.address for one in answering}
        bare = [
            self._cited(place)
            for place in cell.provisions
            if not any(_within(address, place) for address in told)
        ]
        reaching = [one for one in cell.evidence if one not in answering]
        return (*answering, *filter(None, bare), *reaching)

    def _cited(self, address: str) -> Evidence | None:
        node = self.places.find(address)
        return None if node is None else Evidence(self.places.citation(node), address, "")

    def _ways(self, need: Need, place: GroupPlace) -> Iterable[Answer]:
        if need.rights:
            yield _any([self.to_asked(one, place) for one in need.rights], need.rights)
        if need.all:
            yield _all([self.to_asked(one, place) for one in need.all])
        if need.place is not None:
            yield _of_place(place, need.place)
        if need.phrases.of(self.coverage.language):
            yield self.sayings.answer(need, place)


def _within(address: str, place: str) -> bool:
    """Whether an address is that of a provision or of one inside it."""
    return address == place or address.startswith(f"{place}__")


def _unseen(parts: list[str]) -> str:
    named = " and ".join(f"“{part}”" for part in parts)
    return f"Whether it has {named} is for a person to see."


#: The places of a group whom the text reaches without a condition.
_INSIDE = frozenset({Status.NAMED, Status.GENERAL})


def _best(answers: Iterable[Answer]) -> Answer:
    """The best of several ways; of two that are as good, the first."""
    return min(answers, key=lambda answer: _BEST.index(answer.state))


def _any(answers: list[Answer], asked: tuple[Asked, ...]) -> Answer:
    best = _best(answers)
    if best.state is State.OPEN and len(answers) > 1:
        names = " or ".join(
            f"“{one.element.text if one.element else one.right.title}”" for one in asked
        )
        return Answer(State.OPEN, best.cells, (), "", f"No provision gives the group {names}.")
    return best


def _all(answers: list[Answer]) -> Answer:
    """Each is needed: some without the others is a partial answer."""
    asked = [answer for answer in answers if answer.state is not State.NOT_APPLICABLE]
    if not asked:
        return answers[0]
    states = {answer.state for answer in asked}
    if len(states) == 1:
        state = asked[0].state
    elif states & {State.TICKED, State.PARTLY}:
        state = State.PARTLY
    else:
        state = next(one for one in _BEST if one in states)
    evidence = {entry.address: entry for answer in asked for entry in answer.evidence}
    return Answer(
        state,
        tuple(cell for answer in asked for cell in answer.cells),
        tuple(evidence.values()),
        " ".join(dict.fromkeys(answer.reason for answer in asked if answer.reason)),
        " ".join(dict.fromkeys(answer.missing for answer in asked if answer.missing)),
        any(answer.intended for answer in asked),
    )


def _of_place(place: GroupPlace, needed: PlaceNeeded) -> Answer:
    """A need that the place of the group in the text answers."""
    match (place.status, needed):
        case (Status.NAMED, _) | (Status.GENERAL, PlaceNeeded.INSIDE):
            return Answer(State.TICKED, (), place.evidence, place.reason)
        case (Status.EXCLUDED, PlaceNeeded.STATED):
            return Answer(State.TICKED, (), place.evidence, place.reason)
        case (Status.CONDITIONAL, _):
            return Answer(State.PARTLY, (), place.evidence, missing=place.reason)
        case (Status.GENERAL, PlaceNeeded.STATED):
            missing = f"{place.reason} The text does not say so in so many words."
            return Answer(State.PARTLY, (), place.evidence, missing=missing)
        case (Status.EXCLUDED, _):
            return Answer(State.BARRED, (), place.evidence, missing=place.reason)
        case _:
            return Answer(State.OPEN, (), place.evidence, missing=place.reason)
