"""A body is set up, and nothing says of how many members it consists.

Why it matters: without a number there can be no election, no quorum and no budget. The committees
of the human rights treaties have between ten and twenty-five members.

Found:
    A Committee on Lighthouses is established.

Better:
    A Committee on Lighthouses is established. It consists of twelve members.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.final_clauses import final_clauses_of
from convention_tool.analysis.home.bodies import Need, bodies_of
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import AFTER_ZERO, Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each body of persons of whom no article speaks."""
    if not draft.fact(final_clauses_of).is_open_to_many:
        return
    for body in draft.fact(bodies_of):
        if Need.NUMBER in body.lacks:
            said = f"the {body.name} is set up, but nothing says who sits on it and how many"
            yield Finding(
                draft.opening(body.stretch.node),
                f"{said}; write the number of members, and what they must know",
            )


RULE = Rule("body-without-number", Severity.WARNING, __doc__, check, AFTER_ZERO)
