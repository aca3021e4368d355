"""An instrument on migrants does not forbid return to torture, persecution or death.

Why it matters: expulsion is the measure that undoes all other rights. The convention of 1990 has
no such article, and leans on the convention against torture, article 3, and on the refugee
convention, article 33, which do not reach everyone. A general text has to say it itself.

Found:
    (articles on expulsion that speak of procedure alone)

Better:
    No migrant shall be returned to a State where there are substantial grounds for believing that
    there is a real risk of torture.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.subject import lacks_clause
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import AFTER_ZERO, Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """One finding, at the title of the text."""
    words = rule_words("rights", "missing-non-refoulement", draft.instrument.language)
    if lacks_clause(draft, words):
        said = "no article forbids return to danger"
        yield Finding(
            draft.opening(draft.instrument),
            f"{said}; add one: no return where there is a real risk of torture or persecution",
        )


RULE = Rule("missing-non-refoulement", Severity.WARNING, __doc__, check, AFTER_ZERO)
