"""A place is left open: a number, a date or a name is still to be written.

Why it matters: a threshold of "[ ]" ratifications or a time limit of "[X]" days decides when the
treaty works and for whom. Blanks are easily overlooked when the brackets around them are cleared.

Found:
    It shall enter into force after the deposit of the [X] instrument of ratification.

Better:
    It shall enter into force after the deposit of the twentieth instrument of ratification.
"""

from collections.abc import Iterable, Iterator

from convention_tool.analysis.brackets import Holds, brackets
from convention_tool.analysis.draft import Draft
from convention_tool.analysis.printed import printed
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import AFTER_ZERO, Finding, Rule
from convention_tool.source import Span


def check(draft: Draft) -> Iterator[Finding]:
    """Each blank in brackets, and each sign of one that stands in an article."""
    for bracket in draft.fact(brackets).holding(Holds.BLANK):
        shown = " ".join(bracket.words.split())
        yield Finding(bracket.span, f'"[{shown}]" is still to be filled in; {_CURE}')
    for span in _signs(draft):
        shown = draft.source.text[span.start : span.end]
        yield Finding(span, f'"{shown}" is still to be filled in; {_CURE}')


_CURE = "write what belongs there"


def _signs(draft: Draft) -> Iterator[Span]:
    """Signs that stand for words to be written; below the articles lines wait for signatures."""
    text = draft.source.text
    words = rule_words("negotiation", "empty-placeholder", draft.instrument.language)
    signs = [sign for sign in words.get("signs", ()) if _may_stand(draft, sign)]
    if not signs:
        return
    articles = [article.span for home in draft.homes for article in home.articles if article.span]
    inside = draft.fact(brackets).holding(Holds.BLANK)
    taken = [bracket.span for bracket in inside]
    for sign in signs:
        end = 0
        for place in draft.fact(printed).places(sign):
            if place < end:
                continue
            end = _end(text, place, sign)
            if (
                _within(place, articles)
                and not _within(place, taken)
                and _stands_alone(text, place, end)
            ):
                yield Span(place, end)


def _may_stand(draft: Draft, sign: str) -> bool:
    """Whether a sign may stand in the text: most texts have none, and that is quick to see."""
    return bool(draft.saying(sign.casefold())) if sign.isalpha() else sign[0] in draft.source.text


def _within(place: int, spans: Iterable[Span]) -> bool:
    return any(span.start <= place < span.end for span in spans)


def _end(text: str, place: int, sign: str) -> int:
    """Where a sign ends, however often its last character is repeated."""
    end = place + len(sign)
    while end < len(text) and text[end] == sign[-1]:
        end += 1
    return end


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a sign is no part of a word."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not before.isalpha() and not after.isalpha()


RULE = Rule("empty-placeholder", Severity.WARNING, __doc__, check, AFTER_ZERO)
