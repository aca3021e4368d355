"""From typst code to a file. The compiler and its fonts come with the package; nothing else is read."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import typst

from convention_tool.errors import ConventionToolError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

#: The standard of files that read well aloud: every heading, table and link is marked as what it is.
_ACCESSIBLE: list[typst.PDFStandard] = ["ua-1"]

#: What every file needs to be accessible, for trying a single sign.
_TRIAL = '#set document(title: "T")\n#set text(font: faces)\n#heading("T")\n'


class NotAccessibleError(Exception):
    """The standard does not allow something that the page has."""


def accessible(code: str, made: datetime) -> bytes:
    """A file that keeps the standard of accessibility.

    Raises:
        NotAccessibleError: something on the page does not allow it.
    """
    try:
        return _compiled(code, made, _ACCESSIBLE)
    except typst.TypstError as error:
        raise NotAccessibleError from error


def tagged(code: str, made: datetime) -> bytes:
    """A file with the same marks, which does not promise to keep the standard.

    Raises:
        ConventionToolError: the compiler cannot make the file.
    """
    try:
        return _compiled(code, made, [])
    except typst.TypstError as error:
        raise ConventionToolError(f"the PDF cannot be made: {error.message}") from error


def without_sign(characters: Iterable[str]) -> frozenset[str]:
    """Those characters that no font has a sign for."""
    compiler = typst.Compiler(ignore_system_fonts=True)
    return frozenset(one for one in characters if not _has_sign(compiler, one))


def _has_sign(compiler: typst.Compiler, character: str) -> bool:
    code = f'{template()}{_TRIAL}#"a\\u{{{ord(character):x}}}b"'.encode()
    try:
        compiler.compile(code, format="pdf", pdf_standards=_ACCESSIBLE)
    except typst.TypstError:
        return False
    return True


@cache
def template() -> str:
    """The functions that a page calls."""
    return files("convention_tool.writers").joinpath("templates", "page.typ").read_text("utf-8")


def _compiled(code: str, made: datetime, standards: list[typst.PDFStandard]) -> bytes:
    file: bytes = typst.compile(
        (template() + code).encode(),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=standards,
        timestamp=made,
    )
    return file
