"""How cases name a place or a cell: "students", "students 43", "students 43/training"."""

from convention_tool.analysis.coverage import Coverage


def found(coverage: Coverage, what: str) -> str:
    """The place of a group, or the state of its cell: "students", "students 43", "students 43/training"."""
    group, _, right = what.partition(" ")
    if not right:
        return next(str(place.status) for place in coverage.groups if place.id == group)
    number, _, element = right.partition("/")
    row = coverage.row(number)
    if not element:
        return str(row.cell(group).status)
    part = next(part for part in row.elements if part.element.id == element)
    return next(str(cell.status) for cell in part.cells if cell.group == group)
