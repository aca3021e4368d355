"""From the bytes of a file to text."""

import codecs
from pathlib import Path

from convention_tool.errors import UnreadableFileError

#: How many bytes are looked at for UTF-16 without a mark ...
_SAMPLE = 4096
#: ... in which more than this share is zero: the upper half of every Latin letter.
_WIDE_SHARE = 0.3

#: A text file that holds more zero bytes than this share is none (UTF-16 has its own mark).
_BINARY_SHARE = 0.001

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        UnreadableFileError: there is no such file, or it is a folder, or may not be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError as problem:
        raise UnreadableFileError(f"there is no file {path}") from problem
    except IsADirectoryError as problem:
        raise UnreadableFileError(f"{path} is a folder; name a text file") from problem
    except OSError as problem:
        reason = problem.strerror or "it could not be opened"
        raise UnreadableFileError(f"{path} cannot be read: {reason}") from problem


def decode(data: bytes, name: str) -> str:
    """The text of a file, its encoding decided by one rule.

    A byte-order mark decides. Without one, UTF-16 is taken where most of the even bytes at the
    beginning are zero and none of the odd ones, or the other way round; then UTF-8 where the bytes
    are valid UTF-8; else Windows-1252, in which older Word files and web pages are written and in
    which any byte has a meaning (the five that have none are read as Latin-1).

    Raises:
        UnreadableFileError: the file is of another type, or holds no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, name)
    even, odd = data[:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    if max(even, odd) > _WIDE_SHARE * min(len(data), _SAMPLE) and min(even, odd) == 0:
        return _strict(data, "utf-16-be" if even else "utf-16-le", name)
    if data.count(0) > len(data) * _BINARY_SHARE:
        raise UnreadableFileError(f"{name} is not a text file")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="latin-1-for-undefined")


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as problem:
        raise UnreadableFileError(f"{name} is not a text file: its encoding is broken") from problem


def _latin_1(problem: UnicodeError) -> tuple[str, int]:
    if not isinstance(problem, UnicodeDecodeError):
        raise problem
    return problem.object[problem.start : problem.end].decode("latin-1"), problem.end


codecs.register_error("latin-1-for-undefined", _latin_1)
