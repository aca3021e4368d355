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

from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Severity
from convention_tool.lint.phrases import are
from convention_tool.lint.rule import Finding, Rule
from convention_tool.lint.rules.numbering.names import named


def check(draft: Draft) -> Iterator[Finding]:
    """Each gap, at the provision that follows it."""
    for count in draft.list_counts:
        for place, missing in count.series.gaps():
            item = count.items[place]
            where = draft.places.citation(count.holder)
            said = f"{named(item, missing)} {are(len(missing))} missing"
            before = named(item, (item.number,))
            yield Finding(draft.opening(item), f"in {where}, {said} before {before}")


RULE = Rule("skipped-paragraph-number", Severity.ERROR, __doc__, check)
