"""States may suspend rights in an emergency, and no words say which rights they may never suspend.

Why it matters: life, the ban on torture and on slavery, and the freedom of thought hold in every
emergency. The covenant on civil and political rights lists them in article 4 (2); a clause without
such a list will be read as reaching them too.

Found:
    In time of emergency a State Party may take measures derogating from its obligations.

Better:
    In time of emergency a State Party may take measures derogating from its obligations.
    No derogation from articles 6 to 9 may be made under this provision.
"""

import re
from collections.abc import Iterator
from functools import cache

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.subject import articles_say
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """The first words that allow a derogation, if none of the text limit it."""
    words = rule_words("rights", "derogation-without-core", draft.instrument.language)
    if not words:
        return
    pattern = _derogating(draft.instrument.language)
    for stretch in draft.saying(*words["near"]):
        said_here = stretch.words.casefold()
        if not stretch.article or not any(phrase in said_here for phrase in words["derogating"]):
            continue
        if match := pattern.search(stretch.words):
            if not articles_say(draft, words["near"], words["core"]):
                said = f'"{match[0]}" names no right that holds in every emergency'
                place = draft.span_of_words(stretch, *match.span())
                yield Finding(place, f"{said}; list the articles that may not be suspended")
            return


@cache
def _derogating(language: str) -> re.Pattern[str]:
    words = rule_words("rights", "derogation-without-core", language)["derogating"]
    return re.compile("|".join(map(re.escape, words)), re.IGNORECASE)


RULE = Rule("derogation-without-core", Severity.WARNING, __doc__, check)
