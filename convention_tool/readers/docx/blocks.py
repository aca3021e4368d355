"""Paragraphs of a Word file as the blocks of a draft."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from convention_tool.readers.docx.numbering import BULLETS
from convention_tool.readers.docx.story import Paragraph, is_unit
from convention_tool.readers.docx.styles import Role
from convention_tool.readers.extract import commentary, heading, one_line
from convention_tool.readers.text.lines import UNITS, closed, opening
from convention_tool.tree.nodes import UNTITLED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convention_tool.readers.docx.ledger import Ledger
    from convention_tool.readers.docx.notes import Notes

#: A title over several paragraphs is no longer than this, in characters.
_LONGEST_TITLE = 600
#: Above a title stand at most so many lines: the name of a body, a symbol, a date.
_MOST_ABOVE_TITLE = 12
#: What parts the number of a heading from its words; this tool writes the first.
_AFTER_NUMBER = re.compile(r"[\u2003\n]| {2,}")


@dataclass(slots=True)
class Blocks:
    """The blocks of a text, and the lines of a draft's header."""

    notes: Notes
    ledger: Ledger
    #: Whether every line break parts lines, as in files of this tool; others break sentences too.
    sure_lines: bool
    found: list[str] = field(default_factory=list)
    header: list[str] = field(default_factory=list)
    #: Paragraphs of commentary that go on.
    _commentary: list[str] = field(default_factory=list)
    #: A title, or a heading, that the next paragraph may go on with.
    _waiting: Paragraph | None = None
    _titled: bool = False
    #: A number that stands before nothing, until it is known what follows.
    _bare: str = ""

    def add(self, paragraphs: Iterable[Paragraph]) -> None:
        """Add all paragraphs of a text."""
        for paragraph in paragraphs:
            if paragraph.mark:
                self.ledger.guess("numbers of automatic lists", paragraph.mark.text.strip(BULLETS))
            self._settle_bare(paragraph)
            self._add(paragraph)
        self._settle()
        self._settle_bare(None)
        self._end_commentary()

    def _settle_bare(self, below: Paragraph | None) -> None:
        """Keep a number without words before another number: before words it would seem theirs."""
        bare, self._bare = self._bare, ""
        if bare and (self.sure_lines or (below and below.mark)):
            self._keep(bare, Paragraph(""))
        else:
            self.ledger.drop("numbers of automatic lists that stand before nothing", bare)

    def _add(self, paragraph: Paragraph) -> None:
        if self._waiting and _goes_on(self._waiting, paragraph):
            self._waiting = _joined(self._waiting, paragraph)
            return
        self._settle()
        match paragraph.role:
            case Role.HEADER:
                self.header.append(one_line(paragraph.text))
                self._keep("", paragraph)
            case Role.LABEL:
                self._keep("", paragraph)
            case Role.COMMENTARY:
                self._commentary.append(one_line(_printed(paragraph)))
                self._keep("", paragraph)
            case Role.FOOTNOTE:
                self._keep(one_line(_printed(paragraph)), paragraph)
            case _ if _is_bare(paragraph):
                self._bare = _printed(paragraph).strip(BULLETS)
            case Role.TITLE | Role.HEADING:
                self._waiting = paragraph
            case _ if paragraph.centred and is_unit(_printed(paragraph)):
                self._waiting = paragraph._replace(role=Role.HEADING)
            case _:
                self._keep(self._lines(_printed(paragraph)), paragraph)

    def _settle(self) -> None:
        """Keep the title or heading that waited for more."""
        waiting, self._waiting = self._waiting, None
        if waiting is None:
            return
        if waiting.role is Role.TITLE and self._may_title():
            self._keep_title(waiting)
        else:
            self._keep(_heading(waiting), waiting)

    def _may_title(self) -> bool:
        """Whether a title may stand here: no text has begun, and there was none before."""
        above = self.found[:_MOST_ABOVE_TITLE]
        return (
            not self._titled and len(above) == len(self.found) and not any(map(_opens_unit, above))
        )

    def _keep_title(self, title: Paragraph) -> None:
        """Keep the title first of all, as a draft has it: above it are symbols and names."""
        self._titled = True
        words = one_line(_printed(title))
        if words == UNTITLED:
            words = ""
        self._end_commentary()
        for line in self.found if words else ():
            self.ledger.guess("lines above the title, read as lines below it", line)
        if words:
            self.found.insert(0, words)
        self._keep("", title)

    def _lines(self, text: str) -> str:
        """Lines that the file parts, as blocks; one in mid-sentence is left to the text reader."""
        lines = [line for line in map(one_line, text.split("\n")) if line]
        block = "".join(lines[:1])
        for above, below in pairwise(lines):
            doubtful = below[0].islower() and not closed(above) and above[-1] != ","
            block += f"\n{below}" if doubtful and not self.sure_lines else f"\n\n{below}"
        return block

    def _keep(self, block: str, paragraph: Paragraph) -> None:
        if block:
            self._end_commentary()
            self.found.append(block)
        hung = self.notes.hung_on(paragraph.references)
        self.found.extend(hung.footnotes)
        self._commentary.extend(hung.commentary)

    def _end_commentary(self) -> None:
        if self._commentary:
            self.found.append(commentary("\n\n".join(self._commentary)))
            self._commentary.clear()


def _goes_on(above: Paragraph, below: Paragraph) -> bool:
    """Whether a paragraph is the second line of a title, or the words of a heading's number."""
    if not below.text or below.mark:
        return False
    if above.role is Role.TITLE or below.role is Role.TITLE:
        units = _opens_unit(_printed(above)) or _opens_unit(below.text)
        return above.role is below.role and not units and len(above.text) < _LONGEST_TITLE
    headed = below.role is Role.HEADING or (below.role is Role.TEXT and below.centred)
    return headed and is_unit(_printed(above)) and opening(below.text) is None


def _is_bare(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a number alone, and not that of an article."""
    mark = paragraph.mark
    return bool(mark) and not (
        paragraph.text or paragraph.references or is_unit(_printed(paragraph))
    )


def _opens_unit(text: str) -> bool:
    opens = opening(text) if text else None
    return opens is not None and opens.kind in UNITS


def _joined(above: Paragraph, below: Paragraph) -> Paragraph:
    references = (*above.references, *below.references)
    return above._replace(text=f"{above.text}\n{below.text}".strip(), references=references)


def _printed(paragraph: Paragraph) -> str:
    """The words of a paragraph, its number before them."""
    mark = paragraph.mark
    if mark is None or not mark.text:
        return paragraph.text
    return f"{mark.text}{' ' if _stands_apart(paragraph) else ''}{paragraph.text}".strip()


def _stands_apart(paragraph: Paragraph) -> bool:
    """Whether something parts the number of a paragraph from its words; letters are never glued."""
    return bool(paragraph.mark and (paragraph.mark.apart or paragraph.text[:1].isalnum()))


def _heading(paragraph: Paragraph) -> str:
    """A heading; where the file parts its number from its words, so does the block."""
    mark, text = paragraph.mark, paragraph.text
    if mark and _stands_apart(paragraph) and is_unit(mark.text):
        return heading(f"{mark.text}\n{one_line(text)}")
    first, *rest = _AFTER_NUMBER.split(_printed(paragraph), maxsplit=1)
    if rest and is_unit(first.strip()):
        return heading(f"{first.strip()}\n{one_line(rest[0])}")
    return heading(one_line(_printed(paragraph)))
