"""How pages name the rights, and where a right stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convention_tool.analysis.strength import Status
from convention_tool.catalogue.rights import NEW
from convention_tool.document import Tone

if TYPE_CHECKING:
    from convention_tool.catalogue.rights import Right

TONES = {
    Status.STRONGER: Tone.GOOD,
    Status.EQUAL: Tone.GOOD,
    Status.WEAKER: Tone.BAD,
    Status.PARTIAL: Tone.MIXED,
    Status.MISSING: Tone.BAD,
    Status.CANNOT_TELL: Tone.QUIET,
}

#: What a reader should make of each status.
MEANINGS = {
    Status.STRONGER: "all of its elements, and more: a wider holder, a firmer duty, a reserve dropped",
    Status.EQUAL: "all of its elements, for as many people, as firmly",
    Status.WEAKER: "narrower holder, softer duty, or a reserve that 1990 does not make",
    Status.PARTIAL: "some of its elements are lacking",
    Status.MISSING: "no provision was recognized as an answer",
    Status.CANNOT_TELL: "a provision speaks of it; read it yourself",
}


def name_of(right: Right) -> str:
    """A right as pages name it: its number and title; a new right has no number."""
    return right.title if right.part == NEW else f"{right.article} {right.title}"
