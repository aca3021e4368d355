"""What files of word processors, web pages and page images hold, as blocks of a draft.

A block is what stands on a line of its own in a draft: a paragraph with the number printed before
it, a heading ("Article 12", and below it on a second line its words), a line of the title. The
text reader then reads blocks as it reads a draft, so that every format gives the same tree.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.readers.reading import Choice, Confidence, Reading
from convention_tool.readers.text import read_text
from convention_tool.readers.text.lines import UNITS, opening
from convention_tool.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable


#: What stands between the number of a heading and its words in files that this tool wrote.
AFTER_NUMBER = "\u2003"


class Extract(NamedTuple):
    """What was found in a file."""

    #: What the file is, for messages: "Word document".
    kind: str
    #: The lines of the text in order, each as a draft has it; "\n" within one begins a new line.
    blocks: tuple[str, ...]
    #: The header block of a draft that this tool wrote: ("Status", "zero draft").
    header: tuple[tuple[str, str], ...] = ()
    guessed: tuple[Choice, ...] = ()
    dropped: tuple[Choice, ...] = ()
    #: "en", "fr" or "es" where the file says so; None leaves it to the words.
    language: str | None = None


def read_extract(extract: Extract, name: str, language: str | None) -> Reading:
    """The instrument that the blocks hold, by the rules for drafts in plain text.

    Args:
        extract: what was found in the file.
        name: what to call the file in messages.
        language: of the text, where the user has said so; it goes before the file's own.
    """
    text = draft_text(extract.header, extract.blocks)
    reading = read_text(Source(name, text), language or extract.language)
    guessed = tuple(choice for choice in extract.guessed if choice.words)
    dropped = tuple(choice for choice in extract.dropped if choice.words)
    return replace(reading, confidence=Confidence(extract.kind, guessed, dropped))


def draft_text(header: Iterable[tuple[str, str]], blocks: Iterable[str]) -> str:
    """The blocks as the text of a draft: an empty line between two blocks."""
    lines = "\n".join(f"{name}: {value}" for name, value in header)
    text = "\n\n".join(block for block in (lines, *blocks) if block.strip())
    return f"{text}\n" if text else ""


def heading(text: str) -> str:
    """A heading that a file sets as such, as a block: the number on one line, its words below.

    "Article 12 Right to life" can be a sentence in a draft; what a file marks as a heading is none.
    A heading that ends as sentences do stays on the line of its number, after a dash: below it, it
    would be text.
    """
    lines = text.strip()
    first, _, below = lines.partition("\n")
    number, parted, rest = first.partition(AFTER_NUMBER)
    number = one_line(number)
    found = opening(number) if number else None
    if found is None or found.kind not in UNITS or not (found.number or parted):
        return lines
    if not parted:
        number, rest = f"{found.label} {found.number}", found.rest
    words = one_line(f"{rest} {below}")
    if not words:
        return number
    if found.kind == "article" and words.endswith((".", ";", ":", ",")):
        return f"{number} – {words}"
    return f"{number}\n{words}"


def commentary(text: str) -> str:
    r"""The drafters' explanation of what stands above, as a block; "\n\n" parts its paragraphs."""
    return "\n>\n".join(f"> {one_line(words)}" for words in text.split("\n\n") if words.strip())


def footnote(mark: str, text: str) -> str:
    """A footnote to what stands above, as a block, its mark in brackets: "[1] See ..."."""
    return f"[{mark.strip('[]')}] {one_line(text)}"


def one_line(text: str) -> str:
    """Words with single spaces between them, as a block without lines of its own has them."""
    return re.sub(r"\s+", " ", text).strip()
