"""Words as a language sets them in print: French has no-break spaces before its tall marks.

A draft is typed with plain spaces; a line that begins with a colon is a fault of print, not of the
draft. Whoever reads the page back takes such spaces for plain ones.
"""

import re

#: Before these French sets a narrow space that does not break the line; before a colon a full one.
_NARROW_BEFORE = re.compile(r" (?=[;!?»])")
_FULL_BEFORE = re.compile(r" (?=:(?!\S))")
_AFTER_OPENING = re.compile(r"(?<=«) ")

_NARROW, _FULL = "\u202f", "\u00a0"


def typeset(text: str, language: str) -> str:
    """The words of a text with the spaces that its language prints."""
    if language != "fr":
        return text
    narrow = _NARROW_BEFORE.sub(_NARROW, text)
    return _FULL_BEFORE.sub(_FULL, _AFTER_OPENING.sub(_NARROW, narrow))
