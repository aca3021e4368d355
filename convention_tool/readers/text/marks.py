"""What a mark can count as: by its letters, and by the way it is printed."""

from functools import lru_cache
from typing import NamedTuple

from convention_tool.readers.text.numbers import key, letter_value, roman_value

#: The style of dashes and bullets, which count nothing.
DASH = "dash"


class Sense(NamedTuple):
    """One way to read a mark: how it is printed, what it counts in, and how far.

    A list that may go on is known by the sense of its last mark.
    """

    #: The print and the series: "(x) small letter", "x. figures", or DASH.
    style: str
    value: int
    #: 2 for bis, 3 for ter; 0 for a number of the plain series.
    inserted: int = 0


@lru_cache(maxsize=8192)
def senses(mark: str) -> tuple[Sense, ...]:
    """Every way to read a mark; the letter before the numeral."""
    inner = mark.strip("[().°º-– ").casefold()
    if not inner:
        return (Sense(DASH, 0),)
    frame = _frame(mark)
    if inner[0].isdigit():
        parts = inner.split(".")
        counted = key(parts[-1])
        if counted is None:
            return ()
        figures = f"figures{len(parts)}" if len(parts) > 1 else "figures"
        return (Sense(f"{frame} {figures}", counted.value, counted.inserted),)
    letters, _, latin = inner.replace("-", " ").partition(" ")
    inserted = (key(f"1 {latin}") or key("1") or (0, 0))[1] if latin else 0
    case = "capital" if mark.strip("(")[:1].isupper() else "small"
    readings = [
        Sense(f"{frame} {case} {series}", value, inserted)
        for series, value in (("letter", letter_value(letters)), ("roman", roman_value(letters)))
        if value
    ]
    return tuple(readings)


def _frame(mark: str) -> str:
    """How a mark is printed: "(x)", "x)", "x.", "x°" or "x"."""
    mark = mark.removeprefix("[")
    if mark.startswith("("):
        return "(x)"
    for end in (")", ".", "°", "º"):
        if mark.rstrip("-–").endswith(end):
            return f"x{end}".replace("º", "°")
    return "x)" if ")" in mark else "x"


def can_open(mark: str) -> bool:
    """Whether a mark can be the first of a list."""
    return any(sense.value == 1 and not sense.inserted for sense in senses(mark))


def follows(sense: Sense, last: Sense) -> bool:
    """Whether a mark can be the next in the list of another."""
    if sense.style != last.style:
        return False
    if sense.value == last.value + 1 or sense.style == DASH:
        return True
    return sense.value == last.value and sense.inserted > last.inserted


def can_follow(later: str, first: str) -> bool:
    """Whether a mark, read in some way, is the next in the list of another."""
    return any(follows(one, sense) for sense in senses(first) for one in senses(later))
