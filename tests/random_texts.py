"""Texts made of the grammar's own keywords, in no sensible order."""

import re
from pathlib import Path
from random import Random

GRAMMARS = Path(__file__).resolve().parent.parent / "grammars"


def keywords() -> list[str]:
    """The words of the grammar's own terminals, of all three languages."""
    grammars = sorted(GRAMMARS.glob("*.lark"))
    found = (re.findall(r"\b[A-Z][A-Za-zÀ-ÿ]{2,}", path.read_text("utf-8")) for path in grammars)
    return sorted({word for words in found for word in words})


NUMBERS = (
    *("", "1", "2", "3", "3 bis", "3bis", "12 A", "I", "II", "IV", "IV bis", "Ill", "l4", "15.4"),
    *("1.1.1", "1er", "Ier", "1º", "premier", "first", "A", "iv", "1000", "IV:1", "99999999999"),
)
SEPARATORS = ("", ".", ":", " –", " -", ".-", ")", "]", ",", ";", "*", " ..... 4", " (", "\t")
RESTS = (
    *("", "", "Rest", "Rest of keepers and", "lamps shall be lit", "Lamps shall be lit."),
    *(", the harbour may", "(Rest)", "(deleted)", "[Reserved]", "x: (a) one; and (b) two."),
    *("Lamps: (i) one; (ii) two.", "Lamps. 2. Ladders", "“lamp” means", "of Article 2", "1", "[1]"),
)
#: Marks of paragraphs, subparagraphs and notes.
MARKS = (
    *("1.", "2.", "3.", "1", "2", "(1)", "(2)", "1)", "1°", "1.1", "1.1.1.", "2 bis.", "§ 1"),
    *("5. (a)", "(a)", "(b)", "(c)", "(h)", "(i)", "(ii)", "(v)", "(x)", "(aa)", "(z)", "(à)"),
    *("a)", "i)", "a.", "b.", "i.", "ii.", "A.", "B.", "I.", "(A)", "- ", "– ", "•", "*", "**"),
    *("¹", "[1]", "1/", "> ", "% "),
)
#: Lines that hold nothing, or nothing but an odd character, or words with a meaning of their own.
LONE = (
    *("", "", "", ">", "%", "(", ")", "[", "|", "|a|", "| a |", "...", ". . . .", "-", "–", "==="),
    *("\u200b", "\ufeff", "\u00ad", "\x0c", "\x00", "\ufffd", "\u2028", "\x85", "---", "- 4 -"),
    *("Contents", "Title: Lamps", "Status: draft", "Have agreed as follows:", "DONE at sea"),
    *("The States Parties to this Convention,", "Agreement between Near and Far", "and so on"),
    "Page 3 of 10",
)


def random_text(random: Random, words: list[str]) -> str:
    """Lines of keywords, numbers, marks and odd characters, in no sensible order."""

    def line() -> str:
        match random.randrange(4):
            case 0:
                number, separator = random.choice(NUMBERS), random.choice(SEPARATORS)
                space = random.choice((" ", " ", ""))
                return f"{random.choice(words)}{space}{number}{separator} {random.choice(RESTS)}"
            case 1:
                return f"{random.choice(MARKS)}{random.choice((' ', ''))}{random.choice(RESTS)}"
            case 2:
                return f"{random.choice(words)} {random.choice(RESTS)}"
            case _:
                return random.choice(LONE)

    return "\n".join(line() for _ in range(random.randrange(30)))
