"""A sentence says "may not", which forbids, or leaves open.

Why it matters: "the State may not expel a keeper" can say that it is forbidden to, or that it
will perhaps not do so. Manuals of drafting advise "shall not" for what is forbidden. Where the
sentence goes on with an exception or a limit ("may not ... unless"), it can only forbid, and
nothing is said here.

Found:
    The State may not expel a keeper in winter.

Better:
    The State shall not expel a keeper in winter.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.wordings import first_of_each_provision, says, wordings
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rewording import rewording
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """The first in each provision."""
    words = rule_words("modality", "may-not", draft.instrument.language)
    if not words:
        return
    bare = (
        one
        for one in wordings(draft, words["phrases"])
        if one.stretch.article
        and not says(one.before, words["unless_before"])
        and not says(one.after, words["unless_after"])
    )
    for one in first_of_each_provision(bare):
        place = draft.span_of_words(one.stretch, one.start, one.end)
        said = f'"{one.words}" forbids, or leaves open; write "shall not" for what is forbidden'
        yield Finding(place, said, rewording(draft, place, one.words, "shall not", safe=False))


RULE = Rule("may-not", Severity.NOTE, __doc__, check)
