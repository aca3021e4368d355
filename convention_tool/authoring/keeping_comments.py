"""Private comments of a draft, put back above what they stood above after it is written anew."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.authoring.edits import edited
from convention_tool.authoring.passages import passages
from convention_tool.diagnostics import Edit
from convention_tool.readers import parse
from convention_tool.source import Source, Span
from convention_tool.tree.nodes import AsideKind
from convention_tool.tree.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convention_tool.tree.nodes import Aside, Instrument

#: Any comment; no lines are left out.
ANY = re.compile(r"", re.DOTALL)

#: So many words of a line are enough to find it again.
_WORDS = 8


class _Group(NamedTuple):
    """Comments with nothing between them, and what they stand above."""

    lines: tuple[str, ...]
    #: The first letter below them; -1 at the end of the text.
    below: int
    #: Whether an empty line parts them from it.
    apart: bool


def comments_of(instrument: Instrument) -> tuple[Aside, ...]:
    """The private comments, in the order of the text."""
    found = (one for one in instrument.asides if one.kind is AsideKind.COMMENT and one.span)
    return tuple(sorted(found, key=lambda one: one.span or Span(0, 0)))


def with_comments(source: Source, instrument: Instrument, text: str, *, apart: bool) -> str:
    """A draft with its comments.

    Args:
        source: in which they stand.
        instrument: read from it.
        text: the same instrument without comments.
        apart: whether an empty line is to part all comments from what is below; else as they were.
    """
    groups = list(_groups(source, comments_of(instrument)))
    if not groups:
        return text
    below = _Below(source, instrument, text)
    edits = []
    for group in groups:
        at = below.line(group.below)
        block = "\n".join(group.lines)
        if at >= len(text):
            edits.append(Edit(Span(at, at), f"\n{block}\n"))
        else:
            gap = "\n\n" if apart or group.apart else "\n"
            edits.append(Edit(Span(at, at), f"{block}{gap}"))
    return edited(text, sorted(edits, key=lambda edit: edit.span))


def _groups(source: Source, comments: Sequence[Aside]) -> Iterator[_Group]:
    text, group = source.text, list[str]()
    for place, aside in enumerate(comments):
        assert aside.span
        group.append(" ".join(text[slice(*aside.span)].split()))
        follows = comments[place + 1].span if place + 1 < len(comments) else None
        below = _next_letter(text, aside.span.end)
        apart = len(text[aside.span.end : below].splitlines()) > 1 if below >= 0 else False
        if follows and follows.start == below:
            group.extend([""] if apart else [])
            continue
        yield _Group(tuple(group), below, apart)
        group = []


def _next_letter(text: str, start: int) -> int:
    found = _LETTER.search(text, start)
    return found.start() if found else -1


_LETTER = re.compile(r"[^\s\ufeff\u200b]")


class _Below:
    """What finds a place of a source in the same text written anew."""

    def __init__(self, source: Source, instrument: Instrument, text: str) -> None:
        new = parse(text).instrument
        self._source, self._text = source, text
        self._top = instrument.span.start if instrument.span else 0
        self._title = new.span.start if new.span else 0
        pairs = zip(walk(instrument), walk(new), strict=True)
        spans = [(one.span.start, two.span.start) for one, two in pairs if one.span and two.span]
        self._nodes = sorted(spans)
        self._letters = dict(_letters(source, instrument, Source("", text), new))

    def line(self, offset: int) -> int:
        """Where the line begins that holds a letter of the source; the end of the text for -1."""
        if offset < 0:
            return len(self._text)
        found = self._title if offset <= self._top else self._place(offset)
        return self._text.rfind("\n", 0, found) + 1

    def _place(self, offset: int) -> int:
        if offset in self._letters:
            return self._letters[offset]
        exact = [new for old, new in self._nodes if old == offset]
        if exact:
            return exact[0]
        start = max((new for old, new in self._nodes if old < offset), default=0)
        words = self._source.text[offset : self._source.line_at(offset).end].split()[:_WORDS]
        pattern = r"\s+".join(map(re.escape, words))
        if match := re.compile(f"^{pattern}", re.MULTILINE).search(self._text, start):
            return match.start()
        return next((new for old, new in self._nodes if old > offset), len(self._text))


def _letters(
    source: Source, instrument: Instrument, other: Source, new: Instrument
) -> Iterator[tuple[int, int]]:
    """Each letter of the source, and where it stands in the other text."""
    both = zip(passages(source, instrument).all, passages(other, new).all, strict=True)
    for before, after in both:
        if before.places is not None and after.places is not None:
            for old, place in zip(before.places, after.places, strict=True):
                if old >= 0:
                    yield old, place
