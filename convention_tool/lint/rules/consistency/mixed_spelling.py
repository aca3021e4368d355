"""A text spells in two ways: "recognize" and "recognise", "labour" and "labor".

Why it matters: it is no fault of law, but it shows that the text was put together from several
hands, and a search for one spelling misses the other. The United Nations writes -ize and otherwise
spells in the British way. Names keep their own spelling: what opens with a capital is left alone.

Found:
    Keepers shall be recognized by law.
    (and, further on)
    Every State shall recognise their licences.

Better:
    Every State shall recognize their licences.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from convention_tool.analysis.definitions import Use
from convention_tool.analysis.draft import Draft, Stretch
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.lint.rules.consistency.forms import edits, offered, place, times


class _Way(NamedTuple):
    """One of two ways to spell, and the other spelling of each of its words."""

    #: By the word as printed: "recognise" to "recognize".
    others: Mapping[str, str]
    #: The words by which the text is searched.
    keys: tuple[str, ...]


def check(draft: Draft) -> Iterator[Finding]:
    """Each word that is spelt in the way the text uses less, where it first stands."""
    for one, other in _ways(draft.instrument.language):
        ours, theirs = draft.saying(*one.keys), draft.saying(*other.keys)
        rarer, stretches = (one, ours) if len(ours) < len(theirs) else (other, theirs)
        if ours and theirs and _has_one(rarer, stretches):
            yield from _of_pair(draft, one, other)


def _has_one(way: _Way, stretches: Sequence[Stretch]) -> bool:
    """Whether a word of a way stands in small letters; most texts spell in one way, and are done."""
    return any(
        not way.others.keys().isdisjoint(_WORD.findall(stretch.words)) for stretch in stretches
    )


def _of_pair(draft: Draft, one: _Way, other: _Way) -> Iterator[Finding]:
    ours, theirs = _uses(draft, one), _uses(draft, other)
    if not ours or not theirs:
        return
    first = sum(map(len, ours.values())) >= sum(map(len, theirs.values()))
    usual, rarer, way = (ours, theirs, other) if first else (theirs, ours, one)
    known = max(usual, key=lambda word: len(usual[word]))
    for word, uses in rarer.items():
        right = way.others[word]
        said = f'"{word}" stands {times(len(uses))} in a text that spells "{right}"'
        if right not in usual:
            said = f'"{word}" stands {times(len(uses))} in a text that spells "{known}"'
        fix = offered(f'write "{right}"', edits(draft, uses, _always(right)))
        yield Finding(place(draft, uses[0]), f'{said}; write "{right}"', fix)


def _always(word: str) -> Callable[[str], str]:
    """Whatever the words are, this one."""
    return lambda _: word


def _uses(draft: Draft, way: _Way) -> dict[str, list[Use]]:
    """Where the text has a word of a way, in small letters."""
    uses: dict[str, list[Use]] = {}
    for word, key in zip(way.others, way.keys, strict=True):
        for stretch in draft.saying(key):
            if word in stretch.words:
                for match in _word(word).finditer(stretch.words):
                    uses.setdefault(word, []).append(Use(stretch, *match.span()))
    return uses


_WORD = re.compile(r"[\w-]+")


@cache
def _word(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){word}(?![\w-])")


@cache
def _ways(language: str) -> tuple[tuple[_Way, _Way], ...]:
    """The pairs of ways to spell, that of the United Nations first."""
    return tuple(
        (_way(pairs), _way({other: one for one, other in pairs.items()}))
        for pairs in _pairs(rule_words("consistency", "mixed-spelling", language))
    )


def _way(pairs: Mapping[str, str]) -> _Way:
    return _Way(pairs, tuple(map(_key, pairs)))


def _key(word: str) -> str:
    """The word by which a spelling is looked up; "co-operate" is two, and "co" stands alone seldom."""
    return max(word.split("-")[:-1], key=len, default=word)


def _pairs(words: Mapping[str, tuple[str, ...]]) -> Iterator[dict[str, str]]:
    """Word against word: the verbs in -ize with their endings, then the lists."""
    stems, endings = words.get("ize_stems", ()), words.get("ize_endings", ())
    if stems:
        yield {f"{stem}z{end}": f"{stem}s{end}" for stem in stems for end in endings}
    for key, listed in words.items():
        if not key.startswith("ize_"):
            yield dict(pair.split("/") for pair in listed)


RULE = Rule("mixed-spelling", Severity.NOTE, __doc__, check)
