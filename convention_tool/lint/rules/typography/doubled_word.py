"""A little word stands twice: the the.

Why it matters: the second one is left over from an edit, and so may be other words around it. It
is the slip that every reader sees and no spelling check of an old text finds.

Found:
    the duties of the the keeper

Better:
    the duties of the keeper
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.printed import printed
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Edit, Fix, Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.source import Span


def check(draft: Draft) -> Iterator[Finding]:
    """Each second one of a word that nobody writes twice."""
    text = draft.source.text
    words = rule_words("typography", "doubled-word", draft.instrument.language).get("words", ())
    for word in words:
        twice = f" {word} {word} "
        if twice in text:
            for place in draft.fact(printed).places(twice):
                first, second = place + 1, place + 2 + len(word)
                span = Span(first, second + len(word))
                fix = Fix(
                    f'write "{word}" once', (Edit(Span(second - 1, span.end), ""),), safe=False
                )
                yield Finding(span, f'"{word}" stands twice; take one out', fix)


RULE = Rule("doubled-word", Severity.WARNING, __doc__, check)
