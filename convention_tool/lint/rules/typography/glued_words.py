"""Two words stand together without a blank: ofthe, StatesParties.

Why it matters: copies lose the blank where a line ended. A search for either word passes over the
place, and a defined term that is glued to its neighbour is not recognised.

Found:
    the rights ofthe keeper

Better:
    the rights of the keeper
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import groupby
from typing import NamedTuple

from convention_tool.analysis.draft import Draft, Stretch
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Edit, Fix, Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.source import Span


def check(draft: Draft) -> Iterator[Finding]:
    """The first pair of common words that stands as one in each article, with all the others."""
    for _, group in groupby(_glued(draft), key=lambda glued: id(glued.stretch.article)):
        glued = list(group)
        first = glued[0]
        more = f" ({len(glued)} such places in this article)" if len(glued) > 1 else ""
        said = f'"{first.words}" is two words{more}; write "{first.apart}"'
        yield Finding(first.span, said, _mended(draft, glued))


class _Glued(NamedTuple):
    stretch: Stretch
    span: Span
    words: str
    apart: str


def _glued(draft: Draft) -> Iterator[_Glued]:
    pairs = _pairs(draft.instrument.language)
    for stretch in draft.saying(*pairs):
        for match in _pattern(draft.instrument.language).finditer(stretch.words):
            first = len(pairs[match[0].casefold()].split()[0])
            apart = f"{match[0][:first]} {match[0][first:]}"
            yield _Glued(stretch, draft.span_of_words(stretch, *match.span()), match[0], apart)


def _mended(draft: Draft, glued: list[_Glued]) -> Fix | None:
    """Each of them apart; none where one is not found as it reads."""
    text = draft.source.text
    if any(text[one.span.start : one.span.end] != one.words for one in glued):
        return None
    return Fix("write two words", tuple(Edit(one.span, one.apart) for one in glued))


@cache
def _pairs(language: str) -> Mapping[str, str]:
    """Each pair of words by its glued form."""
    words = rule_words("typography", "glued-words", language).get("pairs", ())
    return {pair.replace(" ", ""): pair for pair in words}


@cache
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_pairs(language))})\b", re.IGNORECASE)


RULE = Rule("glued-words", Severity.WARNING, __doc__, check)
