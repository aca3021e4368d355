"""What we tell a drafter about a text."""

from dataclasses import dataclass
from enum import StrEnum

from convention_tool.source import Source, Span


class Severity(StrEnum):
    """How much a remark should worry a drafter."""

    ERROR = "error"  # the text contradicts itself
    WARNING = "warning"  # the text can be read in two ways
    NOTE = "note"  # the text departs from usual practice, or the tool made a choice


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One thing to look at, and where."""

    span: Span
    code: str
    message: str
    severity: Severity


def one_line(diagnostic: Diagnostic, source: Source) -> str:
    """`draft.txt:9:15: error[dangling-reference] ...`, as editors expect it."""
    line, column = source.position(diagnostic.span.start)
    return (
        f"{source.name}:{line}:{column}: "
        f"{diagnostic.severity}[{diagnostic.code}] {diagnostic.message}"
    )
