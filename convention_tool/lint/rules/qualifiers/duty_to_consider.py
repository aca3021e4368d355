"""A State is to consider, or is encouraged, to do something.

Why it matters: a State that has thought about it and done nothing has kept such a duty. The words
often mark where agreement ended: the 1990 convention asks States to consider more than once
(articles 27, 42, 44 and 50). One remark for each provision.

Found:
    Each State Party shall consider giving keepers a pension.

Better:
    Each State Party shall give keepers a pension.
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
        said = f'"{one.words}" is kept by thinking it over'
        yield Finding(place, f"{said}; ask for the act, or for reasons where it is refused")


RULE = Rule("duty-to-consider", Severity.NOTE, __doc__, check)
