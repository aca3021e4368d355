"""Tables of a Word file, and the width that each column needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.shared import Cm, Length

from convention_tool.document import Table, plain
from convention_tool.writers.docx_xml import element, ground
from convention_tool.writers.runs import BOLD, PLAIN
from convention_tool.writers.sheets import is_wide

if TYPE_CHECKING:
    from collections.abc import Callable

    from convention_tool.document import Content
    from convention_tool.writers.docx_styles import Styles
    from convention_tool.writers.runs import Look

#: A column has room for its longest word and two letters; the rest of the width is shared by the
#: longest lines, of which so many letters count.
_LETTER = Cm(0.19)
_ROOM, _WIDEST = 2, 42

#: The ground of a table's header.
_TINT = "F4F1E9"


def table_element(
    table: Table, whole: int, styles: Styles, fill: Callable[[Any, Content, str, Look], None]
) -> Any:
    """A table, its header repeated on every page.

    Args:
        table: of the page.
        whole: the width that it may have.
        styles: of the file.
        fill: writes into a cell's paragraph: a content, an anchor, a look.
    """
    widths = [str(Length(width).twips) for width in _widths(table, whole)]
    style = styles.named("Table Small" if is_wide(table) else "Table Text")
    made = element(
        "tbl",
        element(
            "tblPr",
            element("tblStyle", val=styles.named("Table Grid", "table")),
            element("tblW", w="0", type="auto"),
            element("tblLayout", type="fixed"),
        ),
        element("tblGrid", *(element("gridCol", w=width) for width in widths)),
    )
    contents = ((table.header, ""), *((row.cells, row.anchor) for row in table.rows))
    for place, (cells, anchor) in enumerate(contents):
        properties = element("trPr", element("cantSplit"))
        if place == 0:
            properties.append(element("tblHeader"))
        row = element("tr", properties)
        for column, (content, width) in enumerate(zip(cells, widths, strict=True)):
            properties = element("tcPr", element("tcW", w=width, type="dxa"))
            if place == 0:
                properties.append(ground(_TINT))
            paragraph = element("p", element("pPr", element("pStyle", val=style)))
            is_bold = place == 0 or (column == 0 and table.row_headers)
            fill(paragraph, content, anchor if column == 0 else "", BOLD if is_bold else PLAIN)
            row.append(element("tc", properties, paragraph))
        made.append(row)
    return made


def _widths(table: Table, whole: int) -> list[int]:
    """The width of each column: room for its longest word, and its share of what is left."""
    columns = zip(table.header, *(row.cells for row in table.rows), strict=True)
    texts = ["\n".join(map(plain, column)) for column in columns]
    least = [_LETTER * (max(map(len, text.split()), default=0) + _ROOM) for text in texts]
    if sum(least) >= whole:
        return [whole * width // sum(least) for width in least]
    shares = [min(max(map(len, text.split("\n"))), _WIDEST) or 1 for text in texts]
    left = whole - sum(least)
    return [width + left * share // sum(shares) for width, share in zip(least, shares, strict=True)]
