"""Two texts as one page: each line of either, with what changed in it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from convention_tool.analysis.diff.moves import FRAME, Line, lines, steady
from convention_tool.analysis.diff.order import in_order
from convention_tool.analysis.diff.records import Kind
from convention_tool.analysis.diff.redline import Op
from convention_tool.analysis.diff.units import Level, Slot
from convention_tool.document import (
    DEEPEST_HEADING,
    Content,
    Deleted,
    Fate,
    Inline,
    Inserted,
    LineStyle,
    RedlineLine,
    Words,
)
from convention_tool.views.diff_words import told, told_of_old

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from convention_tool.analysis.diff import Change, Diff
    from convention_tool.analysis.diff.redline import Edit
    from convention_tool.analysis.diff.units import Text, Unit

#: How the lines of a unit are set that are not its heading.
_UNDER = {
    LineStyle.TITLE: LineStyle.SUBTITLE,
    LineStyle.HEADING: LineStyle.TEXT,
    LineStyle.TEXT: LineStyle.TEXT,
    LineStyle.SUBTITLE: LineStyle.SUBTITLE,
}

#: Before the anchor of a line that only the old text has here.
_OLD = "old_"


def redline(diff: Diff) -> tuple[RedlineLine, ...]:
    """The lines of two texts: those of the new one in order, and between them what is gone."""
    return tuple(_numbered(_Weaver(diff).lines()))


class _Weaver:
    """Weaves the lines of two texts into one row."""

    def __init__(self, diff: Diff) -> None:
        self._diff = diff
        self._old, self._new = diff.old, diff.new
        self._olds, self._news = lines(diff.old), lines(diff.new)
        moved = diff.moved
        self._moved_new = _with_all_under(moved, diff.new)
        self._moved_old = _with_all_under((diff.alignment.back[new] for new in moved), diff.old)
        self._split = {new: news for news in diff.joints.split.values() for new in news}
        self._merged = {old: olds for olds in diff.joints.merged.values() for old in olds}

    def lines(self) -> Iterator[RedlineLine]:
        """The lines, not yet numbered."""
        row = {line: place for place, line in enumerate(self._olds)}
        column = {line: place for place, line in enumerate(self._news)}
        fixed = sorted(
            (row[self._first_old(old)], column[self._first_new(new)])
            for old, new in steady(self._diff.alignment)
            if old.unit not in self._moved_old and new.unit not in self._moved_new
        )
        kept = [fixed[place] for place in in_order([new for _, new in fixed], [1] * len(fixed))]
        for (old, new), (next_old, next_new) in pairwise(
            [(-1, -1), *kept, (len(self._olds), len(self._news))]
        ):
            if old >= 0:
                yield from self._pair(self._olds[old], self._news[new])
            yield from self._gap(self._olds[old + 1 : next_old], self._news[new + 1 : next_new])

    def _first_old(self, line: Line) -> Line:
        """The first of the paragraphs that were merged with a line's."""
        return Line(self._merged[line.unit][0]) if line.unit in self._merged else line

    def _first_new(self, line: Line) -> Line:
        """The first of the paragraphs into which a line's was split."""
        return Line(self._split[line.unit][0]) if line.unit in self._split else line

    def _pair(self, old: Line, new: Line) -> Iterator[RedlineLine]:
        """A line that stands where it stood."""
        if old.unit in self._merged:
            yield from self._old_line(old)
        else:
            yield from self._new_line(new, in_place=True)

    def _gap(self, olds: Sequence[Line], news: Sequence[Line]) -> Iterator[RedlineLine]:
        """What stood between two lines, then what stands there; the pieces of a line come first."""
        pieces = [place for place, line in enumerate(news) if line.unit in self._split]
        first = pieces[-1] + 1 if pieces else 0
        for line in news[:first]:
            yield from self._new_line(line)
        for line in olds:
            yield from self._old_line(line)
        for line in news[first:]:
            yield from self._new_line(line)

    def _new_line(self, line: Line, *, in_place: bool = False) -> Iterator[RedlineLine]:
        """A line of the new text, with what it was."""
        change = self._diff.by_new[line.unit]
        end = Fate.KEPT
        row = self._split.get(line.unit)
        if row:
            fate = Fate.KEPT
            end = Fate.KEPT if line.unit == row[-1] else Fate.INSERTED
        elif in_place:
            fate = Fate.KEPT
        elif change.is_pair and (not line.closing or (change.old and change.old.closing)):
            fate = Fate.MOVED_HERE
        else:
            fate = Fate.INSERTED
        yield from self._lines(change, line, fate, end, cut=row is not None)

    def _old_line(self, line: Line) -> Iterator[RedlineLine]:
        """A line that only the old text has here, or a piece of one that was merged."""
        change = self._diff.by_old[line.unit]
        end = Fate.KEPT
        row = self._merged.get(line.unit)
        if row:
            fate = Fate.KEPT
            end = Fate.KEPT if line.unit == row[-1] else Fate.DELETED
        elif change.is_pair and (not line.closing or (change.new and change.new.closing)):
            fate = Fate.MOVED_AWAY
        else:
            fate = Fate.DELETED
        yield from self._lines(change, line, fate, end, cut=row is not None)

    def _lines(
        self, change: Change, line: Line, fate: Fate, end: Fate, *, cut: bool
    ) -> Iterator[RedlineLine]:
        """The printed lines of a unit: its heading and its words, or the words that close it."""
        is_old = fate in {Fate.DELETED, Fate.MOVED_AWAY}
        unit = change.old if is_old and change.old else change.unit
        style, level = line_style(unit, self._old if is_old or not change.new else self._new)
        if line.closing and unit.mark:
            level += 1  # closing words stand under the chapeau, which a number pushes in
        first = not line.closing
        for slots in _printed(unit.level, closing=line.closing):
            number, content = (_content(change, slot, fate) if slot else () for slot in slots)
            if not number and not content:
                continue
            own = fate if cut else _one_sided(fate, (*number, *content))
            if own is None:
                continue
            if own is not fate:
                number, content = (_only(own, part) for part in (number, content))
            yield RedlineLine(
                content=content,
                number=number,
                style=style if slots[1] is Slot.HEADING else _UNDER[style],
                level=level if slots[1] is Slot.HEADING or style is LineStyle.TEXT else 0,
                fate=own,
                end=end,
                anchor=self._anchor(unit, own) if first else "",
                other=self._other(change, own) if first else "",
                label=self._label(change, own) if first else "",
            )
            first = False

    def _anchor(self, unit: Unit, fate: Fate) -> str:
        return f"{_OLD}{unit.address}" if fate in {Fate.DELETED, Fate.MOVED_AWAY} else unit.address

    def _other(self, change: Change, fate: Fate) -> str:
        """Where the other place of what moved is."""
        if fate is Fate.MOVED_HERE and change.old:
            return f"{_OLD}{change.old.address}"
        if fate is Fate.MOVED_AWAY and change.new:
            return change.new.address
        return ""

    def _label(self, change: Change, fate: Fate) -> str:
        """What is said beside the first line of a provision, where its words do not say it all."""
        if fate is Fate.MOVED_AWAY:
            away = change.new and change.new.place in self._diff.moved
            return told_of_old(change) if away else ""
        if fate in {Fate.DELETED, Fate.INSERTED} and change.unit.level not in FRAME:
            return ""
        plain = {Kind.UNCHANGED, Kind.MODIFIED, Kind.RENUMBERED}
        quiet = change.unit.level not in FRAME and plain.issuperset(change.kinds)
        return "" if quiet or not change.is_changed else told(change)


def line_style(unit: Unit, text: Text) -> tuple[LineStyle, int]:
    """How the lines of a unit are set, and how deep."""
    match unit.level:
        case Level.INSTRUMENT:
            return LineStyle.TITLE, 1
        case Level.PART | Level.ARTICLE | Level.ANNEX | Level.PREAMBLE:
            return LineStyle.HEADING, min(1 + _depth(unit, text), DEEPEST_HEADING)
        case Level.SUBPARAGRAPH:
            inner = unit
            depth = 0
            while inner.level is Level.SUBPARAGRAPH:
                depth += 1
                inner = text.units[inner.parent]
            return LineStyle.TEXT, depth
        case _:
            return LineStyle.TEXT, 0


def _depth(unit: Unit, text: Text) -> int:
    """How many units hold a unit."""
    depth = 0
    while unit.parent >= 0:
        unit = text.units[unit.parent]
        depth += 1
    return depth


def _printed(level: Level, *, closing: bool) -> tuple[tuple[Slot | None, Slot], ...]:
    """The lines of a unit, each by the slots of its number and of its words."""
    if closing:
        return ((None, Slot.CLOSING),)
    if level in {Level.PARAGRAPH, Level.SUBPARAGRAPH, Level.RECITAL}:
        return ((Slot.NUMBER, Slot.TEXT),)
    return ((Slot.NUMBER, Slot.HEADING), (None, Slot.TEXT))


def _with_all_under(places: Iterable[int], text: Text) -> frozenset[int]:
    """Some units and all that stands in them."""
    return frozenset(inner for place in places for inner in range(place, text.units[place].end))


def _content(change: Change, slot: Slot, fate: Fate) -> Content:
    """The words of a slot as a line of some fate has them."""
    return tuple(inline for edit in change.words(slot) if (inline := _inline(edit, fate)))


def _inline(edit: Edit, fate: Fate) -> Inline | None:
    match fate, edit.op:
        case (Fate.DELETED, Op.INSERT) | (Fate.MOVED_AWAY, Op.INSERT) | (Fate.INSERTED, Op.DELETE):
            return None
        case (Fate.DELETED, _) | (_, Op.DELETE):
            return Deleted(edit.text)
        case (Fate.INSERTED, _) | (_, Op.INSERT):
            return Inserted(edit.text)
        case _:
            return Words(edit.text)


def _one_sided(fate: Fate, content: Content) -> Fate | None:
    """The fate of a line; one of which nothing stayed was deleted or inserted.

    None if it has no words where it would stand.
    """
    if fate in {Fate.INSERTED, Fate.DELETED} or any(isinstance(one, Words) for one in content):
        return fate
    gone = any(isinstance(one, Deleted) for one in content)
    come = any(isinstance(one, Inserted) for one in content)
    match fate:
        case Fate.MOVED_HERE:
            return Fate.INSERTED if come else None
        case Fate.MOVED_AWAY:
            return Fate.DELETED if gone else None
        case _ if gone and come:
            return fate
        case _:
            return Fate.DELETED if gone else Fate.INSERTED


def _only(fate: Fate, content: Content) -> Content:
    """What a line that was deleted or inserted says."""
    kind = Deleted if fate is Fate.DELETED else Inserted
    return tuple(one for one in content if isinstance(one, kind))


def _numbered(made: Iterable[RedlineLine]) -> Iterator[RedlineLine]:
    """The lines with the numbers of the changes they belong to.

    Lines that changed in the same way, one after another and under one heading, are one change.
    """
    count, before = 0, None
    for line in made:
        if not line.is_changed:
            before = None
            yield line
            continue
        joined = before is not None and before.fate is line.fate and line.style is LineStyle.TEXT
        if not joined or line.fate is Fate.KEPT:
            count += 1
        before = line
        yield replace(line, change=count)


def anchors_of(changes: Iterable[Change]) -> frozenset[str]:
    """The anchors of the lines at which some changes begin."""
    return frozenset(
        anchor
        for change in changes
        for anchor in (
            change.new.address if change.new else "",
            f"{_OLD}{change.old.address}" if change.old else "",
        )
        if anchor
    )
