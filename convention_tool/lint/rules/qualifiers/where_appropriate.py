"""A duty holds only where it is appropriate or necessary.

Why it matters: "where appropriate" does not say who judges what is appropriate, nor by what: the
State that bears the duty will. The words do little harm where a choice of means is meant, and a
good deal where the duty itself hangs on them. One remark for each provision.

Found:
    States Parties shall, where appropriate, give keepers the help of an interpreter.

Better:
    States Parties shall give keepers the help of an interpreter where they do not understand the
    language of the hearing.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.weakening import alone
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """The first such words of each provision."""
    for one in alone(draft, RULE.code):
        place = draft.span_of_words(one.stretch, one.start, one.end)
        said = f'"{one.words}" leaves open when the duty applies, and who decides it'
        yield Finding(place, f"{said}; name the case, or leave it out")


RULE = Rule("where-appropriate", Severity.NOTE, __doc__, check)
