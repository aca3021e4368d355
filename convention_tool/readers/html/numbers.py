"""The numbers that browsers print before the items of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from convention_tool.readers.html.styles import Style

#: Series that print no number.
BULLETS = frozenset(("disc", "circle", "square"))
DASH = "–"

#: What `type` says, as style sheets call it.
TYPES = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}

#: How treaties print the numbers of a series: 1. (a) (i) A. I.
_AROUND = {"lower-alpha": ("(", ")"), "lower-roman": ("(", ")")}

#: The series of a list within an item that is numbered so, where the page says nothing: browsers
#: print 1. at every depth, but no treaty does.
WITHIN = {"decimal": "lower-alpha", "lower-alpha": "lower-roman", "lower-roman": "upper-alpha"}

#: Roman numbers and letters go so far; browsers print figures beyond it.
_LAST = 3_999

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def series(style: str) -> str:
    """The name of a series; Latin letters have two."""
    return style.replace("latin", "alpha")


def mark(style: Style, value: int) -> str:
    """A number as printed, "" where a list has none."""
    name = series(style.series)
    if name == "none":
        return ""
    if name in BULLETS:
        return DASH
    before, after = style.around or _AROUND.get(name, ("", "."))
    return f"{before}{_number(name, value)}{after}"


def _number(name: str, value: int) -> str:
    if not 0 < value <= _LAST:
        return str(value)
    match name:
        case "lower-alpha":
            return _letters(value)
        case "upper-alpha":
            return _letters(value).upper()
        case "lower-roman":
            return _roman(value)
        case "upper-roman":
            return _roman(value).upper()
        case "decimal-leading-zero":
            return f"{value:02}"
        case _:
            return str(value)


def _letters(value: int) -> str:
    found = ""
    while value:
        value, place = divmod(value - 1, 26)
        found = f"{chr(ord('a') + place)}{found}"
    return found


def _roman(value: int) -> str:
    found = ""
    for worth, sign in _ROMAN:
        count, value = divmod(value, worth)
        found += sign * count
    return found
