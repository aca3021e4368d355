"""A document as a Word file, in Word's own styles: a drafting group can go on working in it.

Only this module and `docx_file` know python-docx. What that library has no call for (links,
bookmarks, shading, languages) is set on the elements of the file itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby, takewhile
from typing import TYPE_CHECKING, Any, assert_never

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Length, RGBColor

from convention_tool.document import (
    Block,
    Content,
    Document,
    Facts,
    Heading,
    LineStyle,
    Listing,
    Matrix,
    Note,
    Omission,
    Prose,
    Redline,
    RedlineLine,
    Section,
    Strong,
    Table,
    Tone,
    anchors,
    plain,
    words,
)
from convention_tool.writers.characters import without_forbidden
from convention_tool.writers.docx_file import (
    STEP,
    Paper,
    element,
    full_language,
    ground,
    new_file,
    new_numbering,
    saved,
)
from convention_tool.writers.matrix import legend, parted
from convention_tool.writers.runs import BOLD, PLAIN, Look, Run, runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docx.document import Document as File
    from docx.text.paragraph import Paragraph

#: A table with more columns has a page on its side.
_MOST_COLUMNS = 6

#: A column has room for its longest word and two letters; the rest of the width is shared by the
#: longest lines, of which so many letters count.
_LETTER = Cm(0.19)
_ROOM, _WIDEST = 2, 42

#: Letters and their ground, as on the web page. The words of a badge say the same.
_COLOURS = {
    Tone.GOOD: ("1B5728", "E2F1E4"),
    Tone.MIXED: ("654600", "FBEFCD"),
    Tone.BAD: ("8A1B16", "FBE3E0"),
    Tone.QUIET: ("484C55", "EBE9E2"),
}

#: The ground of a table's header.
_TINT = "F4F1E9"


def write(document: Document) -> bytes:
    """The file."""
    file = new_file(document.title, document.language)
    places = {anchor: number for number, anchor in enumerate(sorted(anchors(document)), 1)}
    # A page whose first block is a wide table begins on its side: no sheet has the title alone.
    paper = Paper(file, on_its_side=_leads_to_wide_table(tuple(_printed(document.blocks)), 0))
    writer = _Writer(file, paper, places)
    writer.paragraph("Title", words(document.title))
    for line in document.subtitle:
        writer.paragraph("Subtitle", words(line))
    writer.blocks(document.blocks)
    return saved(file)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Adds to the end of a file."""

    file: File
    paper: Paper
    #: The number of each anchor. Word's own names for places are too short for ours.
    places: Mapping[str, int]
    #: Of a section in another language.
    language: str = ""
    #: Within how many notes.
    depth: int = 0

    def blocks(self, blocks: tuple[Block, ...]) -> None:
        printed = tuple(_printed(blocks))
        for place, block in enumerate(printed):
            self.paper.turn(on_its_side=_leads_to_wide_table(printed, place))
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Heading(level, content, anchor, number):
                title = (*words(number), *words("  " if number and content else ""), *content)
                self.paragraph(f"Heading {min(max(level - 1, 1), 5)}", title, anchor)
            case Prose(content, anchor, number, level):
                style = "Note" if self.depth else "Normal"
                self.paragraph(style, content, anchor, number=number, level=level)
            case Table():
                self._table(block)
            case Matrix():
                self.blocks((block,))
            case Listing(items, ordered):
                numbering = new_numbering(self.file) if ordered else None
                for item in items:
                    self._item(item, numbering)
            case Facts(entries):
                for name, content in entries:
                    self.paragraph("Normal", (Strong(words(f"{name}: ")), *content))
            case Note(label, blocks):
                inner = replace(self, depth=self.depth + 1)
                inner.paragraph("Note Label", words(label))
                inner.blocks(blocks)
            case Section(language, blocks):
                replace(self, language=language).blocks(blocks)
            case Redline(lines=lines):
                for line in lines:
                    self._redline(line)
            case _:
                assert_never(block)

    def _redline(self, line: RedlineLine | Omission) -> None:
        """A line of two texts, struck out and underlined; `docx_tracked` has Word's own marks."""
        match line:
            case Omission():
                self.paragraph("Note", words(str(line)))
            case RedlineLine(style=LineStyle.TEXT):
                number = plain(line.number)
                self.paragraph("Normal", line.content, line.anchor, number=number, level=line.level)
            case RedlineLine():
                space = words("  ") if line.number and line.content else ()
                style = f"Heading {min(max(line.level - 1, 1), 5)}"
                self.paragraph(style, (*line.number, *space, *line.content), line.anchor)

    def paragraph(
        self, style: str, content: Content, anchor: str = "", *, number: str = "", level: int = 0
    ) -> Paragraph:
        """Add a paragraph, its number hanging before it."""
        paragraph = self.file.add_paragraph(style=style)
        steps = self.depth + level + bool(number)
        if steps:
            paragraph.paragraph_format.left_indent = Length(STEP * steps)
        if number:
            paragraph.paragraph_format.first_line_indent = Length(-STEP)
            self._run(paragraph, Run(f"{number}\t", PLAIN))
        self._fill(paragraph, content, anchor)
        return paragraph

    def _item(self, content: Content, numbering: int | None) -> None:
        style = "List Bullet" if numbering is None else "List Number"
        paragraph = self.paragraph(style, content, level=min(self.depth, 1))
        if numbering is None:
            return
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = numbering

    def _table(self, table: Table) -> None:
        self.paragraph("Caption", words(table.caption))
        grid = self.file.add_table(len(table.rows) + 1, len(table.header), style="Table Grid")
        grid.autofit = False
        # Looked up once: a table can have thousands of cells.
        style = self.file.styles["Table Small" if _is_wide(table) else "Table Text"].style_id
        widths = _widths(table, self.paper.width)
        for column, width in zip(grid.columns, widths, strict=True):
            column.width = width
        contents = ((table.header, ""), *((row.cells, row.anchor) for row in table.rows))
        for place, (row, (cells, anchor)) in enumerate(zip(grid.rows, contents, strict=True)):
            properties = row._tr.get_or_add_trPr()
            properties.append(element("cantSplit"))
            if place == 0:
                properties.append(element("tblHeader"))
            for column, (cell, content) in enumerate(zip(row.cells, cells, strict=True)):
                cell.width = widths[column]
                paragraph = cell.paragraphs[0]
                paragraph._p.style = style
                is_header = place == 0 or (column == 0 and table.row_headers)
                look = BOLD if is_header else PLAIN
                self._fill(paragraph, content, anchor if column == 0 else "", look)
                if place == 0:
                    cell._tc.get_or_add_tcPr().append(ground(_TINT))
        self.file.add_paragraph(style="Table Small")  # or two tables in a row would be one

    def _fill(
        self, paragraph: Paragraph, content: Content, anchor: str = "", look: Look = PLAIN
    ) -> None:
        """Write words into a paragraph, where links may lead."""
        number = self.places.get(anchor)
        if number is not None:
            paragraph._p.append(element("bookmarkStart", id=str(number), name=_bookmark(number)))
        for target, group in groupby(runs(content, look), lambda run: run.look.target):
            link = self._link(target)
            if link is not None:
                paragraph._p.append(link)
            for run in group:
                self._run(paragraph, run, link)
        if number is not None:
            paragraph._p.append(element("bookmarkEnd", id=str(number)))

    def _link(self, target: str) -> Any:
        """What holds the words of a link, or nothing where it would lead nowhere."""
        if target.startswith("#") and target[1:] in self.places:
            return element("hyperlink", anchor=_bookmark(self.places[target[1:]]))
        if target.startswith(("https://", "http://")):
            link = element("hyperlink")
            address = without_forbidden(target)
            link.set(
                qn("r:id"),
                self.file.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True),
            )
            return link
        return None

    def _run(self, paragraph: Paragraph, run: Run, link: Any = None) -> None:
        text, look = run
        made = paragraph.add_run(without_forbidden(text), None if link is None else "Hyperlink")
        # What is not set is left to the style: a heading's words are bold already.
        made.bold = look.bold or None
        made.italic = look.italic or None
        made.font.strike = look.struck or None
        made.underline = look.underlined or None
        properties: Any = made._r.get_or_add_rPr()
        if look.tone:
            front, back = _COLOURS[look.tone]
            made.font.color.rgb = RGBColor.from_string(front)
            properties.append(ground(back))
        if self.language:
            properties.append(element("lang", val=full_language(self.language)))
        if link is not None:
            link.append(made._r)


def _printed(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks as a page of paper has them: a matrix is a table for each group of columns."""
    for block in blocks:
        if isinstance(block, Matrix):
            yield legend(block)
            yield from parted(block)
        else:
            yield block


def _leads_to_wide_table(blocks: tuple[Block, ...], place: int) -> bool:
    """Whether a block is a wide table, or the heading of one, which stays with it."""
    headings = sum(1 for _ in takewhile(lambda block: isinstance(block, Heading), blocks[place:]))
    rest = blocks[place + headings :]
    return bool(rest) and isinstance(rest[0], Table) and _is_wide(rest[0])


def _is_wide(table: Table) -> bool:
    return table.landscape or len(table.header) > _MOST_COLUMNS


def _widths(table: Table, whole: int) -> list[Length]:
    """The width of each column: room for its longest word, and its share of what is left."""
    columns = zip(table.header, *(row.cells for row in table.rows), strict=True)
    texts = ["\n".join(map(plain, column)) for column in columns]
    least = [_LETTER * (max(map(len, text.split()), default=0) + _ROOM) for text in texts]
    if sum(least) >= whole:
        return [Length(whole * width // sum(least)) for width in least]
    shares = [min(max(map(len, text.split("\n"))), _WIDEST) or 1 for text in texts]
    left = whole - sum(least)
    return [
        Length(width + left * share // sum(shares))
        for width, share in zip(least, shares, strict=True)
    ]


def _bookmark(number: int) -> str:
    return f"place_{number}"
