"""Lines as blocks of a draft, by what their styles say they are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from convention_tool.readers.extract import (
    AFTER_NUMBER,
    commentary,
    footnote,
    heading,
    one_line,
)
from convention_tool.readers.odt.changes import pieces_of, settled
from convention_tool.readers.odt.lines import AsideKind
from convention_tool.readers.odt.numbering import BULLET, Numbering
from convention_tool.readers.odt.roles import Role, role_of
from convention_tool.readers.text.lines import UNITS, closed, opening
from convention_tool.tree.nodes import UNTITLED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convention_tool.readers.odt.lines import Aside, Line
    from convention_tool.readers.odt.styles import Styles

#: Who a comment is by that holds the drafters' commentary.
_COMMENTATOR = "Commentary"


@dataclass(slots=True)
class Blocks:
    """Gathers blocks, and what had to be concluded."""

    styles: Styles
    old: bool
    #: Whether this tool wrote the file: then every line break parts lines.
    is_ours: bool
    blocks: list[str] = field(default_factory=list)
    #: The lines of the draft's header block that are printed.
    header: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    #: Numbers that no words follow.
    bare: list[str] = field(default_factory=list)
    #: A number without words, of which the next line tells whether it is kept.
    _bare: str = ""
    #: Paragraphs of a commentary that may go on.
    _remarks: list[str] = field(default_factory=list)
    #: The lines of a title or a heading that may go on.
    _headed: list[str] = field(default_factory=list)
    _headed_as: Role = Role.TEXT

    def add(self, lines: Iterable[Line]) -> None:
        """Add lines whose changes are not settled."""
        self._add(lines, Numbering(self.styles))
        self._end_bare(is_kept=False)
        self._end_heading()
        self._end_commentary()

    def _add(self, lines: Iterable[Line], numbering: Numbering) -> None:
        for line in settled(lines, old=self.old):
            role = role_of(line, self.styles)
            number = numbering.of(line)
            text = _text(line, is_heading=role is Role.HEADING)
            if number and not text:
                self._end_bare(is_kept=True)
                self._bare = number if number != BULLET else ""
            elif text:
                self._end_bare(is_kept=bool(number))
            if number and text:
                self.numbers.append(number)
                space = AFTER_NUMBER if role is Role.HEADING else " "
                text = f"{number}{space}{text}"
            if text and line.in_table:
                self.cells.append(one_line(text))
            if text:
                self._line(text, role)
            for piece in pieces_of(line):
                if piece.aside:
                    self._end_heading()
                    self._aside(piece.aside, numbering)

    def _line(self, text: str, role: Role) -> None:
        if self._goes_on(text, role):
            self._headed.append(text)
            return
        self._end_heading()
        match role:
            case Role.HEADER:
                self.header.append(text)
            case Role.LABEL:
                self._end_commentary()
            case Role.COMMENTARY:
                self._remarks.append(one_line(text))
            case Role.TITLE | Role.HEADING:
                self._headed, self._headed_as = [text], role
            case Role.CENTRED if _is_unit(text):
                self._headed, self._headed_as = [text], Role.HEADING
            case _:
                self._keep(self._parted(text))

    def _goes_on(self, text: str, role: Role) -> bool:
        """Whether a line is the second of a title, or the words that belong to a heading's number."""
        if not self._headed:
            return False
        if Role.TITLE in {role, self._headed_as}:
            return role is self._headed_as
        is_headed = role in {Role.HEADING, Role.CENTRED}
        return is_headed and _is_unit(self._headed[-1]) and opening(text) is None

    def _end_bare(self, *, is_kept: bool) -> None:
        """Keep a number without words before another number: before words it would seem theirs."""
        bare, self._bare = self._bare, ""
        if bare and (is_kept or self.is_ours):
            self.numbers.append(bare)
            self._line(bare, Role.TEXT)
        elif bare:
            self.bare.append(bare)

    def _end_heading(self) -> None:
        lines, self._headed = self._headed, []
        if not lines:
            return
        if self._headed_as is Role.TITLE:
            title = one_line(" ".join(lines))
            self._keep("" if title == UNTITLED else title)
        else:
            self._keep(heading("\n".join(lines)))

    def _end_commentary(self) -> None:
        remarks, self._remarks = self._remarks, []
        if remarks:
            self.blocks.append(commentary("\n\n".join(remarks)))

    def _keep(self, block: str) -> None:
        self._end_commentary()
        if block:
            self.blocks.append(block)

    def _parted(self, text: str) -> str:
        """Lines that the file parts, as blocks; one in mid-sentence is left to the text reader."""
        lines = text.split("\n")
        block = lines[0]
        for above, below in pairwise(lines):
            doubtful = below[0].islower() and not closed(above) and above[-1] != ","
            block += f"\n{below}" if doubtful and not self.is_ours else f"\n\n{below}"
        return block

    def _aside(self, aside: Aside, numbering: Numbering) -> None:
        if aside.kind is AsideKind.BOX:
            before = len(self.blocks)
            self._add(aside.lines, numbering)
            self._end_heading()
            self.boxes.extend(self.blocks[before:])
            return
        inner = Blocks(self.styles, self.old, self.is_ours)
        inner.add(aside.lines)
        if not inner.blocks:
            return
        if aside.kind is AsideKind.FOOTNOTE:
            self._keep(footnote(aside.mark, " ".join(inner.blocks)))
            return
        said = "\n\n".join(inner.blocks)
        by = f"{aside.mark}: " if aside.mark not in {"", _COMMENTATOR} else ""
        self._keep(commentary(f"{by}{said}"))


def _text(line: Line, *, is_heading: bool) -> str:
    """The words of a line, tidied; the marks of its footnotes stand among them."""
    pieces = tuple(pieces_of(line))
    bare = _tidy("".join(piece.text for piece in pieces))
    # "Article 5[1]" would be no heading; the note below it says enough.
    if not any(piece.aside for piece in pieces) or is_heading or _is_unit(bare):
        return bare
    return _tidy("".join(f"{piece.text}{_mark(piece.aside)}" for piece in pieces))


def _mark(aside: Aside | None) -> str:
    """What is printed where a footnote is fixed."""
    return f"[{aside.mark}]" if aside and aside.kind is AsideKind.FOOTNOTE else ""


def _is_unit(text: str) -> bool:
    """Whether a line is the number of an article or a part, and nothing else."""
    found = opening(text) if text and "\n" not in text else None
    return bool(found and found.kind in UNITS and found.number and not found.rest)


def _tidy(text: str) -> str:
    """Words with single spaces between them, and no empty line."""
    lines = (re.sub(r"[ \t\r]+", " ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
