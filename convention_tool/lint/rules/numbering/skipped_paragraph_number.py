"""The paragraphs or subparagraphs of a provision leave out a number or letter.

Why it matters: "paragraph 3" must name one thing. A letter skipped in a list is usually an item
lost between two versions.

Found:
    1. Everyone has the right to seek work.
    3. Each State Party shall publish the conditions for doing so.

Better:
    1. Everyone has the right to seek work.
    2. Each State Party shall publish the conditions for doing so.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Count, Draft
from convention_tool.analysis.numbering import Gap, stands_inside
from convention_tool.analysis.uneven_counts import uneven_lists
from convention_tool.diagnostics import Severity
from convention_tool.lint.names import are, named
from convention_tool.lint.rule import Finding, Rule
from convention_tool.tree.nodes import Paragraph, Subparagraph
from convention_tool.tree.walk import children, walk


def check(draft: Draft) -> Iterator[Finding]:
    """Each gap, at the provision that follows it."""
    for count in draft.fact(uneven_lists):
        gaps = tuple(count.series.gaps())
        if sum(len(gap.missing) for gap in gaps) <= len(count.items):
            for gap in gaps:
                if _is_the_drafters(draft, count, gap):
                    yield _finding(draft, count, gap)


def _is_the_drafters(draft: Draft, count: Count, gap: Gap) -> bool:
    """Whether the gap is in the text, and not in the print.

    The print hides a mark within the words ("the right: (a) to be heard"). Where more is missing
    than there is, the marks do not count: they are the letters of a formula.
    """
    if gap.place == 0 and (len(gap.missing) > _LATEST_OPENING or len(count.items) == 1):
        return False
    if gap.place == 0 and (_goes_on_outside(draft, count, gap) or _lost_first(count)):
        return False
    return not any(
        stands_inside(number, node.text)
        for node in walk(count.holder)
        if isinstance(node, Paragraph | Subparagraph)
        for number in gap.missing
    )


def _goes_on_outside(draft: Draft, count: Count, gap: Gap) -> bool:
    """Whether a list goes on with the letters of one that holds it: the print hid where that ends."""
    return any(getattr(node, "number", "") in gap.missing for node in draft.path(count.holder))


def _lost_first(count: Count) -> bool:
    """Whether nothing stands where the first item should: a copy has lost its words."""
    first = next(iter(children(count.holder)), None)
    return isinstance(first, Paragraph) and not (first.number or first.text)


def _finding(draft: Draft, count: Count, gap: Gap) -> Finding:
    item = count.items[gap.place]
    where = draft.citation(count.holder)
    said = f"{named(item, gap.missing)} {are(len(gap.missing))} missing"
    return Finding(draft.opening(item), f"in {where}, {said} before {named(item, (item.number,))}")


#: A list that lost its beginning lost an item or two; one that opens at (h) goes on from elsewhere.
_LATEST_OPENING = 2


RULE = Rule("skipped-paragraph-number", Severity.ERROR, __doc__, check)
