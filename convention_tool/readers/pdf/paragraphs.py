"""Lines to paragraphs: where a new one begins, by gaps, indents, line ends and numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.readers.pdf.marks import KEPT, SOFT
from convention_tool.readers.pdf.setting import OTHER_SIZE, Edges, Placed, Setting
from convention_tool.readers.text.lines import MARKS, UNITS, opening, plausible
from convention_tool.readers.text.lines import closed as _closed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convention_tool.readers.pdf.layout import Column, Line

#: A gap above a line that is wider than the usual one by this factor parts paragraphs; a raised
#: mark moves a line by less.
_WIDER = 1.2
#: Lines begin at the same place when they differ by less than this share of their height.
_SAME_EDGE = 0.5
#: A centred line stands in from both edges by at least this share of its height, ...
_STANDS_IN = 1.0
#: ... and by the same on both, but for so many points.
_CENTRED = 2.0
#: A centred line is broken on purpose when the first word of the next would have found room in this
#: share of the width; printers share out the words of a long title evenly.
_BROKEN_ON_PURPOSE = 0.45
#: Abbreviations before a number, whose full stop ends no sentence.
_ABBREVIATED = re.compile(
    r"\b(?:no|nos|art|arts|para|paras|par|p|pp|vol|cf|al|ch|sect|mr|mrs|dr|st)\.$", re.IGNORECASE
)


#: Ends of a line whose last word goes on in the next.
HYPHEN_ENDS = ("-", KEPT, SOFT)


class Paragraph(NamedTuple):
    """Lines that belong together, in groups: each group begins anew on a line of its own."""

    groups: tuple[tuple[Line, ...], ...]
    #: The pages on which it begins and ends.
    first_page: int
    last_page: int
    #: Whether it stands in the middle, as headings do.
    centred: bool

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.groups[0][0]

    @property
    def lines(self) -> tuple[Line, ...]:
        """All its lines."""
        return tuple(line for group in self.groups for line in group)


def paragraphs_of(columns: Sequence[Column]) -> tuple[Paragraph, ...]:
    """The paragraphs of a text, those that a page or a column broke made whole."""
    setting = Setting(columns)
    found: list[_Growing] = []
    for column in columns:
        edges = setting.edges(column)
        placed = _placed(column, edges)
        for number, here in enumerate(placed):
            if not found:
                found.append(_Growing(here, column.page))
                continue
            last = found[-1]
            joint = (
                _within(last, here, setting, edges)
                if number
                else _over_the_page(last, here, setting)
            )
            if joint is None:
                found.append(_Growing(here, column.page))
            else:
                last.add(here, column.page, anew=joint)
    return tuple(one.whole() for one in found)


class _Growing:
    """A paragraph whose lines are being put together."""

    def __init__(self, first: Placed, page: int) -> None:
        self.groups = [[first]]
        self.first_page = self.last_page = page

    def add(self, line: Placed, page: int, *, anew: bool) -> None:
        if anew:
            self.groups.append([line])
        else:
            self.groups[-1].append(line)
        self.last_page = page

    @property
    def first(self) -> Placed:
        return self.groups[-1][0]

    @property
    def last(self) -> Placed:
        return self.groups[-1][-1]

    @property
    def indent(self) -> float | None:
        """How far its second line and those below it stand in; None of a single line."""
        return self.groups[-1][1].indent if len(self.groups[-1]) > 1 else None

    def whole(self) -> Paragraph:
        groups = tuple(tuple(one.line for one in group) for group in self.groups)
        return Paragraph(groups, self.first_page, self.last_page, self.groups[0][0].centred)


def _placed(column: Column, edges: Edges) -> list[Placed]:
    """The lines of a column with the room on either side of them."""
    placed: list[Placed] = []
    for line in column.lines:
        indent, room = line.left - edges.left, edges.right - line.right
        even = abs(indent - room) < _CENTRED and not _is_marked(line)
        centred = even and min(indent, room) > _STANDS_IN * line.size
        placed.append(Placed(line, indent, room, even, centred))
    return placed


def _within(last: _Growing, here: Placed, setting: Setting, edges: Edges) -> bool | None:
    """How a line goes on with the paragraph above it in its column.

    None where it begins a new one, True where it begins anew on a line of its own.
    """
    line, before = here.line, last.last.line
    gap = before.base - line.base
    if gap > _WIDER * max(setting.leading(before), setting.leading(line)) or gap < 0:
        return None
    sentence = _mid_sentence(before, line)
    if not _same_style(before, line):
        return False if sentence and not here.centred else None
    if before.text.endswith(HYPHEN_ENDS):
        return False
    aligned = abs(here.indent - last.last.indent) <= 1
    twins = abs(_middle(here.line) - _middle(before)) < _CENTRED and not _is_marked(line)
    if not aligned and (twins or (here.even and last.first.centred)):
        return _centred(last.last, here, edges)
    if last.first.centred and not aligned:
        return False if sentence else None
    if here.centred and not aligned and setting.ended_early(last.last, line):
        return False if sentence else None
    return None if _begins(last, here, setting, sentence=sentence) else False


def _centred(before: Placed, here: Placed, edges: Edges) -> bool | None:
    """Whether a centred line below another one is a new line: the first word had found room."""
    opens = opening(before.line.text)
    if opens and opens.kind in UNITS and plausible(opens) and not opens.rest:
        return True
    if (found := opening(here.line.text)) and found.kind in UNITS and plausible(found):
        return None
    word = here.line.words[0]
    width = before.line.right - before.line.left + word.right - word.left
    return width < _BROKEN_ON_PURPOSE * (edges.right - edges.left)


def _begins(last: _Growing, here: Placed, setting: Setting, *, sentence: bool) -> bool:
    """Whether a line begins a paragraph, of the same look as the line above it."""
    line, before = here.line, last.last
    early = setting.ended_early(before, line)
    opens = opening(line.text)
    edge = _SAME_EDGE * line.size
    if opens and opens.kind in UNITS and plausible(opens):
        return early or closed(before.line.text)
    if opens and (opens.kind in MARKS or opens.kind == "footnote"):
        if opens.kind == "unsure":  # "A. Smith"
            return early
        hanging = last.indent is not None and abs(here.indent - last.indent) > edge
        return early or hanging or closed(before.line.text)
    if opens and opens.kind == "witness" and closed(before.line.text):
        return True
    if last.indent is None:
        return early and not sentence
    if here.indent > last.indent + edge or here.indent < last.indent - edge:
        return not sentence
    return early and not sentence


def _over_the_page(last: _Growing, here: Placed, setting: Setting) -> bool | None:
    """How the first line of a column goes on with the last paragraph of the one before."""
    line, before = here.line, last.last.line
    early = setting.ended_early(last.last, line)
    if not _same_style(before, line) or last.first.centred or (here.centred and early):
        return None
    opens = opening(line.text)
    above = opening(last.first.line.text)
    if above and above.kind in UNITS and plausible(above) and not above.rest:
        return None
    edge = _SAME_EDGE * line.size
    if _mid_sentence(before, line) and not (opens and opens.kind in MARKS and early):
        return False
    indent = last.indent if last.indent is not None else None
    if early or (indent is not None and abs(here.indent - indent) > edge):
        return None
    if opens and opens.kind in {*UNITS, *MARKS} and (closed(before.text) or opens.kind in UNITS):
        return None if plausible(opens) else False
    told = indent is not None and abs(indent - last.first.indent) > edge
    ended = closed(before.text) or before.text.endswith(",")
    return False if told or not ended or setting.justified else None


def _mid_sentence(before: Line, line: Line) -> bool:
    """Whether a line goes on in the middle of a sentence, whatever it looks like."""
    if not line.text[0].islower() or closed(before.text):
        return False
    opens = opening(line.text)
    return opens is None or not (opens.kind in MARKS or plausible(opens))


def _middle(line: Line) -> float:
    return (line.left + line.right) / 2


def _is_marked(line: Line) -> bool:
    opens = opening(line.text)
    return opens is not None and opens.kind in MARKS


def closed(text: str) -> bool:
    """Whether a sentence, or a member of a list, ends with a line."""
    return _closed(text) and not _ABBREVIATED.search(text)


def _same_style(before: Line, line: Line) -> bool:
    return abs(before.size - line.size) <= OTHER_SIZE * before.size and before.bold == line.bold
