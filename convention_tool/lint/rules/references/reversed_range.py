"""A range of articles or paragraphs ends before it begins.

Why it matters: nobody can tell whether one end is wrong or both are, so the reader does not know
how far a right, a reservation or an exception reaches.

Found:
    The rights set forth in articles 18 to 8 apply to every migrant.

Better:
    The rights set forth in articles 8 to 18 apply to every migrant.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each reversed range, whichever instrument it is of."""
    for citation in draft.citations:
        for given in citation.mention.ranges:
            if given.is_reversed:
                said = f'"{citation.words}" runs backward: {given.last} stands before {given.first}'
                yield Finding(draft.span_of_citation(citation), said)


RULE = Rule("reversed-range", Severity.ERROR, __doc__, check)
