"""A State is to endeavour, not to do.

Why it matters: who endeavours and fails has kept such a duty. It is breached only by somebody who
did not try, and that is hard to show. The 1990 convention uses the word for what no State can do
alone (articles 38, 45 and 48). One remark for each provision.

Found:
    Each State Party shall endeavour to keep its lighthouses lit.

Better:
    Each State Party shall keep its lighthouses lit.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.weakening import alone
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """The first such words of each provision."""
    for one in alone(draft, RULE.code):
        place = draft.span_of_words(one.stretch, one.start, one.end)
        said = f'"{one.words}" asks for the attempt, not for the result'
        yield Finding(place, f"{said}; ask for the result where States can bring it about")


RULE = Rule("endeavour", Severity.NOTE, __doc__, check)
