"""What a page of paper asks of its blocks: no matrix fits it, and a wide table turns it on its side."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from convention_tool.document import Heading, Matrix, Table
from convention_tool.writers.matrix import legend, parted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convention_tool.document import Block

#: A table with more columns has a page on its side.
_MOST_COLUMNS = 6


def on_paper(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks as a page of paper has them: a matrix is a table for each group of columns."""
    for block in blocks:
        if isinstance(block, Matrix):
            yield legend(block)
            yield from parted(block)
        else:
            yield block


def leads_to_wide_table(blocks: tuple[Block, ...], place: int) -> bool:
    """Whether a block is a wide table, or the heading of one, which stays with it."""
    above = sum(1 for _ in takewhile(lambda block: isinstance(block, Heading), blocks[place:]))
    rest = blocks[place + above :]
    return bool(rest) and isinstance(rest[0], Table) and is_wide(rest[0])


def is_wide(table: Table) -> bool:
    """Whether a table needs a page on its side."""
    return table.landscape or len(table.header) > _MOST_COLUMNS
