"""Remarks as the annotations that GitHub shows beside the lines of a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convention_tool.diagnostics import Severity

if TYPE_CHECKING:
    from convention_tool.diagnostics import Diagnostic
    from convention_tool.source import Source

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def annotation(found: Diagnostic, source: Source) -> str:
    """`::error file=draft.txt,line=9,col=15,title=dangling-reference::there is no article 9`."""
    start, end = source.position(found.span.start), source.position(found.span.end)
    column = f",endColumn={end.column}" if end.line == start.line else ""
    place = f"file={_value(source.name)},line={start.line},endLine={end.line},col={start.column}{column}"
    title = _value(found.code)
    return f"::{_COMMANDS[found.severity]} {place},title={title}::{_message(found.message)}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
