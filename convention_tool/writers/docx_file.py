"""A Word file as it begins and ends: its paper, styles and properties, and the bytes of it all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.enum.section import WD_ORIENTATION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from convention_tool.writers.characters import without_forbidden

if TYPE_CHECKING:
    from docx.document import Document as File

#: The same document gives the same bytes on any day.
_CREATED = datetime(1980, 1, 1, tzinfo=UTC)

#: Word checks spelling by language and country.
_LANGUAGES = {"en": "en-GB", "fr": "fr-FR", "es": "es-ES"}

_INK, _LINK = "1D1F23", "174E8C"

#: The library keeps no longer titles.
_LONGEST_PROPERTY = 255

#: How far a level stands in.
STEP = Cm(1)

#: The short and the long side of A4.
_SHORT, _LONG = Cm(21), Cm(29.7)


def new_file(title: str, language: str) -> File:
    """An empty file."""
    file = docx.Document()
    _set_properties(file, title, language)
    _set_styles(file)
    footer = file.sections[0].footer.paragraphs[0]
    footer.alignment = WD_PARAGRAPH_ALIGNMENT.CENTER
    footer._p.append(element("fldSimple", instr="PAGE"))
    return file


def saved(file: File) -> bytes:
    """The bytes of a file, the same wherever and whenever they are made."""
    draft, settled = BytesIO(), BytesIO()
    file.save(draft)
    with ZipFile(draft) as old, ZipFile(settled, "w") as new:
        for name in sorted(old.namelist()):  # the list of contents comes first, as it must
            entry = ZipInfo(name, _CREATED.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            new.writestr(entry, old.read(name))
    return settled.getvalue()


def element(tag: str, /, **attributes: str) -> Any:
    """An element of Word's own vocabulary."""
    made = OxmlElement(f"w:{tag}")
    for attribute, value in attributes.items():
        made.set(qn(f"w:{attribute}"), value)
    return made


def ground(colour: str) -> Any:
    """What words or a cell stand on."""
    return element("shd", val="clear", color="auto", fill=colour)


def new_numbering(file: File) -> int:
    """The numbering of another ordered list, which begins at 1."""
    numbering: Any = file.part.numbering_part.element
    styles: Any = file.styles
    used = styles["List Number"].element.pPr.numPr.numId.val
    made = numbering.add_num(numbering.num_having_numId(used).abstractNumId.val)
    made.add_lvlOverride(0).add_startOverride(1)
    return int(made.numId)


def full_language(language: str) -> str:
    """A language as Word names it."""
    return _LANGUAGES.get(language, language)


@dataclass(slots=True)
class Paper:
    """The pages of a file: A4, upright or on its side."""

    file: File
    on_its_side: bool = False

    def __post_init__(self) -> None:
        self._set()

    def turn(self, *, on_its_side: bool) -> None:
        """Go on, on a new page where the paper has to be turned."""
        if on_its_side is not self.on_its_side:
            self.on_its_side = on_its_side
            self.file.add_section()
            self._set()

    @property
    def width(self) -> int:
        """The width between the margins."""
        return (_LONG if self.on_its_side else _SHORT) - 2 * self._margin

    @property
    def _margin(self) -> Cm:
        return Cm(1.5) if self.on_its_side else Cm(2.2)

    def _set(self) -> None:
        section = self.file.sections[-1]
        if self.on_its_side:
            section.orientation = WD_ORIENTATION.LANDSCAPE
            section.page_width, section.page_height = _LONG, _SHORT
        else:
            section.orientation = WD_ORIENTATION.PORTRAIT
            section.page_width, section.page_height = _SHORT, _LONG
        section.left_margin = section.right_margin = self._margin
        section.top_margin = section.bottom_margin = Cm(2)


def _set_properties(file: File, title: str, language: str) -> None:
    properties = file.core_properties
    properties.title = without_forbidden(title)[:_LONGEST_PROPERTY]
    properties.language = language
    properties.created = properties.modified = _CREATED
    properties.author = properties.comments = properties.last_modified_by = ""
    (default,) = file.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    default.set(qn("w:val"), full_language(language))
    relations = file.part.package.rels
    for name in [name for name, r in relations.items() if r.reltype.endswith("/thumbnail")]:
        del relations[name]  # a picture of the page that the library begins with


def _set_styles(file: File) -> None:
    """The library's styles in the colours of our pages, and a few of our own."""
    styles: Any = file.styles
    for name in ("Title", "Subtitle", "Caption", *(f"Heading {level}" for level in range(1, 6))):
        styles[name].font.color.rgb = RGBColor.from_string(_INK)
    styles["Title"].font.size = Pt(22)
    styles["Normal"].paragraph_format.space_after = Pt(6)
    styles["Caption"].paragraph_format.keep_with_next = True
    styles["Caption"].paragraph_format.space_before = Pt(12)
    for name, size, space in (
        ("Note", 10, 3),
        ("Note Label", 9, 3),
        ("Table Text", 9, 2),
        ("Table Small", 7, 1),
    ):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        style.font.size = Pt(size)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(space)
        style.paragraph_format.line_spacing = 1
    styles["Note Label"].font.bold = True
    styles["Note Label"].paragraph_format.keep_with_next = True
    link = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True)
    link.font.color.rgb = RGBColor.from_string(_LINK)
    link.font.underline = True
