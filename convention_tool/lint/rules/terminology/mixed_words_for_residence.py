"""A person's tie to a place is "habitual residence" in one article and "ordinary residence" in another.

Why it matters: courts have given each of these words a meaning of its own, so that a person may have
the one residence and lack the other. A text that means one test should use one word.

Found:
    A keeper applies where the keeper is habitually resident.
    (and, further on)
    The State in which the keeper is ordinarily resident pays.

Better:
    The State in which the keeper is habitually resident pays.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.lint.rules.consistency.forms import found, mixed


def check(draft: Draft) -> Iterator[Finding]:
    """One finding, where the rarest of the words is used first."""
    words = rule_words("terminology", "mixed-words-for-residence", draft.instrument.language)
    finding = mixed(draft, found(draft, words), "use one where the same test is meant")
    if finding:
        yield finding


RULE = Rule("mixed-words-for-residence", Severity.NOTE, __doc__, check)
