"""The blocks of a page as typst code, one call each."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, assert_never

from convention_tool.document import (
    DEEPEST_HEADING,
    Block,
    Content,
    Facts,
    Heading,
    Listing,
    Matrix,
    Note,
    Prose,
    Redline,
    Section,
    Table,
    plain,
    words,
)
from convention_tool.writers.matrix import legend, parted
from convention_tool.writers.pdf import redlines, tables
from convention_tool.writers.pdf.calls import NONE, Code, call, markup
from convention_tool.writers.pdf.languages import language_of
from convention_tool.writers.pdf.titles import Title
from convention_tool.writers.sheets import leads_to_wide_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convention_tool.writers.pdf.inlines import Inlines

#: A number with more letters does not fit before its paragraph.
_LONGEST_NUMBER = 5

#: Deeper paragraphs stand in no further, or no room would be left for their words.
_DEEPEST_LEVEL = 6


def printed(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks as a page of paper has them: a matrix is a table for each group of columns."""
    for block in blocks:
        match block:
            case Matrix():
                yield legend(block)
                yield from parted(block)
            case Note(blocks=inner) | Section(blocks=inner):
                yield replace(block, blocks=tuple(printed(inner)))
            case _:
                yield block


class Blocks:
    """Writes blocks in the order of a page."""

    def __init__(self, inlines: Inlines, *, is_report: bool) -> None:
        """Begin a page.

        Args:
            inlines: what writes the words.
            is_report: whether its headings are those of a report, or those of a treaty.
        """
        self.inlines = inlines
        self._is_report = is_report
        self._marked: set[str] = set()
        self._level = 1
        self._is_in_note = False

    def write(self, blocks: tuple[Block, ...], before: tuple[Code, ...] = ()) -> Iterator[Code]:
        """The blocks; wide tables and their headings on pages on their side.

        Args:
            blocks: what to write.
            before: what stands above them, on a page on its side where the first of them does.
        """
        for on_its_side, group in groupby(range(len(blocks)), partial(self._turns, blocks)):
            codes = [*before, *(code for place in group for code in self._block(blocks, place))]
            before = ()
            if on_its_side:
                yield call("sideways", markup(codes))
            else:
                yield from codes
        yield from before

    def prose(self, content: Content, anchor: str, number: Content, level: int) -> Code:
        """A paragraph, its number hanging before it."""
        options: dict[str, object] = {}
        if number:
            options["number"] = self.inlines.content(number)
        if len(plain(number)) > _LONGEST_NUMBER:
            options["long"] = True
        if level:
            options["level"] = min(level, _DEEPEST_LEVEL)
        return call("prose", self.inlines.content(content, anchor=self.new(anchor)), **options)

    def heading(self, look: str, title: Title) -> Code:
        """A heading, one level below the last at most: readers aloud count the levels."""
        if title.is_empty:
            return self.inlines.content((), anchor=self.new(title.anchor))
        self._level = min(max(title.level, 2), DEEPEST_HEADING, self._level + 1)
        options: dict[str, object] = {}
        if anchor := self.new(title.anchor):
            options["anchor"] = anchor
        if listed := title.for_lists():
            options["listed"] = call("headed", *self._headed(*listed))
        shown = self._headed(title.number, title.content)
        return call(look, *shown, self._level, self.inlines.words(title.place), **options)

    def _headed(self, number: Content, content: Content) -> tuple[Code, Code]:
        """The number and the words, those that there are."""
        return (
            self.inlines.content(number) if plain(number).strip() else NONE,
            self.inlines.content(content) if plain(content).strip() else NONE,
        )

    def new(self, anchor: str) -> str:
        """An anchor, or "" where the page has it already."""
        if anchor in self._marked:
            return ""
        self._marked.add(anchor)
        return anchor

    def _block(self, blocks: tuple[Block, ...], place: int) -> Iterator[Code]:
        block = blocks[place]
        match block:
            case Heading(level, content, anchor, number):
                title = Title(level, _numbered(number), content, anchor)
                yield self.heading(self._look(blocks, place), title)
            case Prose(content, anchor, number, level):
                yield self.prose(content, anchor, _numbered(number), level)
            case Table():
                yield tables.write(block, self.inlines, self.new)
            case Matrix():
                yield from self.write(tuple(printed((block,))))
            case Listing(items, ordered):
                yield call("items", ordered, *map(self.inlines.content, items))
            case Facts(entries):
                for name, content in entries:
                    yield call("fact", self.inlines.words(name), self.inlines.content(content))
            case Note():
                yield self._note(block)
            case Section(language, blocks):
                yield call("section", language_of(language), markup(self.write(blocks)))
            case Redline():
                yield from redlines.write(block, self)
            case _:
                assert_never(block)

    def _note(self, note: Note) -> Code:
        outer, self._is_in_note = self._is_in_note, True
        inner = markup(self.write(note.blocks))
        self._is_in_note = outer
        return call("note", self.inlines.words(note.label), inner, role=note.role.value)

    def _look(self, blocks: tuple[Block, ...], place: int) -> str:
        if self._is_report:
            return "topic"
        return "division" if _opens_headings(blocks, place) else "provision"

    def _turns(self, blocks: tuple[Block, ...], place: int) -> bool:
        """Whether a block is a wide table, or the heading of one, which stays with it."""
        # What stands apart cannot turn the page.
        return not self._is_in_note and leads_to_wide_table(blocks, place)


def _numbered(number: str) -> Content:
    return words(number) if number else ()


def _opens_headings(blocks: tuple[Block, ...], place: int) -> bool:
    """Whether a heading has others right under it, as a part has its articles."""
    heading = blocks[place]
    rest = (block for block in blocks[place + 1 :] if not isinstance(block, Note))
    below = next(rest, None)
    return (
        isinstance(heading, Heading) and isinstance(below, Heading) and below.level > heading.level
    )
