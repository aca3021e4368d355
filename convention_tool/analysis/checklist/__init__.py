"""The checklist of each group: what it must have and what it needs, ticked or open.

The rights come from the coverage of the draft, the needs from needs.toml. What is stated here is a
proposal; a person confirms or rejects it, and what a person has decided (analysis/judged.py) is kept
apart from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from convention_tool.analysis.checklist.adequacy import QUESTIONS, questions
from convention_tool.analysis.checklist.answers import Answers
from convention_tool.analysis.checklist.records import (
    GAPS,
    Checklist,
    Checklists,
    Item,
    Kind,
    Question,
    Reply,
    State,
    gaps,
)
from convention_tool.analysis.checklist.sayings import Sayings
from convention_tool.analysis.concordance import understands
from convention_tool.catalogue.needs import baseline, needs_of
from convention_tool.tree.address import Places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convention_tool.analysis.coverage import Coverage, GroupPlace
    from convention_tool.tree.nodes import Instrument

__all__ = [
    "GAPS",
    "QUESTIONS",
    "Checklist",
    "Checklists",
    "Item",
    "Kind",
    "Question",
    "Reply",
    "State",
    "checklists",
    "gaps",
]


def checklists(coverage: Coverage, instrument: Instrument) -> Checklists:
    """The checklist of each group.

    Args:
        coverage: whom the draft reaches, and with which rights.
        instrument: the draft.
    """
    places = coverage.places or Places(instrument)
    understood = understands(coverage.language)
    answers = Answers(coverage, places, Sayings(instrument, coverage.language, places), understood)
    lists = tuple(_checklist(place, answers) for place in coverage.groups)
    return Checklists(lists, coverage.language, understood)


def _checklist(place: GroupPlace, answers: Answers) -> Checklist:
    items = tuple(_items(place, answers))
    return Checklist(place, questions(place, items, answers), items)


def _items(place: GroupPlace, answers: Answers) -> Iterator[Item]:
    for entry in baseline():
        yield answers.to_right(entry, place)
    for need in needs_of(place.id):
        yield answers.to_need(need, place)
