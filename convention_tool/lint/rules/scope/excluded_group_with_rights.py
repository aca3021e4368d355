"""One article leaves a group out, and another one gives it rights.

Why it matters: the two cannot both hold. Whoever applies the text will follow the exclusion, and
the right will be a dead letter, unless the article on scope says "without prejudice to article 9".

Found:
    Article 3: The present Convention shall not apply to students.
    Article 9: Students shall have the right to work during their studies.

Better:
    Article 3: The present Convention shall not apply to students, except for article 9.
    Article 9: Students shall have the right to work during their studies.
"""

import re
from collections.abc import Iterator
from functools import cache

from convention_tool.analysis.draft import Draft, Stretch
from convention_tool.analysis.exclusions import Exclusion, exclusions, names
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.tree.nodes import Article


def check(draft: Draft) -> Iterator[Finding]:
    """The first article that gives a right to each group that was left out without exception."""
    language = draft.instrument.language
    giving = _giving(language)
    told: set[str] = set()
    for one in draft.fact(exclusions):
        if one.lets_in or one.group.id in told or giving is None:
            continue
        told.add(one.group.id)
        if found := _right_of(draft, one, giving):
            stretch, start, end, article = found
            out = one.stretch.article.number if one.stretch.article else ""
            term = stretch.words[start:end]
            said = (
                f'article {article.number} gives rights to "{term}", whom article {out} leaves out'
            )
            place = draft.span_of_words(stretch, start, end)
            yield Finding(place, f"{said}; make the one an exception to the other")


def _right_of(
    draft: Draft, one: Exclusion, giving: re.Pattern[str]
) -> tuple[Stretch, int, int, Article] | None:
    """The first sentence elsewhere that names the group before a verb that gives something."""
    language = draft.instrument.language
    firsts = {re.split(r"\W+", term.casefold())[0] for term in one.group.terms.of(language)}
    for stretch in draft.saying(*firsts):
        if stretch.article is None or stretch.article is one.stretch.article:
            continue
        for sentence in re.finditer(r"[^.;]+", stretch.words):
            verb = giving.search(sentence[0])
            match = verb and names(one.group, sentence[0][: verb.start()], language)
            if match:
                start = sentence.start() + match.start()
                return stretch, start, start + len(match[0]), stretch.article
    return None


@cache
def _giving(language: str) -> re.Pattern[str] | None:
    words = rule_words("scope", "excluded-group-with-rights", language)
    if not words:
        return None
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words['giving']))})\b", re.IGNORECASE)


RULE = Rule("excluded-group-with-rights", Severity.WARNING, __doc__, check)
