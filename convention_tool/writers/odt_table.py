"""A table as a grid of empty cells with borders, its columns as wide as their words need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from odfdo import Style

from convention_tool.document import plain
from convention_tool.writers.odt_element import element

if TYPE_CHECKING:
    from odfdo import Element

    from convention_tool.document import Table
    from convention_tool.writers.odt_automatic import Automatic

#: A column has room for its longest word and two letters; the rest of the width is shared by the
#: longest lines, of which so many letters count. A letter has so many centimetres.
_LETTER = 0.19
_ROOM, _WIDEST = 2, 42

_BORDER = "0.5pt solid #b9b4a6"
#: The ground of a table's header.
_TINT = "#f4f1e9"


def grid(table: Table, name: str, width: float, automatic: Automatic) -> Element:
    """A table without words: the header, repeated on every page, then the rows.

    Args:
        table: what it is to hold.
        name: of the table in the file; the styles of its parts begin with it.
        width: that it may take, in centimetres.
        automatic: where its styles go.
    """
    whole = Style("table", name=name)
    properties = {"style:width": f"{width:g}cm", "table:align": "margins"}
    whole.set_properties({**properties, "fo:margin-bottom": "10pt"}, area="table")
    automatic.add(whole)
    for kind, ground in (("Header", {"fo:background-color": _TINT}), ("Cell", {})):
        cell = Style("table-cell", name=f"{name}.{kind}")
        cell.set_properties({"fo:padding": "0.1cm", "fo:border": _BORDER, **ground})
        automatic.add(cell)
    line = Style("table-row", name=f"{name}.Row")
    line.set_properties({"fo:keep-together": "always"})
    automatic.add(line)
    made = element("table:table", {"table:name": name, "table:style-name": name})
    for number, share in enumerate(_widths(table, width), 1):
        column = Style("table-column", name=f"{name}.{number}")
        column.set_properties({"style:column-width": f"{share:.3f}cm"})
        automatic.add(column)
        made.append(element("table:table-column", {"table:style-name": f"{name}.{number}"}))
    columns = len(table.header)
    made.append(element("table:table-header-rows", {}, _row(name, "Header", columns)))
    for _ in table.rows:
        made.append(_row(name, "Cell", columns))
    return made


def _row(name: str, kind: str, columns: int) -> Element:
    attributes = {"table:style-name": f"{name}.{kind}", "office:value-type": "string"}
    cells = [element("table:table-cell", attributes) for _ in range(columns)]
    return element("table:table-row", {"table:style-name": f"{name}.Row"}, *cells)


def _widths(table: Table, whole: float) -> list[float]:
    """The width of each column: room for its longest word, and its share of what is left."""
    columns = zip(table.header, *(row.cells for row in table.rows), strict=True)
    texts = ["\n".join(map(plain, column)) for column in columns]
    least = [_LETTER * (max(map(len, text.split()), default=0) + _ROOM) for text in texts]
    if sum(least) >= whole:
        return [whole * width / sum(least) for width in least]
    shares = [min(max(map(len, text.split("\n"))), _WIDEST) or 1 for text in texts]
    left = whole - sum(least)
    return [width + left * share / sum(shares) for width, share in zip(least, shares, strict=True)]
