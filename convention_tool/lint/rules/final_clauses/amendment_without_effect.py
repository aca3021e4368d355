"""An amendment is adopted, and nothing says when it enters into force or whom it binds.

Why it matters: an amendment may bind those that accept it or, past a threshold, all parties. The
Vienna Convention on the Law of Treaties (article 40) takes the first where the treaty is silent;
treaties that set up bodies often need the second for the rules of the body.

Found:
    An amendment is adopted by a majority of two thirds.

Better:
    An amendment enters into force for the parties that accept it, once two thirds have done so.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.final_clauses import final_clauses_of
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """A majority for amendments, and no word on their effect."""
    clauses = draft.fact(final_clauses_of)
    if not clauses.is_read or not clauses.is_open_to_many:
        return
    clause = clauses.clause("amendment")
    adopted = clause.reply("amendment-majority").answers
    settled = clause.reply("amendment-force").answers or clause.reply("amendment-bound").answers
    if adopted and not settled:
        yield Finding(draft.opening(adopted[0].sentence.stretch.node), _MESSAGE)


#: What a drafter reads.
_MESSAGE = (
    "nothing says when an amendment enters into force and whom it binds; say both, as in "
    '"for those parties that have accepted it"'
)


RULE = Rule("amendment-without-effect", Severity.NOTE, __doc__, check)
