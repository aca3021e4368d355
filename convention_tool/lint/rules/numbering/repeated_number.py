"""Two articles of one text have the same number.

Why it matters: a reference to that number can mean either, and parties that reserve against one
article do not know which one they have named.

Found:
    Article 9
    (and, further on, a second)
    Article 9

Better:
    Article 9
    (and, further on)
    Article 9 bis
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.uneven_counts import uneven_articles
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each second article of a number, with the line of the first."""
    for count in draft.fact(uneven_articles):
        for place, first in count.series.repeats():
            article = count.items[place]
            line = draft.source.position(draft.span(count.items[first]).start).line
            said = f"there is already an article {article.number}, in line {line}; renumber one"
            yield Finding(draft.opening(article), said)


RULE = Rule("repeated-number", Severity.ERROR, __doc__, check)
