"""The law of a State is called by several names: "national law", "domestic law", "internal law".

Why it matters: "law" takes in the decisions of courts and the rules of ministries, "legislation"
only what was enacted. Where a text says both, the reader asks whether the difference is meant.

Found:
    Keepers are licensed under national law.
    (and, further on)
    The licence may be withdrawn under domestic law.

Better:
    The licence may be withdrawn under national law.
"""

from collections.abc import Iterator

from convention_tool.analysis.definitions import Use
from convention_tool.analysis.draft import Draft
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.lint.rules.consistency.forms import found, mixed


def check(draft: Draft) -> Iterator[Finding]:
    """One finding, where the rarest name is used first; one use of each shows no habit."""
    words = rule_words("consistency", "mixed-name-for-national-law", draft.instrument.language)
    forms = found(draft, words, counts=_is_law_alone)
    finding = mixed(draft, forms, "choose one name where the same law is meant")
    if finding and len(forms[0].uses) > 1:
        yield finding


def _is_law_alone(use: Use) -> bool:
    """Whether the words are not those of "laws and regulations", which take in more on purpose."""
    return not use.stretch.words.startswith(
        (" and ", " or ", " et ", " ou ", " y ", " o "), use.end
    )


RULE = Rule("mixed-name-for-national-law", Severity.NOTE, __doc__, check)
