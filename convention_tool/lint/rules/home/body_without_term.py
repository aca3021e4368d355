"""A body is set up, and nothing says for how long its members serve.

Why it matters: a term protects members from being replaced for what they decide, and lets States
renew the body. Four years are usual, half of the members being elected every two.

Found:
    The States Parties shall elect the members of the Committee.

Better:
    The States Parties shall elect the members of the Committee for a term of four years.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.final_clauses import final_clauses_of
from convention_tool.analysis.home.bodies import Need, bodies_of
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import AFTER_ZERO, Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each body whose members have no term of office."""
    if not draft.fact(final_clauses_of).is_open_to_many:
        return
    for body in draft.fact(bodies_of):
        if Need.TERM in body.lacks:
            said = f"the {body.name} is set up, but nothing says for how long its members serve"
            yield Finding(
                draft.opening(body.stretch.node),
                f"{said}; add a term, and what happens when a seat falls vacant",
            )


RULE = Rule("body-without-term", Severity.NOTE, __doc__, check, AFTER_ZERO)
