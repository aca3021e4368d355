"""A sentence declares a right and says nobody whose right it is.

Why it matters: a right without a holder is read as an aim. Courts look for a person who may claim
it and a State that must answer; "the right to housing shall be respected" names neither.

Found:
    The right to rest shall be respected.

Better:
    Every keeper has the right to rest. States Parties shall ensure it.
"""

import re
from collections.abc import Iterator
from functools import cache

from convention_tool.analysis.draft import Draft
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each sentence that opens with a right and names no one before its end."""
    pattern = _pattern(draft.instrument.language)
    if pattern is None:
        return
    for stretch in draft.saying("right", "droit", "derecho"):
        if stretch.article and (match := pattern.match(stretch.words)):
            said = f'"{match["right"]} ... {match["verb"]}" does not say whose right it is'
            place = draft.span_of_words(stretch, *match.span("right"))
            yield Finding(place, f"{said}; begin with the holder: every ... has the right to ...")


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    """A whole sentence: "The right to ... shall be guaranteed", with no holder in it."""
    words = rule_words("rights", "right-without-holder", language)
    if not words:
        return None
    right, declared, holders = (
        "|".join(map(re.escape, words[key])) for key in ("right", "declared", "holders")
    )
    nobody = rf"(?:(?!\b(?:{holders})\b)[^.;:])"
    return re.compile(
        rf"(?P<right>{right})\b{nobody}*?\b(?P<verb>(?:[\w’']+\s)?(?:{declared}))\w*{nobody}*[.;]",
        re.IGNORECASE,
    )


RULE = Rule("right-without-holder", Severity.WARNING, __doc__, check)
