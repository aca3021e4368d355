"""Rights are secured to those within the territory and under the jurisdiction of a State.

Why it matters: "and" asks for both, so that people whom a State holds outside its territory, at
sea or at a border post abroad, may be told that they have no rights. The covenant of 1966 on civil
and political rights says "and", the convention of 1990 says "or".

Found:
    to all migrants within its territory and subject to its jurisdiction

Better:
    to all migrants within its territory or subject to its jurisdiction
"""

import re
from collections.abc import Iterator
from functools import cache

from convention_tool.analysis.draft import Draft
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each such formula that follows words for persons."""
    words = rule_words("scope", "territory-and-jurisdiction", draft.instrument.language)
    if not words:
        return
    formula, persons = _patterns(draft.instrument.language)
    on_territory = set(map(id, draft.saying(*words["territory"])))
    for stretch in draft.saying(*words["jurisdiction"]):
        if (
            id(stretch) in on_territory
            and stretch.article
            and (match := formula.search(stretch.words))
        ):
            start = match.start()
            if persons.search(stretch.words, max(0, start - _NEAR), start):
                said = f'"{match[0]}" asks for both'
                cure = 'write "or" if control outside the territory is to count'
                yield Finding(draft.span_of_words(stretch, *match.span()), f"{said}; {cure}")


#: Whom the formula is about stands so many letters before it at most.
_NEAR = 70


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = rule_words("scope", "territory-and-jurisdiction", language)
    territory, joins, jurisdiction, persons = (
        "|".join(words[key]) for key in ("territory", "joins", "jurisdiction", "persons")
    )
    few = r"(?:[\w’']+\s+){0,4}?"
    formula = rf"\b(?:{territory})\s+(?:{joins})\s+{few}(?:{jurisdiction})\b"
    return (
        re.compile(formula, re.IGNORECASE),
        re.compile(rf"\b(?:{persons})\b[^.;]*$", re.IGNORECASE),
    )


RULE = Rule("territory-and-jurisdiction", Severity.NOTE, __doc__, check)
