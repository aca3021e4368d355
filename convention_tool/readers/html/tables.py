"""Tells tables that hold facts from tables that only set text in columns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convention_tool.readers.html.elements import letters, opens, tag, text_of
from convention_tool.readers.text.lines import MARKS, UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

#: A letter or a Roman number without more, as the Council of Europe prints it.
_BARE = re.compile(r"[a-z]|[ivx]{1,5}")

_CELLS = frozenset(("td", "th"))
#: Elements that make a cell more than a fact.
_TEXT = frozenset(("table", "ol", "ul", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"))

#: The cells of a table of facts have so many characters on average, at most; a sentence has more.
_LONGEST_FACT = 60


def rows_of(table: Element) -> tuple[str, ...] | None:
    """The rows of a table of facts, each on one line; None for a table that sets text in columns."""
    if any(tag(inner) in _TEXT for inner in table.iter() if inner is not table):
        return None
    rows = [tuple(text_of(cell) for cell in row if tag(cell) in _CELLS) for row in table.iter("tr")]
    filled = [row for row in rows if sum(map(bool, row)) > 1]
    if len(filled) < 2 or len(filled) * 2 < len(rows):
        return None
    cells = [cell for row in filled for cell in row if cell]
    numbered = sum(_numbers(row) for row in filled)
    headed = next(table.iter("th"), None) is not None
    if numbered * 2 > len(filled) and not headed:
        return None
    if not headed and sum(map(len, cells)) > _LONGEST_FACT * len(cells):
        return None
    lines = tuple(_lines(table, rows))
    return lines if sum(map(letters, lines)) == letters(text_of(table)) else None


def mark_of(cell: str) -> str:
    """The number that is all that a cell holds, as it stands before words; "" for other cells."""
    if _BARE.fullmatch(cell):
        return f"{cell}."
    found = opens(cell)
    return cell if found is not None and found.kind in MARKS and not found.rest else ""


def _lines(table: Element, rows: list[tuple[str, ...]]) -> Iterator[str]:
    caption = next(table.iter("caption"), None)
    if caption is not None:
        yield text_of(caption)
    for row in rows:
        yield " | ".join(row).strip()


def _numbers(row: tuple[str, ...]) -> bool:
    """Whether the first cell of a row numbers the others, or names an article."""
    first = next((cell for cell in row if cell), "")
    if _BARE.fullmatch(first):
        return True
    found = opens(first)
    if found is None:
        return False
    return (found.kind in MARKS and not found.rest) or (found.kind in UNITS and bool(found.number))
