"""Two texts at once on paper: struck out and underlined, with a bar in the margin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convention_tool.document import (
    Deleted,
    Fate,
    Inserted,
    LineStyle,
    Omission,
    Redline,
    RedlineLine,
    plain,
    words,
)
from convention_tool.writers.pdf.calls import Code, call, markup
from convention_tool.writers.pdf.titles import Title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convention_tool.document import Content
    from convention_tool.writers.pdf.blocks import Blocks

#: What became of the end of a paragraph.
_ENDS: dict[Fate, Content] = {
    Fate.INSERTED: (Inserted("¶"),),
    Fate.DELETED: (Deleted("¶"),),
}


def write(redline: Redline, blocks: Blocks) -> Iterator[Code]:
    """What the marks mean, and the lines. What moved is shown where it stands now."""
    yield blocks.prose((Deleted("struck out"), *words(f": only in {redline.old}")), "", (), 0)
    yield blocks.prose((Inserted("underlined"), *words(f": only in {redline.new}")), "", (), 0)
    for line in redline.lines:
        codes = list(_line(line, blocks))
        if codes and isinstance(line, RedlineLine) and (line.is_changed or line.label):
            options = {"opens": True} if _is_heading(line) else {}
            yield call("changed", markup(codes), **options)
        else:
            yield from codes


def _line(line: RedlineLine | Omission, blocks: Blocks) -> Iterator[Code]:
    if isinstance(line, Omission):
        yield call("omission", str(line))
        return
    if line.fate is Fate.MOVED_AWAY:
        anchor = blocks.new(line.anchor)
        if line.notice or anchor:
            yield call("remark", blocks.inlines.content(words(line.notice), anchor=anchor))
        return
    label = call("remark", blocks.inlines.content(words(line.label)))
    content = (*line.content, *_ENDS.get(line.end, ()))
    if _is_heading(line):  # what became of it stands under it, as near as its words
        title = Title(line.level, line.number, content, line.anchor, _listed(line))
        yield blocks.heading("topic", title)
        yield from [label] if line.label else []
        return
    yield from [label] if line.label else []
    yield blocks.prose(content, line.anchor, line.number, line.level)


def _is_heading(line: RedlineLine) -> bool:
    return line.style in {LineStyle.HEADING, LineStyle.TITLE}


def _listed(line: RedlineLine) -> tuple[Content, Content]:
    """The number and the words of a heading as a list of contents has them: those of the new text."""
    if line.is_new:
        return _without_deleted(line.number), _without_deleted(line.content)
    gone = words(" (deleted)")
    return words(plain(line.number)), (*words(plain(line.content)), *gone)


def _without_deleted(content: Content) -> Content:
    return words(plain(tuple(one for one in content if not isinstance(one, Deleted))))
