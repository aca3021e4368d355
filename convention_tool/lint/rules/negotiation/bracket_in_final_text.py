"""A text that is settled still has square brackets.

Why it matters: brackets say that the words in them are not agreed. In a text whose status is final
or adopted they leave open what the parties have bound themselves to; the legal scrub before
adoption takes every one of them out.

Found:
    Status: final
    Every keeper has the right to [eight] hours of rest.

Better:
    Status: final
    Every keeper has the right to eight hours of rest.
"""

from collections.abc import Iterator

from convention_tool.analysis.brackets import Holds, brackets
from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Edit, Fix, Severity
from convention_tool.lint.rule import ONLY_FINAL, Finding, Rule
from convention_tool.source import Span


def check(draft: Draft) -> Iterator[Finding]:
    """Each bracket of contested words; one within another goes with it."""
    for bracket in draft.fact(brackets).holding(Holds.CONTESTED):
        if not bracket.depth:
            said = f'"[{_shown(bracket.words)}]" is in brackets, and the text is said to be final'
            yield Finding(
                bracket.span, f"{said}; keep the words, or take them out", _kept(bracket.span)
            )


def _kept(span: Span) -> Fix:
    """The words without their brackets: one of two answers, so a person must choose it."""
    first, last = Span(span.start, span.start + 1), Span(span.end - 1, span.end)
    return Fix(
        "keep the words and take out the brackets", (Edit(first, ""), Edit(last, "")), safe=False
    )


#: A drafter knows the place by so many letters.
_SHOWN = 40


def _shown(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _SHOWN else f"{plain[:_SHOWN].rstrip()} …"


RULE = Rule("bracket-in-final-text", Severity.ERROR, __doc__, check, ONLY_FINAL)
