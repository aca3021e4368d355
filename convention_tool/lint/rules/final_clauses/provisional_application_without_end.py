"""The treaty is applied provisionally, and nothing says until when.

Why it matters: provisional application ends when the treaty enters into force or a State gives
notice that it will not join (Vienna Convention on the Law of Treaties, article 25). A text that says
neither may bind for years without a parliament having agreed.

Found:
    The present Convention shall be applied provisionally from the date of signature.

Better:
    The present Convention shall be applied provisionally from the date of signature until it enters
    into force, and no longer than three years.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.final_clauses import final_clauses_of
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Provisional application that has a beginning only."""
    clauses = draft.fact(final_clauses_of)
    if not clauses.is_read or not draft.saying(*clauses.words("provisional-application").look):
        return
    clause = clauses.clause("provisional-application")
    begun = clause.reply("provisional-start").answers
    in_force = {id(one) for one in clauses.clause("entry-into-force").articles}
    if begun and id(begun[0].sentence.stretch.article) in in_force:
        return  # the rule on entry into force ends it
    if begun and not clause.reply("provisional-end").answers:
        where = draft.opening(begun[0].sentence.stretch.node)
        cure = "say until when, and how a State may end it"
        yield Finding(where, f"the treaty is applied provisionally without an end; {cure}")


RULE = Rule("provisional-application-without-end", Severity.NOTE, __doc__, check)
