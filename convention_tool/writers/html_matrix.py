"""A matrix as a web page has it: one table, its filters, and the evidence of its cells.

The table is whole without a script: every cell is a link to its evidence under the table.
`templates/matrix.js` filters and folds it, and opens the evidence where the reader is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from convention_tool.document import Block, Matrix, MatrixCell, MatrixRow, RowGroup, State

_NOTHING = Markup()

#: Element by element, a cell has no room for more than its state.
_CELL = Markup('<td class="{}"><a href="#{}"{}><b>{}</b>{}</a></td>')
_INNER_CELL = Markup('<td class="{}"><a href="#{}"{}>{}</a></td>')

#: Less than one column in so many is soon named as an exception.
_FEW = 4

_GROUNDS = Markup('<p class="label">What brings a group in, or leaves it out</p>\n')

_FRAME = Markup("""<div class="matrix" id="{id}" data-columns="{columns_name}">
<dl class="legend">
{legend}</dl>
<div class="filters" role="group" aria-label="Filter the table" hidden>
{facets}<p class="actions"><button type="button" class="unfold" aria-pressed="false"{folded}>Unfold all elements</button>
<button type="button" class="clear">Clear the filters</button></p>
<p class="shown" role="status" aria-live="polite"></p>
</div>
<p class="printing"><input type="checkbox" id="{id}-evidence" checked><label for="{id}-evidence">Print the evidence after the table</label></p>
<div class="field" role="region" aria-label="{caption}" tabindex="0"><table>
<caption><span>{caption}</span></caption>
<thead>
{head}</thead>
{body}</table></div>
<section class="reasons" aria-label="Evidence">
<p class="label">The evidence of each cell</p>
{details}{grounds}</section>
<dialog class="panel" aria-labelledby="{id}-title">
<button type="button" class="close">Close</button>
<p class="title" id="{id}-title"></p>
<p class="inner"></p>
<p class="says"><span class="column"></span> <span class="badge"></span> <span class="meaning"></span></p>
<div class="why"></div>
</dialog>
</div>""")


def write(matrix: Matrix, place: int, blocks: Callable[[tuple[Block, ...]], Markup]) -> Markup:
    """The table with all that belongs to it.

    Args:
        matrix: what to write.
        place: its number on the page, for what must be unique there.
        blocks: writes the blocks of a detail.
    """
    id_ = f"matrix-{place}"
    usual = _usual(matrix)
    return _FRAME.format(
        id=id_,
        columns_name=matrix.columns_name.lower(),
        folded="" if any(row.inner for row in matrix.all_rows) else Markup(" hidden"),
        caption=matrix.caption,
        legend=_join(
            Markup("<dt>{}</dt><dd>{}</dd>\n").format(_badge(state), state.meaning)
            for state in matrix.states
        ),
        facets=_facets(matrix, id_),
        head=_head(matrix, usual),
        body=_join(_row_group(group, usual) for group in matrix.rows),
        details=_details(matrix, blocks),
        grounds=_GROUNDS + grounds if (grounds := _grounds(matrix, blocks)) else "",
    )


def _usual(matrix: Matrix) -> list[str]:
    """The ground that most cells of a column have; only the others name theirs."""
    columns = zip(*(row.cells for row in matrix.all_rows if row.cells), strict=True)
    counted = [Counter(cell.ground for cell in column) for column in columns]
    return [found.most_common(1)[0][0] for found in counted] or [""] * _width(matrix)


def _facets(matrix: Matrix, id_: str) -> Markup:
    """What can be chosen: columns by their groups, groups of rows, states."""
    numbers = iter(range(_width(matrix)))
    columns = _join(
        _choices(
            columns.title,
            [(str(next(numbers)), escape(title), "") for title in columns.columns],
            f"{id_}-column",
            together=True,
        )
        for columns in matrix.columns
    )
    groups = [(str(n), escape(g.title), str(len(g.rows))) for n, g in enumerate(matrix.rows)]
    counts = Counter(cell.state.label for row in matrix.all_rows for cell in row.cells)
    states = [(state.label, _badge(state), str(counts[state.label])) for state in matrix.states]
    return _join(
        (
            _facet(matrix.columns_name, columns),
            _facet(matrix.rows_name, _choices("", groups, f"{id_}-part")),
            _facet("States", _choices("", states, f"{id_}-state")),
        )
    )


def _facet(title: str, choices: Markup) -> Markup:
    return Markup(
        '<details class="facet"><summary>{} <span class="picked">all</span></summary>\n'
        '<div class="choices">\n{}</div></details>\n'
    ).format(title, choices)


def _choices(
    title: str, choices: Iterable[tuple[str, Markup, str]], name: str, *, together: bool = False
) -> Markup:
    """Boxes to tick, each a value, a label and a count; and one for all of them together."""
    kind = name.rpartition("-")[2]
    listed = list(choices)
    first = listed[0][0] if listed else ""
    all_of_them = Markup(
        '<p><input type="checkbox" class="together" id="{0}-all-{1}">'
        '<label for="{0}-all-{1}">all of these</label></p>\n'
    ).format(name, first)
    return Markup("<fieldset>{}\n{}{}</fieldset>\n").format(
        Markup("<legend>{}</legend>").format(title) if title else _NOTHING,
        all_of_them if together else _NOTHING,
        _join(
            Markup(
                '<p><input type="checkbox" name="{kind}" value="{value}" id="{id}">'
                '<label for="{id}">{label}</label>{count}</p>\n'
            ).format(
                kind=kind,
                value=value,
                id=f"{name}-{number}-{first}",
                label=label,
                count=Markup(' <span class="count">{}</span>').format(count) if count else "",
            )
            for number, (value, label, count) in enumerate(listed)
        ),
    )


def _head(matrix: Matrix, usual: list[str]) -> Markup:
    """The groups of columns, and under each its columns."""
    groups = _join(
        Markup('<th scope="colgroup" colspan="{}"><span>{}</span></th>').format(
            len(columns.columns), columns.title
        )
        for columns in matrix.columns
    )
    titles = _join(
        Markup('<th scope="col" data-ground="{}">{}</th>').format(ground, title)
        for title, ground in zip(_titles(matrix), usual, strict=True)
    )
    return Markup('<tr><th scope="col" rowspan="2">{}</th>{}</tr>\n<tr>{}</tr>\n').format(
        matrix.corner, groups, titles
    )


def _row_group(group: RowGroup, usual: list[str]) -> Markup:
    return Markup(
        '<tbody>\n<tr class="part"><th scope="rowgroup" colspan="{}"><span>{}</span></th></tr>\n'
        "{}</tbody>\n"
    ).format(len(usual) + 1, group.title, _join(_row(row, usual) for row in group.rows))


def _row(row: MatrixRow, usual: list[str]) -> Markup:
    note = Markup(" <small>{}</small>").format(row.note) if row.note else ""
    own = Markup('<tr id="{}"><th scope="row"><span>{}</span>{}</th>{}</tr>\n').format(
        row.anchor, row.name, note, _cells(row, usual, _cell)
    )
    return own + _join(
        Markup('<tr class="inner"><th scope="row">{}</th>{}</tr>\n').format(
            inner.name, _cells(inner, usual, _inner_cell)
        )
        for inner in row.inner
    )


def _cells(
    row: MatrixRow, usual: list[str], form: Callable[[MatrixCell, Markup], Markup]
) -> Markup:
    if not row.cells:
        return Markup('<td class="quiet" colspan="{}">{}</td>').format(len(usual), row.absent)
    return _join(
        form(cell, _ground(cell, ground)) for cell, ground in zip(row.cells, usual, strict=True)
    )


@cache
def _cell(cell: MatrixCell, ground: Markup) -> Markup:
    """A cell; a matrix has far fewer different ones than it has cells."""
    beside = f" {cell.words}" if cell.words else ""
    state = cell.state
    return _CELL.format(state.tone.value, cell.detail, ground, state.label, beside)


@cache
def _inner_cell(cell: MatrixCell, ground: Markup) -> Markup:
    return _INNER_CELL.format(cell.state.tone.value, cell.detail, ground, cell.state.label)


def _ground(cell: MatrixCell, usual: str) -> Markup:
    if cell.ground == usual:
        return _NOTHING
    return Markup(' data-ground="{}"').format(cell.ground)


def _details(matrix: Matrix, blocks: Callable[[tuple[Block, ...]], Markup]) -> Markup:
    """The details by the row that they belong to, each with the columns that share it."""
    titles = _titles(matrix)
    said = {detail.anchor: detail.blocks for detail in matrix.details}
    return _join(
        _reasons(
            row.name,
            (
                _reason(
                    anchor,
                    Markup("<p>{} {}</p>\n").format(_badge(state), whose),
                    blocks(said.get(anchor, ())),
                    inner=inner,
                )
                for anchor, state, whose, inner in _shared(row, titles)
            ),
        )
        for row in matrix.all_rows
    )


def _grounds(matrix: Matrix, blocks: Callable[[tuple[Block, ...]], Markup]) -> Markup:
    """The details by the column that they belong to."""
    said = {detail.anchor: detail.blocks for detail in matrix.details}
    found: list[dict[str, None]] = [{} for _ in _titles(matrix)]
    for row in matrix.all_rows:
        for cells in (row.cells, *(inner.cells for inner in row.inner)):
            for grounds, cell in zip(found, cells, strict=False):
                if cell.ground:
                    grounds[cell.ground] = None
    return _join(
        _reasons(
            title, (_reason(anchor, _NOTHING, blocks(said.get(anchor, ()))) for anchor in grounds)
        )
        for title, grounds in zip(_titles(matrix), found, strict=True)
        if grounds
    )


def _reasons(name: str, reasons: Iterable[Markup]) -> Markup:
    return Markup('<div class="of-one"><p class="label">{}</p>\n{}</div>\n').format(
        name, _join(reasons)
    )


def _reason(anchor: str, lead: Markup, why: Markup, *, inner: bool = False) -> Markup:
    return Markup('<div class="reason{}" id="{}">{}<div class="why">{}</div></div>\n').format(
        " within" if inner else "", anchor, lead, why
    )


def _shared(row: MatrixRow, titles: list[str]) -> Iterator[tuple[str, State, str, bool]]:
    """The details of a row and of those within it: anchor, state, whose, and whether only theirs."""
    states: dict[str, State] = {}
    columns: dict[str, dict[str, None]] = defaultdict(dict)
    own = {cell.detail for cell in row.cells}
    for cells in (row.cells, *(inner.cells for inner in row.inner)):
        for title, cell in zip(titles, cells, strict=False):
            if cell.detail:
                states[cell.detail] = cell.state
                columns[cell.detail][title] = None
    for anchor, state in states.items():
        named = _named(columns[anchor], titles)
        if anchor in own:
            yield anchor, state, named, False
        else:
            yield anchor, state, f"{named} (in some elements)", True


def _named(columns: Collection[str], titles: list[str]) -> str:
    """Some columns by name, or those that are missing where they are few."""
    missing = [title for title in titles if title not in columns]
    if not missing:
        return "all groups"
    if len(missing) * _FEW < len(titles):
        return f"all groups but {'; '.join(missing)}"
    return "; ".join(columns)


def _badge(state: State) -> Markup:
    return Markup('<span class="badge {}">{}</span>').format(state.tone.value, state.label)


def _titles(matrix: Matrix) -> list[str]:
    return [title for columns in matrix.columns for title in columns.columns]


def _width(matrix: Matrix) -> int:
    return len(_titles(matrix))


def _join(parts: Iterable[Markup]) -> Markup:
    return _NOTHING.join(parts)
