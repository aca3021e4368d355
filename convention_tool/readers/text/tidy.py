"""Raw text to lines with guaranteed properties.

Of each line that `tidy` gives it is true that

* it holds at least one visible character, and none of white space but single spaces between words;
* it holds no byte-order mark, zero-width character or soft hyphen, and no bidirectional mark;
* its offsets are those of its first and last visible character in the raw text;
* `blank` says whether an empty line, or more than one, or the start of the text stands before it;
* lines boxed by a pipe on either side, as tables of old converters print them, have lost both;
* read one after the other, the lines hold every word of the raw text, in its order.
"""

from typing import NamedTuple

#: Characters that print nothing and only get between words and patterns.
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
_NO_INVISIBLE = str.maketrans("", "", _INVISIBLE)

#: White space inside a line, other than the common space.
_ODD_SPACES = "\t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"

#: A line longer than this many characters is cut: no treaty has a paragraph of that size, and no
#: pattern of ours should meet one.
_LONGEST = 200_000


class Line(NamedTuple):
    """A line of the source, tidied."""

    text: str
    #: Offsets of its first visible character in the raw text, and of the end of its last.
    start: int
    end: int
    #: Whether an empty line stands before it.
    blank: bool


def tidy(raw: str) -> list[Line]:
    """The lines of a raw text that hold anything, tidied as the module promises."""
    lines: list[Line] = []
    keep = lines.append
    clean = raw.isascii() or not _any_of(_INVISIBLE, raw)
    odd = "\t" in raw or (not raw.isascii() and _any_of(_ODD_SPACES, raw))
    offset = 0
    blank = True
    for stretch in raw.splitlines(keepends=True):
        start = offset
        offset += len(stretch)
        words = stretch.strip()
        if not words:
            blank = True
            continue
        if stretch[0] != words[0]:
            start += len(stretch) - len(stretch.lstrip())
        end = start + len(words)
        if not clean:
            words = words.translate(_NO_INVISIBLE).strip()
            if not words:
                continue
        if words[0] == "|" and words[-1] == "|" and words.count("|") == 2:
            words = words.strip("| ")
            if not words:
                continue
        if odd or "  " in words:
            words = " ".join(words.split())
        if len(words) > _LONGEST:
            lines.extend(_cut(words, start, end))
        else:
            keep(Line(words, start, end, blank))
        blank = False
    return lines


def _any_of(characters: str, text: str) -> bool:
    """Whether a text holds any of some characters (most hold none, and that is quick to see)."""
    return any(character in text for character in characters)


def _cut(words: str, start: int, end: int) -> list[Line]:
    """A line too long to be one, cut between words; its offsets are shared out evenly."""
    pieces: list[str] = []
    while len(words) > _LONGEST:
        place = words.rfind(" ", 1, _LONGEST)
        place = place if place > 0 else _LONGEST
        pieces.append(words[:place].strip())
        words = words[place:].strip()
    pieces = [piece for piece in (*pieces, words) if piece]
    share = (end - start) // len(pieces)
    return [
        Line(piece, start + share * place, min(end, start + share * (place + 1)), place == 0)
        for place, piece in enumerate(pieces)
    ]
