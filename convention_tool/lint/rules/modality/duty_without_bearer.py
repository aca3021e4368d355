"""Something is to be done, and nobody is named who must do it.

Why it matters: "measures shall be taken" binds nobody until somebody is found whom it addresses;
each Party may think of the other, of the Organization or of the keepers themselves. Manuals of
drafting advise the active voice: who shall do what.

Found:
    Measures shall be taken to protect lighthouses.

Better:
    Each State Party shall take measures to protect lighthouses.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.lists import chapeau_of
from convention_tool.analysis.wordings import first_of_each_provision, plain, says, wordings
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """The first in each provision that names nobody who could bear it."""
    words = rule_words("modality", "duty-without-bearer", draft.instrument.language)
    if not words:
        return
    impersonal = (
        one
        for one in wordings(draft, words["phrases"])
        if one.stretch.article and not one.before.rstrip().endswith(words["unless_before"])
    )
    for one in first_of_each_provision(impersonal):
        around = f"{chapeau_of(draft, one.stretch.node)} {one.stretch.words}"
        if not says(plain(around), words["bearers"]):
            place = draft.span_of_words(one.stretch, one.start, one.end)
            said = f'"{one.words}", and the provision does not say by whom'
            yield Finding(place, f"{said}; name who is bound")


RULE = Rule("duty-without-bearer", Severity.WARNING, __doc__, check)
