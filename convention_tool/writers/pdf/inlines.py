"""The words of a page, and where they lead, as typst code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from convention_tool.writers.pdf.calls import NONE, Code, call, clean, literal, markup
from convention_tool.writers.runs import PLAIN, Look, Run, runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from convention_tool.document import Content

#: A line has room for more letters than this; a longer word may be broken anywhere. Few words of a
#: language are as long, and those are hyphenated.
_LONGEST_WORD = 32

#: How many letters of a longer word stay together.
_PIECE = 8

#: typst takes no longer addresses.
_LONGEST_ADDRESS = 2000

_BREAK = Code("linebreak()")
_CHANCE = Code("chance")


@dataclass(frozen=True, slots=True)
class Inlines:
    """Writes content of a page."""

    #: Where links can lead.
    places: frozenset[str]
    #: What is printed for letters that no font has.
    stand_ins: Mapping[str, str]

    def content(self, content: Content, look: Look = PLAIN, anchor: str = "") -> Code:
        """Content that stands within a look, its place marked; `none` where there is nothing."""
        codes = [call("mark", anchor)] if anchor else []
        for target, group in groupby(runs(content, look), lambda run: run.look.target):
            words = [code for run in group for code in self._run(run)]
            codes += self._linked(target, words) if words else []
        return markup(codes) if codes else NONE

    def words(self, text: str) -> str:
        """Words without a look, as they are printed."""
        return clean(text, self.stand_ins)

    def _linked(self, target: str, codes: list[Code]) -> list[Code]:
        if target.startswith("#") and target[1:] in self.places:
            return [call("inner-link", target[1:], markup(codes))]
        if target.startswith(("https://", "http://")) and len(target) < _LONGEST_ADDRESS:
            return [call("outer-link", clean(target, {}), markup(codes))]
        return codes

    def _run(self, run: Run) -> Iterator[Code]:
        if run.text == "\n":
            yield _BREAK
            return
        pieces = _pieces(self.words(run.text))
        for place, piece in enumerate(pieces):
            if place:
                yield _CHANCE
            yield _looking(piece, run.look)


def _looking(text: str, look: Look) -> Code:
    options: dict[str, object] = {
        name: True for name in ("bold", "italic", "struck", "underlined") if getattr(look, name)
    }
    if look.tone is not None:
        options["tone"] = look.tone.value
    return call("run", text, **options) if options else literal(text)


def _pieces(text: str) -> list[str]:
    """Words, cut where a word is too long for a line."""
    parts = re.split(rf"(\S{{{_LONGEST_WORD},}})", text)
    found: list[str] = []
    for place, part in enumerate(parts):
        if place % 2:
            found += (part[start : start + _PIECE] for start in range(0, len(part), _PIECE))
        elif part:
            found.append(part)
    return found
