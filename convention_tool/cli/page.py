"""A document on a terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, assert_never

import click
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from convention_tool.document import (
    Badge,
    Block,
    Break,
    Content,
    Deleted,
    Document,
    Emphasis,
    Evidence,
    Facts,
    Fate,
    Heading,
    Inline,
    Inserted,
    LineStyle,
    Link,
    Listing,
    Matrix,
    Note,
    Omission,
    Prose,
    Redline,
    RedlineLine,
    Section,
    Strong,
    Table,
    Tone,
    Words,
    plain,
    words,
)
from convention_tool.writers.matrix import in_letters, legend, parted

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The width of a terminal that nobody has widened, and of output that goes to a file.
_WIDTH = 80
#: Longer lines are tiring to read.
_WIDEST = 100

#: The space between two columns.
_GAP = 2

#: A wider table is a matrix of states: no terminal shows it in columns.
_MOST_COLUMNS = 6

#: A cell with more letters makes a column of a terminal several lines tall.
_LONGEST_CELL = 110

#: A column of letters, with the space that parts it from the next.
_LETTERS = 3

_STYLES = {Tone.GOOD: "green", Tone.MIXED: "yellow", Tone.BAD: "red", Tone.QUIET: "dim"}


def show(document: Document) -> None:
    """Print a document on standard output, in colour where that is a terminal."""
    terminal = sys.stdout.isatty()
    width = min(Console().width, _WIDEST) if terminal else _WIDTH
    click.echo(as_text(document, width=width, colour=terminal), nl=False)


def as_text(document: Document, *, width: int = _WIDTH, colour: bool = False) -> str:
    """A document as lines no longer than a width."""
    console = Console(
        width=width,
        force_terminal=colour,
        color_system="auto" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    with console.capture() as capture:
        console.print(Text(document.title, style="bold"))
        for line in document.subtitle:
            console.print(Text(line, style="dim"))
        for block in document.blocks:
            if not (isinstance(block, Prose) and block.level):
                console.print()
            console.print(_block(block, width))
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


def _block(block: Block, width: int) -> RenderableType:
    match block:
        case Heading(_, content, _, number):
            return Text.assemble((f"{number}  " if number else "", "bold"), _run(content, "bold"))
        case Prose(content, _, number, level):
            indent = 4 * level
            if not number:
                return Padding(_run(content), (0, 0, 0, indent))
            return Padding(_hanging((number, _run(content))), (0, 0, 0, indent))
        case Table():
            return _table(block, width)
        case Matrix():
            return _matrix(block, width)
        case Listing(items, ordered):
            marks = (f"{place}." if ordered else "-" for place in range(1, len(items) + 1))
            return Group(*map(_hanging, zip(marks, map(_run, items), strict=True)))
        case Facts(entries):
            grid = _named_lines()
            for name, content in entries:
                grid.add_row(name, _run(content))
            return grid
        case Note(label, blocks):
            inner = Group(*(_block(inner, width - 4) for inner in blocks))
            return Group(Text(label, style="dim"), Padding(inner, (0, 0, 0, 4)))
        case Section(_, blocks):
            return Group(*(_block(inner, width) for inner in blocks))
        case Redline(lines=lines):
            return Group(*(shown for line in lines for shown in _redline(line)))
        case _:
            assert_never(block)


def _redline(line: RedlineLine | Omission) -> Iterator[RenderableType]:
    """A line of two texts. What moved away is told where it was, and shown where it is."""
    if isinstance(line, Omission):
        yield Text("…", style="dim")
        return
    if line.fate is Fate.MOVED_AWAY:
        if line.notice:
            yield Padding(Text(line.notice, style="dim"), (0, 0, 1, 0))
        return
    if line.label:
        yield Text(f"({line.label})", style="dim")
    style = "" if line.style is LineStyle.TEXT else "bold"
    indent = 4 * line.level if line.style is LineStyle.TEXT else 0
    if line.fate in {Fate.INSERTED, Fate.DELETED}:  # one mark around the number and the words
        said = " ".join(part for part in map(plain, (line.number, line.content)) if part)
        whole = Inserted(said) if line.fate is Fate.INSERTED else Deleted(said)
        yield Padding(_run((whole,), style), (0, 0, 1, indent))
        return
    text = _run(line.content, style)
    number = _run(line.number, style)
    if not number:
        yield Padding(text, (0, 0, 1, indent))
        return
    grid = Grid.grid(padding=(0, 1))
    grid.add_column(no_wrap=True)
    grid.add_row(number, text)
    yield Padding(grid, (0, 0, 1, indent))


def _hanging(entry: tuple[str, Text]) -> Grid:
    """A paragraph whose number stands before it."""
    number, text = entry
    grid = Grid.grid(padding=(0, 1))
    grid.add_column(no_wrap=True)
    grid.add_row(number, text)
    return grid


def _table(table: Table, width: int) -> RenderableType:
    """A table in columns, or a paragraph for each row where columns would be too narrow to read."""
    caption = Text(table.caption, style="bold")
    if len(table.header) > _MOST_COLUMNS:
        return Group(caption, *(_states(table, row.cells) for row in table.rows))
    if _narrowest(table) > width or _longest_cell(table) > _LONGEST_CELL:
        return Group(caption, *(_card(table, row.cells) for row in table.rows))
    grid = Grid(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="dim")
    for content in table.header:
        grid.add_column(plain(content), overflow="fold")
    for row in table.rows:
        grid.add_row(*map(_run, row.cells))
    return Group(caption, grid)


def _matrix(matrix: Matrix, width: int) -> RenderableType:
    """A matrix as letters, a table for each group of columns, which are numbered."""
    tables = (_letters(table, width) for table in parted(matrix, in_letters))
    return Group(_block(legend(matrix, letters=True), width), *tables)


def _letters(table: Table, width: int) -> RenderableType:
    titles = [plain(title) for title in table.header[1:]]
    numbered = "; ".join(f"{number} {title}" for number, title in enumerate(titles, 1))
    grid = Grid(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="dim")
    grid.add_column(plain(table.header[0]), width=width - _LETTERS * len(titles))
    for number in range(1, len(titles) + 1):
        grid.add_column(str(number), width=_LETTERS - 1)
    for row in table.rows:
        grid.add_row(*map(_run, row.cells))
    return Group(Text(""), Text(table.caption, style="bold"), _run(words(numbered)), grid)


def _narrowest(table: Table) -> int:
    """The width below which some word of the table would have to be broken."""
    columns = zip(table.header, *(row.cells for row in table.rows), strict=True)
    widest = (
        max(cell_len(word) for content in column for word in plain(content).split() or [""])
        for column in columns
    )
    return sum(widest) + _GAP * (len(table.header) - 1)


def _longest_cell(table: Table) -> int:
    return max((len(plain(cell)) for row in table.rows for cell in row.cells), default=0)


def _card(table: Table, cells: tuple[Content, ...]) -> RenderableType:
    """A row as a paragraph: its name, then each cell that says something."""
    said = (
        line
        for name, content in zip(table.header[1:], cells[1:], strict=True)
        if content
        for line in _said(plain(name), content)
    )
    return Group(Text(""), _run(cells[0], "bold"), Padding(Group(*said), (0, 0, 0, 2)))


def _said(name: str, content: Content) -> Iterator[RenderableType]:
    """A cell after the name of its column; what it says on several lines is a list."""
    lines = [_run(line) for line in _lines(content)]
    if len(lines) == 1:
        yield Text.assemble((f"{name}: ", "dim"), lines[0])
    else:
        yield Text(f"{name}:", style="dim")
        yield from (_hanging(("-", line)) for line in lines)


def _lines(content: Content) -> Iterator[Content]:
    line: Content = ()
    for inline in content:
        if isinstance(inline, Break):
            yield line
            line = ()
        else:
            line = (*line, inline)
    yield line


def _states(table: Table, cells: tuple[Content, ...]) -> RenderableType:
    """A row of a wide table of states: its name, then each state with the columns that have it."""
    columns: dict[str, list[str]] = {}
    first: dict[str, Content] = {}
    for name, content in zip(table.header[1:], cells[1:], strict=True):
        state = plain(content)
        first.setdefault(state, content)
        columns.setdefault(state, []).append(plain(name))
    grid = _named_lines()
    for state, names in columns.items():
        grid.add_row(_run(first[state]), "; ".join(names) if len(columns) > 1 else "all")
    return Group(Text(""), _run(cells[0], "bold"), Padding(grid, (0, 0, 0, 2)))


def _named_lines() -> Grid:
    grid = Grid.grid(padding=(0, _GAP))
    grid.add_column(style="dim", no_wrap=True)
    return grid


def _run(content: Content, style: str = "") -> Text:
    text = Text(style=style)
    for inline in content:
        text.append_text(_inline(inline))
    return text


def _inline(inline: Inline) -> Text:
    match inline:
        case Words(text):
            return Text(text)
        case Strong(content):
            return _run(content, "bold")
        case Emphasis(content):
            return _run(content, "italic")
        case Deleted(text):
            return Text(f"[-{text}-]", style="red")
        case Inserted(text):
            return Text(f"{{+{text}+}}", style="green")
        case Link(_, content) | Evidence(content):
            return _run(content)
        case Badge(text, tone):
            return Text(text, style=_STYLES[tone])
        case Break():
            return Text("\n")
        case _:
            assert_never(inline)
