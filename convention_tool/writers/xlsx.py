"""Tables as an Excel workbook: a sheet for each, to sort, filter and print.

What a cell says is always text, whatever it begins with: nothing in a draft can become a formula
or a link.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

from xlsxwriter import Workbook

from convention_tool.document import (
    Badge,
    Content,
    Emphasis,
    Evidence,
    Link,
    Matrix,
    Row,
    Strong,
    Table,
    Tone,
    marked,
)
from convention_tool.writers.characters import without_forbidden
from convention_tool.writers.dates import moment
from convention_tool.writers.matrix import NAMING_COLUMNS, whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: Letters and their ground, as on the web page. The words of the cell say the same.
_COLOURS = {
    Tone.GOOD: ("#1B5728", "#E2F1E4"),
    Tone.MIXED: ("#654600", "#FBEFCD"),
    Tone.BAD: ("#8A1B16", "#FBE3E0"),
    Tone.QUIET: ("#484C55", "#EBE9E2"),
}

#: Widths of columns, in letters; longer cells are wrapped.
_NARROWEST, _WIDEST = 9, 52
#: A letter more on each side, and the arrow of the filter.
_ROOM = 3

#: A printed page holds so many letters side by side before they are too small to read. Where the
#: columns are wider together, the widest give way, down to what a short phrase takes.
_PAGE, _NARROW = 200, 20

#: The height of a line of words, and what Excel takes at most for a row, in points.
_LINE, _TALLEST = 15, 409

#: What Excel takes at most.
_LONGEST_NAME = 31
_LONGEST_CELL = 32_767

_A4 = 9


def write(sheets: Sequence[Table | Matrix], title: str, date: str = "") -> bytes:
    """The workbook; the same tables and date give the same bytes on any day."""
    tables = [whole(sheet) if isinstance(sheet, Matrix) else sheet for sheet in sheets]
    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(file, options) as book:
        book.set_properties({"title": without_forbidden(title), "created": moment(date)})
        wrapped = {"text_wrap": True, "valign": "top"}
        formats = _Formats(book, wrapped)
        for name, table, block in zip(_names(tables), tables, sheets, strict=True):
            naming = NAMING_COLUMNS if isinstance(block, Matrix) else 0
            _fill(book.add_worksheet(name), table, formats, naming)
    return file.getvalue()


class _Formats:
    """How cells look."""

    def __init__(self, book: Any, wrapped: dict[str, Any]) -> None:
        self.header = book.add_format({**wrapped, "bold": True, "bottom": 1, "bg_color": "#EBE9E2"})
        self.name = book.add_format({**wrapped, "bold": True})
        self.words = book.add_format(wrapped)
        self.badges = {
            tone: book.add_format({**wrapped, "font_color": front, "bg_color": back})
            for tone, (front, back) in _COLOURS.items()
        }


def _fill(sheet: Any, table: Table, formats: _Formats, naming: int) -> None:
    """Write a table on its sheet; so many of its columns stay in view."""
    widths = _widths(table)
    for column, content in enumerate(table.header):
        sheet.write_string(0, column, _text(content), formats.header)
        sheet.set_column(column, column, widths[column])
    for line, row in enumerate(table.rows, 1):
        sheet.set_row(line, _height(row, widths))  # not every program works it out by itself
        for column, content in enumerate(row.cells):
            badge = _first_badge(content) if naming else _only_badge(content)
            names_row = column < max(naming, 1) and table.row_headers
            look = formats.badges[badge.tone] if badge else formats.words
            sheet.write_string(line, column, _text(content), formats.name if names_row else look)
    sheet.freeze_panes(1, naming)
    if table.header:
        sheet.autofilter(0, 0, len(table.rows), len(table.header) - 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)  # as wide as a page, as long as it takes
    sheet.repeat_rows(0)


def _text(content: Content) -> str:
    text = without_forbidden(marked(content))
    return text if len(text) <= _LONGEST_CELL else f"{text[: _LONGEST_CELL - 1]}…"


def _widths(table: Table) -> list[int]:
    """The width of each column, so that a page can hold them all where that is possible."""
    wanted = [_width(table, column) for column in range(len(table.header))]
    most = _WIDEST
    while most > _NARROW and sum(min(width, most) for width in wanted) > _PAGE:
        most -= 1
    return [min(width, most) for width in wanted]


def _height(row: Row, widths: list[int]) -> int:
    """Room for the lines of the longest cell of a row, once they are wrapped."""
    lines = (
        sum(max(1, -(-len(line) // width)) for line in marked(cell).split("\n"))
        for cell, width in zip(row.cells, widths, strict=True)
    )
    return min(_LINE * max(lines, default=1), _TALLEST)


def _width(table: Table, column: int) -> int:
    """Room for the longest line of a column, within reason."""
    cells = (table.header[column], *(row.cells[column] for row in table.rows))
    longest = max(len(line) for cell in cells for line in marked(cell).split("\n"))
    return max(_NARROWEST, min(longest + _ROOM, _WIDEST))


def _only_badge(content: Content) -> Badge | None:
    """The label that is all a cell says."""
    match content:
        case (Badge() as badge,):
            return badge
        case (Strong(inner) | Emphasis(inner) | Link(_, inner) | Evidence(inner),):
            return _only_badge(inner)
        case _:
            return None


def _first_badge(content: Content) -> Badge | None:
    """The label with which a cell of a matrix begins."""
    match content:
        case (Badge() as badge, *_):
            return badge
        case _:
            return None


def _names(tables: Sequence[Table]) -> Iterator[str]:
    """A name for each sheet, from its caption: short, without forbidden signs, given once."""
    taken: set[str] = {"history"}  # Excel keeps this one for itself
    for place, table in enumerate(tables, 1):
        said = re.sub(r"[\[\]:*?/\\\s]+", " ", without_forbidden(table.caption))
        base = said.strip(" '") or f"Table {place}"
        name, again = _cut(base), 2
        while name.lower() in taken:
            name, again = _cut(base, f" ({again})"), again + 1
        taken.add(name.lower())
        yield name


def _cut(name: str, ending: str = "") -> str:
    return name[: _LONGEST_NAME - len(ending)].rstrip(" '") + ending
