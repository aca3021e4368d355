"""The marks of provisions as Word counts them: "(c)" is the third small letter in brackets."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Counting(StrEnum):
    """How Word counts."""

    DECIMAL = "decimal"
    LOWER_LETTER = "lowerLetter"
    UPPER_LETTER = "upperLetter"
    LOWER_ROMAN = "lowerRoman"
    UPPER_ROMAN = "upperRoman"
    #: Not at all: every item has the same sign.
    BULLET = "bullet"


class Form(NamedTuple):
    """How the marks of a list look: "(", small letters, ")"."""

    counting: Counting
    before: str = ""
    after: str = ""


class Counted(NamedTuple):
    """A mark as one of a list: its form, and the how manieth it is."""

    form: Form
    value: int

    @property
    def printed(self) -> str:
        """The mark as Word prints it."""
        return f"{self.form.before}{_numeral(self)}{self.form.after}"


def readings(mark: str) -> Iterator[Counted]:
    """Every way to count a mark, the likeliest first: "(i)" is a letter and a Roman numeral."""
    if mark in _SIGNS:
        yield Counted(Form(Counting.BULLET, mark), 1)
        return
    found = _MARK.fullmatch(mark)
    if not found:
        return
    before, number, after = found.groups()
    for counting in Counting:
        value = _value(number, counting)
        counted = Counted(Form(counting, before, after), value)
        if value and counted.printed == mark:
            yield counted


def core(mark: str) -> str:
    """The number in a mark: "b" of "(b)", "2 bis" of "2 bis."; "" of a dash."""
    return re.sub(r"^[\W_]+|[\W_]+$", "", mark)


#: Signs before items that are not counted.
_SIGNS = frozenset("-–—•")

#: A number and the signs around it. Word ends what comes before a number, such as "1.", elsewhere.
_MARK = re.compile(r"([(\[]?)([0-9]+|[a-z]+|[A-Z]+)([.)\]°]{0,2})")

#: Word goes no further in letters, by repeating them: "aa" is 27, "bb" 28.
_MOST_LETTERS = 3
#: What no list of a treaty reaches; larger numbers stay words.
_MOST = 3_000

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_WORTH = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def _value(number: str, counting: Counting) -> int:
    """What a number is worth in one way of counting; 0 if it is none of it."""
    small = number.lower()
    match counting:
        case Counting.DECIMAL:
            value = int(number) if number.isdecimal() and len(number) <= len(str(_MOST)) else 0
        case Counting.LOWER_LETTER | Counting.UPPER_LETTER:
            repeated = small == small[0] * len(small) and len(small) <= _MOST_LETTERS
            value = 26 * (len(small) - 1) + ord(small[0]) - ord("a") + 1 if repeated else 0
        case Counting.LOWER_ROMAN | Counting.UPPER_ROMAN:
            worths = [_WORTH.get(letter, 0) for letter in small]
            pairs = zip(worths, [*worths[1:], 0], strict=True)
            value = sum(-one if one < after else one for one, after in pairs) if all(worths) else 0
        case Counting.BULLET:
            value = 0
    return value if value <= _MOST else 0


def _numeral(counted: Counted) -> str:
    """A value as it is counted."""
    (counting, _, _), value = counted
    match counting:
        case Counting.DECIMAL:
            return str(value)
        case Counting.LOWER_LETTER | Counting.UPPER_LETTER:
            letters = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
            return letters if counting is Counting.LOWER_LETTER else letters.upper()
        case Counting.LOWER_ROMAN | Counting.UPPER_ROMAN:
            made = ""
            for worth, sign in _ROMAN:
                made += sign * (value // worth)
                value %= worth
            return made if counting is Counting.LOWER_ROMAN else made.upper()
        case Counting.BULLET:
            return ""
