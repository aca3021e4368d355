"""Whether a line was meant to begin where it does, or a wrapped line happens to go on there."""

from collections.abc import Sequence
from enum import Enum

from convention_tool.readers.text.lines import (
    MARKS,
    UNITS,
    Opening,
    closed,
    lacks_number,
    pattern,
    plausible,
)
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

#: No page is narrower than this, in characters; a text of short lines has no margin.
_NARROWEST = 40

#: The margin is where nearly all lines end; the few that are longer are titles or tables.
_WITHIN_MARGIN = 0.97
#: How many characters before the margin a line may end without ending a paragraph: double spaces
#: that were collapsed, and a hyphen that the printer did not set.
_SLACK = 3

#: The longest word before the number of a reference, in characters.
_LONGEST_REFERENCE_WORD = len(" sub-paragraphs")


class Verdict(Enum):
    """What a line is to the line before it."""

    NEW = "a new line was meant"
    DOUBTFUL = "a new line, unless its number says otherwise"
    JOIN = "the line before goes on"


NEW, DOUBTFUL, JOIN = Verdict.NEW, Verdict.DOUBTFUL, Verdict.JOIN


class Margin:
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
                width = lengths[int(_WITHIN_MARGIN * (len(lengths) - 1))]
                self.width = width if width >= _NARROWEST else 0

    def ended_early(self, before: str, after: str) -> bool:
        """Whether the first word of a line would have fitted on the line before."""
        return len(before) + 1 + len(after.partition(" ")[0]) <= self.width - _SLACK


def verdict(
    place: int, lines: Sequence[Line], openings: Sequence[Opening | None], margin: Margin
) -> Verdict:
    """Whether the line at a place begins anew."""
    line, opens = lines[place], openings[place]
    before, opened = lines[place - 1].text, openings[place - 1]
    if opened:
        after = _after_opening(opens, opened)
        if after:
            return after
    if opens is None or not plausible(opens):
        referring = opens and opens.number and not (line.blank or opened or closed(before))
        return JOIN if referring else _words(line, before, opened, margin)
    if opens.kind == "note":
        return NEW
    headed = _under_heading(place, openings)
    if not (line.blank or headed or closed(before)) and _refers(before):
        return JOIN
    if not margin.width:
        sure = line.blank or headed or closed(before) or opened or opens.kind in MARKS
        ended = opens.separator[:1] == "." or opens.label[:1].islower()
        return NEW if sure or not (opens.rest or ended) else DOUBTFUL
    early = margin.ended_early(before, line.text)
    if opens.kind in {"mark", "unsure", "footnote"}:
        return NEW if headed or early or _may_hold_mark(line, before, opens) else JOIN
    if headed or closed(before) or before.isupper():
        return NEW
    if early:
        return NEW if line.blank else DOUBTFUL
    return DOUBTFUL if line.blank or not opens.rest else JOIN


def _after_opening(opens: Opening | None, opened: Opening) -> Verdict | None:
    """Whether a line completes the bare word or the bare mark on the line before; None if neither."""
    if lacks_number(opened):
        return JOIN if opens and opens.number and opens.label == opened.label else NEW
    if opened.kind in MARKS and not opened.rest:
        return JOIN if opens is None or not plausible(opens) else NEW
    return NEW if opened.kind == "note" else None


def _may_hold_mark(line: Line, before: str, opens: Opening) -> bool:
    """Whether a mark may stand below a full line of a wrapped text."""
    if opens.kind != "mark":
        return line.blank
    listed = before.endswith((",", " and", " or", " et", " ou", " y", " o"))
    return line.blank or closed(before) or listed


def _words(line: Line, before: str, opened: Opening | None, margin: Margin) -> Verdict:
    """Whether a line of words goes on with the line before."""
    lower = line.text[0].islower()
    unit = bool(opened and opened.kind in UNITS and plausible(opened))
    if line.blank:
        full = margin.width and len(before) * 5 > margin.width * 4
        return JOIN if full and lower and not unit and not closed(before) else NEW
    if unit and not (opened and opened.rest and lower):
        return NEW
    if not margin.width:
        return JOIN if lower and not closed(before) and before[-1] != "," else NEW
    if not margin.ended_early(before, line.text):
        return JOIN
    return JOIN if lower and not closed(before) else NEW


def _under_heading(place: int, openings: Sequence[Opening | None]) -> bool:
    """Whether the line before opens a unit, or is the heading of one.

    Below the first line of an article no unit begins that would leave the article empty.
    """
    opens = openings[place]
    unit = opens is not None and opens.kind in UNITS
    opened = openings[place - 1]
    if opened and opened.kind in UNITS and plausible(opened):
        return True
    above = openings[place - 2] if place > 1 else None
    return opened is None and bool(
        above
        and above.kind in UNITS
        and not (unit and above.kind == "article")
        and not above.rest
        and plausible(above)
    )


def _refers(before: str) -> bool:
    """Whether a line ends with words such as "in accordance with article"."""
    return bool(pattern("REFERS").search(before, max(0, len(before) - _LONGEST_REFERENCE_WORD)))
