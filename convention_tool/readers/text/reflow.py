"""Physical lines to the lines that were meant: what was wrapped is joined, words are made whole."""

import re
from collections.abc import Sequence
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from convention_tool.readers.text.lines import (
    ATTACHED,
    DIVISIONS,
    Opening,
    closed,
    opening,
    pattern,
)
from convention_tool.readers.text.numbers import key
from convention_tool.readers.text.tidy import Line

#: A text is hard-wrapped when no more than this share of its lines is longer than a page is wide
#: (a title or a table may be) ...
_LONG_SHARE = 0.03
#: ... a page being at most this wide, in characters ...
_PAGE_WIDTH = 112
#: ... and when at least this share of its lines goes on in the middle of a sentence. Texts with a
#: paragraph a line have next to none; wrapped ones have a third and more.
_CONTINUED_SHARE = 0.12

#: Where more than this share of the lines that go on in mid-sentence stand below an empty line,
#: empty lines say nothing: the copy is double-spaced.
_DOUBLE_SPACED_SHARE = 0.8

#: The margin is where nearly all lines end; the few that are longer are titles or tables.
_WITHIN_MARGIN = 0.97
#: How many characters before the margin a line may end without ending a paragraph: double spaces
#: that were collapsed, and a hyphen that the printer did not set.
_SLACK = 3

#: The longest word before the number of a reference, in characters.
_LONGEST_REFERENCE_WORD = len(" sub-paragraphs")

_UNITS = frozenset(("article", *DIVISIONS, *ATTACHED))
_MARKS = frozenset(("mark", "unsure"))

#: Prefixes after which a hyphen at the end of a line belongs to the word.
_HYPHENATED = re.compile(
    r"(?:^|\W)(?:co|non|self|inter|post|ex|vice|anti|semi|multi|well|long|short|so|in|twenty|"
    r"thirty|forty|fifty|sixty|seventy|eighty|ninety|[A-Z]\w*|\d+)-$"
)
_LAST_WORD = re.compile(r"\w+$")
_FIRST_WORD = re.compile(r"\w+")


class Stretch(NamedTuple):
    """A line as it was meant, with its place in the source."""

    text: str
    start: int
    end: int
    #: Whether an empty line stands before it.
    blank: bool
    #: How it opens; None for words.
    opening: Opening | None
    #: Whether its opening may be words that a wrapped line happens to begin with.
    doubtful: bool = False


class _Verdict(Enum):
    NEW = "a new line was meant"
    DOUBTFUL = "a new line, unless its number says otherwise"
    JOIN = "the line before goes on"


_NEW, _DOUBTFUL, _JOIN = _Verdict.NEW, _Verdict.DOUBTFUL, _Verdict.JOIN


def reflow(lines: Sequence[Line], openings: Sequence[Opening | None]) -> list[Stretch]:
    """The lines as they were meant, in order; no word is lost, and nothing but hyphens."""
    margin = _Margin(lines, openings)
    if margin.double_spaced:
        lines = [line._replace(blank=False) for line in lines]
    vocabulary = _Vocabulary(lines)
    openings = _numbered(lines, openings)
    stretches: list[Stretch] = []
    first = 0
    doubtful = False
    for place in range(1, len(lines) + 1):
        verdict = _verdict(place, lines, openings, margin) if place < len(lines) else _NEW
        if verdict is _JOIN:
            continue
        line = lines[first]
        if place - first == 1:
            stretches.append(Stretch(*line, openings[first], doubtful))
        else:
            text = _joined([one.text for one in lines[first:place]], vocabulary)
            opens = openings[first] and opening(text)
            end = lines[place - 1].end
            stretches.append(Stretch(text, line.start, end, line.blank, opens, doubtful))
        first = place
        doubtful = verdict is _DOUBTFUL
    return stretches


def _numbered(
    lines: Sequence[Line], openings: Sequence[Opening | None]
) -> Sequence[Opening | None]:
    """The openings, a number on a line of its own taken for that of the unit named above it."""
    numbered = list(openings)
    for place in range(1, len(lines)):
        above = numbered[place - 1]
        if above is not None and _lacks_number(above):
            whole = opening(f"{above.label} {lines[place].text}")
            if whole and whole.kind == above.kind and key(whole.number) and plausible(whole):
                numbered[place] = whole
    return numbered


def _lacks_number(opens: Opening | None) -> bool:
    """Whether a line is the word for an article or a division alone, without its number."""
    return (
        opens is not None
        and opens.kind in _UNITS
        and opens.kind not in ATTACHED
        and not (opens.number or opens.separator or opens.rest)
    )


def plausible(opens: Opening) -> bool:
    """Whether what opens like a unit can be one, and not a reference: "Article 43, the Council"."""
    rest = opens.rest
    if opens.kind not in _UNITS:
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
        return rest[1:2].isupper() or len(rest.partition(")")[0]) > len("(2 bis)")
    if rest[0].islower():
        return bool(opens.separator) and not closed(rest)
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


class _Margin:
    """Where the lines of a text end, and whether that is a margin."""

    def __init__(self, lines: Sequence[Line], openings: Sequence[Opening | None]) -> None:
        self.width = 0
        self.double_spaced = False
        long = sum(len(line.text) > _PAGE_WIDTH for line in lines)
        if len(lines) > 1 and long <= _LONG_SHARE * len(lines):
            continued = [
                lines[place]
                for place in range(1, len(lines))
                if openings[place] is None
                and lines[place].text[0].islower()
                and not closed(lines[place - 1].text)
            ]
            if len(continued) >= _CONTINUED_SHARE * len(lines):
                blank = sum(line.blank for line in continued)
                self.double_spaced = blank > _DOUBLE_SPACED_SHARE * len(continued)
                lengths = sorted(len(line.text) for line in lines)
                self.width = lengths[int(_WITHIN_MARGIN * (len(lengths) - 1))]

    def ended_early(self, before: str, after: str) -> bool:
        """Whether the first word of a line would have fitted on the line before."""
        return len(before) + 1 + len(after.partition(" ")[0]) <= self.width - _SLACK


def _verdict(
    place: int, lines: Sequence[Line], openings: Sequence[Opening | None], margin: _Margin
) -> _Verdict:
    line, opens = lines[place], openings[place]
    before, opened = lines[place - 1].text, openings[place - 1]
    if line.blank and not margin.width and (opened is None or opened.rest):
        return _NEW
    if opened:
        if _lacks_number(opened):
            return _JOIN if opens and opens.number and opens.label == opened.label else _NEW
        if opened.kind in _MARKS and not opened.rest:
            return _JOIN if opens is None or not plausible(opens) else _NEW
        if opened.kind == "note":
            return _NEW
    if opens is None or not plausible(opens):
        return _words(line, before, opened, margin)
    if opens.kind == "note":
        return _NEW
    headed = _under_heading(place, openings)
    if not (line.blank or headed or closed(before)) and _refers(before):
        return _JOIN
    if not margin.width:
        sure = line.blank or headed or closed(before) or opened or opens.kind in _MARKS
        return _NEW if sure or not opens.rest else _DOUBTFUL
    if opens.kind == "mark":
        listed = before.endswith((",", " and", " or", " et", " ou", " y", " o"))
        sure = line.blank or headed or closed(before) or listed
        return _NEW if sure or margin.ended_early(before, line.text) else _JOIN
    if opens.kind in {"unsure", "footnote"}:
        sure = line.blank or headed or margin.ended_early(before, line.text)
        return _NEW if sure else _JOIN
    if headed or closed(before) or before.isupper():
        return _NEW
    if margin.ended_early(before, line.text):
        return _NEW if line.blank else _DOUBTFUL
    return _DOUBTFUL if line.blank or not opens.rest else _JOIN


def _words(line: Line, before: str, opened: Opening | None, margin: _Margin) -> _Verdict:
    """Whether a line of words goes on with the line before."""
    lower = line.text[0].islower()
    unit = bool(opened and opened.kind in _UNITS and plausible(opened))
    if line.blank:
        full = margin.width and len(before) * 5 > margin.width * 4
        return _JOIN if full and lower and not unit and not closed(before) else _NEW
    if unit and not (opened and opened.rest and lower):
        return _NEW
    if not margin.width:
        return _JOIN if lower and not closed(before) and before[-1] != "," else _NEW
    if not margin.ended_early(before, line.text):
        return _JOIN
    return _JOIN if lower and not closed(before) else _NEW


def _under_heading(place: int, openings: Sequence[Opening | None]) -> bool:
    """Whether the line before opens a unit, or is the heading of one."""
    opened = openings[place - 1]
    if opened and opened.kind in _UNITS and plausible(opened):
        return True
    above = openings[place - 2] if place > 1 else None
    return opened is None and bool(
        above and above.kind in _UNITS and not above.rest and plausible(above)
    )


def _refers(before: str) -> bool:
    """Whether a line ends with words such as "in accordance with article"."""
    return bool(pattern("REFERS").search(before, max(0, len(before) - _LONGEST_REFERENCE_WORD)))


class _Vocabulary:
    """The words of a text, for mending those that a line's end broke."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(
            word.casefold() for line in self._lines for word in re.findall(r"[\w-]+", line.text)
        )


def _joined(texts: Sequence[str], vocabulary: _Vocabulary) -> str:
    pieces = [texts[0]]
    for text in texts[1:]:
        before = pieces[-1]
        broken = before.endswith("-") and before[-2:-1].isalnum() and text[0].isalnum()
        if not broken:
            pieces.append(" ")
        elif _is_one_word(before, text, vocabulary):
            pieces[-1] = before[:-1]
        pieces.append(text)
    return "".join(pieces)


def _is_one_word(before: str, after: str, vocabulary: _Vocabulary) -> bool:
    """Whether the hyphen at the end of a line only marks that a word was broken."""
    left, right = _LAST_WORD.search(before[:-1]), _FIRST_WORD.match(after)
    if not left or not right or not after[0].islower():
        return False
    if (left[0] + right[0]).casefold() in vocabulary.words:
        return True
    if f"{left[0]}-{right[0]}".casefold() in vocabulary.words:
        return False
    return not _HYPHENATED.search(before)
