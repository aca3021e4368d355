"""A body is set up, and nothing says who pays for it.

Why it matters: a mandate without money is not carried out. Treaties pay their bodies from the
regular budget of the United Nations, by contributions of the parties, or both; whoever pays may
also decide what is done, so the source belongs in the text.

Found:
    A Committee on Lighthouses is established and meets every year.

Better:
    The costs of the Committee are borne by the regular budget of the United Nations.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.final_clauses import final_clauses_of
from convention_tool.analysis.home.bodies import Need, bodies_of
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import AFTER_ZERO, Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each body for which nobody pays."""
    if not draft.fact(final_clauses_of).is_open_to_many:
        return
    for body in draft.fact(bodies_of):
        if Need.BUDGET in body.lacks:
            said = f"the {body.name} is set up, but nothing says who pays for it"
            yield Finding(
                draft.opening(body.stretch.node),
                f"{said}; name the source of its money, and of what its members receive",
            )


RULE = Rule("body-without-budget", Severity.WARNING, __doc__, check, AFTER_ZERO)
