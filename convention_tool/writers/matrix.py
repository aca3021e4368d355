"""A matrix as ordinary tables, for the formats that can neither filter nor unfold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convention_tool.document import (
    Badge,
    Content,
    Facts,
    Matrix,
    MatrixCell,
    MatrixRow,
    Row,
    Strong,
    Table,
    Words,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: How many columns of the whole table name a row.
NAMING_COLUMNS = 3


def in_words(cell: MatrixCell) -> Content:
    """A cell as its state, and the words beside it."""
    badge = Badge(cell.state.label, cell.state.tone)
    return (badge, Words(f" {cell.words}")) if cell.words else (badge,)


def in_letters(cell: MatrixCell) -> Content:
    """A cell as the letter of its state."""
    return (Badge(cell.state.letter, cell.state.tone),)


def legend(matrix: Matrix, *, letters: bool = False) -> Facts:
    """What each state of a matrix means."""
    return Facts(
        tuple(
            (f"{state.letter}  {state.label}" if letters else state.label, words(state.meaning))
            for state in matrix.states
        )
    )


def parted(matrix: Matrix, shown: Callable[[MatrixCell], Content] = in_words) -> Iterator[Table]:
    """One table for each group of columns, without the rows within rows."""
    start = 0
    for columns in matrix.columns:
        end = start + len(columns.columns)
        rows: list[Row] = []
        for group in matrix.rows:
            rows.append(Row(((Strong(words(group.title)),), *_empty(columns.columns))))
            rows.extend(
                Row(
                    (words(named(row)), *map(shown, row.cells[start:end])),
                    "" if start else row.anchor,  # a place can be led to once
                )
                for row in group.rows
            )
        yield Table(
            f"{matrix.caption}: {columns.title}",
            (words(matrix.corner), *map(words, columns.columns)),
            tuple(rows),
        )
        start = end


def whole(matrix: Matrix) -> Table:
    """One table of everything, a column each for the group of rows, the row and the inner row."""
    titles = tuple(title for columns in matrix.columns for title in columns.columns)
    return Table(
        matrix.caption,
        (words("Group"), words(matrix.corner), words("Part of it"), *map(words, titles)),
        tuple(
            Row((words(group.title), words(named(row)), words(part), *cells))
            for group in matrix.rows
            for row in group.rows
            for part, cells in _with_inner(row, titles)
        ),
    )


def named(row: MatrixRow) -> str:
    """The name of a row, and the words beside it."""
    return f"{row.name} ({row.note})" if row.note else row.name


def _with_inner(
    row: MatrixRow, titles: tuple[str, ...]
) -> Iterator[tuple[str, tuple[Content, ...]]]:
    yield "", tuple(map(in_words, row.cells))
    for inner in row.inner:
        cells = tuple(map(in_words, inner.cells))
        yield inner.name, cells or tuple(words(inner.absent) for _ in titles)


def _empty(columns: tuple[str, ...]) -> tuple[Content, ...]:
    return ((),) * len(columns)
