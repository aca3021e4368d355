"""What a tagged PDF says of the letters on its pages beside how they look."""

from __future__ import annotations

import ctypes
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    import pypdfium2

#: Programs that say of a hyphen whether it is the text's or the printer's; our own files are made
#: by it.
_TELLS_HYPHENS = "Typst "
#: The longest name or text that is looked at, in bytes.
_LONGEST = 128
#: Codes of a hyphen: within a line, and at the end of one, where the library puts one of the others.
HYPHENS = frozenset((0x2D, 0x02, 0xFFFE, 0xAD))
#: A hyphen at the end of a line that belongs to the word, and one that is the printer's.
KEPT, SOFT = "-\u2060", "\u00ad"


class Marks:
    """The marks of a file, asked letter by letter."""

    def __init__(self, document: pypdfium2.PdfDocument) -> None:
        """Look at a file; one that is not tagged has no marks."""
        self._text = ctypes.create_string_buffer(_LONGEST)
        self._length = ctypes.c_ulong()
        self._last: tuple[int | None, bool] = (None, False)
        self.tagged = bool(document.is_tagged())
        creator = document.get_metadata_value("Creator") or ""
        told = self.tagged and creator.startswith(_TELLS_HYPHENS)
        #: For each font, what a hyphen without a mark is in it.
        self._unmarked = self._hyphens(document) if told else {}

    def is_artifact(self, text: Any, place: int) -> bool:
        """Whether a letter belongs to the page, not to the text."""
        if not self.tagged:
            return False
        thing = pdfium.FPDFText_GetTextObject(text, place)
        address = ctypes.cast(thing, ctypes.c_void_p).value
        if address != self._last[0]:
            count = pdfium.FPDFPageObj_CountMarks(thing) if thing else 0
            names = (self._name(thing, number) for number in range(count))
            self._last = (address, any(name == "Artifact" for name in names))
        return self._last[1]

    def hyphen(self, text: Any, place: int) -> str:
        """KEPT or SOFT where the file tells of a hyphen at the end of a line, else "-"."""
        if not self._unmarked:
            return "-"
        return self._said(text, place) or self._unmarked.get(self._font(text, place), "-")

    def _hyphens(self, document: pypdfium2.PdfDocument) -> dict[str, str]:
        """What a hyphen without a mark is in each font: of two kinds, one is marked."""
        found: dict[str, str] = {}
        for number in range(len(document)):
            with closing(document[number]) as page, closing(page.get_textpage()) as text:
                for place in range(text.count_chars()):
                    code = pdfium.FPDFText_GetUnicode(text.raw, place)
                    if code in HYPHENS:
                        said = self._said(text.raw, place)
                        font = self._font(text.raw, place)
                        if said:
                            found[font] = SOFT if said == KEPT else KEPT
                        elif code == ord("-"):
                            found.setdefault(font, KEPT)
        return found

    def _said(self, text: Any, place: int) -> str:
        """What the file says that a hyphen is: KEPT, SOFT, or "" where it says nothing."""
        thing = pdfium.FPDFText_GetTextObject(text, place)
        for number in range(pdfium.FPDFPageObj_CountMarks(thing) if thing else 0):
            mark = pdfium.FPDFPageObj_GetMark(thing, number)
            if pdfium.FPDFPageObjMark_GetParamStringValue(
                mark, b"ActualText", self._wide(), _LONGEST, self._length
            ):
                return KEPT if self._string() == "-" else SOFT
        return ""

    def _font(self, text: Any, place: int) -> str:
        length = pdfium.FPDFText_GetFontInfo(
            text, place, ctypes.cast(self._text, ctypes.c_void_p), _LONGEST, None
        )
        return self._text.raw[: min(length, _LONGEST)].decode("utf-8", "replace")

    def _name(self, thing: Any, number: int) -> str:
        mark = pdfium.FPDFPageObj_GetMark(thing, number)
        if pdfium.FPDFPageObjMark_GetName(mark, self._wide(), _LONGEST, self._length):
            return self._string()
        return ""

    def _wide(self) -> Any:
        """The buffer as the library wants it, for letters of two bytes."""
        return ctypes.cast(self._text, ctypes.POINTER(ctypes.c_ushort))

    def _string(self) -> str:
        end = min(self._length.value, _LONGEST)
        return self._text.raw[:end].decode("utf-16-le", "replace").rstrip("\0")
