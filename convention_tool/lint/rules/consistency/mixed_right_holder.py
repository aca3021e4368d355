"""Rights of one part belong to "everyone" in one article and to "all persons" in another.

Why it matters: where the holder of a right is named in two ways, a reader asks whether the second
right has other holders. "Everyone" and "every person" mean the same; one of them is enough.

Found:
    Everyone has the right to rest.
    Every person has the right to food.

Better:
    Everyone has the right to rest.
    Everyone has the right to food.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.lint.rules.consistency.forms import found, mixed


def check(draft: Draft) -> Iterator[Finding]:
    """One finding, where the rarest formula is used first."""
    words = rule_words("consistency", "mixed-right-holder", draft.instrument.language)
    forms = found(draft, words)
    finding = mixed(
        draft, forms, "say whether these are the same persons, and name them in one way"
    )
    if finding:
        yield finding


RULE = Rule("mixed-right-holder", Severity.NOTE, __doc__, check)
