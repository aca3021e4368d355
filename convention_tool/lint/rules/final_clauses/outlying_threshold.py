"""Entry into force needs far fewer or far more instruments than in the core treaties.

Why it matters: a low number brings a treaty and its bodies to life with too few States to elect and
pay for them; a high one can keep it waiting for decades. The core human rights treaties ask for 20
to 35 instruments, their protocols for 10, the conventions on refugees and on stateless persons for 6.

Found:
    The present Convention enters into force after the deposit of the sixtieth instrument.

Better:
    The present Convention enters into force after the deposit of the twentieth instrument.
"""

import re
from collections.abc import Iterator

from convention_tool.analysis.clause_phrases import in_digits
from convention_tool.analysis.draft import Draft
from convention_tool.analysis.final_clauses import final_clauses_of
from convention_tool.catalogue.final_clause_figures import usual_instruments
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """A threshold below the lowest or above the highest of the core treaties."""
    clauses = draft.fact(final_clauses_of)
    if not clauses.is_read or not clauses.is_open_to_all:
        return
    low, high = usual_instruments()
    for answer in clauses.clause("entry-into-force").reply("instruments").answers:
        if len(_NUMBER.findall(in_digits(answer.sentence.words, clauses.language))) > _PLAIN:
            continue
        outside = [number for number in answer.slots.numbers if not low <= number <= high]
        if outside:
            asked = f"entry into force needs {answer.say} instruments"
            usual = f"core treaties ask for {low} to {high}, often for 20"
            yield Finding(draft.opening(answer.sentence.stretch.node), f"{asked}; {usual}")


#: A number but for the one of "the first day of the month".
_NUMBER = re.compile(r"\b(?!1\b)\d+")

#: A plain rule has two numbers, of instruments and of days; one with more counts kinds of State.
_PLAIN = 2

RULE = Rule("outlying-threshold", Severity.NOTE, __doc__, check)
