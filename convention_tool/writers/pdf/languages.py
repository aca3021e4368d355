"""What a page of paper needs to know of its language."""

import re

#: What the page itself says, beside the document.
_CONTENTS = {"en": "Contents", "fr": "Sommaire", "es": "Índice"}

#: Of a page that names no language: no language has this code, and nothing is hyphenated.
_UNKNOWN = "und"


def language_of(named: str) -> str:
    """The language as typst names it, "fr" for "fr-CA"; what is no language is "und"."""
    found = re.match(r"[a-z]{2,3}(?![a-z])", named.strip().lower())
    return found[0] if found else _UNKNOWN


def contents_title(language: str) -> str:
    """What a list of contents is called."""
    return _CONTENTS.get(language_of(language), _CONTENTS["en"])
