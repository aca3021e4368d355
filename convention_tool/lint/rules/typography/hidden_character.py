"""The text holds characters that nobody sees, or letters printed as one sign.

Why it matters: soft hyphens, blanks without width and joined letters come with copies from PDF
files. A search for "definition" does not find a word that holds one of them, and every comparison
stumbles over it.

Found:
    the con(soft hyphen)vention; the (fi as one sign)rst article

Better:
    the convention; the first article
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.printed import printed
from convention_tool.diagnostics import Edit, Fix, Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.source import Span


def check(draft: Draft) -> Iterator[Finding]:
    """The first sign of each kind, and how many there are."""
    if draft.source.text.isascii():
        return
    for sign, (name, plain) in _SIGNS.items():
        if sign not in draft.source.text:
            continue
        places = list(draft.fact(printed).places(sign))
        if places:
            times = "once" if len(places) == 1 else f"{len(places)} times, first here"
            said = f"{name} stands in the text ({times}), and searches fail there"
            edits = tuple(Edit(Span(place, place + 1), plain) for place in places)
            what = f'write "{plain}"' if plain else "take it out"
            yield Finding(Span(places[0], places[0] + 1), f"{said}; {what}", Fix(what, edits))


#: What each sign is called, and what is written for it.
_SIGNS = {
    "\u00ad": ("a soft hyphen", ""),
    "\u200b": ("a blank without width", ""),
    "\u2060": ("a joiner without width", ""),
    "\u200e": ("a mark for the direction of writing", ""),
    "\u200f": ("a mark for the direction of writing", ""),
    "\ufb00": ("the letters ff as one sign", "ff"),
    "\ufb01": ("the letters fi as one sign", "fi"),
    "\ufb02": ("the letters fl as one sign", "fl"),
    "\ufb03": ("the letters ffi as one sign", "ffi"),
    "\ufb04": ("the letters ffl as one sign", "ffl"),
}


RULE = Rule("hidden-character", Severity.NOTE, __doc__, check)
