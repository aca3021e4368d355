"""Blocks of a page as the blocks of a draft: headings on their own, lines put together."""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from convention_tool.readers.extract import heading
from convention_tool.readers.html.elements import opens
from convention_tool.readers.text.kinds import LONGEST_HEADING, heading_like
from convention_tool.readers.text.lines import UNITS, closed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convention_tool.readers.html.flow import Block

#: A line that stands further below the last than so many times the usual begins a paragraph;
#: one that stands lower by less than this share of the usual is on the same line.
_GAP, _SAME = 1.4, 0.3


def said(blocks: Sequence[Block]) -> Iterator[str]:
    """The blocks of a draft that the blocks of a page are."""
    step = _step(blocks)
    lines: list[str] = []
    last: float | None = None
    for block in blocks:
        if block.top is None or step is None:
            yield from ["\n".join(lines)] if lines else []
            lines, last = [], None
            yield from _said(block)
            continue
        gap = block.top - last if last is not None else 0.0
        if lines and abs(gap) < _SAME * step:
            lines[-1] = f"{lines[-1]} {block.text}"
        elif lines and gap > _GAP * step and ("\n" not in lines[-1] or closed(lines[-1])):
            yield "\n".join(lines)
            lines = [block.text]
        else:
            lines.append(block.text)
        last = block.top + step * block.text.count("\n")
    yield from ["\n".join(lines)] if lines else []


def _step(blocks: Sequence[Block]) -> float | None:
    """How far the lines of a page stand below each other, where each is set by itself."""
    tops = [(block.top, block.text.count("\n") + 1) for block in blocks if block.top is not None]
    if len(tops) * 2 < len(blocks):
        return None
    steps = [
        (below - above) / lines
        for (above, lines), (below, _) in pairwise(tops)
        if below > above + 1
    ]
    return median(steps) if steps else None


def _said(block: Block) -> Iterator[str]:
    text = block.text
    if block.note:
        yield text
    elif block.mark:
        yield f"{block.mark} {text}"
    elif (block.heading and len(text) <= LONGEST_HEADING) or _looks_like_heading(block, text):
        yield heading(text)
    else:
        yield from _run_in(block, text)


def _looks_like_heading(block: Block, text: str) -> bool:
    """Whether a line that the page does not call a heading is set as one."""
    strong = all(span.strong for span in block.spans if span.text.strip())
    if not (strong or block.centred) or "\n" in text or not heading_like(text):
        return False
    return _opens_unit(text)


def _run_in(block: Block, text: str) -> Iterator[str]:
    """A paragraph; where it begins with a strong "Article 12", that stands on a line of its own."""
    strong = ""
    for span in block.spans:
        if span.text.strip() and not span.strong:
            break
        strong += span.text
    first = " ".join(strong.split())
    if first and "\n" not in strong.strip() and text.startswith(first) and _opens_unit(first):
        rest = text[len(first) :].strip()
        if rest and (rest[0].isupper() or rest[0].isdigit() or rest[0] in '(“«"'):
            yield heading(first) if heading_like(first) else heading(first.rstrip(".:"))
            yield rest
            return
    yield text


def _opens_unit(text: str) -> bool:
    found = opens(text)
    return found is not None and found.kind in UNITS and bool(found.number)
