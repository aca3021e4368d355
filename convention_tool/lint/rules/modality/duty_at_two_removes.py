"""A duty is softened twice: to endeavour to promote, to consider encouraging.

Why it matters: duties stand on a ladder: to ensure, to take all measures, to take appropriate
measures, to endeavour, to consider, to encourage. Each rung down asks less. Two of the low rungs,
one upon the other, leave nothing that a committee or a court could find broken.

Found:
    Each State Party shall endeavour to promote the training of keepers.

Better:
    Each State Party shall promote the training of keepers.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.softening import softened_twice
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """The first in each provision."""
    for one in softened_twice(draft):
        place = draft.span_of_words(one.stretch, one.start, one.end)
        yield Finding(place, f'"{one.words}" softens the duty twice; keep one of the two at most')


RULE = Rule("duty-at-two-removes", Severity.NOTE, __doc__, check)
