"""Those who are bound are written with a capital and without: "State Party" and "State party".

Why it matters: a reader who meets both looks for a difference. Treaties of the United Nations keep
both capitals, its reports now print "State party"; either will do, throughout.

Found:
    Each State Party shall keep a list of lighthouses.
    The States parties shall exchange their lists.

Better:
    Each State Party shall keep a list of lighthouses.
    The States Parties shall exchange their lists.
"""

import re
from collections.abc import Iterator
from functools import cache

from convention_tool.analysis.draft import Draft
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.lint.rules.consistency.forms import edits, found, mixed, offered


def check(draft: Draft) -> Iterator[Finding]:
    """One finding, where the rarer form is used first; it mends every place."""
    words = rule_words("consistency", "mixed-party-capitals", draft.instrument.language)
    if not words:
        return
    forms = {"capital": words["capital"], "small": words["small"]}
    verbal = _verbal(words["to"])
    uses = found(draft, forms, counts=lambda use: not verbal.match(use.stretch.words, use.end))
    if len(uses) == 2:
        usual, rarer = (form._replace(name=form.uses[0].words) for form in uses)
        changes = edits(draft, rarer.uses, str.title if uses[0].name == "capital" else _small)
        wanted = str.title(rarer.name) if uses[0].name == "capital" else _small(rarer.name)
        fix = offered(f'write "{wanted}"', changes)
        finding = mixed(draft, [usual, rarer], f'write "{wanted}" throughout')
        if finding:
            yield finding._replace(fix=fix)


def _small(words: str) -> str:
    """The name with a small letter for the party."""
    first, _, last = words.partition(" ")
    return f"{first} {last.lower()}"


@cache
def _verbal(after: tuple[str, ...]) -> re.Pattern[str]:
    """What follows where a State is party to something else: "a State party to the dispute"."""
    return re.compile(rf"\s+(?:{'|'.join(after)})\b")


RULE = Rule("mixed-party-capitals", Severity.WARNING, __doc__, check)
