"""The twelve home checks on a draft: each present, partial or absent, with the articles it rests on."""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.clause_phrases import says, slots
from convention_tool.catalogue.home import (
    Choice,
    Element,
    HomeCheck,
    home_checks,
    home_choices,
    home_is_read,
    institutions_named,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convention_tool.analysis.draft import Draft, Stretch


class Presence(StrEnum):
    """How far a draft has what a check asks for."""

    PRESENT = "present"
    PARTIAL = "partial"
    ABSENT = "absent"


class Found(NamedTuple):
    """An element, and where the draft has it; None where it is lacking."""

    element: Element
    stretch: Stretch | None


class CheckRead(NamedTuple):
    """A check on a draft."""

    check: HomeCheck
    elements: tuple[Found, ...]

    @property
    def presence(self) -> Presence:
        """Present with all that it needs, absent with nothing of it, partial between."""
        if self.check.gate and not self.elements[0].stretch:
            return Presence.ABSENT
        if all(one.stretch for one in self.elements if one.element.needed):
            return Presence.PRESENT
        if any(one.stretch for one in self.elements if one.element.needed):
            return Presence.PARTIAL
        return Presence.ABSENT


class Chosen(NamedTuple):
    """A home that a draft chooses, and the clauses that the choice forces."""

    choice: Choice
    stretch: Stretch
    clauses: tuple[Found, ...]


def checks_of(draft: Draft) -> tuple[CheckRead, ...]:
    """The twelve checks on a draft."""
    institutional = _institutional(draft)
    return tuple(_read(check, institutional, draft) for check in _checks(draft))


def homes_of(draft: Draft) -> tuple[Chosen, ...]:
    """The homes that a draft chooses; a fallback is a choice too."""
    if not home_is_read(draft.instrument.language):
        return ()
    institutional = _institutional(draft)
    return tuple(
        Chosen(choice, places[0], _found(choice.clauses, institutional, draft))
        for choice in home_choices(draft.instrument.language)
        if (places := _saying(choice.chosen, (), institutional, draft))
    )


def _checks(draft: Draft) -> tuple[HomeCheck, ...]:
    language = draft.instrument.language
    return home_checks(language) if home_is_read(language) else ()


def _read(check: HomeCheck, institutional: Sequence[Stretch], draft: Draft) -> CheckRead:
    near = {id(one.article) for one in draft.saying(*check.around)}
    stretches = tuple(one for one in institutional if id(one.article) in near)
    found = _found(check.elements, stretches, draft)
    if check.gate and not found[0].stretch:
        found = tuple(one._replace(stretch=None) for one in found)
    return CheckRead(check, found)


def _found(
    elements: Sequence[Element], stretches: Sequence[Stretch], draft: Draft
) -> tuple[Found, ...]:
    """Each element where it stands best: in the article that has most of the elements."""
    saying = [
        _saying(one.phrases, one.unless, _own(draft) if one.anywhere else stretches, draft)
        for one in elements
    ]
    weight = Counter(key for places in saying for key in {id(one.article) for one in places})
    return tuple(
        Found(element, max(places, key=lambda one: weight[id(one.article)], default=None))
        for element, places in zip(elements, saying, strict=True)
    )


def _saying(
    phrases: Sequence[str], unless: Sequence[str], stretches: Sequence[Stretch], draft: Draft
) -> tuple[Stretch, ...]:
    language = draft.instrument.language
    return tuple(
        one
        for one in stretches
        if slots(phrases, one.words, language) and not says(unless, one.words, language)
    )


def _own(draft: Draft) -> tuple[Stretch, ...]:
    """The stretches of the articles of the instrument itself."""
    return tuple(one for one in draft.stretches if one.article and one.home is draft.instrument)


def _institutional(draft: Draft) -> tuple[Stretch, ...]:
    """The stretches of articles that name a body, but for those that only define words."""
    language = draft.instrument.language
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, institutions_named(language)))})\b")
    own = _own(draft)
    naming = {id(one.article) for one in own if named.search(one.words)}
    defining = {id(one.article) for one in own if _DEFINING.search(one.words)}
    return tuple(one for one in own if id(one.article) in naming - defining)


#: A term in quotation marks, and the verb that defines it.
_DEFINING = re.compile(r"[\"”»“]\s*(?:means?|désigne|s'entend|significa|se entiende)\b")
