"""The procedures before the bodies of a draft: reports, complaints, inquiries, and what they lack."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.clause_phrases import Slots, says, slots
from convention_tool.catalogue.home import home_is_read, procedure_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convention_tool.analysis.draft import Draft, Stretch


class Optional(NamedTuple):
    """A procedure that begins only when enough States have declared that they accept it."""

    stretch: Stretch
    declarations: Slots


class Complaints(NamedTuple):
    """A power to take complaints from persons, and what the procedure lacks."""

    stretch: Stretch
    lacks: tuple[str, ...]


def complaints_of(draft: Draft) -> Complaints | None:
    """The power of a body to take complaints from persons, if the draft gives one."""
    words = _words(draft, "complaints")
    given = _saying(draft, words) if words else ()
    if not given:
        return None
    near = {id(one.article) for one in draft.saying(*words["look"]) if one.article}
    near |= {id(one.article) for one in draft.saying(*_singular(words["look"])) if one.article}
    lacking = (need for need in _COMPLAINT_NEEDS if not _has(draft, near, words[need]))
    return Complaints(given[0], tuple(_COMPLAINT_NEEDS[need] for need in lacking))


def reports_without_cycle(draft: Draft) -> Stretch | None:
    """Where States must report to a body, if no article says how often."""
    words = _words(draft, "reports")
    duties = _saying(draft, words) if words else ()
    language = draft.instrument.language
    for duty in duties:
        article = duty.article
        around = (one for one in draft.saying(*words["look"]) if one.article is article)
        if any(slots(words["cycle"], one.words, language) for one in around):
            return None
    return duties[0] if duties else None


def optional_procedures(draft: Draft) -> tuple[Optional, ...]:
    """The procedures that wait for a number of declarations."""
    words = _words(draft, "declarations")
    language = draft.instrument.language
    likely = draft.saying(*words["look"]) if words else ()
    found = ((one, slots(words["says"], one.words, language)) for one in likely if one.article)
    return tuple(Optional(stretch, counted) for stretch, counted in found if counted)


def inquiry_without_conduct(draft: Draft) -> Stretch | None:
    """Where a body may inquire, if no article says how: visits, confidence, the State's reply."""
    words = _words(draft, "inquiry")
    powers = _saying(draft, words) if words else ()
    if not powers:
        return None
    near = {id(one.article) for one in draft.saying(*words["look"]) if one.article}
    return None if _has(draft, near, words["conduct"]) else powers[0]


#: What a procedure on complaints needs, by the list of words that shows it.
_COMPLAINT_NEEDS: Mapping[str, str] = {
    "admissibility": "which complaints are inadmissible",
    "reply": "how the State is heard",
    "outcome": "what the body decides",
}


def _words(draft: Draft, name: str) -> Mapping[str, tuple[str, ...]]:
    language = draft.instrument.language
    return procedure_words(name, language) if home_is_read(language) else {}


def _saying(draft: Draft, words: Mapping[str, tuple[str, ...]]) -> tuple[Stretch, ...]:
    """The stretches of articles that give the power or lay down the duty."""
    language = draft.instrument.language
    return tuple(
        one
        for one in draft.saying(*words["look"])
        if one.article and one.home is draft.instrument and says(words["says"], one.words, language)
    )


def _has(draft: Draft, articles: set[int], words: tuple[str, ...]) -> bool:
    """Whether one of some articles, by identity, has one of some words."""
    return any(id(one.article) in articles for one in draft.saying(*words))


def _singular(words: tuple[str, ...]) -> tuple[str, ...]:
    """The same words without their "s"."""
    return tuple(word.removesuffix("s") for word in words)
