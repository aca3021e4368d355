"""Apostrophes are straight in some places and curly in others.

Why it matters: "States' obligations" with one apostrophe is not found by a search with the other,
and a comparison of two versions shows differences that are none.

Found:
    the keeper's lamp, and the keeper’s log

Better:
    the keeper's lamp, and the keeper's log
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.printed import Printed, printed
from convention_tool.diagnostics import Edit, Fix, Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.source import Span


def check(draft: Draft) -> Iterator[Finding]:
    """The first apostrophe of the rarer kind, and how many there are."""
    if "’" not in draft.source.text or "'" not in draft.source.text:
        return
    text = draft.fact(printed)
    straight, curly = list(_apostrophes(text, "'")), list(_apostrophes(text, "’"))
    if not straight or not curly:
        return
    few, many = sorted((straight, curly), key=len)
    kind, other = ("straight", "curly") if few is straight else ("curly", "straight")
    usual = "’" if few is straight else "'"
    are = "apostrophe is" if len(few) == 1 else "apostrophes are"
    said = f"{len(few)} {are} {kind} and {len(many)} {other}; write one kind"
    edits = tuple(Edit(Span(place, place + 1), usual) for place in few)
    yield Finding(Span(few[0], few[0] + 1), said, Fix("write them as the others", edits))


def _apostrophes(text: Printed, mark: str) -> Iterator[int]:
    """Those after a letter; two of them are a quotation mark, and so is one before a word."""
    letters = text.text
    for place in text.places(mark):
        if letters[place - 1 : place].isalpha() and letters[place + 1 : place + 2] != mark:
            yield place


RULE = Rule("mixed-apostrophes", Severity.NOTE, __doc__, check)
