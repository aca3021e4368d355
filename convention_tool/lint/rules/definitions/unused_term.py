"""A term is defined and then never used.

Why it matters: a definition without use puzzles the reader, who looks for a rule that was struck
out or that now says the same in other words. Manuals of drafting, that of the International Labour
Organization among them, ask that a text define only what it uses.

Found:
    "keeper" means a person in charge of a lighthouse.
    (and no article speaks of keepers)

Better:
    Strike the definition, or use the term where it was meant.
"""

import re
from collections.abc import Iterator

from convention_tool.analysis.definitions import (
    Definition,
    Manner,
    definitions,
    own_words,
    plain,
    uses,
)
from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule

#: Words share this many letters where they are kin: "removal" and "remove".
_KIN = 4

#: What has more words is a passage that the text explains: "events occurring before 1 January".
_LONGEST = 4


def check(draft: Draft) -> Iterator[Finding]:
    """Each term that stands nowhere but in its own definition."""
    for definition in draft.fact(definitions):
        if _is_a_term(definition) and not _is_used(draft, definition):
            said = f'"{definition.term}" is defined and never used'
            place = draft.span_of_words(definition.stretch, definition.start, definition.end)
            yield Finding(
                place, f"{said}; strike the definition, or use the term where it is meant"
            )


def _is_a_term(definition: Definition) -> bool:
    """Whether it is no passage of the text that is explained, and no mere short name."""
    few = len(definition.term.split()) <= _LONGEST
    return few and definition.manner is not Manner.NAMED


def _is_used(draft: Draft, definition: Definition) -> bool:
    """Whether the term, or words that are kin to all of its own, stand elsewhere in the text."""
    defined = plain(definition.term)
    for use in uses(draft, definition.term):
        if use.stretch is not definition.stretch or use.start < definition.start:
            return True
    return _has_kin(draft, definition, own_words(defined, draft.instrument.language))


def _has_kin(draft: Draft, definition: Definition, words: tuple[str, ...]) -> bool:
    patterns = [re.compile(rf"\b{re.escape(_root(word))}", re.IGNORECASE) for word in words]
    heads = (article.heading for article in draft.instrument.articles)
    said = (one.words for one in draft.stretches if one is not definition.stretch)
    return any(
        all(pattern.search(text) for pattern in patterns)
        for source in (heads, said)
        for text in source
    )


def _root(word: str) -> str:
    return word[: max(_KIN, len(word) - 3)]


RULE = Rule("unused-term", Severity.WARNING, __doc__, check)
