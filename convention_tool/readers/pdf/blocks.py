"""Paragraphs of a page to the blocks of a draft."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.readers.extract import commentary, footnote, heading, one_line
from convention_tool.readers.text.lines import UNITS, opening, plausible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from convention_tool.readers.pdf.footnotes import Footnote
    from convention_tool.readers.pdf.hyphens import Hyphens
    from convention_tool.readers.pdf.paragraphs import Paragraph

#: Commentary is printed in letters of at most this share of the height of the text's.
_SMALLER = 0.93
#: Headings are set in letters of at least this share of the height of the text's.
_LARGER = 1.07
#: What this tool prints above commentary, in its three languages.
_LABELS = frozenset(("Commentary", "Commentaire", "Comentario"))
#: What it prints above a footnote.
_NOTE_LABELS = frozenset(("Footnote", "Note", "Nota"))


class _Block(NamedTuple):
    text: str
    last_page: int


def blocks_of(
    paragraphs: Sequence[Paragraph], notes: Sequence[Footnote], hyphens: Hyphens, size: float
) -> tuple[str, ...]:
    """The blocks of a text whose letters have a size, each footnote below what it hangs on."""
    blocks = list(_blocks(paragraphs, hyphens, size))
    below = _placed(blocks, notes, hyphens)
    found: list[str] = []
    for place, block in enumerate(blocks):
        found.append(block.text)
        found.extend(below.get(place, ()))
    return (*found, *below.get(-1, ()))


def _blocks(paragraphs: Sequence[Paragraph], hyphens: Hyphens, size: float) -> Iterator[_Block]:
    place = 0
    while place < len(paragraphs):
        one = paragraphs[place]
        small = one.first.size <= _SMALLER * size
        label = one.first.text if small and len(one.lines) == 1 else ""
        if label in _LABELS or label in _NOTE_LABELS:
            end = place + 1
            while end < len(paragraphs) and _goes_on(paragraphs[end], size):
                end += 1
            texts = [_text(below, hyphens) for below in paragraphs[place + 1 : end]]
            if texts:
                said = commentary("\n\n".join(texts)) if label in _LABELS else "\n\n".join(texts)
                yield _Block(said, paragraphs[end - 1].last_page)
                place = end
                continue
        yield _Block(_block(one, hyphens, size), one.last_page)
        place += 1


def _goes_on(paragraph: Paragraph, size: float) -> bool:
    """Whether a paragraph below the label of a note is part of the note."""
    small = paragraph.first.size <= _SMALLER * size
    label = paragraph.first.text in _LABELS | _NOTE_LABELS
    return small and not label and not (paragraph.centred and _opens_unit(paragraph.first.text))


def _opens_unit(text: str) -> bool:
    """Whether words open an article or a part, as a heading does."""
    opens = opening(text) if text else None
    return opens is not None and opens.kind in UNITS and plausible(opens)


def _text(paragraph: Paragraph, hyphens: Hyphens) -> str:
    return one_line(
        " ".join(hyphens.joined([line.text for line in group]) for group in paragraph.groups)
    )


def _block(paragraph: Paragraph, hyphens: Hyphens, size: float) -> str:
    lines = [hyphens.joined([line.text for line in group]) for group in paragraph.groups]
    text = "\n".join(one_line(line) for line in lines)
    if _opens_unit(text.partition("\n")[0]) and _set_apart(paragraph, size):
        return heading(text)
    return text


def _set_apart(paragraph: Paragraph, size: float) -> bool:
    """Whether a paragraph looks like a heading, in a text whose letters have a size."""
    return paragraph.centred or paragraph.first.bold or paragraph.first.size >= _LARGER * size


def _placed(
    blocks: Sequence[_Block], notes: Sequence[Footnote], hyphens: Hyphens
) -> Mapping[int, list[str]]:
    """The footnotes by the place of the block that each stands below; -1 for the end."""
    placed: dict[int, list[str]] = {}
    start = 0
    for note in notes:
        hung = re.compile(rf"\[{re.escape(note.mark)}\]|\w{re.escape(note.mark)}(?!\w)")
        end = next(
            (n for n in range(start, len(blocks)) if blocks[n].last_page > note.page), len(blocks)
        )
        found = next(
            (n for n in range(start, min(end + 1, len(blocks))) if hung.search(blocks[n].text)),
            None,
        )
        place = found if found is not None else max(start, end - 1)
        place = min(place, len(blocks) - 1)
        text = hyphens.joined([line.text for line in note.lines])
        placed.setdefault(place, []).append(_note(note.mark, text))
        start = max(start, place)
    return placed


def _note(mark: str, text: str) -> str:
    """A footnote as a draft has it: "[1] See article 3", "* See article 3"."""
    return footnote(mark, text) if mark.isalnum() else f"{mark} {one_line(text)}"
