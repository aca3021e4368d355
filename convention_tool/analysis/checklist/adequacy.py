"""Whether a group is covered well enough: eight questions, each with its own answer.

They are not added up. A text that gives forty rights to those whom it then leaves out has covered
nobody.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from convention_tool.analysis.checklist.records import GAPS, Kind, Question, Reply, State
from convention_tool.analysis.coverage import Cell, Status
from convention_tool.catalogue.needs import adequacy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convention_tool.analysis.checklist.answers import Answers
    from convention_tool.analysis.checklist.records import Answer, Item
    from convention_tool.analysis.coverage import Evidence, GroupPlace
    from convention_tool.catalogue.needs import Asked

#: The questions, put so that "yes" is what a draft for the group would want.
QUESTIONS = {
    "A": "Is it named, or inside a universal definition?",
    "B": "Is it free of exclusions?",
    "C": "Are its rights free of conditions and let-outs?",
    "D": "Does it hold the rights that every group must have?",
    "E": "Does it have what this group needs?",
    "F": "Can it use its rights without a status, a nationality or an employer?",
    "G": "Can its members complain, and does somebody watch?",
    "H": "Does better law that protects it already stay as it is?",
}

#: The provisions that are shown for an answer.
_SHOWN = 3

#: The rights that are named in an answer.
_NAMED = 4

_TAKEN = frozenset({Cell.EXCLUDED, Cell.SUBTRACTED})


def questions(place: GroupPlace, items: tuple[Item, ...], answers: Answers) -> tuple[Question, ...]:
    """The questions on a group, answered."""
    needs = tuple(item for item in items if item.kind is Kind.NEED)
    rights = tuple(item for item in items if item.kind is Kind.BASELINE)
    return (
        _named(place),
        _excluded(place, items),
        _conditions(place, items),
        _counted("D", rights),
        _counted("E", needs),
        _access(place, answers),
        _complaint(place, answers),
        _better_law(place, answers),
    )


def _named(place: GroupPlace) -> Question:
    match place.status:
        case Status.NAMED | Status.GENERAL:
            reply = Reply.YES
        case Status.CONDITIONAL:
            reply = Reply.IN_PART
        case _:
            reply = Reply.NO
    return _question("A", reply, place.reason, place.evidence)


def _excluded(place: GroupPlace, items: tuple[Item, ...]) -> Question:
    if place.status is Status.EXCLUDED:
        return _question("B", Reply.NO, place.reason, place.evidence)
    if place.status is Status.SILENT:
        return _question("B", Reply.YES, "No clause takes it out; none takes it in either.")
    taken = [item for item in items if not _TAKEN.isdisjoint(item.cells)]
    if taken:
        because = f"Clauses take from it: {_listed(taken)}."
        return _question("B", Reply.IN_PART, because, _behind(taken))
    return _question("B", Reply.YES, "No clause was found that takes it or its rights out.")


def _conditions(place: GroupPlace, items: tuple[Item, ...]) -> Question:
    match place.status:
        case Status.CONDITIONAL:
            return _question("C", Reply.NO, place.reason, place.evidence)
        case Status.EXCLUDED | Status.SILENT:
            return _question("C", Reply.NO, "It has no rights that could be free of conditions.")
        case _:
            pass
    tied = [item for item in items if Cell.CONDITIONAL in item.cells]
    if tied:
        because = f"On a condition: {_listed(tied)}."
        return _question("C", Reply.IN_PART, because, _behind(tied))
    return _question("C", Reply.YES, "No condition was found in what it has.")


def _counted(letter: str, items: tuple[Item, ...]) -> Question:
    """How many of some items a group has; what it has in part is told apart."""
    asked = [item for item in items if item.state is not State.NOT_APPLICABLE]
    counts = Counter(item.state for item in asked)
    told = [item for item in asked if item.state is not State.UNTOLD]
    if not told:
        return _question(letter, Reply.UNTOLD, "The tool cannot look for them in this text.")
    said = f"{counts[State.TICKED]} of {len(asked)}"
    if counts[State.PARTLY]:
        said += f", and {counts[State.PARTLY]} in part"
    if counts[State.UNTOLD]:
        said += f"; of {counts[State.UNTOLD]} the tool cannot tell"
    lacking = [item for item in told if item.state in GAPS - {State.PARTLY}]
    if lacking:
        said += f"; not {_listed(lacking)}"
    if counts[State.TICKED] == len(asked):
        reply = Reply.YES
    elif counts[State.TICKED] or counts[State.PARTLY]:
        reply = Reply.IN_PART
    else:
        reply = Reply.NO
    return _question(letter, reply, f"{said}.")


def _access(place: GroupPlace, answers: Answers) -> Question:
    asked = adequacy().access
    found = [answers.to_asked(one, place) for one in asked]
    told = [
        (one, answer)
        for one, answer in zip(asked, found, strict=True)
        if answer.state not in {State.UNTOLD, State.NOT_APPLICABLE}
    ]
    if not told:
        return _question("F", Reply.UNTOLD, "The tool cannot look for these rights in this text.")
    free = [answer for _, answer in told if answer.state is State.TICKED]
    if len(free) == len(told):
        because = "Those on which the others hang ask for none of the three."
        return _question("F", Reply.YES, because, _of(free))
    tied = [(one, answer) for one, answer in told if answer.state is not State.TICKED]
    because = f"Not in full: {_names(one.right.title for one, _ in tied)}."
    reply = Reply.IN_PART if free else Reply.NO
    return _question("F", reply, because, _of([answer for _, answer in tied]))


def _complaint(place: GroupPlace, answers: Answers) -> Question:
    complain, complaints = _state_of(adequacy().complaint, place, answers)
    watch, watching = _state_of(adequacy().watch, place, answers)
    match (complain, watch):
        case (State.UNTOLD, _):
            return _question("G", Reply.UNTOLD, "The tool cannot look for it in this text.")
        case (State.TICKED, _):
            because = "They can complain themselves"
            reply = Reply.YES
        case (State.PARTLY, _):
            because = "They can complain themselves on a condition, or where a State agrees"
            reply = Reply.IN_PART
        case (_, State.TICKED | State.PARTLY):
            because = "They cannot complain themselves; others look at how the text is kept"
            reply = Reply.IN_PART
        case _:
            return _question("G", Reply.NO, "Nobody was found to whom they could complain.")
    return _question("G", reply, f"{because}.", _once((*complaints, *watching)))


def _better_law(place: GroupPlace, answers: Answers) -> Question:
    state, evidence = _state_of(adequacy().better_law, place, answers)
    match state:
        case State.TICKED:
            because, reply = "A clause leaves more favourable law as it is.", Reply.YES
        case State.PARTLY:
            because, reply = "A clause leaves other law as it is, in part.", Reply.IN_PART
        case State.UNTOLD:
            because, reply = "The tool cannot look for it in this text.", Reply.UNTOLD
        case _:
            because, reply = "No clause was found that leaves better law as it is.", Reply.NO
    return _question("H", reply, because, evidence)


def _state_of(
    asked: Iterable[Asked], place: GroupPlace, answers: Answers
) -> tuple[State, tuple[Evidence, ...]]:
    """The best of some answers, with the provisions behind it."""
    found = [answers.to_asked(one, place) for one in asked]
    for state in (State.TICKED, State.PARTLY, State.BARRED, State.OPEN):
        behind = [answer for answer in found if answer.state is state]
        if behind:
            return state, _of(behind)
    return State.UNTOLD, ()


def _question(
    letter: str, reply: Reply, because: str, evidence: tuple[Evidence, ...] = ()
) -> Question:
    return Question(letter, QUESTIONS[letter], reply, because, evidence[:_SHOWN])


def _behind(items: Iterable[Item]) -> tuple[Evidence, ...]:
    return _once(chain.from_iterable(item.evidence for item in items))


def _of(answers: Iterable[Answer]) -> tuple[Evidence, ...]:
    return _once(chain.from_iterable(answer.evidence for answer in answers))


def _once(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple({entry.address: entry for entry in evidence}.values())[:_SHOWN]


def _listed(items: Iterable[Item]) -> str:
    return _names(item.title for item in items)


def _names(titles: Iterable[str]) -> str:
    """The first few titles, and how many more there are."""
    named = list(titles)
    more = len(named) - _NAMED
    first = "; ".join(f"“{title}”" for title in named[:_NAMED])
    return f"{first}, and {more} more" if more > 0 else first
