"""An instrument on migrants does not bind States to put its rights into effect.

Why it matters: without a duty to adopt laws and other measures a State may say that it has
promised results and owes no steps. The convention of 1990 has the duty in article 84, the covenants
in their article 2.

Found:
    (articles on rights, and none on measures)

Better:
    Each State Party undertakes to adopt the legislative and other measures that are necessary to
    give effect to the present Convention.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.subject import lacks_clause
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import AFTER_ZERO, Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """One finding, at the title of the text."""
    words = rule_words("rights", "missing-implementation-clause", draft.instrument.language)
    if lacks_clause(draft, words):
        said = "no article binds States to put the rights into effect"
        yield Finding(
            draft.opening(draft.instrument),
            f"{said}; add one: the legislative and other measures that are necessary",
        )


RULE = Rule("missing-implementation-clause", Severity.WARNING, __doc__, check, AFTER_ZERO)
