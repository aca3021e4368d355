"""A conference of the parties is set up, and nothing says who convenes it, or when.

Why it matters: parties do not meet by themselves. Treaties let the depositary convene the first
meeting within a fixed time after entry into force, and say how often the parties meet after that.

Found:
    A Conference of the Parties is established.

Better:
    A Conference of the Parties is established. The depositary shall convene it within one year of
    the entry into force of the present Convention, and every two years after that.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.final_clauses import final_clauses_of
from convention_tool.analysis.home.bodies import Need, bodies_of
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import AFTER_ZERO, Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each conference of the parties that nobody convenes."""
    if not draft.fact(final_clauses_of).is_open_to_many:
        return
    for body in draft.fact(bodies_of):
        if Need.CONVENING in body.lacks:
            said = f"the {body.name} is set up, but nothing says who convenes it"
            yield Finding(
                draft.opening(body.stretch.node),
                f"{said}; say who convenes the first session, by when, and how often it meets",
            )


RULE = Rule("conference-without-convener", Severity.WARNING, __doc__, check, AFTER_ZERO)
