"""A right of people holds subject to, or in accordance with, national law.

Why it matters: a right that each State's own law may shape is as wide as that law: a treaty adds
nothing to it, and a later law can empty it. Where limits are meant, name their aim and require
that they be necessary; where only the procedure is meant, say that the law lays down the procedure.

Found:
    Everyone has the right to keep a lamp, subject to national law.

Better:
    Everyone has the right to keep a lamp. The law may limit this right where that is necessary for
    the safety of shipping.
"""

from collections.abc import Iterator, Mapping

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.wordings import (
    Wording,
    first_of_each_provision,
    plain,
    says,
    wordings,
)
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """The first in each provision; of a right to something procedural nothing is said."""
    words = rule_words("qualifiers", "right-under-national-law", draft.instrument.language)
    if not words:
        return
    shaped = (
        one
        for one in wordings(draft, words["phrases"])
        if one.stretch.article and _states_a_right(one, words)
    )
    for one in first_of_each_provision(shaped):
        place = draft.span_of_words(one.stretch, one.start, one.end)
        said = f'"{one.words}" makes the right as wide as the law of each State'
        yield Finding(place, f"{said}; name the limits that are meant")


def _states_a_right(one: Wording, words: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether the sentence gives people a right, and not a procedure."""
    sentence = f"{one.before}{plain(one.words)}{one.after}"
    return (
        says(sentence, words["rights"])
        and says(sentence, words["people"])
        and not says(sentence, words["procedure"])
    )


RULE = Rule("right-under-national-law", Severity.WARNING, __doc__, check)
