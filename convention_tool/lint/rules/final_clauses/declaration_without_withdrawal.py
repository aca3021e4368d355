"""A State may declare something on joining, and nothing says whether it may take that back.

Why it matters: declarations that accept or refuse a procedure change what a State owes. Without a
rule on form, withdrawal and pending matters each declaration becomes a question of its own. The
treaties on human rights let them be withdrawn at any time by notice, without effect on what has
begun.

Found:
    A State Party may declare that it does not accept article 7.

Better:
    A State Party may declare that it does not accept article 7, and may withdraw the declaration at
    any time by notice to the depositary.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.final_clauses import final_clauses_of
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """An optional declaration, and no word on its withdrawal."""
    clauses = draft.fact(final_clauses_of)
    if not clauses.is_read or not clauses.is_open_to_many:
        return
    clause = clauses.clause("declarations")
    declared = clause.reply("declarations-effect").answers
    taken_back = (
        clause.reply("declarations-withdrawal").answers
        or clauses.clause("reservations").reply("reservations-withdrawal").answers
    )
    if declared and not taken_back:
        yield Finding(draft.opening(declared[0].sentence.stretch.node), _MESSAGE)


#: What a drafter reads.
_MESSAGE = (
    "nothing says whether such a declaration may be withdrawn; say how, and that a matter which has "
    "begun goes on"
)


RULE = Rule("declaration-without-withdrawal", Severity.NOTE, __doc__, check)
