"""What a change of words amounts to: new words, or only other letters, signs or spaces."""

from __future__ import annotations

import re
from enum import StrEnum

from convention_tool.analysis.words import spelling


class Nature(StrEnum):
    """What a change of words amounts to."""

    WORDING = ""
    CASE = "case"
    PUNCTUATION = "punctuation"
    SPACING = "spacing"
    SPELLING = "spelling"
    REFERENCE = "reference"


def nature(gone: str, come: str) -> Nature:
    """What it amounts to that some words came in place of others."""
    if not gone or not come:
        if any(map(str.isalnum, gone or come)) or _BRACKETS.search(gone or come):
            return Nature.WORDING
        return Nature.PUNCTUATION if (gone or come).strip() else Nature.SPACING
    if gone[0].isalpha() and come[0].isalpha() and gone[0].casefold() != come[0].casefold():
        return Nature.WORDING
    if "".join(gone.split()) == "".join(come.split()):
        return Nature.SPACING
    if _BRACKETS.findall(gone) != _BRACKETS.findall(come):
        return Nature.WORDING  # what stood in brackets was not agreed
    before, after = _LETTERS.findall(gone), _LETTERS.findall(come)
    if "".join(before).casefold() == "".join(after).casefold():
        return Nature.CASE if "".join(before) != "".join(after) else Nature.PUNCTUATION
    if len(before) == len(after) and all(map(_same_spelling, before, after)):
        return Nature.SPELLING
    return Nature.WORDING


def _same_spelling(one: str, other: str) -> bool:
    return one[0].casefold() == other[0].casefold() and spelling(one) == spelling(other)


_LETTERS = re.compile(r"\w+")
_BRACKETS = re.compile(r"[\[\]]")
