"""What reading a text gives."""

from dataclasses import dataclass

from convention_tool.diagnostics import Diagnostic
from convention_tool.source import Source
from convention_tool.tree.nodes import Instrument


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that a reader decided, which the file does not say outright."""

    #: In a drafter's words, to stand after a count: "numbers of automatic lists".
    what: str
    #: The words concerned, in the order of the file: "(a)", "Page 3 of 12".
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure it is that a file of another format was read as it is meant."""

    #: What the file is: "Word document".
    kind: str
    #: What was concluded from how the file looks: restored numbers, joined lines.
    guessed: tuple[Choice, ...] = ()
    #: What was left out as no part of the text: headers and footers, navigation.
    dropped: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, the instrument it holds, and what a drafter should know about the reading."""

    #: The text that was read; for a file of another format, the text that was found in it.
    source: Source
    instrument: Instrument
    diagnostics: tuple[Diagnostic, ...]
    #: None for plain text, where all that was decided is in the diagnostics.
    confidence: Confidence | None = None
