"""A final clause that treaties usually have is missing.

Why it matters: silence on signature, reservations, amendment, denunciation or disputes is a
choice, and the general law fills it (Vienna Convention on the Law of Treaties, articles 10, 19 to
23, 39 to 41, 54 to 56). A drafter should make that choice knowingly.

Found:
    (a whole convention that nowhere speaks of reservations)

Better:
    No reservation may be made that is incompatible with the object and purpose of the present
    Convention.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.missing_clauses import missing_final_clauses
from convention_tool.catalogue.final_clauses import Weight
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each usual clause that no article has, at the last article."""
    for clause in draft.fact(missing_final_clauses):
        if clause.weight is Weight.USUAL:
            yield Finding(draft.opening(draft.instrument.articles[-1]), clause.missing)


RULE = Rule("missing-usual-clause", Severity.NOTE, __doc__, check)
