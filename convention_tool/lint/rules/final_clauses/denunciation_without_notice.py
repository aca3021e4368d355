"""A party may denounce the treaty, and nothing says when that takes effect.

Why it matters: between notice and effect the other parties prepare and the persons protected keep
their rights. Where a treaty is silent the general law asks for twelve months (Vienna Convention on
the Law of Treaties, article 56), but only if denunciation is allowed by implication.

Found:
    A State Party may denounce the present Convention by notice to the depositary.

Better:
    Denunciation takes effect one year after the depositary has received the notice.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.final_clauses import final_clauses_of
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """A right to denounce, without a period."""
    clauses = draft.fact(final_clauses_of)
    if not clauses.is_read or not clauses.is_open_to_many:
        return
    clause = clauses.clause("denunciation")
    allowed = clause.reply("denunciation-right").answers
    if allowed and not clause.reply("notice").answers:
        yield Finding(draft.opening(allowed[0].sentence.stretch.node), _MESSAGE)


#: What a drafter reads.
_MESSAGE = (
    "nothing says when a denunciation takes effect; give the period of notice, as in "
    '"one year after receipt"'
)


RULE = Rule("denunciation-without-notice", Severity.WARNING, __doc__, check)
