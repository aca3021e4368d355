"""What a line opens with: a word and a number, a mark, or nothing but words.

How such openings look is in grammars/lines.lark; this module only puts the terminals together.
"""

import re
from functools import cache
from typing import NamedTuple

from convention_tool.readers.text.grammar import terminals

#: Divisions above the article, and what is attached, by the name of their terminals.
DIVISIONS = ("book", "part", "title", "chapter", "section", "subsection")
ATTACHED = ("annex", "appendix", "schedule", "protocol", "declaration")


class Opening(NamedTuple):
    """How a line opens."""

    #: "article", one of DIVISIONS or ATTACHED, "mark", "unsure" (a mark only in a series),
    #: "witness" or "footnote".
    kind: str
    #: The word as printed ("Article"), or the mark ("(a)").
    label: str
    #: The number as printed; "" where there is none, or for a mark.
    number: str
    #: What stands between the number and the rest: ":", " –", "".
    separator: str
    #: The words after it.
    rest: str


class Patterns(NamedTuple):
    """The regular expressions of this package, put together once."""

    label: re.Pattern[str]
    number: re.Pattern[str]
    odd_number: re.Pattern[str]
    separator: re.Pattern[str]
    ordinal_label: re.Pattern[str]
    mark: re.Pattern[str]
    unsure: re.Pattern[str]
    footnote: re.Pattern[str]


def opening(line: str) -> Opening | None:
    """How a tidy line opens; None where it opens with words."""
    first = line[0]
    patterns = _patterns()
    if first in _MARK_INITIALS or first.islower() or line[1:2] in _AFTER_CAPITAL:
        found = _mark(line, patterns)
        if found:
            return found
    if first in _LABEL_INITIALS:
        return _labelled(line, patterns)
    return None


def closed(line: str) -> bool:
    """Whether a sentence, or a member of a list, ends with the line."""
    return line.rstrip(_QUOTES)[-1:] in _CLOSERS


_MARK_INITIALS = frozenset("0123456789([–—•▪·*-¹²³")
_AFTER_CAPITAL = frozenset(").IVX")
_LABEL_INITIALS = frozenset("AaPpTtCcSsBbLlEeDdIiFfOoJjHhMmQqNnÀÉÍÚÓÁéíúóUuGgRr")
_QUOTES = "”\"’'»)] "
_CLOSERS = frozenset(".;:!?…—–")
#: An article and an odd number, alone on a line, take at most so many characters.
_LONGEST_ODD = len("Article Twenty-seventh (9)")


@cache
def pattern(name: str, flags: int = 0) -> re.Pattern[str]:
    """A terminal of grammars/lines.lark, ready to use."""
    return re.compile(terminals()[name], flags)


@cache
def _patterns() -> Patterns:
    of = terminals()
    kinds = (*reversed(DIVISIONS), "article", *ATTACHED)
    labels = "|".join(f"(?P<{kind}>{of[kind.upper()]})" for kind in kinds)
    suffix = f"(?:{of['INSERTED']}|{of['ORDINAL_SIGN']})?"
    numbers = "|".join(f"(?:{of[name]}){suffix}" for name in ("COMPOUND", "ARABIC", "ROMAN"))
    # Nothing may be glued to a number: the 1 of 1-01 is none.
    end = r"(?![^\W¹²³⁴-⁹])(?![-./:](?:\d|[A-Z](?![a-z])))"
    return Patterns(
        label=re.compile(rf"(?:{labels}|(?P<witness>{of['WITNESS']}))(?![A-Za-zÀ-ÿ’'])"),
        number=re.compile(rf" ?(?:{numbers}|{of['ORDINAL']}(?: {of['ORDINAL']})?|[A-Z]){end}"),
        odd_number=re.compile(rf"(?: ?[-–:]| No\.?| n[°º])? ?({of['ODD_NUMBER']})[ .:–—-]*$"),
        separator=re.compile(rf" ?(?:{of['SEPARATOR']})? ?"),
        ordinal_label=re.compile(rf"({of['ORDINAL']}) ({of['PART']})$"),
        mark=re.compile(of["MARK"]),
        unsure=re.compile(of["UNSURE_MARK"]),
        footnote=re.compile(of["FOOTNOTE"]),
    )


def _mark(line: str, patterns: Patterns) -> Opening | None:
    found = patterns.mark.match(line)
    kind = "mark"
    if not found:
        found = patterns.footnote.match(line)
        kind = "footnote"
    if not found:
        found = patterns.unsure.match(line)
        kind = "unsure"
    if not found:
        return None
    return Opening(kind, found[0].strip(), "", "", line[found.end() :].strip())


def _labelled(line: str, patterns: Patterns) -> Opening | None:
    found = patterns.label.match(line)
    if not found:
        reversed_part = patterns.ordinal_label.match(line)
        if reversed_part:
            return Opening("part", reversed_part[2], reversed_part[1], "", "")
        return None
    kind = found.lastgroup or ""
    if kind == "witness":
        return Opening("witness", found[0], "", "", line[found.end() :])
    number = patterns.number.match(line, found.end())
    odd = patterns.odd_number.match(line, found.end()) if not number else None
    if odd and kind == "article" and len(line) <= _LONGEST_ODD:
        return Opening(kind, found[0], odd[1].strip("()[]"), "", "")
    printed = number[0].strip() if number else ""
    end = number.end() if number else found.end()
    separator = patterns.separator.match(line, end)
    joint = separator[0].strip() if separator else ""
    rest = line[separator.end() if separator else end :]
    if printed and rest[:1] == "(" and rest[1:-1].isalnum() and len(rest) <= len("(12)"):
        printed, joint, rest = f"{printed}{rest}", "", ""  # "Article 9(2)", alone on its line
    return Opening(kind, found[0], printed, joint, rest)
