"""Characters that a file of Word or Excel cannot hold.

Both are XML inside, and XML has no place for most control characters, however they came into a
draft. A reader should still see that something stood there.
"""

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

#: What Unicode gives for a character that could not be shown.
_REPLACEMENT = "\ufffd"


def without_forbidden(text: str) -> str:
    """The same text, a sign of replacement for each character that XML forbids."""
    return _FORBIDDEN.sub(_REPLACEMENT, text)
