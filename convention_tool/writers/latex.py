"""A document as a LaTeX file for any TeX Live: pdflatex, lualatex and xelatex print it as it is.

The frame, with every command that the body uses, is `templates/page.tex.j2`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from textwrap import shorten
from typing import TYPE_CHECKING, assert_never

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from convention_tool.document import (
    Block,
    Content,
    Document,
    Facts,
    Fate,
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
    Table,
    anchors,
    blocks_of,
    headings,
    plain,
)
from convention_tool.writers import latex_table
from convention_tool.writers.dates import moment
from convention_tool.writers.latex_words import folded, place, printed, shown, substitutes
from convention_tool.writers.matrix import in_letters, legend, parted
from convention_tool.writers.runs import runs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: What a running head has room for: half a line of small print.
_RUNNING = 48

#: What a list of contents, or a property of a file, has room for: TeX writes each on one line.
_LISTED = 300

#: Contents of more lines leave no room for the text to begin on their page.
_SHORT_CONTENTS = 20

#: Provisions further in than this leave too little of the line.
_DEEPEST_LEVEL = 6

#: The names of languages in babel; a text in another is hyphenated as English.
_LANGUAGES = {"en": "english", "fr": "french", "es": "spanish"}


def write(document: Document) -> bytes:
    """The document, in UTF-8."""
    writer = _Writer(anchors(document))
    # What the header of the draft says stands under the title, before the contents.
    opening = next((n for n, b in enumerate(document.blocks) if not isinstance(b, Facts)), 0)
    facts = _joined(writer.blocks(document.blocks[:opening]))
    body = _joined(writer.blocks(document.blocks[opening:]))
    title = folded(shown(document.title))
    subtitle = tuple(folded(shown(line)) for line in document.subtitle)
    authors = shown(_short(_authors(document), _LISTED))
    page = _frame().render(
        languages=_languages(document),
        language=document.language if document.language in _LANGUAGES else "en",
        title=title,
        listed=shown(_short(document.title, _LISTED)),
        authors=authors,
        subject=shown(_short("; ".join(document.subtitle), _LISTED)),
        date=f"{moment(document.date):%Y%m%d%H%M%S}Z",
        running=shown(_short(document.title, _RUNNING)),
        subtitle=subtitle,
        substitutes=substitutes("".join((title, authors, *subtitle, facts, body, "…"))),
        facts=facts,
        contents=_after_contents(len(headings(document))),
        body=body,
    )
    return page.encode()


def _joined(blocks: Iterable[str]) -> str:
    return folded("\n\n".join(blocks))


def _after_contents(listed: int) -> str:
    """What parts the contents from the text; "" where there are none."""
    if listed < 2:
        return ""
    return r"\clearpage" if listed > _SHORT_CONTENTS else r"\bigskip"


@cache
def _frame() -> Template:
    environment = Environment(
        loader=PackageLoader("convention_tool.writers"),
        autoescape=False,  # noqa: S701 -- LaTeX is no HTML; all words come escaped
        undefined=StrictUndefined,
        # Braces and percent signs are TeX's own.
        block_start_string="((*",
        block_end_string="*))",
        variable_start_string="(((",
        variable_end_string=")))",
        comment_start_string="((#",
        comment_end_string="#))",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("page.tex.j2")


def _languages(document: Document) -> tuple[str, ...]:
    """The languages of the page for babel, which takes the last for the main one."""
    inner = {block.language for block in blocks_of(document) if isinstance(block, Section)}
    main = _babel(document.language)
    return (*sorted({_babel(language) for language in inner} - {main}), main)


def _authors(document: Document) -> str:
    """Who wrote the draft, as its header says."""
    return next((value for key, value in document.header if key.casefold() == "authors"), "")


def _babel(language: str) -> str:
    return _LANGUAGES.get(language, _LANGUAGES["en"])


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the blocks of a page that has these anchors."""

    anchors: frozenset[str]

    def blocks(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        """The source of each block, in order."""
        for block, following in zip(blocks, _following_levels(blocks), strict=True):
            if isinstance(block, Heading):
                yield self._heading(block, holds_others=following > block.level)
            else:
                yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading():
                yield self._heading(block, holds_others=False)
            case Prose(content, anchor, number, level):
                yield self._paragraph(content, anchor, number, level)
            case Table():
                yield latex_table.write(block, self.anchors)
            case Matrix():
                yield from self._matrix(block)
            case Listing(items, ordered):
                for count, item in enumerate(items, start=1):
                    number = f"{count}." if ordered else "•"
                    yield self._paragraph(item, "", number, 0)
            case Facts(entries):
                for name, content in entries:
                    yield f"\\fact{{{shown(name)}}}{{{self._printed(content)}}}"
            case Note(label, blocks):
                yield f"\\begin{{remark}}{{{shown(label)}}}"
                yield from self.blocks(blocks)
                yield "\\end{remark}"
            case Section(language, blocks):
                yield f"\\begin{{otherlanguage}}{{{_babel(language)}}}"
                yield from self.blocks(blocks)
                yield "\\end{otherlanguage}"
            case Redline(lines=lines):
                for line in lines:
                    yield from self._redline(line)
            case _:
                assert_never(block)

    def _matrix(self, matrix: Matrix) -> Iterator[str]:
        """A matrix as tables, the meaning of its letters before them, the reasons after them."""
        yield from self._block(legend(matrix, letters=True))
        for table in parted(matrix, in_letters):
            yield latex_table.write(table, self.anchors)
        for detail in matrix.details:
            yield f"\\words{{0}}{{{place(detail.anchor)}}}{{}}"
            yield from self.blocks(detail.blocks)

    def _printed(self, content: Content, line: str = r"\newline ") -> str:
        return printed(runs(content), self.anchors, line)

    def _paragraph(self, content: Content, anchor: str, number: str, level: int) -> str:
        depth = min(level, _DEEPEST_LEVEL)
        said = self._printed(content)
        if number:
            return f"\\numbered{{{depth}}}{{{place(anchor)}}}{{{shown(number)}}}{{{said}}}"
        return f"\\words{{{depth}}}{{{place(anchor)}}}{{{said}}}"

    def _heading(self, heading: Heading, *, holds_others: bool) -> str:
        """A heading as its kind is set: a numbered one that holds others is a division."""
        words = self._printed(heading.content, r"\\{}")
        number = shown(heading.number)
        said = r"\\{}".join(part for part in (number, words) if part)
        kind = "heading" if not number else "division" if holds_others else "article"
        listed = ". ".join(part for part in (heading.number, plain(heading.content)) if part)
        return _set_heading(kind, heading.level, heading.anchor, listed, said)

    def _redline(self, line: RedlineLine | Omission) -> Iterator[str]:
        """A line of two texts; what moved away is told where it was, and shown where it is."""
        if isinstance(line, Omission):
            yield f"\\omission{{{shown(str(line))}}}"
            return
        if line.fate is Fate.MOVED_AWAY:
            if line.notice:
                yield f"\\words{{0}}{{{place(line.anchor)}}}{{\\textit{{{shown(line.notice)}}}}}"
            return
        label = f" \\textit{{({shown(line.label)})}}" if line.label else ""
        said = f"{self._printed(line.content)}{_pilcrow(line.end)}{label}"
        number = self._printed(line.number)
        depth = min(line.level, _DEEPEST_LEVEL)
        match line.style:
            case LineStyle.TITLE | LineStyle.HEADING:
                listed = f"{plain(line.number)} {plain(line.content)}".strip()
                said = " ".join(part for part in (number, said) if part)
                yield _set_heading("heading", line.level, line.anchor, listed, said)
            case LineStyle.SUBTITLE | LineStyle.TEXT if number:
                yield f"\\numbered{{{depth}}}{{{place(line.anchor)}}}{{{number}}}{{{said}}}"
            case LineStyle.SUBTITLE | LineStyle.TEXT:
                yield f"\\words{{{depth}}}{{{place(line.anchor)}}}{{{said}}}"
            case _:
                assert_never(line.style)


def _set_heading(kind: str, level: int, anchor: str, listed: str, said: str) -> str:
    """A heading, what the contents say of it, and what runs at the head of its pages."""
    running = shown(_short(listed, _RUNNING))
    depth = max(level - 1, 1)
    return (
        f"\\renewcommand{{\\runninghead}}{{{running}}}\n"
        f"\\{kind}{{{depth}}}[{{{shown(_short(listed, _LISTED))}}}]{{\\place{{{place(anchor)}}}{said}}}"
    )


def _short(text: str, letters: int) -> str:
    return shorten(text, letters, placeholder=" …")


def _pilcrow(end: Fate) -> str:
    """The mark of a paragraph that was cut in two, or joined with the next."""
    match end:
        case Fate.INSERTED:
            return r" \added{¶}"
        case Fate.DELETED:
            return r" \struck{¶}"
        case _:
            return ""


def _following_levels(blocks: tuple[Block, ...]) -> tuple[int, ...]:
    """For each block the level of the next heading after it, or 0."""
    levels: list[int] = []
    following = 0
    for block in reversed(blocks):
        levels.append(following)
        if isinstance(block, Heading):
            following = block.level
    return tuple(reversed(levels))
