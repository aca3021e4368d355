"""An instrument on migrants gives nobody a remedy.

Why it matters: a right that no authority must hear a complaint about is a promise. The covenant on
civil and political rights has an effective remedy in article 2 (3), the convention of 1990 in
article 83.

Found:
    (articles on rights, and none that speaks of a remedy)

Better:
    Every migrant whose rights are violated has the right to an effective remedy.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.subject import lacks_clause
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import AFTER_ZERO, Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """One finding, at the title of the text."""
    words = rule_words("rights", "missing-remedy-clause", draft.instrument.language)
    if lacks_clause(draft, words):
        said = "no article gives a remedy to those whose rights are violated"
        yield Finding(
            draft.opening(draft.instrument),
            f"{said}; add one, with who decides and how the decision is enforced",
        )


RULE = Rule("missing-remedy-clause", Severity.WARNING, __doc__, check, AFTER_ZERO)
