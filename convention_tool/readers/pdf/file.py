"""Opens a PDF and takes the words off its pages; the only module that knows the library.

Scripts, attachments, forms and links of the file are not looked at, and nothing is fetched.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from convention_tool.errors import UnreadableFileError
from convention_tool.readers.pdf.layout import Page
from convention_tool.readers.pdf.letters import Letter, turned, words_of
from convention_tool.readers.pdf.marks import HYPHENS, Marks

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The longest treaties, with all their annexes and schedules, have some two thousand pages.
MOST_PAGES = 3_000
#: A page of small print has some eight thousand characters; one with so many is no page to read.
MOST_ON_PAGE = 200_000
#: Three thousand pages of common print have some nine million characters.
MOST_CHARACTERS = 12_000_000
#: A page with fewer characters than this has hardly any text: a stamp, a page number.
HARDLY_ANY = 60
#: A letter that leans by more than this is printed across the page, in radians.
_LEANS = math.radians(20)
#: From this weight on letters are bold; medium is 500, bold 700, and what the library reports for
#: a stem that it measures lies between.
_BOLD = 600
#: How much of a language's code is asked for, in bytes: "en-GB" in UTF-16 and more.
_LANGUAGE_BYTES = 64


class File(NamedTuple):
    """What a PDF holds."""

    pages: tuple[Page, ...]
    #: As the file says it: "en-GB"; "" where it does not.
    language: str
    #: What the file says it is about; a draft that this tool printed has its header block there.
    subject: str = ""


def read_pages(data: bytes, name: str) -> File:
    """The pages of a PDF.

    Args:
        data: the bytes of the file.
        name: what to call the file in messages.

    Raises:
        UnreadableFileError: the file is locked, broken, empty or beyond all measure.
    """
    try:
        with closing(pypdfium2.PdfDocument(data)) as document:
            count = len(document)
            if not count:
                raise UnreadableFileError(f"{name} is a PDF without pages")
            if count > MOST_PAGES:
                raise UnreadableFileError(
                    f"{name} has {count} pages; a PDF of more than {MOST_PAGES} is not read"
                )
            subject = document.get_metadata_value("Subject") or ""
            return File(tuple(_pages(document, name)), _language(document), subject)
    except pypdfium2.PdfiumError as problem:
        if problem.err_code == pdfium.FPDF_ERR_PASSWORD:
            message = f"{name} is locked with a password; save it without one first"
        else:
            message = f"{name} is a broken or incomplete PDF; ask for the file again"
        raise UnreadableFileError(message) from problem


def _pages(document: pypdfium2.PdfDocument, name: str) -> Iterator[Page]:
    marks = Marks(document)
    total = 0
    for number in range(len(document)):
        with closing(document[number]) as page, closing(page.get_textpage()) as text:
            count = text.count_chars()
            total += count
            if count > MOST_ON_PAGE or total > MOST_CHARACTERS:
                raise UnreadableFileError(
                    f"{name} holds more characters on page {number + 1} than any page to be read"
                )
            letters = list(_letters(text.raw, count, marks))
            pictured = len(letters) < HARDLY_ANY and _has_picture(page)
            yield _page(letters, page.get_bbox(), pictured=pictured)


def _page(letters: list[Letter], box: tuple[float, ...], *, pictured: bool) -> Page:
    """A page turned so that most of its letters stand upright."""
    turns = Counter(round(letter.angle / (math.pi / 2)) % 4 for letter in letters)
    most = turns.most_common(1)[0][0] if turns else 0
    upright = most * math.pi / 2
    turn = -most % 4  # the library counts angles clockwise
    corners = [turned(box[0], box[1], turn), turned(box[2], box[3], turn)]
    (left, right), (bottom, top) = (sorted(axis) for axis in zip(*corners, strict=True))
    kept: list[Letter] = []
    strays: list[Letter] = []
    for letter in (one.turned(turn) for one in letters):
        leans = abs((letter.angle - upright + math.pi) % (2 * math.pi) - math.pi) > _LEANS
        shown = left <= (letter.left + letter.right) / 2 <= right and bottom <= letter.y <= top
        (kept if shown and not leans else strays).append(letter)
    stray_words = tuple(word.text for word in words_of(strays))
    return Page(words_of(kept), left, bottom, right, top, stray_words, pictured)


def _letters(text: Any, count: int, marks: Marks) -> Iterator[Letter]:
    """The letters of a page in the order of the file, their boxes as the font has them."""
    box, tight = pdfium.FS_RECTF(), [ctypes.c_double() for _ in range(4)]
    x, y = ctypes.c_double(), ctypes.c_double()
    spaced = parted = fresh = True
    bold = artifact = False
    angle = size = em = 0.0
    matrix = pdfium.FS_MATRIX()
    for place in range(count):
        code = pdfium.FPDFText_GetUnicode(text, place)
        if code in _SPACES:
            fresh = True
            parted = True
            spaced = spaced or not pdfium.FPDFText_IsGenerated(text, place)
            continue
        pdfium.FPDFText_GetLooseCharBox(text, place, box)
        pdfium.FPDFText_GetCharOrigin(text, place, x, y)
        now = box.top - box.bottom
        if fresh or abs(now - size) > 0.1:
            # What seldom changes within a word is asked once for each.
            size = now
            pdfium.FPDFText_GetMatrix(text, place, matrix)
            em = pdfium.FPDFText_GetFontSize(text, place) * math.hypot(matrix.c, matrix.d)
            angle = max(0.0, pdfium.FPDFText_GetCharAngle(text, place))
            bold = pdfium.FPDFText_GetFontWeight(text, place) >= _BOLD
            artifact = marks.is_artifact(text, place)
        raised = False
        if _ZERO <= code <= _NINE and not angle:
            pdfium.FPDFText_GetCharBox(text, place, *tight)
            raised = tight[2].value > y.value + _RAISED * size
        yield Letter(
            marks.hyphen(text, place) if code in HYPHENS and code != _HYPHEN else _character(code),
            *(box.left, box.bottom, box.right, box.top),
            *(x.value, y.value, em, angle),
            bold=bold,
            raised=raised,
            spaced=spaced,
            parted=parted,
            artifact=artifact,
        )
        spaced = parted = fresh = False


_SPACES = frozenset(map(ord, " \r\n\t\f\v\xa0\u2002\u2003\u2009\u200a\u202f\u200b")) | {0}
_ZERO, _NINE = ord("0"), ord("9")
#: A figure whose foot stands above the line by this share of its height is a raised one.
_RAISED = 0.2
_HYPHEN = ord("-")
#: Joined letters as old files of TeX have them, whose fonts do not name their signs.
_LIGATURES = {0x1B: "ff", 0x1C: "fi", 0x1D: "fl", 0x1E: "ffi", 0x1F: "ffl"}


def _character(code: int) -> str:
    """The character of a code; "" for what is none."""
    if code in _LIGATURES:
        return _LIGATURES[code]
    return chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else ""


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _language(document: pypdfium2.PdfDocument) -> str:
    buffer = ctypes.create_string_buffer(_LANGUAGE_BYTES)
    length = pdfium.FPDFCatalog_GetLanguage(
        document.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), _LANGUAGE_BYTES
    )
    return (
        buffer.raw[: max(0, min(length, _LANGUAGE_BYTES))]
        .decode("utf-16-le", "replace")
        .rstrip("\0")
    )
