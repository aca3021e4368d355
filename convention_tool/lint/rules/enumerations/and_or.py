"""Two things are joined by "and/or".

Why it matters: "and/or" leaves it to the reader whether one of the two is enough. Manuals of
drafting advise against it; a plain "or" takes in both in most sentences, and where it might not,
"or both" says so.

Found:
    The keeper shall have a lamp and/or a horn.

Better:
    The keeper shall have a lamp or a horn, or both.
"""

from collections import Counter
from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.wordings import first_of_each_provision, wordings
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """The first in each provision, with their number."""
    words = rule_words("enumerations", "and-or", draft.instrument.language)
    text = draft.source.text
    if not words or (text and not any(phrase in text for phrase in words["phrases"])):
        return
    uses = wordings(draft, words["phrases"])
    times = Counter(id(one.stretch) for one in uses)
    for one in first_of_each_provision(uses):
        often = times[id(one.stretch)]
        said = f'"{one.words}"{f" ({often} times here)" if often > 1 else ""}'
        place = draft.span_of_words(one.stretch, one.start, one.end)
        told = "leaves open whether one of the two is enough"
        yield Finding(place, f"{said} {told}; write the one that is meant, or add the other")


RULE = Rule("and-or", Severity.WARNING, __doc__, check)
