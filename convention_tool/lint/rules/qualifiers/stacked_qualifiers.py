"""A sentence weakens its duty in two ways or more.

Why it matters: a State that is to endeavour, as far as possible and where appropriate, to do
something may leave it and be right three times. Such sentences grow in negotiation, a word for
each delegation, until nothing is left that binds. The remark takes the place of those on each word.

Found:
    States Parties shall endeavour, where appropriate and as far as possible, to house keepers.

Better:
    States Parties shall, as far as possible, house keepers.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.weakening import stacked
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each such sentence, at the first of its words."""
    for sentence in stacked(draft):
        first = sentence[0].wording
        *some, last = dict.fromkeys(f'"{one.wording.words}"' for one in sentence)
        said = f"{', '.join(some)} and {last} weaken one duty together"
        place = draft.span_of_words(first.stretch, first.start, first.end)
        yield Finding(place, f"{said}; keep one of them at most")


RULE = Rule("stacked-qualifiers", Severity.WARNING, __doc__, check)
