"""A definition leaves the meaning of a term to national law.

Why it matters: the term then means another thing in every State, and each can change it alone. The
manual of the International Labour Organization advises against it where a common meaning can be
found; for matters of family or of civil status it is often intended.

Found:
    "keeper" means a person who is a keeper as defined by national law.

Better:
    "keeper" means a person in charge of a lighthouse, whatever the title that national law gives.
"""

import re
from collections.abc import Iterator
from functools import cache

from convention_tool.analysis.definitions import Manner, definitions
from convention_tool.analysis.draft import Draft
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each definition that says so."""
    leaves = _leaves(draft.instrument.language)
    if not leaves:
        return
    for one in draft.fact(definitions):
        if one.manner is Manner.MEANS and (match := leaves.search(one.meaning)):
            said = f'"{one.term}" means what each State says ("{match[0]}")'
            place = draft.span_of_words(one.stretch, one.start, one.end)
            yield Finding(place, f"{said}; say whether that is intended, or define it here")


@cache
def _leaves(language: str) -> re.Pattern[str] | None:
    words = rule_words("definitions", "definition-by-national-law", language)
    if not words:
        return None
    ways, laws = "|".join(words["ways"]), "|".join(words["laws"])
    return re.compile(rf"\b(?:{ways}) (?:{laws})\b")


RULE = Rule("definition-by-national-law", Severity.NOTE, __doc__, check)
