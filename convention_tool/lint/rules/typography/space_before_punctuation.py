"""A blank stands before a comma or a semicolon.

Why it matters: it is a matter of print, left over from words that were taken out or from a copy. It
shows in a comparison as a difference, and often something before it is missing.

Found:
    the keeper , and the crew

Better:
    the keeper, and the crew
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.printed import printed
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Edit, Fix, Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.source import Span


def check(draft: Draft) -> Iterator[Finding]:
    """Each such blank between a word and its sign."""
    text = draft.source.text
    language = draft.instrument.language
    for sign in rule_words("typography", "space-before-punctuation", language).get("signs", ()):
        if f" {sign}" in text:
            for place in draft.fact(printed).places(f" {sign}"):
                before = text[place - 1 : place]
                if before.isalnum() or before in {")", "]", '"', "”"}:
                    span = Span(place, place + 1)
                    fix = Fix("take the blank out", (Edit(span, ""),))
                    yield Finding(span, f'a blank stands before "{sign}"; take it out', fix)


RULE = Rule("space-before-punctuation", Severity.NOTE, __doc__, check)
