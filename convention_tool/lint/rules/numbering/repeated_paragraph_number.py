"""Two paragraphs of an article, or two items of a list, have the same number.

Why it matters: nobody can cite either of them. It happens when an item is inserted and the rest
is not renumbered, or when a list loses the words that stood between its two halves.

Found:
    (a) To be told the reasons;
    (b) To be heard;
    (b) To have an interpreter.

Better:
    (a) To be told the reasons;
    (b) To be heard;
    (c) To have an interpreter.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.uneven_counts import uneven_lists
from convention_tool.diagnostics import Severity
from convention_tool.lint.names import named
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each second provision of a number."""
    for count in draft.fact(uneven_lists):
        for place, _ in count.series.repeats():
            item = count.items[place]
            where = draft.citation(count.holder)
            said = f"{where} has {named(item, (item.number,))} twice; renumber one"
            yield Finding(draft.opening(item), said)


RULE = Rule("repeated-paragraph-number", Severity.ERROR, __doc__, check)
