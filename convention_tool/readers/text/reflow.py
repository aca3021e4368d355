"""Physical lines to the lines that were meant: what was wrapped is joined, words are made whole."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from convention_tool.readers.text.lines import (
    UNITS,
    Opening,
    closed,
    lacks_number,
    opening,
    plausible,
)
from convention_tool.readers.text.numbers import key
from convention_tool.readers.text.tidy import Line
from convention_tool.readers.text.wrapping import DOUBTFUL, JOIN, NEW, Margin, verdict

#: Prefixes after which a hyphen at the end of a line belongs to the word.
_HYPHENATED = re.compile(
    r"(?:^|\W)(?:co|non|self|inter|post|ex|vice|anti|semi|multi|well|long|short|so|in|twenty|"
    r"thirty|forty|fifty|sixty|seventy|eighty|ninety|[A-Z]\w*|\d+)-$"
)
#: After these words a hyphen stands for a word to come: "short- and long-term".
_SUSPENDED = re.compile(r"(?:and|or|et|ou|y|o|e|u|to)\b")
_LAST_WORD = re.compile(r"\w+$")
_FIRST_WORD = re.compile(r"\w+")


class Stretch(NamedTuple):
    """A line as it was meant, with its place in the source."""

    text: str
    start: int
    end: int
    #: Whether an empty line stands before it.
    blank: bool
    #: How it opens; None for words.
    opening: Opening | None
    #: Whether its opening may be words that a wrapped line happens to begin with.
    doubtful: bool = False


def reflow(lines: Sequence[Line], openings: Sequence[Opening | None]) -> list[Stretch]:
    """The lines as they were meant, in order; no word is lost, and nothing but hyphens."""
    margin = Margin(lines, openings)
    if margin.double_spaced:
        lines = [line._replace(blank=False) for line in lines]
    vocabulary = _Vocabulary(lines)
    openings = _numbered(lines, openings)
    stretches: list[Stretch] = []
    first = 0
    doubtful = False
    wrapped, count = bool(margin.width), len(lines)
    for place in range(1, count + 1):
        opened = openings[place - 1]
        if place == count or (
            not wrapped and lines[place].blank and not (opened and not opened.rest)
        ):
            found = NEW  # most lines of a text that is not wrapped
        else:
            found = verdict(place, lines, openings, margin)
        if found is JOIN:
            if not lacks_number(openings[place - 1]):
                openings[place] = None  # what a wrapped line happens to begin with opens nothing
            continue
        line = lines[first]
        if place - first == 1:
            stretches.append(Stretch._make((*line, openings[first], doubtful)))
        else:
            text = _joined([one.text for one in lines[first:place]], vocabulary)
            opens = openings[first] and opening(text)
            end = lines[place - 1].end
            stretches.append(Stretch(text, line.start, end, line.blank, opens, doubtful))
        first = place
        doubtful = found is DOUBTFUL
    return stretches


def rejoin(
    stretches: Sequence[Stretch], kinds: Sequence[str]
) -> tuple[Sequence[Stretch], Sequence[str]]:
    """The lines once it is settled what opens: a reference goes on with the line it belongs to."""
    if not any(stretch.doubtful for stretch in stretches):
        return stretches, kinds
    kept: list[Stretch] = []
    of: list[str] = []
    for stretch, kind in zip(stretches, kinds, strict=True):
        opens = stretch.opening
        before = kept[-1] if kept else None
        if (
            before
            and kind == "words"
            and opens
            and opens.kind in UNITS
            and stretch.doubtful
            and not stretch.blank
            and of[-1] not in UNITS
            and of[-1] != "note"
            and not closed(before.text)
        ):
            text = f"{before.text} {stretch.text}"
            kept[-1] = before._replace(
                text=text, end=stretch.end, opening=before.opening and opening(text)
            )
        else:
            kept.append(stretch)
            of.append(kind)
    return kept, of


def _numbered(lines: Sequence[Line], openings: Sequence[Opening | None]) -> list[Opening | None]:
    """The openings, a number on a line of its own taken for that of the unit named above it."""
    numbered = list(openings)
    for place in range(1, len(lines)):
        above = numbered[place - 1]
        if above is not None and not above.rest and lacks_number(above):
            whole = opening(f"{above.label} {lines[place].text}")
            if whole and whole.kind == above.kind and key(whole.number) and plausible(whole):
                numbered[place] = whole
    return numbered


class _Vocabulary:
    """The words of a text, for mending those that a line's end broke."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(
            word.casefold() for line in self._lines for word in re.findall(r"[\w-]+", line.text)
        )


def _joined(texts: Sequence[str], vocabulary: _Vocabulary) -> str:
    pieces = [texts[0]]
    for text in texts[1:]:
        before = pieces[-1]
        broken = before.endswith("-") and before[-2:-1].isalnum() and text[0].isalnum()
        if not broken or _SUSPENDED.match(text):
            pieces.append(" ")
        elif _is_one_word(before, text, vocabulary):
            pieces[-1] = before[:-1]
        pieces.append(text)
    return "".join(pieces)


def _is_one_word(before: str, after: str, vocabulary: _Vocabulary) -> bool:
    """Whether the hyphen at the end of a line only marks that a word was broken."""
    left, right = _LAST_WORD.search(before[:-1]), _FIRST_WORD.match(after)
    if not left or not right or not after[0].islower():
        return False
    if (left[0] + right[0]).casefold() in vocabulary.words:
        return True
    if f"{left[0]}-{right[0]}".casefold() in vocabulary.words:
        return False
    return not _HYPHENATED.search(before)
