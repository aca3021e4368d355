"""A stay that is in order is "lawfully present" in one article and "lawfully staying" in another.

Why it matters: the law on refugees grades its rights by these words: less for those who are present,
more for those who stay, most for those who reside. A text that does not grade should use one.

Found:
    A keeper who is lawfully present may work.
    (and, further on)
    A keeper who is lawfully staying may bring the family.

Better:
    A keeper who is lawfully present may bring the family.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.lint.rules.consistency.forms import found, mixed


def check(draft: Draft) -> Iterator[Finding]:
    """One finding, where the rarest of the words is used first."""
    words = rule_words("terminology", "mixed-words-for-lawful-stay", draft.instrument.language)
    finding = mixed(draft, found(draft, words), "say whether a difference is meant")
    if finding:
        yield finding


RULE = Rule("mixed-words-for-lawful-stay", Severity.NOTE, __doc__, check)
