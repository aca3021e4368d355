"""Matters may be pending before a body when a party leaves, and nothing says what becomes of them.

Why it matters: a State that is the subject of a complaint could end it by denunciation. The
conventions that let persons complain say that what was begun goes on, and that past acts remain
subject to the treaty (Vienna Convention on the Law of Treaties, article 70).

Found:
    The Committee shall consider communications from individuals.
    A State Party may denounce the present Convention with one year's notice.

Better:
    Denunciation does not affect a matter that is pending before the Committee on its date.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.final_clauses import final_clauses_of
from convention_tool.analysis.home.procedures import complaints_of
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Communications or complaints, a right to denounce, and no word on what outlives it."""
    clauses = draft.fact(final_clauses_of)
    if not clauses.is_read or not clauses.is_open_to_many or not draft.fact(complaints_of):
        return
    clause = clauses.clause("denunciation")
    allowed = clause.reply("denunciation-right").answers
    if allowed and not clause.reply("survival").answers:
        yield Finding(draft.opening(allowed[0].sentence.stretch.node), _MESSAGE)


#: What a drafter reads.
_MESSAGE = (
    "nothing says what becomes of complaints that are pending when a party leaves; say that they are "
    "examined to the end, and that past acts remain subject to the treaty"
)


RULE = Rule("denunciation-without-survival", Severity.NOTE, __doc__, check)
