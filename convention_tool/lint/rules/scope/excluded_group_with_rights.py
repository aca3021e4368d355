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
from typing import NamedTuple

from convention_tool.analysis.draft import Draft, Stretch
from convention_tool.analysis.exclusions import Exclusion, exclusions, names
from convention_tool.catalogue.groups import Group
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.source import Span


class _Verbs(NamedTuple):
    giving: re.Pattern[str]
    granting: re.Pattern[str]


def check(draft: Draft) -> Iterator[Finding]:
    """The first article that gives a right to each group that was left out without exception."""
    verbs = _verbs(draft.instrument.language)
    told: set[str] = set()
    for one in draft.fact(exclusions) if verbs else ():
        if verbs and not one.lets_in and one.group.id not in told:
            told.add(one.group.id)
            yield from _findings(draft, one, verbs)


def _findings(draft: Draft, one: Exclusion, verbs: _Verbs) -> Iterator[Finding]:
    """One finding, at the first sentence of another article that gives the group something."""
    language = draft.instrument.language
    firsts = {re.split(r"\W+", term.casefold())[0] for term in one.group.terms.of(language)}
    for stretch in draft.saying(*firsts):
        if stretch.article is None or stretch.article is one.stretch.article:
            continue
        for sentence in re.finditer(r"[^.;]+", stretch.words):
            if holder := _holder(sentence[0], one.group, verbs, language):
                start, end = sentence.start() + holder.start, sentence.start() + holder.end
                yield _finding(draft, one, stretch, Span(start, end))
                return


def _holder(sentence: str, group: Group, verbs: _Verbs, language: str) -> Span | None:
    """Where a sentence names a group as the holder of what it gives."""
    verb = verbs.giving.search(sentence)
    if verb and (match := names(group, sentence[: verb.start()], language)):
        return Span(*match.span())
    verb = verbs.granting.search(sentence)
    if verb and (match := names(group, sentence[verb.end() : verb.end() + _NEAR], language)):
        return Span(verb.end() + match.start(), verb.end() + match.end())
    return None


#: "shall accord to refugees": the holder follows within so many letters.
_NEAR = 40


def _finding(draft: Draft, one: Exclusion, stretch: Stretch, term: Span) -> Finding:
    here = stretch.article.number if stretch.article else ""
    out = one.stretch.article.number if one.stretch.article else ""
    words = stretch.words[term.start : term.end]
    said = f'article {here} gives rights to "{words}", whom article {out} leaves out'
    place = draft.span_of_words(stretch, *term)
    return Finding(place, f"{said}; make the one an exception to the other")


@cache
def _verbs(language: str) -> _Verbs | None:
    words = rule_words("scope", "excluded-group-with-rights", language)
    if not words:
        return None
    giving, granting = ("|".join(map(re.escape, words[key])) for key in ("giving", "granting"))
    return _Verbs(
        re.compile(rf"\b(?:{giving})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{granting})\b", re.IGNORECASE),
    )


RULE = Rule("excluded-group-with-rights", Severity.WARNING, __doc__, check)
