"""Persons who are not nationals have several names: "aliens", "foreigners", "non-nationals".

Why it matters: each of these words has been used in treaties, and each has its own history. A text that
uses two for the same persons invites the argument that they are not the same.

Found:
    Every alien may work as a keeper.
    (and, further on)
    Foreigners who work as keepers may bring their families.

Better:
    Every alien may work as a keeper.
    (and, further on)
    Aliens who work as keepers may bring their families.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.lint.rules.consistency.forms import found, mixed


def check(draft: Draft) -> Iterator[Finding]:
    """One finding, where the rarest of the words is used first."""
    words = rule_words("terminology", "mixed-name-for-foreigners", draft.instrument.language)
    finding = mixed(draft, found(draft, words), "use one name where the same persons are meant")
    if finding:
        yield finding


RULE = Rule("mixed-name-for-foreigners", Severity.NOTE, __doc__, check)
