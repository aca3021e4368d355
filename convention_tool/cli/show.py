"""Diagnostics on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from convention_tool.diagnostics import Diagnostic, Severity, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convention_tool.source import Source


def remark(diagnostics: Iterable[Diagnostic], source: Source) -> None:
    """Print diagnostics as remarks, one a line, as editors expect them."""
    for diagnostic in diagnostics:
        click.echo(one_line(diagnostic, source), err=True)


def wants_attention(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether a drafter should correct something; a note only tells what the tool made of it."""
    return any(diagnostic.severity is not Severity.NOTE for diagnostic in diagnostics)
