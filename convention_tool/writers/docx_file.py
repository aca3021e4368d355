"""A Word file as it begins and ends: its page, its properties, and the bytes of it all."""

from __future__ import annotations

from io import BytesIO
from textwrap import shorten
from typing import TYPE_CHECKING, Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.enum.section import WD_ORIENTATION
from docx.oxml.ns import qn
from docx.shared import Cm

from convention_tool.writers.dates import moment
from convention_tool.writers.docx_fields import field
from convention_tool.writers.docx_properties import set_properties
from convention_tool.writers.docx_styles import Styles, add_styles, set_defaults
from convention_tool.writers.docx_template import blank, from_template
from convention_tool.writers.docx_xml import element, full_language, text_element

if TYPE_CHECKING:
    from datetime import datetime

    from docx.document import Document as File

    from convention_tool.writers import WordOptions

#: The short and the long side of A4, and the margins of a page upright and on its side.
_SHORT, _LONG = Cm(21), Cm(29.7)
_MARGIN, _NARROW = Cm(2.5), Cm(1.5)

#: A running head is one line.
_LONGEST_HEAD = 90

#: What stands around the number of a page and the number of pages.
_PAGE_OF = {"en": ("Page ", " of "), "fr": ("Page ", " sur "), "es": ("Página ", " de ")}


class Cover(NamedTuple):
    """What a file says of itself."""

    title: str
    language: str
    #: The header block of a draft.
    header: tuple[tuple[str, str], ...] = ()
    #: Whether it is the text of a treaty, and not a report about one.
    is_text: bool = False

    @property
    def made(self) -> datetime:
        """When it says that it was made."""
        dates = (value for key, value in self.header if key.casefold() == "date")
        return moment(next(dates, ""))


def new_file(cover: Cover, options: WordOptions | None = None) -> tuple[File, Styles]:
    """An empty file, and its styles.

    Args:
        cover: what the file says of itself.
        options: the template of a house, if there is one.

    Raises:
        UnreadableFileError: the template is no Word file.
    """
    reference = options.reference if options else None
    if reference is None:
        file = blank()
        set_defaults(file, cover.language)
        _set_page(file)
    else:
        file = from_template(reference, options.reference_name if options else "")
        _set_language(file, cover.language)
    set_properties(file, cover.title, cover.language, cover.header, cover.made)
    styles = add_styles(file, is_text=cover.is_text)
    section: Any = file.sections[0]._sectPr
    if not section.xpath("w:headerReference | w:footerReference"):
        _set_running_lines(file, styles, cover)
    return file, styles


def saved(file: File, made: datetime) -> bytes:
    """The bytes of a file, the same wherever and whenever they are made."""
    draft, settled = BytesIO(), BytesIO()
    file.save(draft)
    with ZipFile(draft) as old, ZipFile(settled, "w") as new:
        for name in sorted(old.namelist()):  # the list of contents comes first, as it must
            entry = ZipInfo(name, made.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            new.writestr(entry, old.read(name))
    return settled.getvalue()


class Paper:
    """The pages of a file: as its first page is, or turned on their side."""

    def __init__(self, file: File, *, on_its_side: bool = False) -> None:
        """Begin with the first page."""
        first: Any = file.sections[0]
        self._file = file
        self._margins = first.left_margin, first.right_margin
        self._on_its_side = False
        if on_its_side:
            self._turn()

    def turn(self, *, on_its_side: bool) -> None:
        """Go on, on a new page where the paper has to be turned."""
        if on_its_side is not self._on_its_side:
            made = self._file.add_section()._sectPr
            for once in made.xpath("w:titlePg | w:pgNumType[@w:start]"):
                made.remove(once)
            self._turn()

    @property
    def width(self) -> int:
        """The width between the margins."""
        section: Any = self._file.sections[-1]
        return int(section.page_width - section.left_margin - section.right_margin)

    def _turn(self) -> None:
        self._on_its_side = not self._on_its_side
        section: Any = self._file.sections[-1]
        section.page_width, section.page_height = section.page_height, section.page_width
        sides = WD_ORIENTATION.PORTRAIT, WD_ORIENTATION.LANDSCAPE
        section.orientation = sides[section.page_width > section.page_height]
        left, right = self._margins
        if self._on_its_side:
            left, right = min(left, _NARROW), min(right, _NARROW)
        section.left_margin, section.right_margin = left, right


def _set_page(file: File) -> None:
    section = file.sections[0]
    section.page_width, section.page_height = _SHORT, _LONG
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN
    section.header_distance = section.footer_distance = Cm(1.25)


def _set_language(file: File, language: str) -> None:
    """The language that spelling is checked in, where a template has another."""
    for one in file.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang"):
        one.set(qn("w:val"), full_language(language))


def _set_running_lines(file: File, styles: Styles, cover: Cover) -> None:
    """The title over every page but the first, and below each page its number."""
    section = file.sections[0]
    section.different_first_page_header_footer = True
    above, below = styles.named("header"), styles.named("footer")
    title = shorten(cover.title, _LONGEST_HEAD, placeholder="…")
    before, between = _PAGE_OF.get(cover.language, _PAGE_OF["en"])
    for head, words in ((section.header, title), (section.first_page_header, "")):
        line: Any = head.paragraphs[0]._p
        line.style = above
        line.append(element("r", text_element(words)))
    for foot in (section.footer, section.first_page_footer):
        line = foot.paragraphs[0]._p
        line.style = below
        line.append(element("r", text_element(before)))
        line.extend(field("PAGE", "1"))
        line.append(element("r", text_element(between)))
        line.extend(field("NUMPAGES", "1"))
