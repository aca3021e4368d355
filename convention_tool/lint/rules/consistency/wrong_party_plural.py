"""Several States Parties are called "State Parties".

Why it matters: the plural of "State Party" is "States Parties": States that are parties. "State
Parties" reads as if the parties belonged to a State; most texts that have it have it by a slip.

Found:
    State Parties shall keep lists of lighthouses.

Better:
    States Parties shall keep lists of lighthouses.
"""

import re
from collections.abc import Iterator

from convention_tool.analysis.definitions import Use
from convention_tool.analysis.draft import Draft
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.lint.rules.consistency.forms import edits, offered, place, times

_WRONG = re.compile(r"\b[Ss]tate [Pp]arties\b")


def check(draft: Draft) -> Iterator[Finding]:
    """One finding, at the first place; it mends every place."""
    if not rule_words("consistency", "wrong-party-plural", draft.instrument.language):
        return
    uses = [
        Use(stretch, *match.span())
        for stretch in draft.saying("state")
        if "tate Parties" in stretch.words or "tate parties" in stretch.words
        for match in _WRONG.finditer(stretch.words)
    ]
    if uses:
        right = _mended(uses[0].words)
        fix = offered(f'write "{right}"', edits(draft, uses, _mended))
        count = f" ({times(len(uses))})" if len(uses) > 1 else ""
        said = f'"{uses[0].words}"{count} is no plural of "State Party"'
        yield Finding(place(draft, uses[0]), f'{said}; write "{right}"', fix)


def _mended(words: str) -> str:
    first, _, last = words.partition(" ")
    return f"{first}s {last}"


RULE = Rule("wrong-party-plural", Severity.WARNING, __doc__, check)
