"""The header block of a draft: lines "Key: value" at the very top."""

from convention_tool.readers.text.pieces import Piece
from convention_tool.readers.text.tidy import Line
from convention_tool.tree.nodes import HEADER_KEYS

#: The keys a header may open with; after one of these, any key is taken.
KEYS = frozenset(
    (
        *("title", "short title", "status", "version", "date", "language", "authors", "author"),
        *HEADER_KEYS,
    )
)
#: A key is a word or a few, of at most so many characters.
_LONGEST_KEY = 30


def header(lines: list[Line]) -> tuple[list[Piece], list[Line]]:
    """The pieces of the header block, and the lines after it."""
    count = 0
    for line in lines:
        name, colon, value = line.text.partition(":")
        name = name.strip()
        known = name.casefold() in KEYS if count == 0 else _is_key(name)
        if not colon or not value.strip() or not known or (count and line.blank):
            break
        count += 1
    pieces = [Piece("HEADER", line.text, line.start, line.end) for line in lines[:count]]
    return pieces, lines[count:]


def _is_key(name: str) -> bool:
    return len(name) <= _LONGEST_KEY and name[:1].isupper() and name.replace(" ", "").isalpha()
