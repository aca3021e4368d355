"""Everybody is spoken of as "he", "his" or "him".

Why it matters: the United Nations has asked its drafters for inclusive language since 1992. What is
meant for everybody can be said to everybody: repeat the noun, use the plural, or write both forms.

Found:
    A keeper may leave his lighthouse when he is ill.

Better:
    A keeper who is ill may leave the lighthouse.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from convention_tool.analysis.definitions import Use
from convention_tool.analysis.draft import Draft
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.lint.rules.consistency.forms import place, times


def check(draft: Draft) -> Iterator[Finding]:
    """One finding for each article, at its first pronoun."""
    pattern = _pattern(draft.instrument.language)
    if not pattern:
        return
    pronouns = rule_words("terminology", "masculine-generic", "en")["pronouns"]
    uses = [
        Use(stretch, *match.span())
        for stretch in draft.saying(*pronouns)
        if stretch.article
        for match in pattern.finditer(stretch.words)
        if match["pronoun"]
    ]
    for _, group in groupby(uses, key=lambda use: id(use.stretch.article)):
        yield _finding(draft, list(group))


def _finding(draft: Draft, uses: list[Use]) -> Finding:
    words = dict.fromkeys(use.words.lower() for use in uses)
    named = ", ".join(f'"{word}"' for word in words)
    article = uses[0].stretch.article
    where = f" in article {article.number}" if article and article.number else ""
    count = f" ({times(len(uses))}{where})" if len(uses) > 1 else ""
    cure = 'repeat the noun, use the plural, or write "he or she"'
    return Finding(place(draft, uses[0]), f"{named}{count} may leave women out; {cure}")


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    """Double forms and titles, which are passed over whole, and pronouns that stand alone."""
    words = rule_words("terminology", "masculine-generic", language)
    if not words:
        return None
    titled = rf"(?:his|her) (?:{'|'.join(words['titles'])})"
    passed = "|".join((*map(re.escape, words["both"]), titled))
    return re.compile(
        rf"\b(?:(?:{passed})|(?P<pronoun>{'|'.join(words['pronouns'])}))\b", re.IGNORECASE
    )


RULE = Rule("masculine-generic", Severity.WARNING, __doc__, check)
