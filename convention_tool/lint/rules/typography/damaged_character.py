"""Characters were lost or mangled when the text was converted.

Why it matters: a question mark in a box, or the two signs that stand for one accented letter, show
that the file was opened with the wrong encoding. Whole letters and quotation marks may be missing
elsewhere; it is safer to convert the original again than to mend what is seen.

Found:
    the authorÃ© of the plan

Better:
    the authoré of the plan
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.printed import printed
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.source import Span


def check(draft: Draft) -> Iterator[Finding]:
    """The first damage of each kind, and how often it stands."""
    words = rule_words("typography", "damaged-character", draft.instrument.language)
    signs = words.get("signs", ())
    text = draft.source.text
    openings = {first for first in {sign[0] for sign in signs} if first in text}
    for sign in signs:
        if sign[0] not in openings or sign not in text:
            continue
        places = list(draft.fact(printed).places(sign))
        if places:
            times = "once" if len(places) == 1 else f"{len(places)} times, first here"
            said = f'"{sign}" is damage of a conversion ({times}); convert the original again'
            yield Finding(Span(places[0], places[0] + len(sign)), said)


RULE = Rule("damaged-character", Severity.WARNING, __doc__, check)
