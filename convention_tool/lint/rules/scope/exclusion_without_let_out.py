"""A group is left out of the text, and nothing takes any of its members back in.

Why it matters: whoever is excluded by name has no right under the text at all, also where no other
treaty protects them. The convention of 1990 leaves out students without exception, and refugees
unless national law or treaties say otherwise. This is a choice; the note shows where it is made.

Found:
    The present Convention shall not apply to students.

Better:
    The present Convention shall not apply to students, unless they work.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.exclusions import exclusions
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each group that some words leave out without a condition."""
    for one in draft.fact(exclusions):
        if not one.lets_in:
            title = f"{one.group.title[0].lower()}{one.group.title[1:]}"
            said = f'"{one.term}" leaves out {title} without exception'
            place = draft.span_of_words(one.stretch, one.start, one.end)
            yield Finding(place, f'{said}; say "unless ..." if some of them are to be protected')


RULE = Rule("exclusion-without-let-out", Severity.NOTE, __doc__, check)
