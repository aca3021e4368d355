"""Parts a heading from the line that a copy glued it to: "... so requests.Article 9"."""

import re

from convention_tool.readers.text.lines import UNITS, opening
from convention_tool.readers.text.tidy import Line

#: The end of a sentence, and glued to it a capitalized word and a number that end the line.
_GLUED = re.compile(r"(?<=[.;:])(?=[^\W\d_]{3,12} [\dIVXLC]{1,6}[^\s.;:]{0,6}$)")

#: How much of the end of a line may be a heading glued to it, in characters.
_LONGEST = len("Subsection XXXVIII quater")


def unglued(lines: list[Line]) -> list[Line]:
    """The lines, each heading that was glued to the end of one on a line of its own."""
    parted: list[Line] = []
    for line in lines:
        text = line.text
        found = None
        if text[-1].isalnum():
            found = _GLUED.search(text, max(0, len(text) - _LONGEST))
        opens = opening(text[found.end() :]) if found else None
        if found and opens and opens.kind in UNITS and opens.number and not opens.rest:
            cut = line.end - (len(text) - found.end())
            parted.append(line._replace(text=text[: found.end()], end=cut))
            parted.append(Line(text[found.end() :], cut, line.end, blank=True))
        else:
            parted.append(line)
    return parted
