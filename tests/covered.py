"""A small text and whom it reaches, made by hand: every state, elements, evidence, intentions."""

from functools import cache

from convention_tool import parse
from convention_tool.analysis.coverage import Cell, Coverage, Status
from convention_tool.analysis.coverage.records import (
    DefinedTerm,
    ElementRow,
    Evidence,
    GroupCell,
    GroupPlace,
    RightRow,
)
from convention_tool.catalogue.groups import groups
from convention_tool.catalogue.rights import right
from convention_tool.tree.address import Places
from convention_tool.tree.nodes import Instrument
from convention_tool.views.coverage import view
from convention_tool.views.instrument import beside_text
from convention_tool.writers import html

TEXT = """Title: Convention on Harbour Workers

Article 1
Definitions

For the purposes of this Convention, a "harbour guest" is a person who has come by sea.

Article 2
Belief

1. Each harbour guest may keep to a belief.

2. Each harbour guest may change it.

Article 3
Unions

Harbour guests whose papers are in order may form a union.

Article 4
Return

No harbour guest shall be put out to a storm.
"""

BELIEF = Evidence("article 2, paragraph 1", "art_2__para_1", "Each harbour guest may keep to")
CHANGE = Evidence("article 2, paragraph 2", "art_2__para_2", "may change it & <b>keep</b> it")
UNIONS = Evidence("article 3", "art_3", "whose papers are in order")
STORM = Evidence("article 4", "art_4", "No harbour guest shall be put out to a storm")

#: The state of each group that does not stand as the others do, by right.
STATES = {
    "12": {"students": Cell.EXPLICIT, "investors": Cell.NOT_APPLICABLE},
    "40": {
        "irregular": Cell.EXCLUDED,
        "seasonal": Cell.SUBTRACTED,
        "students": Cell.PARTIAL,
        "refugees": Cell.CONDITIONAL,
    },
    "44": {"irregular": Cell.SILENT, "stateless": Cell.CONSIDER},
    "non-refoulement": {"refugees": Cell.EXPLICIT},
}
OTHERS = {
    "12": (Cell.INCLUSIVE, (BELIEF, CHANGE)),
    "40": (Cell.EXPLICIT, (UNIONS,)),
    "44": (Cell.SILENT, ()),
    "non-refoulement": (Cell.INCLUSIVE, (STORM,)),
}
SAID = {("40", "irregular"): "Rejected by A. Lawyer, 2024-05-31: the papers may come later."}
PLAIN = (Cell.EXPLICIT, Cell.INCLUSIVE)


@cache
def instrument() -> Instrument:
    return parse(TEXT, name="harbour.txt").instrument


@cache
def coverage() -> Coverage:
    return Coverage(
        groups=tuple(
            GroupPlace(group.id, group.title, Status.GENERAL, "They are people.", (BELIEF,))
            for group in groups()
        ),
        matrix=tuple(map(row, STATES)),
        terms=(
            DefinedTerm(
                term="harbour guest",
                evidence=Evidence("article 1", "art_1", "a person who has come by sea"),
                takes_in=("students", "refugees"),
                leaves_out=("investors",),
                leaves_open=("frontier",),
                through=("person",),
                only_in="Part I",
            ),
        ),
        places=Places(instrument()),
    )


def row(number: str) -> RightRow:
    """The row of a right; its first element is in the text and the others are not."""
    entry = right(number)
    cells = tuple(cell(number, group.id) for group in groups())
    return RightRow(
        entry,
        cells,
        tuple(
            ElementRow(element, place == 0 and number != "44", cells)
            for place, element in enumerate(entry.elements)
        ),
    )


def cell(number: str, group: str) -> GroupCell:
    """One cell: a silent one rests on nothing, and stateless persons are left out on purpose."""
    usual, evidence = OTHERS[number]
    status = STATES[number].get(group, usual)
    silent = status is Cell.SILENT
    return GroupCell(
        group=group,
        status=status,
        provisions=() if silent else ("art_2", "art_3") if number == "40" else ("art_2",),
        reason="" if status in PLAIN else f"It is {status} in article {number}.",
        evidence=() if silent else evidence,
        intended=(number, group) == ("40", "irregular"),
    )


@cache
def page() -> bytes:
    """The page with the text beside it."""
    report = view(coverage(), "Convention on Harbour Workers", SAID)
    return html.write(beside_text(report, instrument()))
