"""What a line is to a draft, by its style."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from convention_tool.readers.odt.lines import Line
    from convention_tool.readers.odt.styles import Styles


class Role(Enum):
    """What a line is."""

    TEXT = auto()
    #: In the middle of its line, as headings are that have no style.
    CENTRED = auto()
    TITLE = auto()
    HEADING = auto()
    #: A line of the draft's header block.
    HEADER = auto()
    #: What stands above a note: "Commentary".
    LABEL = auto()
    COMMENTARY = auto()


#: The first two are names of LibreOffice, the others those that this tool writes.
_ROLES = {
    "Title": Role.TITLE,
    "Subtitle": Role.TEXT,
    "Draft Header": Role.HEADER,
    "Commentary": Role.COMMENTARY,
    "Commentary Label": Role.LABEL,
    "Printed Footnote": Role.TEXT,
    "Printed Footnote Label": Role.LABEL,
}
_HEADING = re.compile(r"Heading( \d{1,2})?", re.IGNORECASE)


def role_of(line: Line, styles: Styles) -> Role:
    """The role of a line: that of its style, or of the nearest that the style is made from."""
    if line.level:
        return Role.HEADING
    for name in styles.names(line.style):
        if name in _ROLES:
            return _ROLES[name]
        if _HEADING.fullmatch(name):
            return Role.HEADING
    return Role.CENTRED if styles.is_centred(line.style) and not line.in_table else Role.TEXT
