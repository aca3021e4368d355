"""A person is called illegal.

Why it matters: an act or a stay may break the law; a person is not against the law. The General
Assembly asked in 1975, in resolution 3449 (XXX), for "non-documented or irregular" instead. What is
said of movements, entry, employment or stay is passed over.

Found:
    States shall inform illegal migrants of their rights.

Better:
    States shall inform migrants in an irregular situation of their rights.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from convention_tool.analysis.definitions import Use
from convention_tool.analysis.draft import Draft
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.lint.rules.consistency.forms import edits, offered, place


class _Words(NamedTuple):
    pattern: re.Pattern[str]
    keys: tuple[str, ...]
    #: What is said instead, after the person.
    cure: str


def check(draft: Draft) -> Iterator[Finding]:
    """Each such label, quoted ones excepted: a text may forbid them."""
    words = _words(draft.instrument.language)
    if not words:
        return
    for stretch in draft.saying(*words.keys):
        for match in words.pattern.finditer(stretch.words):
            use = Use(stretch, *match.span())
            if stretch.words[use.start - 1 : use.start] not in set('"“«„'):
                yield _finding(draft, use, match, words.cure)


def _finding(draft: Draft, use: Use, match: re.Match[str], cure: str) -> Finding:
    person = match["person"]
    said = f'"{use.words}" calls a person against the law'
    if not person:
        return Finding(place(draft, use), f'{said}; write "persons {cure}" or the like')
    right = _as_printed(f"{_article(match, person)}{person} {cure}", use.words)
    fix = offered(f'write "{right}"', edits(draft, [use], lambda _: right), safe=False)
    return Finding(place(draft, use), f'{said}; write "{right}"', fix)


def _article(match: re.Match[str], person: str) -> str:
    """The English article before the label, as it stands before the person."""
    if not match["an"]:
        return ""
    return "an " if person[0].lower() in "aeiou" else "a "


def _as_printed(right: str, words: str) -> str:
    return right[0].upper() + right[1:] if words[0].isupper() else right


@cache
def _words(language: str) -> _Words | None:
    """The labels before the persons in English, after them in French and Spanish."""
    words = rule_words("terminology", "illegal-person", language)
    if not words:
        return None
    persons = f"(?P<person>{_any(words['persons'])})"
    labels, nouns = _any(words["labels"]), _any((*words["nouns"], "(?!)"))
    named = (
        f"(?P<an>an )?{labels} {persons}"
        if language == "en"
        else f"(?P<an>(?!))?{persons} {labels}"
    )
    keys = (*(label.split()[0] for label in words["labels"]), *words["nouns"])
    pattern = re.compile(rf"\b(?:{named}|(?<=[a-z] ){nouns})\b", re.IGNORECASE)
    return _Words(pattern, keys, words["cure"][0])


def _any(words: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


RULE = Rule("illegal-person", Severity.WARNING, __doc__, check)
