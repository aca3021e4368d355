"""Tables on paper: how wide each column is, and which rows may be cut by the end of a page."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from convention_tool.document import Row, Table, plain
from convention_tool.writers.pdf.calls import NONE, Code, call
from convention_tool.writers.runs import BOLD, PLAIN
from convention_tool.writers.sheets import is_wide

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from convention_tool.document import Content
    from convention_tool.writers.pdf.inlines import Inlines

#: A column has room for its longest word, of which so many letters count (longer words are
#: hyphenated), and two letters.
_LONGEST_WORD, _ROOM = 16, 2

#: About how many letters stand side by side on a page, upright and on its side.
_LETTERS, _LETTERS_ON_SIDE = 100, 190

#: A header of more lines is not repeated: it would leave a page little room for rows.
_TALLEST_HEADER = 12

#: The title of a group of rows has a line or two; what has more letters is a row like others.
_LONGEST_GROUP = 200

#: A row of more lines may be cut by the end of a page; others go to the next page whole.
_MOST_LINES = 25


def write(table: Table, inlines: Inlines, new: Callable[[str], str]) -> Code:
    """The table; its header is repeated on every page.

    Args:
        table: what to write.
        inlines: what writes the words.
        new: gives an anchor, or "" where the page has it already.
    """
    wide = is_wide(table)
    weights = _weights(table, _LETTERS_ON_SIDE if wide else _LETTERS)
    header = [inlines.content(title) for title in table.header]
    cells = [
        cell
        for row in table.rows
        for cell in _cells(table, replace(row, anchor=new(row.anchor)), weights, inlines)
    ]
    caption = inlines.words(table.caption) if table.caption.strip() else NONE
    widths = [Code(f"{weight}fr") for weight in weights]
    options = {} if _tall(table.header, weights) <= _TALLEST_HEADER else {"repeated": False}
    return call("data-table", caption, widths, header, *cells, small=wide, **options)


def _cells(table: Table, row: Row, weights: list[int], inlines: Inlines) -> Iterator[Code]:
    first, *others = row.cells
    if others and first and not any(others) and len(plain(first)) <= _LONGEST_GROUP:
        yield call("group-row", len(row.cells), inlines.content(first, anchor=row.anchor))
        return
    is_tall = _tall(row.cells, weights) > _MOST_LINES
    for place, cell in enumerate(row.cells):
        look = BOLD if place == 0 and table.row_headers else PLAIN
        code = inlines.content(cell, look, row.anchor if place == 0 else "")
        yield call("tall", code) if is_tall else code


def _tall(cells: tuple[Content, ...], weights: list[int]) -> int:
    """About how many lines a row has."""
    return max(map(_lines, cells, weights))


def _lines(cell: Content, width: int) -> int:
    """About how many lines a cell has."""
    return sum(1 + len(line) // max(width, 1) for line in plain(cell).split("\n"))


def _weights(table: Table, whole: int) -> list[int]:
    """The width of each column in letters: room for its longest word, its share of what is left.

    A column of four times the words gets twice the share: it is then both wider and taller.
    """
    columns = zip(table.header, *(row.cells for row in table.rows), strict=True)
    texts = ["\n".join(map(plain, column)) for column in columns]
    least = [min(max(map(len, text.split()), default=0), _LONGEST_WORD) + _ROOM for text in texts]
    left = whole - sum(least)
    if left <= 0:
        return least
    shares = [math.sqrt(len(text)) or 1 for text in texts]
    return [
        width + int(left * share / sum(shares)) for width, share in zip(least, shares, strict=True)
    ]
