"""A body is set up, and nothing says who elects or appoints its members.

Why it matters: until somebody may choose them, there are no members, and the body exists on paper
only. The treaties on human rights say who nominates, who elects, how and when (model: articles 29 to
34 of the International Covenant on Civil and Political Rights; guidelines of Addis Ababa on the
independence of members).

Found:
    A Committee on Lighthouses is established.
    (and no article says how anyone becomes a member)

Better:
    The States Parties shall elect the members of the Committee by secret ballot.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.final_clauses import final_clauses_of
from convention_tool.analysis.home.bodies import Need, bodies_of
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import AFTER_ZERO, Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each body whose members nobody elects or appoints."""
    if not draft.fact(final_clauses_of).is_open_to_many:
        return
    for body in draft.fact(bodies_of):
        if Need.ELECTION in body.lacks:
            said = f"the {body.name} is set up, but nothing says who elects or appoints its members"
            yield Finding(
                draft.opening(body.stretch.node), f"{said}; add who nominates, who elects, and how"
            )


RULE = Rule("body-without-election", Severity.WARNING, __doc__, check, AFTER_ZERO)
