"""Two blanks or more stand between two words.

Why it matters: a search for the phrase fails there, and a comparison shows a difference that is
none. Often a word was taken out between the two. Typists once wrote two blanks after a sentence;
those are left alone.

Found:
    the keeper  of the lamp

Better:
    the keeper of the lamp
"""

import re
from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.printed import printed
from convention_tool.diagnostics import Edit, Fix, Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.source import Span


def check(draft: Draft) -> Iterator[Finding]:
    """The first one within a sentence, and how many there are."""
    text = draft.source.text
    if not _has_any(text):
        return
    found = (Span(*match.span()) for match in _BLANKS.finditer(text))
    within = [span for span in found if _joins_words(text, *span)]
    spans = [span for span in within if draft.fact(printed).holds(span.start)]
    if spans:
        times = "once" if len(spans) == 1 else f"{len(spans)} times, first here"
        edits = tuple(Edit(span, " ") for span in spans)
        said = f"several blanks stand between two words ({times}); write one"
        yield Finding(spans[0], said, Fix("write one blank", edits))


def _has_any(text: str) -> bool:
    """Whether a text may have such blanks at all: numbers before them are many, and quick to pass."""
    return _AFTER_NO_NUMBER.search(text) is not None


#: Python looks for the blanks first, and fast.
_AFTER_NO_NUMBER = re.compile(r"  (?<=[^.)\d\s]  )")

_BLANKS = re.compile("  +")


def _joins_words(text: str, start: int, end: int) -> bool:
    """Whether blanks stand within a sentence: after a number or at the margin they are layout."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return (before.islower() or before == ",") and (after.isalpha() or after == "(")


RULE = Rule("doubled-blank", Severity.NOTE, __doc__, check)
