"""What reading a text gives."""

from dataclasses import dataclass

from convention_tool.diagnostics import Diagnostic
from convention_tool.source import Source
from convention_tool.tree.nodes import Instrument


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, the instrument it holds, and what a drafter should know about the reading."""

    source: Source
    instrument: Instrument
    diagnostics: tuple[Diagnostic, ...]
