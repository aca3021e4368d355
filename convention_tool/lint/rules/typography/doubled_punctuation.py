"""Two signs stand where one is meant: ",," or ";.".

Why it matters: one of them was left over when words before or after it were taken out, and it is
not clear which. At the end of an item it decides whether the list goes on.

Found:
    the keeper,, and the crew

Better:
    the keeper, and the crew
"""

import re
from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.printed import printed
from convention_tool.diagnostics import Edit, Fix, Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.source import Span


def check(draft: Draft) -> Iterator[Finding]:
    """Two commas within a sentence, and each provision that ends in two signs."""
    text = draft.source.text
    if _COMMAS.search(text):
        for match in draft.fact(printed).matches(_COMMAS):
            place, end = match.span()
            if text[place - 1 : place].isalnum() and not text[end : end + 1].isalnum():
                fix = Fix("write one comma", (Edit(Span(place + 1, end), ""),))
                yield _finding(Span(place, end), match[0], fix)
    for stretch in draft.stretches:
        if stretch.words.endswith(_ENDS) and stretch.words[-3:-2].isalnum():
            last_word = stretch.words.rfind(" ") + 1
            end = draft.span_of_words(stretch, last_word, len(stretch.words)).end
            yield _finding(Span(end - 2, end), stretch.words[-2:], None)


def _finding(span: Span, pair: str, fix: Fix | None) -> Finding:
    return Finding(span, f'"{pair}" stands where one sign is meant; choose one', fix)


#: Quotation marks are printed so, too; then a letter follows.
_COMMAS = re.compile(",,")
_ENDS = (";;", "::", ";,", ",;", ";.", ".;", ",.", ":.", ":;")


RULE = Rule("doubled-punctuation", Severity.WARNING, __doc__, check)
