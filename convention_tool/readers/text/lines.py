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


#: Units that a word and a number open, and units that a mark opens.
UNITS = frozenset(("article", *DIVISIONS, *ATTACHED))
MARKS = frozenset(("mark", "unsure"))


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
    if first == "[" and len(line) > 2:
        return _contested(line, patterns)
    head = line[:_LONGEST_MARK]
    if first in _MARK_INITIALS or ((")" in head or "." in head) and first.isalpha()):
        found = _mark(line, patterns)
        if found:
            return found
    if first in _LABEL_INITIALS:
        return _labelled(line, patterns)
    return None


def _contested(line: str, patterns: Patterns) -> Opening | None:
    """How a line opens whose unit stands in brackets, as text does that is not agreed yet."""
    footnote = _mark(line, patterns)
    if footnote:
        return footnote
    words = line.lstrip("[ ")
    inner = opening(words) if words else None
    if inner is None or inner.kind == "footnote" or not (inner.number or inner.kind == "mark"):
        return None
    if inner.rest[:1] == "]" or (not inner.rest and inner.kind == "mark"):
        return None
    brackets = line[: len(line) - len(words)].replace(" ", "")
    return inner._replace(label=f"{brackets}{inner.label}")


def lacks_number(opens: Opening | None) -> bool:
    """Whether a line is the word for an article or a division alone, without its number."""
    return (
        opens is not None
        and opens.kind in UNITS
        and opens.kind not in ATTACHED
        and not (opens.number or opens.separator or opens.rest)
    )


def plausible(opens: Opening) -> bool:
    """Whether what opens like a unit can be one, and not a reference: "Article 43, the Council"."""
    rest = opens.rest
    if opens.kind not in UNITS:
        return True
    if not opens.number and opens.kind not in ATTACHED:
        return not rest and not opens.separator
    if not rest:
        alone = not opens.separator or opens.label.isupper()
        return bool(opens.number) or (alone and not opens.label[:1].islower())
    if opens.kind == "article" and _OPENS_WITH_MARK.match(rest):
        return True
    if rest[0] in ",;" or (opens.separator == ")" and opens.kind == "article"):
        return False
    if opens.kind in ATTACHED and not opens.number and not opens.separator:
        return rest[0].isupper() or rest.startswith(_TITLE_WORDS)
    if rest[0] == "(":
        if rest.startswith("(1)"):
            return True
        return rest[1:2].isupper() or len(rest.partition(")")[0]) > len("(2 bis)")
    if rest[0].islower():
        return bool(opens.separator) and not closed(rest)
    if pattern("LEADER").match(rest):
        return True
    return rest[0] not in "./" and bool(opens.separator or not opens.label[:1].islower())


#: The text of an article on its own line: "Article 19 (a) The Council ...".
_OPENS_WITH_MARK = re.compile(r"(?:\((?:1|a|i)\)\.?|(?:1|a|i)[.)]) ?[“\"A-ZÀ-Ý]")
_TITLE_WORDS = (
    "to ",
    "on ",
    "of ",
    "relating ",
    "concerning ",
    "regarding ",
    "à ",
    "au ",
    "aux ",
    "relatif ",
    "relative ",
    "concernant ",
    "de ",
    "du ",
    "des ",
    "al ",
    "sobre ",
)


def closed(line: str) -> bool:
    """Whether a sentence, or a member of a list, ends with the line."""
    return line.rstrip(_QUOTES)[-1:] in _CLOSERS


_MARK_INITIALS = frozenset("0123456789([–—•▪·*-¹²³")
#: The longest mark that opens with a letter: "a quinquies)".
_LONGEST_MARK = len("a quinquies)")
#: The longest line that is a part and its ordinal: "Quatrième partie".
_LONGEST_PART = 30
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
    figures = "|".join(f"(?:{of[name]})" for name in ("COMPOUND", "ARABIC", "ROMAN"))
    # Nothing may be glued to a number: the 1 of 1-01 is none.
    end = r"(?![^\W¹²³⁴-⁹])(?![-./:](?:\d|[A-Z](?![a-z])))"
    return Patterns(
        label=re.compile(rf"(?:{labels}|(?P<witness>{of['WITNESS']}))(?![A-Za-zÀ-ÿ’'])"),
        number=re.compile(
            rf" ?(?:(?:{figures}){suffix}|{of['ORDINAL']}(?: {of['ORDINAL']})?|[A-Z]){end}"
        ),
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
        short = len(line) <= _LONGEST_PART
        reversed_part = patterns.ordinal_label.match(line) if short else None
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
