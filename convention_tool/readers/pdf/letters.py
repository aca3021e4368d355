"""Letters of a page to its words."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.readers.pdf.layout import Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

#: A gap of this share of the size of the type parts two words where there is no space ...
_WORD_GAP = 0.17
#: ... and of this share where the library sees none either in a file that has spaces; letters may
#: be spaced out for the look.
_WIDE_GAP = 0.5
#: A page has spaces when there is one for so many letters; a word has five on average.
_LETTERS_A_SPACE = 12
#: A letter that begins so far left of the end of the one before, as a share of its height, stands
#: elsewhere; kerning moves letters by less.
_BACK = 0.6
#: A letter whose line lies so far from that of the one before, in shares of its height, is on
#: another line, or a raised mark.
_SAME_LINE = 0.12
#: A raised mark stands no higher above its line than this share of the height of the text ...
_MARK_RISE = 0.65
#: ... and is at most so high as the letters of the text, as a share.
_MARK_SIZE = 0.85
#: A raised mark has no more characters: "12)", "***".
_LONGEST_MARK = 4

#: Letters that printers join; they are taken as they are typed.
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}


class Letter(NamedTuple):
    """A printed character, its box, and where the pen was set down for it."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    x: float
    y: float
    #: The size of the type: what printers call 12 points.
    em: float
    #: How far it is turned against the page, in radians.
    angle: float
    bold: bool
    raised: bool
    #: A space of the file stands before it.
    spaced: bool
    #: The library thinks that one should.
    parted: bool
    artifact: bool

    @property
    def size(self) -> float:
        """Its height, as the font has it for all its letters."""
        return self.top - self.bottom

    def turned(self, turn: int) -> Letter:
        """The letter on the upright page, of a page turned by so many quarters."""
        if not turn:
            return self
        x, y = turned(self.x, self.y, turn)
        one, other = turned(self.left, self.bottom, turn), turned(self.right, self.top, turn)
        return self._replace(
            left=min(one[0], other[0]),
            bottom=min(one[1], other[1]),
            right=max(one[0], other[0]),
            top=max(one[1], other[1]),
            x=x,
            y=y,
        )


def turned(x: float, y: float, turn: int) -> tuple[float, float]:
    """A place on a page that is turned by so many quarters, as it is on the upright page."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turn]


def words_of(letters: Sequence[Letter]) -> tuple[Word, ...]:
    """The words of a page, in the order of the file."""
    spaces = sum(letter.spaced for letter in letters)
    gap = _WIDE_GAP if spaces * _LETTERS_A_SPACE >= len(letters) else _WORD_GAP
    words: list[Word] = []
    for piece in _pieces(letters, gap):
        word = _word(piece)
        if not word.text:
            continue
        if words and _touches(words[-1], word):
            words[-1], word = _side_by_side(words[-1], word, spaced=piece[0].spaced)
        words.append(word)
    return tuple(words)


def _pieces(letters: Iterable[Letter], gap: float) -> Iterator[list[Letter]]:
    """Letters that stand side by side in one style."""
    piece: list[Letter] = []
    for letter in letters:
        if piece and not _goes_on(piece[-1], letter, gap):
            yield piece
            piece = []
        piece.append(letter)
    if piece:
        yield piece


def _goes_on(before: Letter, letter: Letter, gap: float) -> bool:
    """Whether a letter belongs to the word of the one before it."""
    if letter.spaced or letter.raised != before.raised:
        return False
    size = max(before.size, letter.size)
    if abs(letter.y - before.y) >= _SAME_LINE * size:
        return False
    joined = letter.left == before.left  # "f" and "i" of one sign
    if letter.parted:
        gap = _WORD_GAP
    return joined or -_BACK * size < letter.left - before.right < gap * letter.em


def _word(piece: list[Letter]) -> Word:
    first = piece[0]
    text = "".join(_LIGATURES.get(letter.text, letter.text) for letter in piece)
    return Word(
        unicodedata.normalize("NFC", text),
        first.left,
        max(letter.right for letter in piece),
        first.y,
        max(letter.size for letter in piece),
        bold=first.bold,
        raised=first.raised,
        artifact=first.artifact,
    )


def _touches(before: Word, word: Word) -> bool:
    size = max(before.size, word.size)
    return -_BACK * size < word.left - before.right < _WORD_GAP * size


def _side_by_side(before: Word, word: Word, *, spaced: bool) -> tuple[Word, Word]:
    """Two words that touch, a small one above the line of the other taken for a mark on it."""
    rise = word.base - before.base
    if _is_mark(word, before, rise):
        return before, word._replace(raised=True, base=before.base, glued=not spaced)
    if _is_mark(before, word, -rise):
        return before._replace(raised=True, base=word.base), word
    same = abs(rise) < _SAME_LINE * max(before.size, word.size)
    return before, word._replace(glued=same and not spaced and not before.raised)


def _is_mark(small: Word, large: Word, rise: float) -> bool:
    return (
        len(small.text) <= _LONGEST_MARK
        and small.size <= _MARK_SIZE * large.size
        and _SAME_LINE * large.size <= rise <= _MARK_RISE * large.size
    )
