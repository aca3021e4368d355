"""A document as Markdown (CommonMark with tables) that a person can also read as it stands.

Everything is escaped, so that the words read the same once rendered: a paragraph's "1." stays the
number that was printed, and an asterisk stays an asterisk. Links within the page are written as
their words, because Markdown has no anchors of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, assert_never

from convention_tool.document import (
    DEEPEST_HEADING,
    Badge,
    Block,
    Break,
    Content,
    Deleted,
    Document,
    Emphasis,
    Evidence,
    Facts,
    Fate,
    Heading,
    Inline,
    Inserted,
    LineStyle,
    Link,
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
    Words,
)
from convention_tool.writers.matrix import in_letters, legend, parted

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Markdown has no indentation for paragraphs; an em space is kept where ordinary ones are not.
_STEP = "\u2003\u2003"


def write(document: Document) -> bytes:
    """The page, in UTF-8, with one paragraph a line."""
    blocks = [_header(document), f"# {_safe_end(_escape(document.title))}"]
    blocks.extend(_safe_start(_escape(line)) for line in document.subtitle)
    blocks.extend(map(_block, document.blocks))
    return ("\n\n".join(block for block in blocks if block) + "\n").encode()


def _header(document: Document) -> str:
    """The header block of a draft as a comment, which no page shows.

    Front matter between rules is no part of CommonMark, where it would be a heading.
    """
    lines = "\n".join(f"{name}: {value}" for name, value in document.header)
    return f"<!-- draft\n{_uncommented(lines)}\n-->" if lines else ""


def _uncommented(text: str) -> str:
    """Words that end no comment, and that a page's own way of writing characters brings back."""
    return text.replace("&", "&amp;").replace("-->", "--&gt;").replace("--!>", "--!&gt;")


def _block(block: Block) -> str:
    match block:
        case Heading(level, content, _, number):
            title = ". ".join(part for part in (_escape(number), _one_line(content)) if part)
            return f"{'#' * level} {_safe_end(title)}"
        case Prose(content, _, number, level):
            text = " ".join(part for part in (_escape(number), _run(content)) if part)
            return _STEP * level + _safe_start(text)
        case Table():
            return "\n".join(_table(block))
        case Matrix():
            blocks: tuple[Block, ...] = (legend(block, letters=True), *parted(block, in_letters))
            return "\n\n".join(map(_block, blocks))
        case Listing(items, ordered):
            marks = (f"{place}." if ordered else "-" for place in range(1, len(items) + 1))
            entries = zip(marks, items, strict=True)
            return "\n".join(f"{mark} {_safe_start(_one_line(item))}" for mark, item in entries)
        case Facts(entries):
            return "\n".join(
                f"- **{_escape(name)}:** {_one_line(content)}" for name, content in entries
            )
        case Note(label, blocks):
            inner = "\n\n".join((f"**{_escape(label)}**", *map(_block, blocks)))
            return "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))
        case Section(_, blocks):
            return "\n\n".join(map(_block, blocks))
        case Redline(lines=lines):
            return "\n\n".join(text for line in lines if (text := _redline(line)))
        case _:
            assert_never(block)


def _redline(line: RedlineLine | Omission) -> str:
    """A line of two texts; what moved away is told where it was, and shown where it is."""
    if isinstance(line, Omission):
        return f"*{line}*"
    if line.fate is Fate.MOVED_AWAY:
        return f"*{_escape(line.notice)}*" if line.notice else ""
    label = f"*({_escape(line.label)})*" if line.label else ""
    said = (_run(line.number), _run(line.content), label)
    text = " ".join(part for part in said if part)
    match line.style:
        case LineStyle.HEADING | LineStyle.TITLE:
            return f"{'#' * min(line.level + 1, DEEPEST_HEADING)} {_safe_end(text)}"
        case _:
            return _STEP * line.level + _safe_start(text)


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield f"**{_escape(table.caption)}**"
        yield ""
    yield _table_row(table.header)
    yield f"|{' --- |' * len(table.header)}"
    yield from (_table_row(row.cells) for row in table.rows)


def _table_row(cells: tuple[Content, ...]) -> str:
    inner = " | ".join(_run(cell, new_line="<br>").replace("|", "\\|") for cell in cells)
    return f"| {inner} |"


def _one_line(content: Content) -> str:
    return _run(content, new_line=" ")


def _run(content: Content, *, new_line: str = "  \n") -> str:
    return "".join(_inline(inline, new_line) for inline in content)


def _inline(inline: Inline, new_line: str) -> str:
    match inline:
        case Words(text):
            return _escape(text)
        case Strong(content):
            return _around("**", _run(content, new_line=new_line))
        case Emphasis(content):
            return _around("*", _run(content, new_line=new_line))
        case Deleted(text):
            return _around("~~", _escape(text))
        case Inserted(text):
            return f"<ins>{_escape(text)}</ins>" if text else ""
        case Link(target, content) if target.startswith(("https://", "http://")):
            text = _run(content, new_line=new_line).replace("]", "\\]")
            return f"[{text}](<{_url(target)}>)"
        case Link(_, content) | Evidence(content):
            return _run(content, new_line=new_line)
        case Badge(text):
            return _around("**", _escape(text))
        case Break():
            return new_line
        case _:
            assert_never(inline)


def _around(mark: str, text: str) -> str:
    """Words between two marks; a mark must touch a word to count, so spaces stay outside."""
    inner = text.strip()
    if not inner:
        return text
    before, _, after = text.partition(inner)
    return f"{before}{mark}{inner}{mark}{after}"


def _escape(text: str) -> str:
    """Words that read as themselves; runs of spaces are one, as on any page.

    Only what Markdown would take for a mark is escaped, so that the source stays readable. "$"
    opens a formula on the sites where such files are often read.
    """
    spaced = re.sub(r"[ \t\r\n\f\v]+", " ", text)
    return re.sub(r"([\\`*_\[<~$]|&(?=#|[A-Za-z]))", r"\\\1", spaced)


def _safe_start(text: str) -> str:
    """Lines that open no list, heading, quotation, rule or table by accident."""
    return "\n".join(map(_safe_line, text.split("\n")))


def _safe_line(line: str) -> str:
    numbered = re.sub(r"^(\d{1,9})([.)])", r"\1\\\2", line.lstrip(" "))
    return re.sub(r"^([-+=#>|])", r"\\\1", numbered)


def _safe_end(title: str) -> str:
    """A heading whose last "#" is printed: Markdown takes it for the heading's end."""
    return re.sub(r"#(?=#* *$)", r"\\#", title)


def _url(target: str) -> str:
    return re.sub(r"[<>\s\\]", lambda match: f"%{ord(match[0]):02X}", target)
