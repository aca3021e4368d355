"""A standard has no measure: "adequate", "reasonable", "undue".

Why it matters: such words leave the measure to whoever applies them. That is often what negotiators
agreed on; then the commentary, or the body that watches over the treaty, can say what is meant.

Found:
    Every keeper has the right to adequate rest.

Better:
    Every keeper has the right to at least eleven hours of rest in every day.
"""

from collections.abc import Iterator
from functools import cache

from convention_tool.analysis.definitions import Use
from convention_tool.analysis.draft import Draft
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.lint.rules.consistency.forms import found, place, times


def check(draft: Draft) -> Iterator[Finding]:
    """One finding for each such word, at its first use, with the articles that use it."""
    language = draft.instrument.language
    words = rule_words("terminology", "vague-standard", language)
    settled = rule_words("terminology", "settled", language).get("phrases", ())
    for form in found(draft, words, counts=lambda use: not _is_settled(use, settled)):
        numbers = dict.fromkeys(
            use.stretch.article.number for use in form.uses if use.stretch.article
        )
        where = _articles(tuple(numbers))
        said = f'"{form.name}" sets a standard without a measure {times(len(form.uses))} ({where})'
        yield Finding(
            place(draft, form.uses[0]), f"{said}; say in the text or commentary what it takes"
        )


def _is_settled(use: Use, phrases: tuple[str, ...]) -> bool:
    """Whether a word stands in a phrase with a meaning of its own: "reasonable accommodation"."""
    return any(
        use.stretch.words.startswith(phrase, use.start - before)
        for phrase, before in _phrases_with(use.words, phrases)
        if before <= use.start
    )


@cache
def _phrases_with(word: str, phrases: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """The phrases that a word stands in, each with the number of letters before it."""
    return tuple((phrase, phrase.index(word)) for phrase in phrases if word in phrase)


def _articles(numbers: tuple[str, ...]) -> str:
    """The first few articles: "articles 3, 5, 8 and 4 others"."""
    if len(numbers) == 1:
        return f"article {numbers[0]}"
    shown, rest = numbers[:_SHOWN], numbers[_SHOWN:]
    if not rest:
        return f"articles {', '.join(shown[:-1])} and {shown[-1]}"
    others = "1 other" if len(rest) == 1 else f"{len(rest)} others"
    return f"articles {', '.join(shown)} and {others}"


#: So many articles show a reader where to look; more would be a list.
_SHOWN = 4

RULE = Rule("vague-standard", Severity.NOTE, __doc__, check)
