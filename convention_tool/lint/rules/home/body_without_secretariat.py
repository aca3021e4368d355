"""A body is set up, and nothing says who serves it.

Why it matters: a body without staff cannot send an invitation. The treaties on human rights oblige
the Secretary-General of the United Nations to provide staff and facilities; the call for a new
convention on migrants sees the lack of a standing secretariat as the weakness of several bodies.

Found:
    A Committee on Lighthouses is established and meets every year.

Better:
    The Secretary-General shall provide the staff and facilities that the Committee needs.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.final_clauses import final_clauses_of
from convention_tool.analysis.home.bodies import Need, bodies_of
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import AFTER_ZERO, Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each body that nobody serves."""
    if not draft.fact(final_clauses_of).is_open_to_many:
        return
    for body in draft.fact(bodies_of):
        if Need.SECRETARIAT in body.lacks:
            said = f"the {body.name} is set up, but nothing says who serves it"
            yield Finding(
                draft.opening(body.stretch.node),
                f"{said}; name a secretariat, and who provides staff and facilities",
            )


RULE = Rule("body-without-secretariat", Severity.WARNING, __doc__, check, AFTER_ZERO)
