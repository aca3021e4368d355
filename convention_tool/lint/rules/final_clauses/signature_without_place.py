"""The treaty is open for signature, and nothing says where or until when.

Why it matters: a depositary must know from which day, in which place and how long States may sign;
those that come later accede (Vienna Convention on the Law of Treaties, articles 10 to 12).
Several treaties of the United Nations leave it to the depositary; a drafter should do so knowingly.

Found:
    The present Convention is open for signature by all States.

Better:
    The present Convention is open for signature by all States at United Nations Headquarters in New
    York until it enters into force.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.final_clauses import final_clauses_of
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import AFTER_ZERO, Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Signature without a place and without an end."""
    clauses = draft.fact(final_clauses_of)
    if not clauses.is_read or not clauses.is_open_to_many:
        return
    clause = clauses.clause("signature")
    settled = clause.reply("signature-place").answers or clause.reply("signature-period").answers
    if clause.sentences and not settled:
        where = draft.opening(clause.sentences[0].stretch.node)
        yield Finding(where, "nothing says where States may sign, and until when; add both")


RULE = Rule("signature-without-place", Severity.NOTE, __doc__, check, AFTER_ZERO)
