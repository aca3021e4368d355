"""Fields: what Word works out for itself, such as references and a table of contents.

A field is an instruction and the result that is printed. Fields stand in each other, and a table
of contents reaches over many paragraphs.
"""

from __future__ import annotations

from dataclasses import dataclass, field

#: Fields that number paragraphs and keep no result: what they print is not in the file.
_WITHOUT_RESULT = frozenset(("AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM"))

#: Word takes no more fields within each other; and what a field is stands at its beginning.
_DEEPEST, _LONGEST = 20, 100


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    #: Whether its result has begun.
    has_result: bool = False


@dataclass(slots=True)
class Fields:
    """The fields that are open at some place of a text."""

    _open: list[_Field] = field(default_factory=list)

    def see(self, kind: str) -> str:
        """Go on with a character that begins, parts or ends a field.

        Returns:
            The name of a field that ends here and keeps what it prints to itself; else "".
        """
        if kind == "begin" and len(self._open) < _DEEPEST:
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].has_result = True
        elif kind == "end" and self._open:
            ended = self._open.pop()
            return "" if ended.has_result else _silent(ended.instruction)
        return ""

    def instruct(self, words: str) -> None:
        """Go on with words of an instruction."""
        if self._open and not self._open[-1].has_result:
            one = self._open[-1]
            one.instruction = f"{one.instruction}{words}"[:_LONGEST]

    def end_paragraph(self) -> None:
        """Forget instructions that have no end: what follows them is text."""
        self._open = [one for one in self._open if one.has_result]

    @property
    def print(self) -> bool:
        """Whether words here are printed: they are in the result of every open field."""
        return all(one.has_result for one in self._open)

    @property
    def list_contents(self) -> bool:
        """Whether words here belong to a table of contents."""
        return any(is_contents(one.instruction) for one in self._open)


def is_contents(instruction: str) -> bool:
    """Whether a field is a table of contents."""
    return instruction.split(maxsplit=1)[:1] == ["TOC"]


def _silent(instruction: str) -> str:
    name = next(iter(instruction.split(maxsplit=1)), "").upper()
    return name if name in _WITHOUT_RESULT else ""
