"""A word that later practice has replaced, such as "seamen" or "handicapped persons".

Why it matters: organizations of the persons concerned have asked for other words, and the newer
treaties use them: "persons with disabilities" since 2006, "seafarers" and "fishers" in the
conventions of the International Labour Organization. An old title that is quoted keeps its words.

Found:
    Seamen and handicapped persons have the right to rest.

Better:
    Seafarers and persons with disabilities have the right to rest.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from convention_tool.analysis.definitions import Use
from convention_tool.analysis.draft import Draft
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.lint.rules.consistency.forms import (
    edits,
    offered,
    opens_sentence,
    opens_word,
    place,
    times,
)


class _Old(NamedTuple):
    """An older word or phrase."""

    pattern: re.Pattern[str]
    #: The word by which it is looked up.
    key: str
    newer: str


def check(draft: Draft) -> Iterator[Finding]:
    """One finding for each such word, at its first use."""
    taken: set[tuple[int, int]] = set()
    for old in _older(draft.instrument.language):
        uses = [
            Use(stretch, *match.span())
            for stretch in draft.saying(old.key)
            for match in old.pattern.finditer(stretch.words)
        ]
        meant = [use for use in uses if _is_meant(use) and (id(use.stretch), use.end) not in taken]
        if meant:
            taken.update((id(use.stretch), use.end) for use in meant)
            yield _finding(draft, meant, old.newer)


def _finding(draft: Draft, uses: list[Use], newer: str) -> Finding:
    count = f" ({times(len(uses))})" if len(uses) > 1 else ""
    said = f'"{uses[0].words}"{count} is a word of older texts'
    changes = edits(draft, uses, lambda words: _as_printed(newer, words))
    fix = offered(f'write "{newer}"', changes, safe=False)
    return Finding(place(draft, uses[0]), f'{said}; "{newer}" is usual today', fix)


def _as_printed(newer: str, words: str) -> str:
    return newer[0].upper() + newer[1:] if words[0].isupper() else newer


def _is_meant(use: Use) -> bool:
    """Whether the words speak of persons, and are no part of a longer word, title or set phrase."""
    words = use.stretch.words
    if not opens_word(use) or (use.words[0].isupper() and not opens_sentence(use)):
        return False
    if words.startswith("-", use.end) or words.endswith("heritage of ", 0, use.start):
        return False
    return use.words[:4].lower() != "the " or bool(_ENDS_NAME.match(words, use.end))


#: What follows "the disabled" where no noun does: "the disabled vessel" is another matter.
_ENDS_NAME = re.compile(
    r"[.,;:)]|$| (?:and|or|of|in|to|for|who|with|from|by|on|at|is|are|shall|may|have|do|must|can)\b"
)


@cache
def _older(language: str) -> tuple[_Old, ...]:
    """The older words of a language, the longest first.

    Words that the newer ones use too ("persons") stand everywhere and lead nowhere.
    """
    words = rule_words("terminology", "outdated-term", language)
    usual = set(_WORD.findall(" ".join(words)))
    older = {old: newer for newer, olds in words.items() for old in olds}
    return tuple(
        _Old(
            re.compile(rf"[{old[0]}{old[0].upper()}]{re.escape(old[1:])}\b"),
            max(set(_WORD.findall(old)) - usual, key=lambda word: (len(word), word)),
            older[old],
        )
        for old in sorted(older, key=lambda old: (-len(old), old))
    )


_WORD = re.compile(r"\w+")

RULE = Rule("outdated-term", Severity.NOTE, __doc__, check)
