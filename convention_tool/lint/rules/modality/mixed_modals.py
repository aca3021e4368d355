"""A duty of a State Party is put in "should", "will" or "must" where the article says "shall".

Why it matters: in treaties "shall" binds and "should" recommends; "will" and "must" leave open
which of the two is meant. Beside "shall" in the same article, another word reads as another duty.

Found:
    Each State Party shall protect migrants in detention.
    States Parties should give them access to a lawyer.

Better:
    Each State Party shall protect migrants in detention.
    States Parties shall give them access to a lawyer.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from convention_tool.analysis.binding import binding_articles
from convention_tool.analysis.draft import Draft
from convention_tool.catalogue.vocabulary import Vocabulary
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each such duty, in articles where another duty binds."""
    words = draft.vocabulary
    if not words.loose:
        return
    likely = draft.saying(*map(_first, words.loose))
    binds = binding_articles(draft) if likely else frozenset()
    for stretch in likely:
        if stretch.article and id(stretch.article) in binds:
            for match in _duty(words).finditer(stretch.words):
                shall, loose = words.binding[0], match["modal"].casefold()
                said = f'"{loose}" stands beside "{shall}" in article {stretch.article.number}'
                cure = f'write "{shall}" if the duty binds, or "may" if it does not'
                place = draft.span_of_words(stretch, *match.span("modal"))
                yield Finding(place, f"{said}; {cure}")


@cache
def _duty(words: Vocabulary) -> re.Pattern[str]:
    """A State that opens a clause, a few words on it, and the modal."""
    opening = rf"(?:^|[.;:,]\s+)(?:{_any(words.each)}\s+)?"
    who, on_it = _any(words.duty_bearers), rf"(?:\s+{_any(words.on_bearers)}\b){{0,5}}?"
    return re.compile(rf"{opening}{who}{on_it}\s+(?P<modal>{_any(words.loose)})\b", re.IGNORECASE)


def _first(phrase: str) -> str:
    """The word by which a phrase is looked up."""
    return phrase.replace("’", " ").replace("'", " ").split()[0]


def _any(words: Sequence[str]) -> str:
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


RULE = Rule("mixed-modals", Severity.WARNING, __doc__, check)
