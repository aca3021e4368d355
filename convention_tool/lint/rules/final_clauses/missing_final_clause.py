"""A clause is missing without which the treaty cannot come to bind.

Why it matters: how a State consents, when the treaty enters into force, who the depositary is and
which languages are authentic are settled by the parties; the Vienna Convention on the Law of
Treaties (articles 11 to 16, 24, 33, 76 and 77) only says what happens where they are silent. The
rule speaks when a text looks like a whole treaty, and asks two parties for less than many.

Found:
    (twenty-five articles of rights and duties, and no word on the deposit of instruments)

Better:
    Instruments of ratification shall be deposited with the Secretary-General, who is the
    depositary of the present Convention.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.missing_clauses import missing_final_clauses
from convention_tool.catalogue.final_clauses import Weight
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each essential clause that no article has, at the last article."""
    for clause in draft.fact(missing_final_clauses):
        if clause.weight is Weight.ESSENTIAL:
            yield Finding(draft.opening(draft.instrument.articles[-1]), clause.missing)


RULE = Rule("missing-final-clause", Severity.WARNING, __doc__, check)
