"""Quotation marks are straight in some places and curly or angled in others.

Why it matters: a search for a defined term finds one kind only, and a comparison of two versions
shows differences that are none. Mixed marks also tell where text was pasted in.

Found:
    "keeper" means a person in charge; “lamp” means a light.

Better:
    "keeper" means a person in charge; "lamp" means a light.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.printed import printed
from convention_tool.diagnostics import Edit, Fix, Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.source import Span


def check(draft: Draft) -> Iterator[Finding]:
    """The first mark of the rarer kind, and how many there are."""
    if "“" not in draft.source.text or '"' not in draft.source.text:
        return
    text = draft.fact(printed)
    straight = list(text.places('"'))
    curly = sorted(place for mark in "“”" for place in text.places(mark))
    if not straight or not curly:
        return
    few, many = sorted((straight, curly), key=len)
    kind, other = ("straight", "curly") if few is straight else ("curly", "straight")
    are = "quotation mark is" if len(few) == 1 else "quotation marks are"
    said = f"{len(few)} {are} {kind} and {len(many)} {other}; write one kind"
    yield Finding(Span(few[0], few[0] + 1), said, _mended(draft, few, to_straight=few is curly))


def _mended(draft: Draft, places: list[int], *, to_straight: bool) -> Fix:
    text = draft.source.text
    if to_straight:
        edits = (Edit(Span(place, place + 1), '"') for place in places)
    else:
        edits = (Edit(Span(place, place + 1), _curled(text, place)) for place in places)
    return Fix("write them as the others", tuple(edits))


def _curled(text: str, place: int) -> str:
    """The curly mark for a straight one: it opens after a blank or a bracket."""
    before = text[place - 1 : place] if place else ""
    return "“" if not before or before.isspace() or before in "([—–" else "”"


RULE = Rule("mixed-quotes", Severity.NOTE, __doc__, check)
