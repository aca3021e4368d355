"""A definition says both what a term means and what it includes.

Why it matters: "means" closes a definition and "includes" leaves it open. With both, a court asks
whether what is included lies within the meaning or is added to it. Some drafters choose the form
on purpose, to settle a doubtful case.

Found:
    "vessel" means a ship of any size and includes a raft.

Better:
    "vessel" means a ship of any size or a raft.
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
    """Each definition that closes and then opens."""
    opens = _opens(draft.instrument.language)
    if not opens:
        return
    for one in draft.fact(definitions):
        if one.manner is Manner.MEANS and (match := opens.search(one.meaning)):
            said = f'the definition of "{one.term}" closes with its meaning and opens with'
            cure = "say which of the two is meant"
            place = draft.span_of_words(one.stretch, one.start, one.end)
            yield Finding(place, f'{said} "{match["opens"]}"; {cure}')


@cache
def _opens(language: str) -> re.Pattern[str] | None:
    words = rule_words("definitions", "mixed-means-and-includes", language).get("opens")
    return re.compile(rf"(?:^|[,;]? )(?P<opens>{'|'.join(words)})\b") if words else None


RULE = Rule("mixed-means-and-includes", Severity.NOTE, __doc__, check)
