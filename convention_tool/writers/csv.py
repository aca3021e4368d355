"""A table as comma-separated values (RFC 4180), for spreadsheets and other programs.

The file begins with a byte-order mark, by which Excel knows that it is UTF-8.
"""

import csv
from io import StringIO

from convention_tool.document import Content, Table, marked

#: A spreadsheet takes a cell that begins so for a formula and runs it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(table: Table) -> bytes:
    """The header and the rows; the caption is left out."""
    lines = StringIO(newline="")
    writer = csv.writer(lines)  # its own form is that of RFC 4180
    writer.writerow(map(_cell, table.header))
    writer.writerows(map(_cell, row.cells) for row in table.rows)
    return lines.getvalue().encode("utf-8-sig")


def _cell(content: Content) -> str:
    """The words of a cell, after an apostrophe where they would be run as a formula."""
    text = marked(content)
    return f"'{text}" if text.startswith(_FORMULA) else text
