"""Footnotes at the foot of a column, told from the text above them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.readers.pdf.layout import Column, Line, Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: Footnotes are set in letters of at most this share of the height of the text's.
_SMALLER = 0.93
#: What a footnote opens with, beside a raised mark: "1/", "*", "[1]", "(1)", "1".
_MARK = re.compile(r"\[?\(?(\d{1,3}|[*†‡§]{1,3}|[a-z])[)\]/.]?")
_SYMBOLS = frozenset("*†‡§")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Footnote(NamedTuple):
    """A footnote and where it stands."""

    mark: str
    lines: tuple[Line, ...]
    page: int


class Noted(NamedTuple):
    """Columns without their footnotes, and the footnotes."""

    columns: tuple[Column, ...]
    footnotes: tuple[Footnote, ...]


def without_footnotes(columns: Sequence[Column], size: float) -> Noted:
    """Take the footnotes off the columns of a text whose letters have a size."""
    hung = _hung_marks(columns)
    kept: list[Column] = []
    notes: list[Footnote] = []
    for column in columns:
        first = _first_small(column.lines, size)
        start = next(
            (
                n
                for n in range(first, len(column.lines))
                if _mark(column.lines[n], hung[column.page])
            ),
            None,
        )
        goes_on = start is not None and first < start and first and notes
        if start is None:
            kept.append(column)
            continue
        if goes_on:  # a footnote that did not find room on the page before
            last = notes[-1]
            notes[-1] = last._replace(lines=(*last.lines, *column.lines[first:start]))
        rest = column.lines[: first if goes_on else start]
        if rest:
            kept.append(column._replace(lines=rest))
        notes.extend(_notes(column.lines[start:], column.page, hung[column.page]))
    marks = {(note.page, note.mark) for note in notes}
    return Noted(tuple(_with_marks(column, marks) for column in kept), tuple(notes))


def _hung_marks(columns: Iterable[Column]) -> dict[int, frozenset[str]]:
    """The raised marks in the words of each page."""
    found: dict[int, set[str]] = {}
    for column in columns:
        on_page = found.setdefault(column.page, set())
        for line in column.lines:
            for place, word in enumerate(line.words):
                if word.raised and place:
                    on_page.update(re.findall(r"\d+|[*†‡§]+|[a-z]", word.text))
                elif place and word.text[-1] in _SYMBOLS:
                    on_page.add(word.text[len(word.text.rstrip("*†‡§")) :])
    return {page: frozenset(marks) for page, marks in found.items()}


def _first_small(lines: Sequence[Line], size: float) -> int:
    """From which line on a column holds small print only, up to its foot."""
    first = len(lines)
    while first and lines[first - 1].size <= _SMALLER * size:
        first -= 1
    return first


def _mark(line: Line, hung: frozenset[str]) -> str:
    """The mark that a line of small print opens with, if it opens a footnote."""
    first = line.words[0]
    found = _MARK.fullmatch(first.text)
    if found and (first.raised or (found[1] in hung and len(line.words) > 1)):
        return found[1]
    symbols = first.text[: len(first.text) - len(first.text.lstrip("*†‡§"))]
    return symbols if symbols and symbols in hung else ""


def _notes(lines: Sequence[Line], page: int, hung: frozenset[str]) -> list[Footnote]:
    notes: list[Footnote] = []
    for line in lines:
        mark = _mark(line, hung)
        if mark:
            notes.append(Footnote(mark, (_unmarked(line, mark),), page))
        else:
            notes[-1] = notes[-1]._replace(lines=(*notes[-1].lines, line))
    return notes


def _unmarked(line: Line, mark: str) -> Line:
    """The first line of a footnote without its mark."""
    first = line.words[0]
    if first.raised or _MARK.fullmatch(first.text):
        return Line(line.words[1:]) if len(line.words) > 1 else line
    return Line((first._replace(text=first.text.removeprefix(mark)), *line.words[1:]))


def _with_marks(column: Column, marks: set[tuple[int, str]]) -> Column:
    """A column whose raised marks read as such."""
    if not any(word.raised for line in column.lines for word in line.words):
        return column
    lines = tuple(
        Line(tuple(_read(word, column.page, marks) for word in line.words)) for line in column.lines
    )
    return column._replace(lines=lines)


def _read(word: Word, page: int, marks: set[tuple[int, str]]) -> Word:
    if not word.raised:
        return word
    if (page, word.text) in marks and word.text[0] not in _SYMBOLS:
        return word._replace(text=f"[{word.text}]")
    return word._replace(text=word.text.translate(_RAISED)) if word.text.isdecimal() else word
