"""What is told of a reading: what was concluded, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass, field

from convention_tool.readers.extract import one_line
from convention_tool.readers.reading import Choice


@dataclass(slots=True)
class Ledger:
    """Words by what was made of them, in the order in which they were met."""

    _guessed: dict[str, list[str]] = field(default_factory=dict)
    _dropped: dict[str, list[str]] = field(default_factory=dict)

    def guess(self, what: str, words: str) -> None:
        """Note some words as concluded."""
        _add(self._guessed, what, words)

    def drop(self, what: str, words: str) -> None:
        """Note some words as left out."""
        _add(self._dropped, what, words)

    @property
    def guessed(self) -> tuple[Choice, ...]:
        """All that was concluded."""
        return _choices(self._guessed)

    @property
    def dropped(self) -> tuple[Choice, ...]:
        """All that was left out."""
        return _choices(self._dropped)


def _add(notes: dict[str, list[str]], what: str, words: str) -> None:
    line = one_line(words)
    if line:
        notes.setdefault(what, []).append(line)


def _choices(notes: dict[str, list[str]]) -> tuple[Choice, ...]:
    return tuple(Choice(what, tuple(words)) for what, words in notes.items())
