"""A depositary is named, and nothing says what it is to do.

Why it matters: the Vienna Convention on the Law of Treaties (article 77) lists what a depositary does
where the treaty is silent, but only between States that are bound by it. Treaties usually say whom
the depositary informs, of what, and who receives certified copies.

Found:
    The instruments shall be deposited with the Secretary-General.
    (and no word on what the Secretary-General does with them)

Better:
    The Secretary-General shall inform all States of signatures, instruments and reservations.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.final_clauses import final_clauses_of
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import AFTER_ZERO, Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """A depositary clause, and no word on notices or copies."""
    clauses = draft.fact(final_clauses_of)
    if not clauses.is_read or not clauses.is_open_to_many:
        return
    named = clauses.clause("depositary").reply("depositary-name").answers
    if named and not clauses.clause("notifications").reply("depositary-functions").answers:
        yield Finding(draft.opening(named[0].sentence.stretch.node), _MESSAGE)


#: What a drafter reads.
_MESSAGE = (
    "nothing says what the depositary does; say whom it informs of instruments, reservations and "
    "dates, and who receives certified copies"
)


RULE = Rule("depositary-without-functions", Severity.NOTE, __doc__, check, AFTER_ZERO)
