"""Changes of a draft, shown as lines before and lines after."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convention_tool.diagnostics import Edit
    from convention_tool.source import Source


def edited_lines(source: Source, edits: Sequence[Edit]) -> Iterator[str]:
    """The lines that some edits change, which stand apart and in order."""
    for group in _by_line(source, edits):
        start = source.line_at(group[0].span.start).start
        end = source.line_at(group[-1].span.end).end
        yield f"@@ {source.name}, line {source.position(start).line} @@"
        after, reached = "", start
        for edit in group:
            after += source.text[reached : edit.span.start] + edit.text
            reached = edit.span.end
        after += source.text[reached:end]
        before = source.text[start:end].splitlines()
        yield from _parted(before, after.splitlines())


def laid_out_lines(source: Source, text: str) -> Iterator[str]:
    """The lines that another layout changes, the words being the same."""
    old, new = source.text.splitlines(), text.splitlines()
    at = other = 0
    while at < len(old) or other < len(new):
        start, opened = at, other
        before, after = _words(old[at : at + 1]), _words(new[other : other + 1])
        at, other = at + 1, other + 1
        while before != after and (at < len(old) or other < len(new)):
            if len(before) <= len(after) and at < len(old):
                before, at = before + _words(old[at : at + 1]), at + 1
            elif other < len(new):
                after, other = after + _words(new[other : other + 1]), other + 1
            else:
                before, at = before + _words(old[at : at + 1]), at + 1
        if old[start:at] != new[opened:other]:
            yield f"@@ {source.name}, line {start + 1} @@"
            yield from _parted(old[start:at], new[opened:other])


def _by_line(source: Source, edits: Sequence[Edit]) -> Iterator[list[Edit]]:
    """The edits, those on one line together."""
    group: list[Edit] = []
    for edit in edits:
        if group and source.line_at(group[-1].span.end).end < edit.span.start:
            yield group
            group = []
        group.append(edit)
    if group:
        yield group


def _parted(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    """Lines before and after, without those that both begin or end with."""
    shorter = min(len(before), len(after))
    first = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    rest = shorter - first
    last = next((at for at in range(rest) if before[-1 - at] != after[-1 - at]), rest)
    yield from (f"-{line}" for line in before[first : len(before) - last])
    yield from (f"+{line}" for line in after[first : len(after) - last])


def _words(lines: Sequence[str]) -> str:
    return "".join("".join(line.split()) for line in lines)
