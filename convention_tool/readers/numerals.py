"""Numbers as lists print them: in letters, and in roman numerals."""

from __future__ import annotations

#: Roman numerals go no further.
LAST_ROMAN = 3_999

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def roman(value: int) -> str:
    """A number from 1 to `LAST_ROMAN` in small roman numerals; in figures outside of that."""
    if not 0 < value <= LAST_ROMAN:
        return str(value)
    numeral = ""
    for worth, letters in _ROMAN:
        count, value = divmod(value, worth)
        numeral += letters * count
    return numeral


def doubled_letters(value: int) -> str:
    """A number in letters, as word processors count: z, aa, bb."""
    times, place = divmod(value - 1, 26)
    return chr(ord("a") + place) * (times + 1)


def letters(value: int) -> str:
    """A number in letters, as browsers count: z, aa, ab."""
    found = ""
    while value > 0:
        value, place = divmod(value - 1, 26)
        found = f"{chr(ord('a') + place)}{found}"
    return found
