"""Organizations may join, and nothing says whether their instruments count.

Why it matters: where an organization and its member States both deposit instruments, the same
States may be counted twice towards entry into force. Treaties that admit organizations of regional
integration say that their instruments are not counted beside those of their members.

Found:
    The present Convention is open to organizations of regional integration.
    The present Convention enters into force after the deposit of the twentieth instrument.

Better:
    Instruments of such an organization are not counted for the purposes of this article.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.final_clauses import final_clauses_of
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Membership of organizations without a rule on counting."""
    clauses = draft.fact(final_clauses_of)
    if not clauses.is_read or not clauses.is_open_to_many:
        return
    first = clauses.clause("entry-into-force").reply("instruments").answers
    if not first or not clauses.clause("organizations").reply("organization-membership").answers:
        return
    counted = clauses.clause("organizations").sentences
    beside = any(one.stretch is first[0].sentence.stretch for one in counted)
    if not beside and not clauses.clause("counting").sentences:
        yield Finding(draft.opening(first[0].sentence.stretch.node), _MESSAGE)


#: What a drafter reads.
_MESSAGE = (
    "organizations may join, but nothing says whether their instruments count towards entry into "
    "force; say that they do not count beside those of their members"
)


RULE = Rule("unsettled-counting", Severity.NOTE, __doc__, check)
