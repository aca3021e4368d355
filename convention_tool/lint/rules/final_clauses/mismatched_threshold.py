"""The rule for those who join later counts from another instrument than the rule on entry into force.

Why it matters: the first paragraph says after which instrument the treaty enters into force; the
next one repeats that number to say who joins later. When only one of the two is changed in
negotiation, the States in between fall under both rules, or under none.

Found:
    The present Convention enters into force after the deposit of the thirtieth instrument.
    For each State that ratifies it after the deposit of the twentieth instrument, it enters into
    force on the day of that State's own deposit.

Better:
    For each State that ratifies it after the deposit of the thirtieth instrument, it enters into
    force on the day of that State's own deposit.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.final_clauses import final_clauses_of
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Two numbers of instruments in one article that should be the same."""
    clauses = draft.fact(final_clauses_of)
    if not clauses.is_read or not clauses.is_open_to_many:
        return
    clause = clauses.clause("entry-into-force")
    asked = [one.slots.numbers for one in clause.reply("instruments").answers if one.slots.numbers]
    if not asked:
        return
    for answer in clause.reply("later-threshold").answers:
        counted = answer.slots.numbers
        if counted and not {*counted} & {*asked[0]}:
            first, then = " or ".join(map(str, asked[0])), " or ".join(map(str, counted))
            said = f"entry into force needs {first} instruments, but those who join later"
            cure = "write the same number in both"
            where = draft.opening(answer.sentence.stretch.node)
            yield Finding(where, f"{said} are counted from number {then}; {cure}")


RULE = Rule("mismatched-threshold", Severity.ERROR, __doc__, check)
