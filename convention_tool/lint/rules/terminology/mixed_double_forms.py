"""Both genders are named in several ways: "he or she", "she or he", "he/she".

Why it matters: a text that names both wants to treat both alike; one way of doing so is enough.
The oblique stroke is for forms, not for treaties.

Found:
    A keeper states his or her name, and he/she signs the log.

Better:
    A keeper states his or her name, and he or she signs the log.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.lint.rules.consistency.forms import found, mixed


def check(draft: Draft) -> Iterator[Finding]:
    """One finding, where the rarest way is used first."""
    words = rule_words("terminology", "mixed-double-forms", draft.instrument.language)
    forms = [form._replace(name=form.uses[0].words) for form in found(draft, words)]
    finding = mixed(draft, forms, "choose one way")
    if finding:
        yield finding


RULE = Rule("mixed-double-forms", Severity.NOTE, __doc__, check)
