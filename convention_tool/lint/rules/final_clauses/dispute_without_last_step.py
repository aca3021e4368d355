"""Disputes are to be negotiated, and nothing says what follows if that fails.

Why it matters: a duty to negotiate is no duty to agree (Charter of the United Nations, Article 33,
lists the means). Treaties that want a decision name arbitration or a court, often with a period and
the right to stay out.

Found:
    A dispute about the present Convention shall be settled by negotiation.

Better:
    A dispute that is not settled within six months shall, at the request of a party to it, be
    submitted to arbitration.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.final_clauses import final_clauses_of
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Negotiation or conciliation as the only step."""
    clauses = draft.fact(final_clauses_of)
    if not clauses.is_read or not clauses.is_open_to_many:
        return
    if len(draft.saying(*clauses.words("disputes").look)) > _SYSTEM:
        return
    steps = clauses.clause("disputes").reply("dispute-steps").answers
    if steps and all(step.say in _SOFT for step in steps):
        said = f"the only step for a dispute is {' and '.join(step.say for step in steps)}"
        cure = "say what follows if it fails, or that nothing does"
        yield Finding(draft.opening(steps[0].sentence.stretch.node), f"{said}; {cure}")


#: A text that speaks of disputes in more places has a system of its own for them.
_SYSTEM = 20

#: The steps after which a dispute may remain.
_SOFT = frozenset(("negotiation", "conciliation or mediation"))


RULE = Rule("dispute-without-last-step", Severity.NOTE, __doc__, check)
