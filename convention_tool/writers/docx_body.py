"""The text of a Word file: a paragraph or a table for each block of a page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, assert_never

from docx.oxml.ns import qn

from convention_tool.document import (
    Block,
    Content,
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
    plain,
    words,
)
from convention_tool.writers.docx_fields import field
from convention_tool.writers.docx_lists import ORDERED
from convention_tool.writers.docx_places import in_heading, in_mark
from convention_tool.writers.docx_styles import STEP, heading_style, provision_style
from convention_tool.writers.docx_tables import table_element
from convention_tool.writers.docx_xml import element
from convention_tool.writers.runs import AFTER_HEADING_NUMBER
from convention_tool.writers.sheets import leads_to_wide_table, on_paper

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from docx.opc.part import Part

    from convention_tool.writers.docx_file import Paper
    from convention_tool.writers.docx_lists import Lists
    from convention_tool.writers.docx_notes import Comments, Footnotes
    from convention_tool.writers.docx_words import Inlines
    from convention_tool.writers.runs import Look


def begins_wide(blocks: tuple[Block, ...]) -> bool:
    """Whether the first thing in some blocks is a wide table: no sheet has the title alone."""
    return leads_to_wide_table(tuple(on_paper(blocks)), 0)


@dataclass(frozen=True, slots=True)
class BodyWriter:
    """Adds to the end of a file."""

    #: What stands at the end of the text: the page that it is on.
    end: Any
    paper: Paper
    lists: Lists
    #: The number of the list of all items that are not counted.
    bullets: str
    inlines: Inlines
    #: For each mark of the text, in order: the list that counts it and its level, or None.
    marks: Iterator[tuple[str, int] | None]
    #: For each heading, in order: the field that counts it, or "".
    sequences: Iterator[str]
    #: Where commentary goes; None leaves it in the text.
    notes: Footnotes | Comments | None
    #: The numbers of bookmarks.
    ids: Iterator[int]
    #: The style of paragraphs within a note, and within how many notes they stand.
    note_style: str = ""
    depth: int = 0

    def blocks(self, blocks: tuple[Block, ...]) -> None:
        """Add blocks, a wide table on a page on its side."""
        printed = tuple(on_paper(blocks))
        for place, block in enumerate(printed):
            self.paper.turn(on_its_side=leads_to_wide_table(printed, place))
            self._block(block)

    def facts(self, facts: Facts, style: str) -> None:
        """Add names and what each stands for, a paragraph each."""
        for name, content in facts.entries:
            self.add(style, self.inlines.written((Strong(words(f"{name}: ")), *content)))

    def add(self, style: str, inner: Iterable[Any], *settings: Any) -> None:
        """Add a paragraph.

        Args:
            style: its name.
            inner: what stands in it.
            settings: what else its properties say, in the order that Word wants.
        """
        self.end.addprevious(self._made(style, inner, *settings))

    def _made(self, style: str, inner: Iterable[Any], *settings: Any) -> Any:
        identifier = self.inlines.styles.named(style)
        properties = element("pPr", element("pStyle", val=identifier))
        is_list = any(one.tag == qn("w:numPr") for one in settings)
        if not is_list and self.inlines.styles.is_numbered(identifier):
            properties.append(
                _in_list("0", 0)
            )  # a house that numbers its headings: ours are printed
        properties.extend(settings)
        return element("p", properties, *inner)

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Prose():
                self._prose(block)
            case Table():
                self._table(block)
            case Matrix():
                self.blocks((block,))
            case Listing(items, ordered):
                self._listing(items, self.lists.of_items(ORDERED) if ordered else "")
            case Facts():
                self.facts(block, self.note_style or "Body Text")
            case Note():
                self._note(block)
            case Section(language, blocks):
                inlines = self.inlines._replace(language=language)
                replace(self, inlines=inlines).blocks(blocks)
            case Redline(lines=lines):
                for line in lines:
                    self._redline(line)
            case _:
                assert_never(block)

    def _heading(self, heading: Heading) -> None:
        before, core, after = in_heading(heading.number)
        sequence = next(self.sequences, "")
        plain_run, looks = self.inlines.plain, self.inlines.looks()
        number = field(sequence, core, looks) if sequence else _if(core, plain_run)
        content = list(self.inlines.written(heading.content))
        if core:
            number, anchor = self._marked(number, heading.anchor), ""
        else:
            anchor = heading.anchor
        space = [plain_run(AFTER_HEADING_NUMBER)] if heading.number and content else []
        inner = [*_if(before, plain_run), *number, *_if(after, plain_run), *space, *content]
        self.add(heading_style(heading.level), self._marked(inner, anchor))

    def _prose(self, prose: Prose) -> None:
        """Add a paragraph, its number before it: as words, or as an item of a list."""
        mark = next(self.marks, None) if prose.number else None
        content = list(self.inlines.written(prose.content))
        number, settings = [], []
        anchor = prose.anchor
        if mark:
            settings.append(_in_list(*mark))
        elif prose.number:
            before, core, after = in_mark(prose.number)
            plain_run = self.inlines.plain
            own = _if(core, plain_run)
            if core:
                own, anchor = self._marked(own, anchor), ""
            tab = element("r", element("tab"))
            number = [*_if(before, plain_run), *own, *_if(after, plain_run), tab]
        if self.note_style:
            style = self.note_style
            settings.extend(self._indent(prose.level, hangs=bool(prose.number)))
        else:
            style = provision_style(prose.level, numbered=bool(prose.number))
        self.add(style, [*number, *self._marked(content, anchor)], *settings)

    def _note(self, note: Note) -> None:
        match note.role:
            case NoteRole.COMMENTARY if self.notes and (prose := _all_prose(note.blocks)):
                self.notes.add(self.end.getprevious(), partial(self._note_paragraphs, prose))
            case NoteRole.COMMENTARY:
                self.add("Commentary Label", self.inlines.written(words(note.label)))
                replace(self, note_style="Commentary").blocks(note.blocks)
            case NoteRole.FOOTNOTE:
                replace(self, note_style="Printed Footnote").blocks(note.blocks)
            case NoteRole.DETAIL:
                inner = replace(self, note_style="Note", depth=self.depth + 1)
                label = self.inlines.written(words(note.label))
                inner.add("Note Label", label, *inner._indent(0, hangs=False))
                inner.blocks(note.blocks)
            case _:
                assert_never(note.role)

    def _note_paragraphs(self, blocks: Sequence[Prose], part: Part, style: str) -> list[Any]:
        """The paragraphs of a note that stands in a part of its own."""
        inlines = self.inlines._replace(part=part)
        made = []
        for prose in blocks:
            number = words(f"{prose.number} ") if prose.number else ()
            if number:
                next(self.marks, None)
            made.append(self._made(style, inlines.written((*number, *prose.content))))
        return made

    def _indent(self, level: int, *, hangs: bool) -> list[Any]:
        """How far a paragraph of a note stands in, where its style does not say."""
        steps = self.depth + level + hangs
        hanging = {"hanging": str(STEP.twips)} if hangs else {}
        return [element("ind", left=str(STEP.twips * steps), **hanging)] if steps else []

    def _listing(self, items: tuple[Content, ...], number: str) -> None:
        style = "List Number" if number else "List Bullet"
        indent = self._indent(0, hangs=True) if self.depth else []
        for content in items:
            in_list = _in_list(number or self.bullets, 0)
            self.add(style, self.inlines.written(content), in_list, *indent)

    def _table(self, table: Table) -> None:
        def fill(paragraph: Any, content: Content, anchor: str, look: Look) -> None:
            written = self.inlines.written(content, look)
            paragraph.extend(self._marked(written, anchor))

        self.add("Caption", self.inlines.written(words(table.caption)))
        made = table_element(table, self.paper.width, self.inlines.styles, fill)
        self.end.addprevious(made)
        self.add("Table Small", ())  # or two tables in a row would be one

    def _redline(self, line: RedlineLine | Omission) -> None:
        """A line of two texts, struck out and underlined; `docx_tracked` has Word's own marks."""
        match line:
            case Omission():
                self.add("Note", self.inlines.written(words(str(line))))
            case RedlineLine(style=LineStyle.TEXT):
                number = (
                    list(self.inlines.written(words(plain(line.number)))) if line.number else []
                )
                tab = [element("r", element("tab"))] if number else []
                style = provision_style(line.level, numbered=bool(number))
                content = self._marked(self.inlines.written(line.content), line.anchor)
                self.add(style, [*number, *tab, *content])
            case RedlineLine():
                space = words(AFTER_HEADING_NUMBER) if line.number and line.content else ()
                said = self.inlines.written((*line.number, *space, *line.content))
                self.add(heading_style(line.level), self._marked(said, line.anchor))

    def _marked(self, inner: Iterable[Any], anchor: str) -> list[Any]:
        """Elements in the bookmark of a place, if links lead there."""
        place = self.inlines.places.get(anchor)
        if not place:
            return list(inner)
        number = str(next(self.ids))
        begin = element("bookmarkStart", id=number, name=place.bookmark)
        return [begin, *inner, element("bookmarkEnd", id=number)]


def _if(text: str, made: Callable[[str], Any]) -> list[Any]:
    """A run of some words, if there are any."""
    return [made(text)] if text else []


def _in_list(number: str, level: int) -> Any:
    """That a paragraph is an item of a list; the list 0 is none."""
    return element("numPr", element("ilvl", val=str(level)), element("numId", val=number))


def _all_prose(blocks: tuple[Block, ...]) -> tuple[Prose, ...]:
    """The blocks, if they are paragraphs and nothing else: a footnote or a remark holds no more."""
    prose = tuple(block for block in blocks if isinstance(block, Prose))
    return prose if len(prose) == len(blocks) else ()
