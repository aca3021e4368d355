"""Parties must report to a body, and nothing says when or how often.

Why it matters: a duty without a date cannot be overdue. The treaties on human rights ask for a
first report one or two years after entry into force and for others every two to five years, or
whenever the body so requests.

Found:
    States Parties shall submit to the Committee reports on the measures that they have taken.

Better:
    States Parties shall submit to the Committee a report within one year of the entry into force of
    the present Convention for them, and after that every four years.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.final_clauses import final_clauses_of
from convention_tool.analysis.home.bodies import bodies_of
from convention_tool.analysis.home.procedures import reports_without_cycle
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import AFTER_ZERO, Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """The first duty to report, where no article about reports has a period."""
    if not draft.fact(final_clauses_of).is_open_to_many or not draft.fact(bodies_of):
        return
    duty = draft.fact(reports_without_cycle)
    if duty:
        yield Finding(draft.opening(duty.node), _MESSAGE)


#: What a drafter reads.
_MESSAGE = (
    "parties must report, but nothing says when; write when the first report is due and how often "
    "others follow"
)


RULE = Rule("report-without-cycle", Severity.WARNING, __doc__, check, AFTER_ZERO)
