"""Nothing says when the treaty enters into force for those who join later.

Why it matters: the rule on the first entry into force is spent once it has happened. The Vienna
Convention on the Law of Treaties (article 24, paragraph 3) then takes the day of consent, which is
seldom the delay that the drafters gave the first parties.

Found:
    The present Convention enters into force ninety days after the deposit of the tenth instrument.
    (and no word on the eleventh)

Better:
    For each State that deposits its instrument after the tenth, the present Convention enters into
    force ninety days after that deposit.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.final_clauses import final_clauses_of
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """A threshold without a rule for those who come after it."""
    clauses = draft.fact(final_clauses_of)
    if not clauses.is_read or not clauses.is_open_to_many:
        return
    clause = clauses.clause("entry-into-force")
    first = clause.reply("instruments").answers
    if first and not clause.later:
        where = draft.opening(first[0].sentence.stretch.node)
        yield Finding(where, _MESSAGE)


#: What a drafter reads.
_MESSAGE = (
    "nothing says when the treaty enters into force for a State that joins later; add a paragraph "
    'that begins "For each State that" ... "after"'
)


RULE = Rule("no-rule-for-later-parties", Severity.WARNING, __doc__, check)
