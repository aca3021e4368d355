"""A paragraph or an item of a list stands where its number does not put it.

Why it matters: whoever is sent to (c) looks between (b) and (d). Items get out of order when one
is moved without its letter, and every citation of the list is then in doubt.

Found:
    (a) To be told the reasons;
    (c) To have an interpreter;
    (b) To be heard.

Better:
    (a) To be told the reasons;
    (b) To be heard;
    (c) To have an interpreter.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Count, Draft
from convention_tool.analysis.uneven_counts import uneven_lists
from convention_tool.diagnostics import Severity
from convention_tool.lint.names import named
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each item out of order, if the others of its list do count."""
    for count in draft.fact(uneven_lists):
        places = tuple(count.series.out_of_order())
        if len(places) * _FEW > len(count.items):
            continue
        for place in places:
            if _is_the_only_one(count, place):
                yield _finding(draft, count, place)


#: Where more than one item in so many is out of order, the marks are not one list.
_FEW = 3


def _is_the_only_one(count: Count, place: int) -> bool:
    """Whether the number stands here alone: a second one is a repeated number."""
    return count.series.ranks.count(count.series.ranks[place]) == 1


def _finding(draft: Draft, count: Count, place: int) -> Finding:
    item = count.items[place]
    beside = count.items[place - 1] if place else count.items[place + 1]
    side = "after" if place else "before"
    where = draft.citation(count.holder)
    said = (
        f"in {where}, {named(item, (item.number,))} stands {side} {named(beside, (beside.number,))}"
    )
    return Finding(draft.opening(item), f"{said}; move it, or renumber")


RULE = Rule("paragraph-out-of-order", Severity.ERROR, __doc__, check)
