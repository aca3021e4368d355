"""A word holds a letter of another alphabet that looks like a Latin one.

Why it matters: a Cyrillic letter that looks like an a is another character, so a search for the
word fails, and so do comparison and spelling. It comes from scans and from keyboards of another
language.

Found:
    article with a Cyrillic letter at its beginning

Better:
    article
"""

from collections.abc import Iterator
from functools import cache

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.printed import printed
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Edit, Fix, Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.source import Span


def check(draft: Draft) -> Iterator[Finding]:
    """Each such letter beside a Latin one; words wholly of another alphabet are left alone."""
    text = draft.source.text
    if text.isascii():
        return
    for letter, latin in _letters(draft.instrument.language):
        if letter not in text:
            continue
        for place in draft.fact(printed).places(letter):
            if any(_is_latin(text[near : near + 1]) for near in (place - 1, place + 1)):
                said = f'this "{letter}" is a letter of another alphabet'
                span = Span(place, place + 1)
                fix = Fix(f'write the Latin "{latin}"', (Edit(span, latin),))
                yield Finding(span, f'{said}; write the Latin "{latin}"', fix)


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalpha()


@cache
def _letters(language: str) -> tuple[tuple[str, str], ...]:
    words = rule_words("typography", "lookalike-letter", language)
    return tuple((pair[0], pair[1]) for pair in words.get("letters", ()))


RULE = Rule("lookalike-letter", Severity.WARNING, __doc__, check)
