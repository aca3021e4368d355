"""The chapeau of a list says that the list is open.

Why it matters: "including", "in particular" and "such as" make what follows examples: more is
covered than is named. That is often meant. Where a list is of cases in which States may act, or
of penalties, it should be closed, and one of these words opens it.

Found:
    A lamp may be put out in cases such as:
    (a) fog;
    (b) war.

Better:
    A lamp may be put out only in case of:
    (a) fog;
    (b) war.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft, Stretch
from convention_tool.analysis.lists import lists
from convention_tool.analysis.wordings import plain
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each list whose chapeau ends with such a word."""
    words = rule_words("qualifiers", "open-list", draft.instrument.language)
    if not words:
        return
    for listed in lists(draft):
        end = len(listed.chapeau.rstrip(" :,–—-"))
        said = plain(listed.chapeau[:end])
        for mark in words["marks"]:
            if said.endswith(f" {mark}"):
                stretch = Stretch(listed.chapeau, listed.holder, None, draft.instrument)
                place = draft.span_of_words(stretch, end - len(mark), end)
                told = f'after "{mark}" the {len(listed.items)} items are examples'
                yield Finding(place, f"{told}; leave the word out if the list is to be complete")
                break


RULE = Rule("open-list", Severity.NOTE, __doc__, check)
