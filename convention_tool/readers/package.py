"""Files that are zip archives of XML (Word, OpenDocument), opened with care.

Such a file comes from a stranger. It may unpack to more than the machine holds, have parts that
pretend to lie outside it, or XML that asks for other files; each ends in one sentence. Nothing is
ever unpacked to the disk.
"""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from convention_tool.errors import UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Mapping

#: A treaty of a thousand pages has some ten megabytes of XML; what unpacks to more, in bytes, is none.
LARGEST = 256 * 1024 * 1024
#: Parts that a document has; a long one with a picture on every page has some hundreds.
MOST_PARTS = 5_000

#: What opening an archive ends in if it is cut off, damaged, encrypted or packed in an unknown way.
BROKEN_ARCHIVE = (
    *(BadZipFile, zlib.error, EOFError, OSError),
    *(NotImplementedError, RuntimeError),
)

#: XML of documents never has a document type; one can name other files or grow without end.
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
#: The same in UTF-16, as any other encoding that XML readers take.
_WIDE_DOCTYPE = re.compile(rb"<\x00?!\x00?D\x00?O\x00?C\x00?T\x00?Y\x00?P\x00?E", re.IGNORECASE)


def parts_of(data: bytes, name: str, kind: str) -> Mapping[str, bytes]:
    """The XML parts of an archive by their names; pictures and the like are left packed.

    Args:
        data: the bytes of the file.
        name: what to call the file in messages.
        kind: what the file should be: "Word document".

    Raises:
        UnreadableFileError: the archive is broken, too large, or not what a document is.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_PARTS:
                raise UnreadableFileError(f"{name} has {len(entries)} parts; no {kind} has so many")
            if sum(entry.file_size for entry in entries) > LARGEST:
                raise UnreadableFileError(
                    f"{name} unpacks to more than {LARGEST // 2**20} MB; it is no {kind} to be read"
                )
            for entry in entries:
                if _leaves(entry.filename):
                    raise UnreadableFileError(
                        f'{name} has a part "{entry.filename}" outside itself; '
                        f"it is no {kind} to be trusted"
                    )
            wanted = [
                one for one in entries if one.filename.endswith((".xml", ".rels", "mimetype"))
            ]
            found = {entry.filename: archive.read(entry) for entry in wanted}
    except BROKEN_ARCHIVE as problem:
        raise UnreadableFileError(f"{name} is a broken {kind}") from problem
    for part in found.values():
        check_xml(part, name)
    return found


def check_xml(data: bytes, name: str) -> None:
    """Stop at XML that declares a document type or entities.

    Raises:
        UnreadableFileError: it does.
    """
    if _DOCTYPE.search(data) or _WIDE_DOCTYPE.search(data):
        raise UnreadableFileError(
            f"{name} declares a document type or entities, which can reach other files; it is not read"
        )


def _leaves(name: str) -> bool:
    """Whether a part's name leads out of the archive."""
    return name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name) or name[1:2] == ":"
