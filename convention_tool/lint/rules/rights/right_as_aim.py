"""An article speaks of a right only as something that States shall promote or try to reach.

Why it matters: "shall endeavour to secure the right to housing" binds a State to try, and gives a
person nothing to claim. It may be what was agreed; the note shows where a right is named and none
is given.

Found:
    States Parties shall endeavour to promote the right to rest.

Better:
    Every keeper has the right to rest. States Parties shall take measures to secure it.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import NamedTuple

from convention_tool.analysis.draft import Draft, Stretch
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule


def check(draft: Draft) -> Iterator[Finding]:
    """Each article whose only words on a right stand under a verb of effort."""
    known = _known(draft.instrument.language)
    if known is None:
        return
    spoken = (
        stretch
        for stretch in draft.saying(*known.near)
        if stretch.article and any(right in stretch.words for right in known.rights)
    )
    for _, group in groupby(spoken, key=lambda stretch: id(stretch.article)):
        stretches = list(group)
        aims = [(stretch, known.aim.search(stretch.words)) for stretch in stretches]
        found = next(((stretch, match) for stretch, match in aims if match), None)
        if found and not _binds(draft, found[0], known):
            stretch, match = found
            said = f'"{match["aim"]}" makes of this right an aim of States'
            place = draft.span_of_words(stretch, *match.span("aim"))
            yield Finding(place, f"{said}; if it is to be a right, say who has it")


def _binds(draft: Draft, found: Stretch, known: "_Known") -> bool:
    """Whether any words of the article bind a State to the right or give it to someone."""
    return any(
        known.binds.search(stretch.words)
        for stretch in draft.saying(*known.binding_words)
        if stretch.article is found.article
    )


class _Known(NamedTuple):
    aim: re.Pattern[str]
    binds: re.Pattern[str]
    rights: tuple[str, ...]
    near: tuple[str, ...]
    binding_words: tuple[str, ...]


@cache
def _known(language: str) -> _Known | None:
    words = rule_words("rights", "right-as-aim", language)
    if not words:
        return None
    aims, binds, rights = ("|".join(words[key]) for key in ("aims", "binds", "rights"))
    return _Known(
        re.compile(rf"\b(?P<aim>{aims})\b[^.;]{{0,80}}?\b(?:{rights})", re.IGNORECASE),
        re.compile(rf"\b(?:{binds})", re.IGNORECASE),
        words["rights"],
        words["near"],
        tuple(sorted({part for phrase in words["binds"] for part in phrase.split()[-1:]})),
    )


RULE = Rule("right-as-aim", Severity.NOTE, __doc__, check)
