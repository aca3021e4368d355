"""Entry into force depends on instruments whose number the text does not give.

Why it matters: until a certain number of States have consented, the treaty binds nobody; without
the number nobody can tell the day. The Vienna Convention on the Law of Treaties (article 24) leaves
manner and date to the parties. A first sketch may leave the number open; a text under negotiation
should offer figures to choose from.

Found:
    The present Convention enters into force after the deposit of the [...] instrument.

Better:
    The present Convention enters into force after the deposit of the twentieth instrument.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.final_clauses import final_clauses_of
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import AFTER_ZERO, Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """A threshold that is left open."""
    clauses = draft.fact(final_clauses_of)
    if not clauses.is_read or not clauses.is_open_to_many:
        return
    clause = clauses.clause("entry-into-force")
    reply = clause.reply("instruments")
    if any(answer.slots.numbers for answer in reply.answers):
        return
    for answer in reply.answers:
        yield Finding(draft.opening(answer.sentence.stretch.node), _OPEN)


#: What a drafter reads where the number is a placeholder.
_OPEN = (
    "the number of instruments that entry into force needs is left open; write a number, or the "
    "numbers between which States may choose"
)


RULE = Rule("threshold-without-number", Severity.WARNING, __doc__, check, AFTER_ZERO)
