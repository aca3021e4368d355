"""Lines as blocks of a draft, by what their styles say they are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from convention_tool.readers.extract import commentary, footnote, heading
from convention_tool.readers.odt.changes import pieces_of, settled
from convention_tool.readers.odt.lines import AsideKind
from convention_tool.readers.odt.numbering import Numbering
from convention_tool.readers.text.lines import UNITS, opening

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convention_tool.readers.odt.lines import Aside, Line
    from convention_tool.readers.odt.styles import Styles

#: Styles of files that this tool wrote, and what they hold.
_HEADER = "Draft Header"
_COMMENTARY = "Commentary"
_LABELS = frozenset(("Commentary Label", "Printed Footnote Label"))
_HEADING = re.compile(r"Heading( \d+)?")

#: Stands between the automatic number of a heading and its words, as `heading` expects.
_EM_SPACE = "\u2003"


@dataclass(slots=True)
class Blocks:
    """Gathers blocks, and what had to be concluded."""

    styles: Styles
    old: bool
    blocks: list[str] = field(default_factory=list)
    #: The lines of the draft's header block that are printed.
    header: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    #: Paragraphs of one commentary.
    _remarks: list[str] = field(default_factory=list)

    def add(self, lines: Iterable[Line]) -> None:
        """Add lines whose changes are not settled."""
        numbering = Numbering(self.styles)
        self._add(lines, numbering)
        self._close()

    def _add(self, lines: Iterable[Line], numbering: Numbering) -> None:
        for line in settled(lines, old=self.old):
            names = self.styles.names(line.style)
            number = numbering.of(line)
            is_heading = bool(line.level or any(map(_HEADING.fullmatch, names[:1])))
            text = self._text(line, is_heading=is_heading)
            if _COMMENTARY not in names:
                self._close()
            if not text or not _LABELS.isdisjoint(names):
                pass
            elif _COMMENTARY in names:
                self._remarks.append(text)
            elif _HEADER in names:
                self.header.append(text)
            else:
                self._line(line, number, text, is_heading=is_heading)
            for piece in pieces_of(line):
                if piece.aside:
                    self._aside(piece.aside, numbering)

    def _line(self, line: Line, number: str, text: str, *, is_heading: bool) -> None:
        if number:
            self.numbers.append(number)
        if line.in_table:
            self.cells.append(text)
        if is_heading:
            self.blocks.append(heading(f"{number}{_EM_SPACE}{text}" if number else text))
        else:
            self.blocks.append(f"{number} {text}" if number else text)

    def _aside(self, aside: Aside, numbering: Numbering) -> None:
        if aside.kind is AsideKind.BOX:
            before = len(self.blocks)
            self._add(aside.lines, numbering)
            self.boxes.extend(self.blocks[before:])
            return
        inner = Blocks(self.styles, self.old)
        inner.add(aside.lines)
        if not inner.blocks:
            return
        self._close()
        if aside.kind is AsideKind.FOOTNOTE:
            self.blocks.append(footnote(aside.mark, " ".join(inner.blocks)))
            return
        said = "\n\n".join(inner.blocks)
        by = f"{aside.mark}: " if aside.mark and aside.mark != _COMMENTARY else ""
        self.blocks.append(commentary(f"{by}{said}"))

    def _text(self, line: Line, *, is_heading: bool) -> str:
        """The words of a line, tidied; the marks of its footnotes stand among them."""
        pieces = tuple(pieces_of(line))
        marked = "".join(
            f"[{one.aside.mark}]"
            if one.aside and one.aside.kind is AsideKind.FOOTNOTE
            else one.text
            for one in pieces
        )
        bare = _tidy("".join(one.text for one in pieces))
        # "Article 5[1]" would be no heading; the note below it says enough.
        return bare if is_heading or _is_unit(bare) else _tidy(marked)

    def _close(self) -> None:
        """End the commentary, if there is one."""
        if self._remarks:
            self.blocks.append(commentary("\n\n".join(self._remarks)))
            self._remarks.clear()


def _is_unit(text: str) -> bool:
    """Whether a line is the number of an article or a part, and nothing else."""
    found = opening(text) if text and "\n" not in text else None
    return bool(found and found.kind in UNITS and found.number and not found.rest)


def _tidy(text: str) -> str:
    """Words with single spaces between them, and no empty line."""
    lines = (re.sub(r"[ \t\r]+", " ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
