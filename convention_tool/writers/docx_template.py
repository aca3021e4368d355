"""What a Word file begins with: our own empty page, or the template of a house without its text.

A template comes from a stranger. What it has of styles, page, headers and footers is taken; its
text, macros, add-ins and whatever reaches for other files stay behind.
"""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.shared import Cm
from lxml.etree import LxmlError

from convention_tool.errors import UnreadableFileError
from convention_tool.writers.docx_xml import add_part, element

if TYPE_CHECKING:
    from collections.abc import Collection

    from docx.document import Document as File

#: A template has a few pictures; what unpacks to more, in bytes, is none.
_LARGEST = 64 * 1024 * 1024
#: Parts that a template has; one with a header for every section has some dozens.
_MOST_PARTS = 1_000

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
#: What the text of a file may be, as the list of its parts says; a template is no document to the
#: library.
_MAIN = re.compile(
    rb"application/vnd\.(?:openxmlformats-officedocument\.wordprocessingml\.template"
    rb"|ms-word\.(?:document|template)\.macroEnabled)\.main\+xml",
    re.IGNORECASE,
)
#: Such parts can name other files or grow without end; a word processor never writes them.
_DOCTYPE = re.compile(rb"<\x00?!\x00?(?:D\x00?O\x00?C|E\x00?N\x00?T)", re.IGNORECASE)

#: What is kept of the parts that a text refers to. Footnotes and remarks are of the text that goes.
_KEPT = frozenset(
    (
        *("styles", "theme", "fontTable", "numbering", "settings", "webSettings"),
        *("header", "footer"),
    )
)
#: What is kept of what the file refers to beside its text.
_OF_PACKAGE = frozenset({"officeDocument", "core-properties"})
#: Fields that take what they show from other files.
_REACHING = re.compile(r"\b(?:INCLUDE\w*|DDE\w*|LINK|IMPORT|DATABASE)\b", re.IGNORECASE)
#: The page of a template that names none: A4.
_USUAL_PAGE = {
    "page_width": Cm(21),
    "page_height": Cm(29.7),
    **dict.fromkeys(("left_margin", "right_margin", "top_margin", "bottom_margin"), Cm(2.5)),
}
#: Provisions of the third level need so much.
_NARROWEST = Cm(5)
#: Settings that reach for other files, or keep a drafter from the text.
_UNWANTED_SETTINGS = (
    *("attachedTemplate", "linkStyles", "mailMerge", "documentProtection", "writeProtection"),
    *("updateFields", "footnotePr", "endnotePr"),
)


def blank() -> File:
    """A file without text, styles or lists."""
    file = _bare(docx.Document())
    _keep(file.part.rels, _KEPT - {"webSettings"})
    styles: Any = file.styles.element
    for style in styles.findall(qn("w:style")):
        styles.remove(style)
    numbering: Any = file.part.numbering_part.element
    for one in list(numbering):
        numbering.remove(one)
    settings: Any = file.settings.element
    settings.find(qn("w:zoom")).set(qn("w:percent"), "100")
    for old in ("savePreviewPicture", "rsids", "shapeDefaults", "doNotAutoCompressPictures"):
        for one in settings.findall(qn(f"w:{old}")):
            settings.remove(one)
    (mode,) = settings.xpath("w:compat/w:compatSetting[@w:name='compatibilityMode']")
    mode.set(qn("w:val"), "15")  # or Word says that the file is of an old kind
    return file


def from_template(data: bytes, name: str) -> File:
    """A file with the look of another one, and without its text.

    Args:
        data: the bytes of a Word document or template.
        name: what to call it in messages.

    Raises:
        UnreadableFileError: it is broken, too large, or no such file.
    """
    try:
        file = docx.Document(BytesIO(_checked(data, name)))
        made = _bare(file)
        _check_reach(made, name)
        if not any(_is(relation, {"numbering"}) for relation in made.part.rels.values()):
            add_part(made, "numbering", "numbering", element("numbering"))
        _check_parts(made, name)
    except (OpcError, LxmlError, BadZipFile, zlib.error, EOFError, OSError) as problem:
        raise UnreadableFileError(f"{name} is a broken Word document") from problem
    except (KeyError, ValueError, AttributeError, IndexError, TypeError) as problem:
        # What the library says of a file whose parts are not what a document has.
        raise UnreadableFileError(f"{name} is no Word document or template") from problem
    except (NotImplementedError, RuntimeError) as problem:
        raise UnreadableFileError(f"{name} is encrypted or packed in an unknown way") from problem
    return made


def _checked(data: bytes, name: str) -> bytes:
    """The archive as the library takes it, a template as a document."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        entries = old.infolist()
        if len(entries) > _MOST_PARTS or sum(one.file_size for one in entries) > _LARGEST:
            raise UnreadableFileError(
                f"{name} is too large for a template; save it without its text and pictures"
            )
        for one in entries:
            part = old.read(one)
            if one.filename.endswith((".xml", ".rels")) and _DOCTYPE.search(part):
                raise UnreadableFileError(
                    f"{name} declares a document type or entities, which can reach other files; "
                    "it is not taken as a template"
                )
            if one.filename == "[Content_Types].xml":
                part = _MAIN.sub(f"{_WORD}.document.main+xml".encode(), part)
            new.writestr(one.filename, part)
    return made.getvalue()


def _check_parts(file: File, name: str) -> None:
    """Stop at parts that are not what they are called, or a page that has no room for words."""
    numbering: Any = file.part.numbering_part.element
    for part, tag in (
        (file.element, "document"),
        (file.styles.element, "styles"),
        (file.settings.element, "settings"),
        (numbering, "numbering"),
    ):
        if part.tag != qn(f"w:{tag}"):
            raise ValueError(f"{tag} is {part.tag}")
    for one in numbering.xpath("w:num/@w:numId | w:abstractNum/@w:abstractNumId"):
        int(one)
    section: Any = file.sections[-1]
    for side, usual in _USUAL_PAGE.items():
        if getattr(section, side) is None:
            setattr(section, side, usual)
    sides = (section.page_width, section.left_margin, section.right_margin)
    if sides[0] - sides[1] - sides[2] < _NARROWEST:
        raise UnreadableFileError(f"{name} leaves no room for words between its margins")


def _check_reach(file: File, name: str) -> None:
    """Stop at a header that takes pictures or words from elsewhere; all else that does so is gone."""
    package: Any = file.part.package
    for part in package.iter_parts():
        reaches = any(r.is_external and not _is(r, {"hyperlink"}) for r in part.rels.values())
        if reaches or (isinstance(part, XmlPart) and _REACHING.search(_fields(part.element))):
            raise UnreadableFileError(
                f"{name} takes a picture or words from outside itself; insert them in the file"
            )


def _fields(part: Any) -> str:
    """What the fields of a part ask for."""
    said = part.iter(qn("w:instrText"))
    simple = (one.get(qn("w:instr"), "") for one in part.iter(qn("w:fldSimple")))
    return " ".join(("".join(one.text or "" for one in said), *simple))


def _merge_headers(body: Any) -> None:
    """Give the last section the headers and footers that it takes from those before it."""
    last = body.get_or_add_sectPr()
    has = {(one.tag, one.get(qn("w:type"))) for one in last}
    for section in reversed(body.xpath("w:p/w:pPr/w:sectPr")):
        for one in section.xpath("w:headerReference | w:footerReference"):
            if (one.tag, one.get(qn("w:type"))) not in has:
                has.add((one.tag, one.get(qn("w:type"))))
                last.insert(0, one)
    for old in last.xpath("w:sectPrChange | w:pgNumType[@w:start] | w:lnNumType"):
        last.remove(old)


def _bare(file: File) -> File:
    """A file without its text, and without what it refers to beside its look."""
    part = file.part
    body: Any = file.element.body
    _merge_headers(body)
    for one in list(body):
        if one is not body.sectPr:
            body.remove(one)
    for one in file.element.findall(qn("w:background")):
        file.element.remove(one)
    settings: Any = file.settings.element
    for setting in _UNWANTED_SETTINGS:
        for one in settings.findall(qn(f"w:{setting}")):
            settings.remove(one)
    _keep(part.rels, _KEPT)
    _keep(part.part_related_by(RELATIONSHIP_TYPE.SETTINGS).rels, frozenset())
    _keep(part.package.rels, _OF_PACKAGE)
    return file


def _keep(relations: Any, kinds: frozenset[str]) -> None:
    """Drop what a part refers to and is of no such kind."""
    for key in [key for key, relation in relations.items() if not _is(relation, kinds)]:
        del relations[key]


def _is(relation: Any, kinds: Collection[str]) -> bool:
    """Whether a part refers to another as something of these kinds."""
    return str(relation.reltype).rpartition("/")[2] in kinds
