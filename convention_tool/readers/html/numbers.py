"""The numbers that browsers print before the items of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convention_tool.readers.numerals import LAST_ROMAN, letters, roman

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
    if not 0 < value <= LAST_ROMAN:  # browsers print figures beyond it
        return str(value)
    match name:
        case "lower-alpha":
            return letters(value)
        case "upper-alpha":
            return letters(value).upper()
        case "lower-roman":
            return roman(value)
        case "upper-roman":
            return roman(value).upper()
        case "decimal-leading-zero":
            return f"{value:02}"
        case _:
            return str(value)
