"""An instrument on migrants does not preserve what other law gives already.

Why it matters: a later and more special treaty may be read to replace better rules of an earlier
one. The convention of 1990 keeps more favourable rights in its article 81; the covenants have their
article 5 (2).

Found:
    (no article speaks of more favourable rights)

Better:
    Nothing in the present Convention shall affect a right that is more favourable to migrants.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.subject import lacks_clause
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import AFTER_ZERO, Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """One finding, at the title of the text."""
    words = rule_words("rights", "missing-non-regression-clause", draft.instrument.language)
    if lacks_clause(draft, words):
        said = "no article preserves rights that are more favourable"
        yield Finding(
            draft.opening(draft.instrument),
            f"{said}; add one, so that nothing in this text lowers them",
        )


RULE = Rule("missing-non-regression-clause", Severity.WARNING, __doc__, check, AFTER_ZERO)
