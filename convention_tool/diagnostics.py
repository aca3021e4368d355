"""What we tell a drafter about a text, and how it could be mended."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from convention_tool.source import Source, Span


class Severity(StrEnum):
    """How much a remark should worry a drafter."""

    ERROR = "error"  # the text contradicts itself
    WARNING = "warning"  # the text can be read in two ways
    NOTE = "note"  # the text departs from usual practice, or the tool made a choice


class Edit(NamedTuple):
    """Words of the source, and what is to stand in their place."""

    span: Span
    text: str


class Fix(NamedTuple):
    """How what was found can be mended."""

    #: What it does, after "to mend it": 'write "article 12"'.
    what: str
    #: Apart from each other.
    edits: tuple[Edit, ...]
    #: Whether no lawyer need look at it: the meaning is the same, or could only be this.
    safe: bool = True


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One thing to look at, and where."""

    span: Span
    code: str
    message: str
    severity: Severity
    fix: Fix | None = field(default=None, compare=False)


def one_line(diagnostic: Diagnostic, source: Source) -> str:
    """`draft.txt:9:15: error[dangling-reference] ...`, as editors expect it."""
    line, column = source.position(diagnostic.span.start)
    return (
        f"{source.name}:{line}:{column}: "
        f"{diagnostic.severity}[{diagnostic.code}] {diagnostic.message}"
    )


#: A line of the source is shown in so many letters around the place.
_SHOWN = 76


def with_caret(diagnostic: Diagnostic, source: Source) -> str:
    """The same, and below it the line of the source with the words underlined."""
    start, end = diagnostic.span
    line = source.line_at(start)
    shown = source.text[line.start : line.end]
    column = start - line.start
    length = max(min(end, line.end) - start, 1)
    first = max(0, min(column - _SHOWN // 4, len(shown) - _SHOWN)) if len(shown) > _SHOWN else 0
    window = shown[first : first + _SHOWN].replace("\t", " ")
    before = "…" if first else ""
    after = "…" if first + _SHOWN < len(shown) else ""
    margin = " " * (2 + len(before) + column - first)
    mark = "^" * min(length, _SHOWN - (column - first))
    if not window.strip():
        return one_line(diagnostic, source)
    return f"{one_line(diagnostic, source)}\n  {before}{window}{after}\n{margin}{mark}"
