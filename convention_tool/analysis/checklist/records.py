"""What a checklist holds, and its JSON form."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from convention_tool.catalogue.needs import weights
from convention_tool.reviews import Decision

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from convention_tool.analysis.coverage import Cell, Evidence, GroupPlace
    from convention_tool.catalogue.needs import Weight
    from convention_tool.reviews import Judgement


class State(StrEnum):
    """What the tool proposes of an item."""

    #: The group has it, with the parts that are needed.
    TICKED = "ticked"
    #: On a condition, as a soft duty, or without some of the parts that are needed.
    PARTLY = "in part"
    #: No provision gives it to the group.
    OPEN = "open"
    #: A clause or a gate takes it from the group.
    BARRED = "barred"
    #: The tool cannot look for it in this text; that is no finding.
    UNTOLD = "cannot tell"
    #: By its nature it is not for the group.
    NOT_APPLICABLE = "not applicable"


#: What leaves something to be done.
GAPS = frozenset({State.PARTLY, State.OPEN, State.BARRED})


class Kind(StrEnum):
    """Why an item is on the list."""

    #: Every group must have it.
    BASELINE = "baseline"
    #: This group needs it.
    NEED = "need"


class Reply(StrEnum):
    """The answer to a question of adequacy."""

    YES = "yes"
    IN_PART = "in part"
    NO = "no"
    UNTOLD = "cannot tell"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a draft has of something that is asked of it."""

    state: State
    cells: tuple[Cell, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    reason: str = ""
    missing: str = ""
    intended: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A right or a need of a group: what the tool proposes, and what a person has decided."""

    #: The key by which verdicts know it: "students:9", the cell of a right of the baseline, or
    #: "students:need:work-hours".
    id: str
    group: str
    kind: Kind
    #: The number or id of a baseline right, the id of a need.
    subject: str
    title: str
    weight: Weight
    state: State
    #: The cells of the matrix that the state rests on.
    cells: tuple[Cell, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    #: Why the group has it: "" where it has not.
    reason: str = ""
    #: What is missing, in a sentence or two: "" where nothing is.
    missing: str = ""
    #: Other parts of the right that the group has not; they do not count against the state.
    without: tuple[str, ...] = ()
    #: Whether the authors say in the draft that they meant it so.
    intended: bool = False
    judgement: Judgement | None = None
    #: The citations of provisions that the judgement rests on and that have changed since.
    changed: tuple[str, ...] = ()
    #: What the tool proposed when the judgement was given, if it proposes something else now.
    otherwise: str = ""

    @property
    def again(self) -> bool:
        """Whether a person who has decided should look again."""
        return self.judgement is not None and bool(self.changed or self.otherwise)

    @property
    def stands(self) -> bool:
        """Whether a person has decided, and nothing that the decision rests on has changed."""
        return self.judgement is not None and not self.again

    @property
    def gap(self) -> bool:
        """Whether something is left to do.

        A person who rejects what the tool proposes says the opposite of it.
        """
        proposed = self.state in GAPS
        if self.judgement and self.stands and self.judgement.decision is Decision.REJECTED:
            return self.state is State.TICKED
        return proposed


@dataclass(frozen=True, slots=True)
class Question:
    """One of the questions of how well a group is covered, with the answer that is proposed."""

    #: "A" to "H".
    letter: str
    text: str
    reply: Reply
    #: What the answer rests on, in a sentence.
    because: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Checklist:
    """What a group must have and needs, item by item."""

    place: GroupPlace
    questions: tuple[Question, ...]
    items: tuple[Item, ...]

    @property
    def group(self) -> str:
        """The id of the group."""
        return self.place.id

    def of_kind(self, kind: Kind) -> tuple[Item, ...]:
        """The items that are there for one reason."""
        return tuple(item for item in self.items if item.kind is kind)


@dataclass(frozen=True, slots=True)
class Checklists:
    """The checklist of each group, in the groups' order."""

    lists: tuple[Checklist, ...]
    language: str = "en"
    #: Whether rights are recognized in the language of the draft.
    understood: bool = True
    #: The judgements of the review that belong to no item of these lists.
    strays: tuple[Judgement, ...] = ()

    @property
    def gaps(self) -> tuple[Item, ...]:
        """What is left to do, in order of weight, then by group."""
        return gaps(self.lists)

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item of every list."""
        return tuple(item for one in self.lists for item in one.items)

    def to_json(self, keep: Callable[[Item], bool] = lambda _: True) -> dict[str, Any]:
        """The lists as JSON values; docs/schemas/checklist.json describes them."""
        return {
            "language": self.language,
            "understood": self.understood,
            "groups": [_list_json(one, keep) for one in self.lists],
            "gaps": [item.id for item in self.gaps if keep(item)],
            "strays": [judgement.item for judgement in self.strays],
        }


def gaps(lists: tuple[Checklist, ...]) -> tuple[Item, ...]:
    """What is left to do in some lists, in order of weight, then by group.

    Of one weight and one group, what a clause bars comes first, because it must be struck out.
    """
    steps: dict[str, int] = {weight.id: step for step, weight in enumerate(weights())}
    grave = {State.BARRED: 0, State.OPEN: 1}
    found = [
        (steps[item.weight.id], place, grave.get(item.state, len(grave)), number, item)
        for place, one in enumerate(lists)
        for number, item in enumerate(one.items)
        if item.gap
    ]
    return tuple(item for *_, item in sorted(found, key=lambda entry: entry[:-1]))


def _list_json(one: Checklist, keep: Callable[[Item], bool]) -> Mapping[str, Any]:
    return {
        "id": one.place.id,
        "title": one.place.title,
        "status": str(one.place.status),
        "questions": [
            {
                "letter": question.letter,
                "question": question.text,
                "reply": str(question.reply),
                "because": question.because,
                "evidence": [_evidence_json(entry) for entry in question.evidence],
            }
            for question in one.questions
        ],
        "items": [_item_json(item) for item in one.items if keep(item)],
    }


def _item_json(item: Item) -> Mapping[str, Any]:
    return {
        "id": item.id,
        "kind": str(item.kind),
        "subject": item.subject,
        "title": item.title,
        "weight": item.weight.id,
        "proposed": str(item.state),
        "gap": item.gap,
        "cells": list(map(str, item.cells)),
        "evidence": [_evidence_json(entry) for entry in item.evidence],
        "reason": item.reason,
        "missing": item.missing,
        "without": list(item.without),
        "intended": item.intended,
        "verdict": _verdict_json(item),
    }


def _verdict_json(item: Item) -> Mapping[str, Any] | None:
    judgement = item.judgement
    if judgement is None:
        return None
    return {
        "decision": str(judgement.decision),
        "by": judgement.by,
        "on": judgement.on,
        "note": judgement.note,
        "changed_since": list(item.changed),
        "proposed_then": judgement.proposed,
        "again": item.again,
    }


def _evidence_json(entry: Evidence) -> Mapping[str, str]:
    return {"citation": entry.citation, "address": entry.address, "text": entry.text}
