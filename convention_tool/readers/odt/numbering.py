"""What automatic lists and headings print before their words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convention_tool.readers.numerals import LAST_ROMAN, doubled_letters, letters, roman
from convention_tool.readers.odt.styles import Level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convention_tool.readers.odt.lines import Line, ListPlace
    from convention_tool.readers.odt.styles import Styles

#: What stands for a bullet of any shape.
BULLET = "–"

#: Counts beyond this are printed in digits: nobody numbers paragraphs "zzz".
_LAST_LETTER = 26 * 27
_NOTHING = Level()


class Numbering:
    """Counts lines in their order."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        #: What each list has counted to at each level.
        self._counts: dict[str, dict[int, int]] = {}
        #: The items whose first line has come.
        self._begun: set[int] = set()

    def of(self, line: Line) -> str:
        """The number before the next line, as printed, or ""."""
        if line.place:
            return self._in_list(line, line.place)
        if line.level and line.is_counted and self._styles.list_style(line.style) != "":
            levels = self._styles.outline
            if levels.get(line.level, _NOTHING).form:
                return self._counted("outline", levels, line.level, line.start)
        return ""

    def _in_list(self, line: Line, place: ListPlace) -> str:
        if place.item in self._begun or not place.item:
            return ""
        self._begun.add(place.item)
        style = place.style or self._styles.list_style(line.style) or ""
        levels = self._styles.levels(style)
        return self._counted(f"list {place.key}", levels, place.level, place.start)

    def _counted(self, key: str, levels: Mapping[int, Level], level: int, start: int | None) -> str:
        """Count one on at a level, and begin anew at the levels below."""
        counts = self._counts.setdefault(key, {})
        own = levels.get(level, _NOTHING)
        counts[level] = counts.get(level, own.start - 1) + 1 if start is None else start
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        if own.is_bullet:
            return BULLET
        return _printed(levels, level, counts)


def _printed(levels: Mapping[int, Level], level: int, counts: Mapping[int, int]) -> str:
    """The number of a level with those above it that it shows."""
    own = levels.get(level, _NOTHING)
    if not own.form:
        return ""

    def one(place: int) -> str:
        of = levels.get(place, _NOTHING)
        count = counts.get(place, of.start)
        return "" if of.is_bullet else _formed(count, of)

    if own.pattern:
        return re.sub(r"%(\d{1,2})%", lambda found: one(int(found[1])), own.pattern).strip()
    shown = (one(place) for place in range(level - own.shown + 1, level + 1))
    return f"{own.prefix}{'.'.join(part for part in shown if part)}{own.suffix}".strip()


def _formed(count: int, level: Level) -> str:
    match level.form:
        case "":
            return ""
        case "i" | "I" if 0 < count <= LAST_ROMAN:
            words = roman(count)
        case "a" | "A" if 0 < count <= _LAST_LETTER:
            words = doubled_letters(count) if level.doubled else letters(count)
        case _:
            return str(count)
    return words.upper() if level.form.isupper() else words
