"""Amendments may be proposed, and nothing says by what majority they are adopted.

Why it matters: without a rule every party must agree (Vienna Convention on the Law of Treaties,
article 40, leaves it to the treaty). The human rights treaties let a conference adopt by majority and
ask for acceptance by two thirds.

Found:
    A State Party may propose an amendment.

Better:
    The Conference adopts an amendment by a majority of two thirds of those present and voting.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.final_clauses import final_clauses_of
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """A right to propose amendments, without a majority."""
    clauses = draft.fact(final_clauses_of)
    if not clauses.is_read or not clauses.is_open_to_many:
        return
    clause = clauses.clause("amendment")
    proposed = clause.reply("amendment-proposal").answers
    if proposed and not clause.reply("amendment-majority").answers:
        yield Finding(draft.opening(proposed[0].sentence.stretch.node), _MESSAGE)


#: What a drafter reads.
_MESSAGE = (
    "an amendment may be proposed, but nothing says by what majority it is adopted; give the majority "
    "and who votes"
)


RULE = Rule("amendment-without-majority", Severity.NOTE, __doc__, check)
