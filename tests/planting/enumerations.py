"""Faults of enumerations: lists, and how their items go together."""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Edit
from convention_tool.source import Span
from planting.ground import Fault, end, insertion, line, lists, paragraph, reworded, start
from planting.planter import Planter


def _other_join(draft: Draft) -> Iterator[Fault]:
    """The other word after an item of a list."""
    for one in lists(draft):
        *items, before_last, _ = one.subparagraphs
        for said, other in ((" and", " or"), (" or", " and")):
            if before_last.text.endswith(said):
                yield from (Fault((insertion(end(item), other),), one.span) for item in items)


def _no_colon(draft: Draft) -> Iterator[Fault]:
    for one in lists(draft, definitions=True):
        yield Fault((Edit(line(draft, ":", start(one)), ""),))


def _no_semicolon(draft: Draft) -> Iterator[Fault]:
    """An item without its mark, in lists long enough to show what is usual."""
    for one in lists(draft):
        if len(one.subparagraphs) > 3:
            for item in one.subparagraphs[:-2]:
                yield Fault((Edit(Span(end(item) - 1, end(item)), ""),))


PLANTERS = (
    Planter("both-and-and-or", _other_join),
    Planter("and-or", reworded(r"\b(\w+) or (\w+)\b", r"\1 and/or \2")),
    Planter(
        "list-without-and-or",
        paragraph("A lamp may be put out if:\n\n(a) it is day;\n\n(b) no ship is near."),
    ),
    Planter("chapeau-without-colon", _no_colon),
    Planter(
        "unlike-items",
        paragraph(
            "A keeper may ask:\n\n(a) to rest;\n\n(b) to be paid;\n\n(c) to light lamps; and\n\n(d) dry oil.",
            "A keeper may ask for:\n\n(a) a lamp;\n\n(b) a horn;\n\n(c) a bell; and\n\n(d) A boat.",
        ),
    ),
    Planter("uneven-list-punctuation", _no_semicolon),
    Planter(
        "unlike-grounds",
        paragraph("Lamps shall be given without distinction of race, sex, language or religion."),
    ),
)
