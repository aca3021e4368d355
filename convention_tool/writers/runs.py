"""Content as runs: stretches of words that look the same, one after another.

Content nests, as words within emphasis within a link do; the files of word processors do not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple, assert_never

from convention_tool.document import (
    Badge,
    Break,
    Content,
    Deleted,
    Emphasis,
    Evidence,
    Inline,
    Inserted,
    Link,
    Strong,
    Tone,
    Words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


#: Between the number of a heading and its words in word processors' files; the readers part them
#: here.
AFTER_HEADING_NUMBER = "\N{EM SPACE}"


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks, and where it leads."""

    bold: bool = False
    italic: bool = False
    struck: bool = False
    underlined: bool = False
    tone: Tone | None = None
    target: str = ""


class Run(NamedTuple):
    """Words that look the same; a line break is a run of its own."""

    text: str
    look: Look


PLAIN = Look()
BOLD = Look(bold=True)


def runs(content: Content, look: Look = PLAIN) -> Iterator[Run]:
    """The runs of some content that stands within this look."""
    for inline in content:
        yield from _runs(inline, look)


def _runs(inline: Inline, look: Look) -> Iterator[Run]:
    match inline:
        case Words(text):
            yield Run(_one_line(text), look)
        case Strong(content):
            yield from runs(content, replace(look, bold=True))
        case Emphasis(content):
            yield from runs(content, replace(look, italic=True))
        case Deleted(text):
            yield Run(_one_line(text), replace(look, struck=True))
        case Inserted(text):
            yield Run(_one_line(text), replace(look, underlined=True))
        case Link(target, content):
            yield from runs(content, replace(look, target=target))
        case Badge(text, tone):
            yield Run(_one_line(text), replace(look, bold=True, tone=tone))
        case Evidence(content):
            yield from runs(content, look)
        case Break():
            yield Run("\n", look)
        case _:
            assert_never(inline)


def _one_line(text: str) -> str:
    """Words as a page shows them: only a `Break` begins a new line."""
    return re.sub(r"[\t\n\v\f\r]+", " ", text)
