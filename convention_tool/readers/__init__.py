"""From files and texts to an instrument: one module or folder for each input format."""

import sys
from pathlib import Path

from convention_tool.readers.decoding import read_bytes
from convention_tool.readers.formats import read_file
from convention_tool.readers.reading import Reading
from convention_tool.readers.text import read_text
from convention_tool.source import Source

__all__ = ["Reading", "parse", "read"]


def read(path: Path | str, *, language: str | None = None, old: bool = False) -> Reading:
    """Read a draft from a file of any format that is known; "-" is standard input.

    Args:
        path: the file.
        language: "en", "fr" or "es", where the text is to be taken as in that language.
        old: of a file with tracked changes, the text before them instead of after.

    Raises:
        UnreadableFileError: the file is not there, is a folder, or holds no text.
        MissingExtraError: the format needs a library that is not installed.
    """
    name = str(path)
    data = sys.stdin.buffer.read() if name == "-" else read_bytes(Path(path))
    return read_file(data, name, language=language, old=old)


def parse(text: str, *, name: str = "<text>", language: str | None = None) -> Reading:
    """Read a draft from a text.

    Args:
        text: any text at all; what it holds that is no part of a treaty is kept as text.
        name: what to call the text in messages.
        language: "en", "fr" or "es", where the text is to be taken as in that language; without
            it the header block decides, then the small words of the text.
    """
    return read_text(Source(name, text), language)
