"""A letter stands where a digit is meant: paragraphs I and 2.

Why it matters: scans read 1 as I or l. Such a reference leads nowhere, for the reader and for
every tool that follows references.

Found:
    paragraphs l and 2 of this article

Better:
    paragraphs 1 and 2 of this article
"""

import re
from collections.abc import Iterator
from functools import cache

from convention_tool.analysis.draft import Draft
from convention_tool.catalogue.vocabulary import vocabulary
from convention_tool.diagnostics import Edit, Fix, Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.source import Span


def check(draft: Draft) -> Iterator[Finding]:
    """Each such letter after a word for a provision and beside a number in digits."""
    pattern = _pattern(draft.instrument.language)
    for stretch in draft.saying("i", "l"):
        if " I " not in stretch.words and " l " not in stretch.words:
            continue
        for match in pattern.finditer(stretch.words):
            span = draft.span_of_words(stretch, *match.span())
            printed = draft.source.text[span.start : span.end]
            at = span.start + match.start("letter") - match.start()
            said = f'"{match["letter"]}" is a letter in "{" ".join(match[0].split())}"'
            fix = None
            if " ".join(printed.split()) == printed == match[0]:
                fix = Fix('write "1"', (Edit(Span(at, at + 1), "1"),), safe=False)
            yield Finding(span, f'{said}; if it is the number, write "1"', fix)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = vocabulary(language)
    nouns = (*words.article, *words.articles, *words.paragraph, *words.paragraphs)
    noun = "|".join(map(re.escape, sorted(nouns, key=len, reverse=True)))
    join = "|".join(map(re.escape, (*words.join, *words.through)))
    joint = rf"(?:\s*,\s*|\s+(?:{join})\s+|\s*[-–]\s*)"
    return re.compile(rf"\b(?i:{noun})\s+(?P<letter>[Il]){joint}\d+\b")


RULE = Rule("doubtful-digit", Severity.WARNING, __doc__, check)
