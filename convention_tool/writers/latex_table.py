"""Tables in LaTeX: they go on over pages, and a wide one lies on its side.

LaTeX breaks a table between rows only. A cell that holds a whole article may be taller than a
page, so that it is cut into portions, each in a row of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from convention_tool.document import Content, Row, Table, plain
from convention_tool.writers.latex_words import place, printed, shown
from convention_tool.writers.runs import BOLD, Run, runs

if TYPE_CHECKING:
    from collections.abc import Iterator

#: More columns than this need the long side of the page.
_WIDEST_UPRIGHT = 5

#: Letters on a line as wide as the page, upright and on its side, in the size of a table.
_LINE_UPRIGHT, _LINE_ON_SIDE = 95, 145

#: Lines of one portion of a cell: fewer than the shorter side of a page holds.
_PORTION_LINES = 22

#: A column is taken to need as many letters as its cells have, but no fewer and no more than this.
_NARROWEST, _WIDEST = 6, 160

#: Words longer than this may break; bold words are wider by so many letters.
_LONGEST_WORD, _BOLD = 18, 3


def write(table: Table, anchors: frozenset[str]) -> str:
    """A table, its header repeated on each page."""
    on_side = table.landscape or len(table.header) > _WIDEST_UPRIGHT
    line = _LINE_ON_SIDE if on_side else _LINE_UPRIGHT
    shares = _shares(table, line)
    limits = tuple(max(int(share * line * _PORTION_LINES), 1) for share in shares)
    body = "\n".join(text for row in table.rows for text in _row(row, limits, anchors))
    gaps = 2 * (len(table.header) - 1)
    columns = "".join(
        f">{{\\raggedright\\arraybackslash}}p{{{share:.4f}\\tablewidth}}" for share in shares
    )
    header = _cells([list(runs(cell, BOLD)) for cell in table.header], anchors)

    whole = "\n".join(
        (
            r"\begingroup\footnotesize" if on_side else r"\begingroup\small",
            f"\\setlength{{\\tablewidth}}{{\\dimexpr\\linewidth-{gaps}\\tabcolsep\\relax}}",
            f"\\begin{{longtable}}{{@{{}}{columns}@{{}}}}",
            f"\\tablecaption{{{len(shares)}}}{{{shown(table.caption)}}}" if table.caption else "",
            r"\toprule",
            f"{header} \\tabularnewline",
            r"\midrule\endhead",
            r"\bottomrule\endlastfoot",
            body,
            r"\end{longtable}\endgroup",
        )
    )
    return f"\\begin{{landscape}}\n{whole}\n\\end{{landscape}}" if on_side else whole


def _shares(table: Table, line: int) -> tuple[float, ...]:
    """How much of the width each column has: its longest word, and more for who says more."""
    columns = [
        [plain(title), *(plain(row.cells[place]) for row in table.rows)]
        for place, title in enumerate(table.header)
    ]
    least = [_longest_word(cells) / line for cells in columns]
    needs = [min(max(_typical(cells), _NARROWEST), _WIDEST) for cells in columns]
    spare = max(1 - sum(least), 0)
    shares = [word + spare * need / sum(needs) for word, need in zip(least, needs, strict=True)]
    return tuple(share / sum(shares) for share in shares)


def _longest_word(cells: list[str]) -> int:
    """The letters of the longest word, and some for bold print; an endless word is broken."""
    longest = max((len(word) for cell in cells for word in cell.split()), default=0)
    return min(longest, _LONGEST_WORD) + _BOLD


def _typical(cells: list[str]) -> float:
    """The letters of a cell, between the average and the longest."""
    lengths = list(map(len, cells))
    return max(sum(lengths) / len(lengths), max(lengths) / 4)


def _row(row: Row, limits: tuple[int, ...], anchors: frozenset[str]) -> Iterator[str]:
    """A row of the table in as many rows as its longest cell has portions."""
    portions = [_portions(cell, limit) for cell, limit in zip(row.cells, limits, strict=True)]
    for count in range(max(map(len, portions), default=0)):
        cells = [cell[count] if count < len(cell) else [] for cell in portions]
        opening = f"\\place{{{place(row.anchor)}}}" if row.anchor and count == 0 else "{}"
        yield f"{opening}{_cells(cells, anchors)} \\tabularnewline"
    yield r"\addlinespace"


def _cells(cells: list[list[Run]], anchors: frozenset[str]) -> str:
    return "\n  & ".join(printed(cell, anchors) for cell in cells)


def _portions(content: Content, limit: int) -> list[list[Run]]:
    """The runs of a cell in stretches of so many letters at most."""
    portions: list[list[Run]] = [[]]
    room = limit
    for run in runs(content):
        for piece in _pieces(run, limit):
            if len(piece.text) > room and portions[-1]:
                portions.append([])
                room = limit
            portions[-1].append(piece)
            room -= len(piece.text)
    return portions


def _pieces(run: Run, limit: int) -> Iterator[Run]:
    """A run in stretches of so many letters at most, cut between words where there are some."""
    text = run.text
    start = 0
    while len(text) - start > limit:
        cut = text.rfind(" ", start + 1, start + limit) + 1 or start + limit
        yield Run(text[start:cut], run.look)
        start = cut
    yield Run(text[start:], run.look)
