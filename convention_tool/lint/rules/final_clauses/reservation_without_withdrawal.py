"""Reservations are allowed, and nothing says how they are withdrawn.

Why it matters: the Vienna Convention on the Law of Treaties (article 22) lets a reservation be
withdrawn at any time; most treaties say so and name the addressee, so that the depositary can tell
the others the day.

Found:
    A State may make a reservation to article 9.

Better:
    A State may withdraw a reservation at any time by notice to the depositary.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.final_clauses import final_clauses_of
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Permitted reservations, and no word on withdrawal."""
    clauses = draft.fact(final_clauses_of)
    if not clauses.is_read or not clauses.is_open_to_many:
        return
    clause = clauses.clause("reservations")
    rule = clause.reply("reservations-rule").answers
    if rule and rule[0].say in _ALLOWED and not clause.reply("reservations-withdrawal").answers:
        yield Finding(draft.opening(rule[0].sentence.stretch.node), _MESSAGE)


#: The answers under which some reservation may be made.
_ALLOWED = frozenset(("allowed", "not against object and purpose"))

#: What a drafter reads.
_MESSAGE = (
    "reservations are allowed, but nothing says how they are withdrawn; add that it may be done at "
    "any time by notice to the depositary"
)


RULE = Rule("reservation-without-withdrawal", Severity.NOTE, __doc__, check)
