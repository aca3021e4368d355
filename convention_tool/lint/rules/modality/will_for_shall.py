"""A State's duty is put in "will" or "must" where the text as a whole says "shall".

Why it matters: in treaties "shall" is the word that binds. A lone "will" can be read as a forecast
or a political promise, the word of memoranda that are not meant to bind; a lone "must" as a fact.
Courts ask why the drafters left their usual word (Vienna Convention on the Law of Treaties,
article 31). Where "shall" stands in the same article, mixed-modals says so.

Found:
    Each State Party will keep a register of its lighthouses.

Better:
    Each State Party shall keep a register of its lighthouses.
"""

import re
from collections.abc import Iterator
from functools import cache

from convention_tool.analysis.binding import binding_articles
from convention_tool.analysis.draft import Draft
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.catalogue.vocabulary import vocabulary
from convention_tool.diagnostics import Severity
from convention_tool.lint.rewording import rewording
from convention_tool.lint.rule import Finding, Rule

#: A text speaks in "shall" if so many times as many of its articles say it as have such duties.
_USUAL = 3


def check(draft: Draft) -> Iterator[Finding]:
    """Each such duty, in articles where no other duty binds."""
    language = draft.instrument.language
    words = rule_words("modality", "will-for-shall", language)
    if not words:
        return
    duties = [
        (stretch, match)
        for stretch in draft.saying(*words["modals"])
        if stretch.article and (match := _duty(language).search(stretch.words))
    ]
    binds = binding_articles(draft) if duties else frozenset()
    lone = [(stretch, match) for stretch, match in duties if id(stretch.article) not in binds]
    if len(binds) < _USUAL * len(lone):
        return
    [shall] = words["binding"]
    for stretch, match in lone:
        place = draft.span_of_words(stretch, *match.span("modal"))
        said = f'"{match["who"].strip()} {match["modal"]}" where the text says "{shall}"'
        fix = rewording(draft, place, match["modal"], shall, safe=False)
        yield Finding(place, f'{said}; write "{shall}" if this is a duty', fix)


@cache
def _duty(language: str) -> re.Pattern[str]:
    """A State that opens a clause, and the modal next to it."""
    words = vocabulary(language)
    modals = rule_words("modality", "will-for-shall", language)["modals"]
    each, who = "|".join(words.each), "|".join(words.duty_bearers)
    return re.compile(
        rf"(?:^|[.;:]\s+)(?P<who>(?:(?:{each})\s+)?(?:{who}))\s+(?P<modal>{'|'.join(modals)})\b",
        re.IGNORECASE,
    )


RULE = Rule("will-for-shall", Severity.WARNING, __doc__, check)
