"""The words of two rules that show how they differ."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convention_tool.analysis.norms import SOFTENED_WITHIN
from convention_tool.analysis.spans import whole
from convention_tool.catalogue.norms import norm_words
from convention_tool.catalogue.vocabulary import light_words

if TYPE_CHECKING:
    from convention_tool.analysis.norms import Norm, Said

#: The verb that a rule turns on stands within so many words after its modality.
_NEAR = 8

#: A subject with more words is cut.
_LONGEST_SUBJECT = 12

_SAYS = re.compile(r"\S+")


def verbs(was: Said, now: Said) -> tuple[str, str]:
    """Both modalities from the modal verb to the next word that both rules have: "shall ensure"."""
    (before, first), (after, second) = _from_modal(was), _from_modal(now)
    for place in range(first, len(before)):
        if before[place].casefold() not in light_words():
            for other in range(second, len(after)):
                if before[place] == after[other]:
                    return " ".join(before[: place + 1]), " ".join(after[: other + 1])
    return " ".join(before[:first]), " ".join(after[:second])


def _from_modal(said: Said) -> tuple[list[str], int]:
    """The words from the first modal verb to those of the modality and some more; and how many not more."""
    text = whole(said.clause)
    start, end = said.characters
    places = list(_SAYS.finditer(text))
    within = [place for place, one in enumerate(places) if one.end() > start and one.start() < end]
    first, last = within[0], within[-1]
    modals = norm_words().verbs
    for place in range(max(first - SOFTENED_WITHIN, 0), last + 1):
        if places[place][0].casefold() in modals:
            first = place
            break
    words = [one[0].strip(",;.:") for one in places[first : last + 1 + _NEAR]]
    return words, last + 1 - first


def subject(norm: Norm) -> str:
    """Who holds a rule, as its clause names them: the words before the verb."""
    assert norm.holder
    text = whole(norm.clause)
    verb = norm.modality.characters.start if norm.modality else 0
    before = text[:verb].split()
    if before and len(before) <= _LONGEST_SUBJECT:
        return " ".join(before).rstrip(",")
    return norm.holder.quotation


def squeezed(text: str) -> str:
    """Words without the spaces that a copy may have lost: "considerationto" is two words."""
    return "".join(text.casefold().split())
