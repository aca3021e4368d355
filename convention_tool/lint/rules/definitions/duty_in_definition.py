"""A definition lays down a duty.

Why it matters: a definition says what a word means. A duty that hides in it is overlooked by those
who read the articles for their duties, and it binds wherever the word stands.

Found:
    "keeper" means a person in charge of a lighthouse, who shall keep a log of all ships.

Better:
    "keeper" means a person in charge of a lighthouse.
    (and, in an article of its own)
    Every keeper shall keep a log of all ships.
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
    """Each definition that binds somebody to something."""
    duty = _duty(draft.instrument.language)
    if not duty:
        return
    for one in draft.fact(definitions):
        if one.manner is not Manner.NAMED and (match := duty.search(one.meaning)):
            said = f'the definition of "{one.term}" lays down a duty ("{match[0]}")'
            place = draft.span_of_words(one.stretch, one.start, one.end)
            yield Finding(place, f"{said}; move it to an article of its own")


@cache
def _duty(language: str) -> re.Pattern[str] | None:
    """The words that bind, unless they only say what counts as what."""
    words = rule_words("definitions", "duty-in-definition", language)
    if not words:
        return None
    binds, meaning = "|".join(words["binds"]), "|".join(words["meaning"])
    return re.compile(rf"\b(?:{binds}) (?!(?:{meaning})\b)\w+(?: \w+)?")


RULE = Rule("duty-in-definition", Severity.WARNING, __doc__, check)
