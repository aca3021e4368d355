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

from convention_tool.analysis.draft import Draft
from convention_tool.catalogue.vocabulary import Vocabulary
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.tree.nodes import Article


def check(draft: Draft) -> Iterator[Finding]:
    """Each such duty, in articles where another duty binds."""
    words = draft.vocabulary
    if not words.loose:
        return
    for stretch in draft.stretches:
        if stretch.article is None:
            continue
        for match in _duty(words.duty_bearers, words.loose).finditer(stretch.words):
            if _binds(draft, stretch.article, words):
                binding, loose = words.binding[0], match["modal"].casefold()
                said = f'"{loose}" stands beside "{binding}" in article {stretch.article.number}'
                cure = f'write "{binding}" if the duty binds, or "may" if it does not'
                place = draft.span_of_words(stretch, *match.span("modal"))
                yield Finding(place, f"{said}; {cure}")


def _binds(draft: Draft, article: Article, words: Vocabulary) -> bool:
    """Whether the article has a binding modal anywhere."""
    binding = re.compile(rf"\b(?:{'|'.join(words.binding)})\b", re.IGNORECASE)
    return any(
        stretch.article is article and binding.search(stretch.words) for stretch in draft.stretches
    )


@cache
def _duty(bearers: Sequence[str], modals: Sequence[str]) -> re.Pattern[str]:
    """A State that opens a clause, a few words on it, and the modal."""
    who = "|".join(sorted(bearers, key=len, reverse=True))
    opening = r"(?:^|[.;:,]\s+)(?:(?:each|every|all|the|any|such|both|a)\s+)?"
    said_of_it = r"(?:\s+(?:to|of|concerned|in|this|the|present|convention|also|which)\b){0,5}?"
    return re.compile(
        rf"{opening}(?:{who}){said_of_it}\s+(?P<modal>{'|'.join(modals)})\b", re.IGNORECASE
    )


RULE = Rule("mixed-modals", Severity.WARNING, __doc__, check)
