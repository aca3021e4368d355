"""Words of a page to its lines, whatever their order in the file."""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from convention_tool.readers.pdf.layout import Line, Word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: Words stand on one line when their lines lie apart by less than this share of their height.
_SAME_LINE = 0.3
#: So many single letters side by side are a word set in spaced letters: "T R E A T Y".
_SPACED_LETTERS = 4
#: Between two such words the gap is wider than between their letters by this factor.
_BETWEEN_SPACED = 1.7


def lines_of(words: Sequence[Word]) -> tuple[Line, ...]:
    """The lines from top to bottom, each over the whole width of the page."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda one: -one.base):
        if rows and rows[-1][0].base - word.base < _SAME_LINE * _smaller(rows[-1][0], word):
            rows[-1].append(word)
        else:
            rows.append([word])
    return tuple(line(row) for row in rows)


def _smaller(first: Word, word: Word) -> float:
    """The smaller of two heights; that of a raised mark says nothing of its line."""
    if first.raised or word.raised:
        return max(first.size, word.size)
    return min(first.size, word.size)


def line(words: Sequence[Word]) -> Line:
    """A line of words that stand on it, in any order."""
    ordered = sorted(words, key=lambda one: (one.left, one.right))
    return Line(tuple(_unspaced(ordered)))


def _unspaced(words: Sequence[Word]) -> Iterator[Word]:
    """The words, spaced letters put together."""
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and len(words[end].text) == 1 and words[end].text.isalpha():
            end += 1
        if end - start >= _SPACED_LETTERS:
            yield from _whole(words[start:end])
            start = end
        else:
            yield words[start]
            start += 1


def _whole(letters: Sequence[Word]) -> Iterator[Word]:
    """Spaced letters as words, parted where the gap is a wide one."""
    usual = median(after.left - before.right for before, after in pairwise(letters))
    word = letters[0]
    for letter in letters[1:]:
        if letter.left - word.right > max(_BETWEEN_SPACED * usual, 1):
            yield word
            word = letter
        else:
            word = word._replace(text=word.text + letter.text, right=letter.right)
    yield word
