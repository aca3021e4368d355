"""Numbers as the lists of Word print them."""

from __future__ import annotations

from convention_tool.readers.numerals import doubled_letters, roman

#: A list that counts further than this, in letters, is printed in figures.
_MOST_LETTERS = 26 * 3

_ORDINALS = (
    *("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth"),
    *("Tenth", "Eleventh", "Twelfth", "Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth"),
    *("Seventeenth", "Eighteenth", "Nineteenth", "Twentieth"),
)


def printed(value: int, form: str, language: str | None = None) -> str:
    """A number in one of Word's forms; in figures where the form is none that treaties use.

    Args:
        value: the number.
        form: by Word's name for it: "lowerLetter", "upperRoman".
        language: in which ordinals are printed: "1st", "1er", "1º".
    """
    match form:
        case "none" | "bullet":
            return ""
        case "lowerLetter" | "upperLetter":
            return _cased(_letters(value), form)
        case "lowerRoman" | "upperRoman":
            return _cased(roman(value), form)
        case "decimalZero":
            return f"{value:02}"
        case "ordinal":
            return f"{value}{_ending(value, language)}"
        case "ordinalText" if language not in {"fr", "es"} and 0 < value <= 20:
            return _ORDINALS[value - 1]
        case _:
            return str(value)


def _cased(text: str, form: str) -> str:
    return text.upper() if form.startswith("upper") else text


def _letters(value: int) -> str:
    """A, z, aa, bb: after z the letters are doubled."""
    return doubled_letters(value) if 0 < value <= _MOST_LETTERS else str(value)


def _ending(value: int, language: str | None) -> str:
    if language == "fr":
        return "er" if value == 1 else "e"
    if language == "es":
        return "º"
    if value % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
