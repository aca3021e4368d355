"""A document as a PDF: a page that can be signed, read aloud and cited by its lines.

The templates' file `page.typ` says how a page looks; the modules here write calls to its functions.
A file keeps the standard PDF/UA-1. Letters that the fonts of the package lack (Chinese, Thai) are
printed as their numbers, "[U+4E2D]", so that nothing is lost from a text.
"""

from __future__ import annotations

from dataclasses import replace
from textwrap import shorten
from typing import TYPE_CHECKING

from convention_tool.document import (
    Document,
    Facts,
    LineStyle,
    Listing,
    Redline,
    RedlineLine,
    Table,
    anchors,
    blocks_of,
    headings,
)
from convention_tool.writers.dates import moment
from convention_tool.writers.pdf import compiling
from convention_tool.writers.pdf.blocks import Blocks, printed
from convention_tool.writers.pdf.calls import Code, call, clean
from convention_tool.writers.pdf.inlines import Inlines
from convention_tool.writers.pdf.languages import contents_title, language_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: A page of fewer headings is found through without a list of them.
_FEWEST_LISTED = 8

#: A longer list is set small, in two columns.
_LONGEST_LIST = 32

#: The margin has room for so many letters of the title.
_LONGEST_RUNNING = 80

#: Letters that every font has are not tried one by one.
_FIRST_RARE = "\u0250"


def write(document: Document, *, line_numbers: bool = False) -> bytes:
    """The file.

    Args:
        document: what to print.
        line_numbers: whether every fifth line has its number beside it.

    Raises:
        ConventionToolError: the compiler cannot make the file.
    """
    document = replace(document, blocks=tuple(printed(document.blocks)))
    made = moment(document.date)
    code = _code(document, {}, line_numbers=line_numbers)
    try:
        return compiling.accessible(code, made)
    except compiling.NotAccessibleError:
        rare = sorted({one for one in code if one >= _FIRST_RARE})
        lacking = compiling.without_sign(rare)
    code = _code(
        document, {one: f"[U+{ord(one):04X}]" for one in lacking}, line_numbers=line_numbers
    )
    try:
        return compiling.accessible(code, made)
    except compiling.NotAccessibleError:
        return compiling.tagged(code, made)


def _code(document: Document, stand_ins: Mapping[str, str], *, line_numbers: bool) -> str:
    """The page as typst code, to stand after the template."""
    return "\n".join(f"#{code}" for code in _calls(document, stand_ins, line_numbers=line_numbers))


def _calls(
    document: Document, stand_ins: Mapping[str, str], *, line_numbers: bool
) -> Iterator[Code]:
    inlines = Inlines(anchors(document), stand_ins)
    is_report = _is_report(document)
    title = inlines.words(document.title)
    setting = call(
        "paper.with",
        title=title,
        short_title=shorten(title, _LONGEST_RUNNING, placeholder=" …"),
        author=[clean(said, {}) for name, said in document.header if name.casefold() == "authors"],
        properties="\n".join(clean(f"{key}: {value}", {}) for key, value in document.header),
        language=language_of(document.language),
        line_numbers=line_numbers,
    )
    yield Code(f"show: {setting}")
    lines = [inlines.words(line) for line in document.subtitle]
    blocks = Blocks(inlines, is_report=is_report)
    head = [call("title-block", title, lines, centred=not is_report)]
    rest = document.blocks
    if rest and isinstance(rest[0], Facts):  # what stands on the cover, before the contents
        head += blocks.write(rest[:1])
        rest = rest[1:]
    listed = len(_listed(document))
    if listed >= _FEWEST_LISTED:
        compact = listed > _LONGEST_LIST
        cover = compact or not is_report
        name = contents_title(document.language)
        head.append(call("contents", name, compact=compact, cover=cover))
    yield from blocks.write(rest, tuple(head))


def _is_report(document: Document) -> bool:
    """Whether a page has more than headings, paragraphs and notes; a treaty has not."""
    return any(isinstance(block, Table | Listing | Redline) for block in blocks_of(document))


def _listed(document: Document) -> list[str]:
    """The places that a list of contents names: headings of the page and of the texts of a redline."""
    redlines = (block for block in blocks_of(document) if isinstance(block, Redline))
    lines = (line for redline in redlines for line in redline.lines)
    return [heading.anchor for heading in headings(document)] + [
        line.anchor
        for line in lines
        if isinstance(line, RedlineLine) and line.style is LineStyle.HEADING and line.anchor
    ]
