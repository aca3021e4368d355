"""Automatic numbers of Word's lists, worked out as Word prints them.

A list (`num`) is one use of a scheme (`abstractNum`). Lists of one scheme go on counting where
another stopped, unless they say with which number they begin.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.readers.docx.numerals import printed
from convention_tool.readers.docx.xml import FALLBACK, VAL, as_number, is_on, number, value, w

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from convention_tool.readers.docx.styles import Style, Styles

#: Bullets and dashes that drafts have; any other is a letter of a font of symbols, read as a dash.
BULLETS = "-–—•▪·*"
_DASH = "–"
#: A list has nine levels.
_LEVELS = 9
#: What is printed around numbers is no longer than this, in characters.
_LONGEST_TEXT = 100
#: Schemes lead to other schemes through styles; no more often than this, or they lead in a ring.
_MOST_LINKS = 10

_PLACE = re.compile(r"%([1-9])")


class Mark(NamedTuple):
    """A number before a paragraph."""

    text: str
    #: Whether something stands between it and the words.
    apart: bool = True


class _Level(NamedTuple):
    """How a list counts at one level."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    #: The level, from 1, whose numbers begin it anew; 0 for none, None for any above it.
    restart: int | None = None
    #: Whether the numbers of all levels are printed in figures.
    legal: bool = False
    apart: bool = True
    #: The style whose paragraphs stand at this level.
    style: str = ""


@dataclass(slots=True)
class _List:
    """A list in use."""

    scheme: str
    levels: Mapping[int, _Level]
    #: With which number a level begins in this list; taken off when it has begun.
    starts: dict[int, int]
    begun: set[int] = field(default_factory=set)


class Numbering:
    """The lists of a file, and how far each has counted."""

    def __init__(self, root: Any, styles: Styles, language: str | None) -> None:
        self._styles = styles
        self._language = language
        schemes = () if root is None else root.iterfind(w("abstractNum"))
        self._schemes = {one.get(w("abstractNumId")): one for one in schemes}
        uses = () if root is None else root.iterfind(w("num"))
        self._uses = {as_number(one.get(w("numId"))): one for one in uses}
        self._lists: dict[int, _List | None] = {}
        self._counts: dict[str, dict[int, int]] = {}

    def mark(self, properties: Any, style: Style) -> Mark | None:
        """The number before the next paragraph, or None where it has none; the list goes on.

        Args:
            properties: of the paragraph; None where it has none of its own.
            style: of the paragraph.
        """
        direct = number(properties, "numPr/numId")
        used = self._list(style.list if direct is None else direct)
        if used is None:
            return None
        level = number(properties, "numPr/ilvl")
        if level is None and direct is None:
            level = self._level_of_style(used, style)
        level = min(max(level or 0, 0), _LEVELS - 1)
        return self._count(used, level)

    def _level_of_style(self, used: _List, style: Style) -> int | None:
        for one in style.chain:
            for level, settings in used.levels.items():
                if settings.style == one:
                    return level
        return style.level

    def _count(self, used: _List, level: int) -> Mark:
        counts = self._counts.setdefault(used.scheme, {})
        settings = used.levels.get(level, _Level())
        first = used.starts.get(level, settings.start)
        if level in used.starts and level not in used.begun:
            counts[level] = first
        else:
            counts[level] = counts[level] + 1 if level in counts else first
        used.begun.add(level)
        for below in [one for one in counts if one > level]:
            restart = used.levels.get(below, _Level()).restart
            if restart is None or level < restart:
                del counts[below]
        return self._printed(used, level, counts)

    def _printed(self, used: _List, level: int, counts: Mapping[int, int]) -> Mark:
        settings = used.levels.get(level, _Level())
        if settings.form == "bullet":
            bullet = settings.text.strip()
            return Mark(bullet if len(bullet) < 2 and bullet in BULLETS else _DASH)

        def count_at(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            one = used.levels.get(at, _Level())
            form = "decimal" if settings.legal and one.form != "none" else one.form
            return printed(counts.get(at, used.starts.get(at, one.start)), form, self._language)

        return Mark(_PLACE.sub(count_at, settings.text).strip(), settings.apart)

    def _list(self, use: int | None) -> _List | None:
        """The list of some identifier; 0 takes the number from a paragraph."""
        if not use:
            return None
        if use not in self._lists:
            self._lists[use] = self._made(use)
        return self._lists[use]

    def _made(self, use: int) -> _List | None:
        element = self._uses.get(use)
        scheme = self._scheme(use)
        if element is None or scheme is None:
            return None
        scheme_levels = islice(scheme.iterfind(w("lvl")), _LEVELS)
        levels = {_place(one): _level(one) for one in scheme_levels}
        starts: dict[int, int] = {}
        for override in islice(element.iterfind(w("lvlOverride")), _LEVELS):
            inner = override.find(w("lvl"))
            if inner is not None:
                levels[_place(override)] = _level(inner)
            start = number(override, "startOverride")
            if start is not None:
                starts[_place(override)] = start
        return _List(scheme.get(w("abstractNumId"), ""), levels, starts)

    def _scheme(self, use: int) -> Any:
        """The scheme that a list uses; one that only names a style stands for that style's."""
        for _ in range(_MOST_LINKS):
            scheme = self._schemes.get(value(self._uses.get(use), "abstractNumId"))
            link = value(scheme, "numStyleLink")
            linked = self._styles.list_of(link) if link else None
            if linked is None:
                return scheme
            use = linked
        return None


def _level(element: Any) -> _Level:
    start = number(element, "start")
    form = value(element, "numFmt")
    if form is None:  # a form of a later Word, and beside it one for all others
        later = element.find(f".//{FALLBACK}/{w('numFmt')}")
        form = "decimal" if later is None else later.get(VAL, "decimal")
    return _Level(
        start=1 if start is None else start,
        form=form,
        text=(value(element, "lvlText") or "")[:_LONGEST_TEXT],
        restart=number(element, "lvlRestart"),
        legal=bool(is_on(element, "isLgl")),
        apart=value(element, "suff") != "nothing",
        style=value(element, "pStyle") or "",
    )


def _place(element: Any) -> int:
    return as_number(element.get(w("ilvl"))) or 0
