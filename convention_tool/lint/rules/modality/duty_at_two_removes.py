"""A duty is softened twice: to endeavour to promote, to consider encouraging.

Why it matters: duties stand on a ladder: to ensure, to take all measures, to take appropriate
measures, to endeavour, to consider, to encourage. Each rung down asks less. Two of the low rungs,
one upon the other, leave nothing that a committee or a court could find broken.

Found:
    Each State Party shall endeavour to promote the training of keepers.

Better:
    Each State Party shall promote the training of keepers.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.wordings import first_of_each_provision, plain, wordings
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """The first in each provision."""
    words = rule_words("modality", "duty-at-two-removes", draft.instrument.language)
    if not words:
        return
    weighed = words["before_gerund"]
    softened = (
        one
        for one in wordings(draft, (*words["phrases"], *weighed))
        if one.stretch.article
        and (plain(one.words) not in weighed or _opens_with(one.after, words["gerund"]))
    )
    for one in first_of_each_provision(softened):
        place = draft.span_of_words(one.stretch, one.start, one.end)
        yield Finding(place, f'"{one.words}" softens the duty twice; keep one of the two at most')


def _opens_with(after: str, endings: tuple[str, ...]) -> bool:
    """Whether the next word is an act: "consider adopting", not "consider this Convention"."""
    return "".join(after.split()[:1]).endswith(endings)


RULE = Rule("duty-at-two-removes", Severity.NOTE, __doc__, check)
