"""A document as an OpenDocument text, in named styles: a drafting group can go on working in it.

Only the modules `odt` and `odt_*` know odfdo. What that library has no call for is made of the
format's own elements.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, assert_never

from odfdo import Bookmark, Link, Paragraph

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
    NoteRole,
    Omission,
    Prose,
    Redline,
    RedlineLine,
    Section,
    Strong,
    Table,
    anchors,
    headings,
    plain,
    words,
)
from convention_tool.writers.characters import without_forbidden
from convention_tool.writers.odt_automatic import Automatic
from convention_tool.writers.odt_contents import contents
from convention_tool.writers.odt_element import element, place_of, say
from convention_tool.writers.odt_file import new_file, saved
from convention_tool.writers.odt_pages import ON_ITS_SIDE, UPRIGHT, text_width
from convention_tool.writers.odt_styles import (
    BULLETS,
    DEEPEST_HEADING,
    INNER_LINK,
    NUMBERS,
    OUTER_LINK,
    by_level,
    internal,
)
from convention_tool.writers.odt_table import grid
from convention_tool.writers.runs import AFTER_HEADING_NUMBER, BOLD, PLAIN, Look, runs
from convention_tool.writers.sheets import is_wide, leads_to_wide_table, on_paper

if TYPE_CHECKING:
    from odfdo import Element

#: A page with fewer headings is overlooked at once, and needs no table of contents.
_FEWEST_LISTED = 8

#: The style of a note's words and of its label.
_NOTES = {
    NoteRole.DETAIL: ("Note", "Note Label"),
    NoteRole.COMMENTARY: ("Commentary", "Commentary Label"),
    NoteRole.FOOTNOTE: ("Printed Footnote", "Printed Footnote Label"),
}


def write(document: Document) -> bytes:
    """The file."""
    file = new_file(document)
    body = file.body
    writer = _Writer(body, Automatic(), anchors(document))
    # A page whose first block is a wide table begins on its side: no sheet has the title alone.
    printed = tuple(on_paper(document.blocks))
    writer.automatic.turn(ON_ITS_SIDE if leads_to_wide_table(printed, 0) else UPRIGHT)
    writer.paragraph("Title", words(document.title))
    for line in document.subtitle:
        writer.paragraph("Subtitle", words(line))
    blocks = document.blocks
    match blocks:
        case (Facts(entries), *_) if _is_header(entries, document):
            writer.facts(entries, "Draft Header")
            blocks = blocks[1:]
        case _:
            pass
    listed = headings(document)
    if len(listed) >= _FEWEST_LISTED:
        body.append(contents(listed, document.language))
    writer.blocks(blocks)
    place = place_of(file.content.root, "//office:automatic-styles")
    for style in writer.automatic.styles():
        place.append(style)
    return saved(file, document)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Adds to the end of a text."""

    body: Element
    automatic: Automatic
    #: Where links on the page can lead.
    places: frozenset[str]
    #: Of a section in another language.
    language: str = ""
    #: Within how many notes.
    depth: int = 0
    #: What the innermost of them is.
    role: NoteRole = NoteRole.DETAIL

    def blocks(self, blocks: tuple[Block, ...]) -> None:
        printed = tuple(on_paper(blocks))
        for place, block in enumerate(printed):
            wide = leads_to_wide_table(printed, place)
            self.automatic.turn(ON_ITS_SIDE if wide else UPRIGHT)
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Heading(level, content, anchor, number):
                title = (
                    *words(number),
                    *words(AFTER_HEADING_NUMBER if number and content else ""),
                    *content,
                )
                self.heading(level, title, anchor)
            case Prose(content, anchor, number, level):
                self._prose(content, anchor, number, level)
            case Table():
                self._table(block)
            case Matrix():
                self.blocks((block,))
            case Listing(items, ordered):
                self._listing(items, NUMBERS if ordered else BULLETS)
            case Facts(entries):
                self.facts(entries, "Facts")
            case Note(label, blocks, role=role):
                inner = replace(self, depth=self.depth + 1, role=role)
                inner.paragraph(_NOTES[role][1], words(label))
                inner.blocks(blocks)
            case Section(language, blocks):
                replace(self, language=language).blocks(blocks)
            case Redline(lines=lines):
                for line in lines:
                    self._redline(line)
            case _:
                assert_never(block)

    def heading(self, level: int, content: Content, anchor: str) -> None:
        """Add a heading, at its level of the outline."""
        level = min(max(level - 1, 1), DEEPEST_HEADING)
        style = self._style(f"Heading {level}")
        made = element("text:h", {"text:style-name": style, "text:outline-level": str(level)})
        self._fill(made, content, anchor)
        self.body.append(made)

    def paragraph(self, style: str, content: Content, anchor: str = "", number: str = "") -> None:
        """Add a paragraph, its number hanging before it."""
        self.body.append(self._paragraph(style, content, anchor, number))

    def facts(self, entries: tuple[tuple[str, Content], ...], style: str) -> None:
        """Add names and what each stands for."""
        for name, content in entries:
            self.paragraph(style, (Strong(words(f"{name}: ")), *content))

    def _prose(self, content: Content, anchor: str, number: str, level: int) -> None:
        if self.depth and self.role is not NoteRole.DETAIL:
            said = (*words(f"{number} "), *content) if number else content
            self.paragraph(_NOTES[self.role][0], said, anchor)
        elif self.depth:
            style = "Numbered Note" if number else "Note"
            self.paragraph(by_level(style, self.depth + level), content, anchor, number)
        else:
            style = "Numbered" if number else "Text body"
            self.paragraph(by_level(style, level), content, anchor, number)

    def _listing(self, items: tuple[Content, ...], style: str) -> None:
        made = element("text:list", {"text:style-name": internal(style)})
        for item in items:
            inner = self._paragraph("List Text", item)
            made.append(element("text:list-item", {}, inner))
        self.body.append(made)

    def _table(self, table: Table) -> None:
        self.paragraph("Table Caption", words(table.caption))
        name = self.automatic.next_table()
        style = "Table Small" if is_wide(table) else "Table Text"
        width = text_width(self.automatic.page)
        made = grid(table, name, width, self.automatic)
        contents = ((table.header, ""), *((row.cells, row.anchor) for row in table.rows))
        cells = iter(made.get_elements("descendant::table:table-cell"))
        for place, (row, anchor) in enumerate(contents):
            for column, content in enumerate(row):
                is_header = place == 0 or (column == 0 and table.row_headers)
                mark = anchor if column == 0 else ""
                look = BOLD if is_header else PLAIN
                next(cells).append(self._paragraph(style, content, mark, look=look))
        self.body.append(made)

    def _redline(self, line: RedlineLine | Omission) -> None:
        """A line of two texts, struck out and underlined."""
        match line:
            case Omission():
                self.paragraph("Note", words(str(line)))
            case RedlineLine(style=LineStyle.TEXT):
                self._prose(line.content, line.anchor, plain(line.number), line.level)
            case RedlineLine():
                space = words(AFTER_HEADING_NUMBER) if line.number and line.content else ()
                self.heading(line.level, (*line.number, *space, *line.content), line.anchor)

    def _paragraph(
        self, style: str, content: Content, anchor: str = "", number: str = "", look: Look = PLAIN
    ) -> Paragraph:
        made = Paragraph(style=self._style(style))
        if number:
            say(made, f"{number}\t")
        self._fill(made, content, anchor, look)
        return made

    def _style(self, name: str) -> str:
        return self.automatic.paragraph(internal(name), self.language)

    def _fill(self, made: Element, content: Content, anchor: str, look: Look = PLAIN) -> None:
        """Write words into a paragraph, where links may lead."""
        if anchor in self.places:
            made.append(Bookmark(without_forbidden(anchor)))
        for target, group in groupby(runs(content, look), lambda run: run.look.target):
            link = self._link(target)
            for text, shown in group:
                say(made if link is None else link, text, self.automatic.words(shown))
            if link is not None:
                made.append(link)

    def _link(self, target: str) -> Link | None:
        """What holds the words of a link, or nothing where it would lead nowhere."""
        if target.startswith("#") and target[1:] in self.places:
            style = INNER_LINK
        elif target.startswith(("https://", "http://")):
            style = OUTER_LINK
        else:
            return None
        name = internal(style)
        return Link(without_forbidden(target), style=name, visited_style=name)


def _is_header(entries: tuple[tuple[str, Content], ...], document: Document) -> bool:
    """Whether facts are the header block of the draft."""
    return {(name, plain(content)) for name, content in entries} <= set(document.header)
