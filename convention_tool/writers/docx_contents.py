"""A table of contents that Word can renew, filled with the headings of the file.

Word asks a question that frightens its reader when a file tells it to renew fields at once, so no
field here is marked as out of date. The entries are right as they stand; their page numbers are
reckoned from the length of the text, and Word puts its own when it prints, or when a reader renews
the table (F9).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from docx.oxml.ns import qn

from convention_tool.writers.docx_fields import closed, field, opened
from convention_tool.writers.docx_pages import pages
from convention_tool.writers.docx_styles import Styles, heading_style
from convention_tool.writers.docx_xml import element, text_element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as File

#: A table of contents goes so deep, as `TOC \o "1-3"` says.
_DEEPEST = 3

#: A table of more entries has pages of its own.
_FEW = 10

#: Headings of the table, by the language of the file.
_TITLES = {"en": "Contents", "fr": "Sommaire", "es": "Índice"}


class _Entry(NamedTuple):
    level: int
    text: str
    bookmark: str
    paragraph: Any


def add_contents(file: File, before: Any, styles: Styles, language: str) -> None:
    """Put a table of the headings of a file before one of its blocks.

    Args:
        file: whose text is all written.
        before: the first block after the table.
        styles: of the file.
        language: of the title of the table.
    """
    entries = tuple(_entries(file.element.body, styles))
    if not entries:
        return
    inner = element("sdtContent", _titled(styles, language))
    for entry in entries:
        line = _line(entry, styles)
        if entry is entries[0]:
            link = line.find(qn("w:hyperlink"))
            for run in opened(f'TOC \\o "1-{_DEEPEST}" \\h \\z \\u'):
                link.addprevious(run)
        inner.append(line)
    end = element("p", closed())
    if len(entries) > _FEW:
        end.append(element("r", element("br", type="page")))
    inner.append(end)
    gallery = element("docPartObj", element("docPartGallery", val="Table of Contents"))
    gallery.append(element("docPartUnique"))
    before.addprevious(element("sdt", element("sdtPr", gallery), inner))
    # The table takes room itself, so that pages are reckoned with it.
    found = pages(file, styles)
    for entry, link in zip(entries, inner.iter(qn("w:hyperlink")), strict=True):
        *_, number = link.iter(qn("w:t"))
        number.text = str(found[entry.paragraph])


def _titled(styles: Styles, language: str) -> Any:
    title = text_element(_TITLES.get(language, _TITLES["en"]))
    style = element("pStyle", val=styles.named("TOC Heading"))
    return element("p", element("pPr", style), element("r", title))


def _entries(body: Any, styles: Styles) -> Iterator[_Entry]:
    """The headings of a file, each in a bookmark of its own from now on."""
    levels = {styles.named(heading_style(level + 1)): level for level in range(1, _DEEPEST + 1)}
    used = [int(one.get(qn("w:id"))) for one in body.iter(qn("w:bookmarkStart"))]
    number = max(used, default=0)
    for paragraph in body.iterchildren(qn("w:p")):
        level = levels.get(paragraph.style or "", 0)
        text = "".join(_texts(paragraph)).strip()
        if level and text:
            number += 1
            name = f"_Toc{number:09}"
            paragraph.insert(1, element("bookmarkStart", id=str(number), name=name))
            paragraph.append(element("bookmarkEnd", id=str(number)))
            yield _Entry(level, text, name, paragraph)


def _texts(paragraph: Any) -> Iterator[str]:
    for one in paragraph.iter(qn("w:t"), qn("w:br")):
        yield " " if one.tag == qn("w:br") else one.text or ""


def _line(entry: _Entry, styles: Styles) -> Any:
    """An entry: the heading, dots, its page."""
    link = element("hyperlink", element("r", text_element(entry.text)), anchor=entry.bookmark)
    link.append(element("r", element("tab")))
    link.extend(field(f"PAGEREF {entry.bookmark} \\h", "1"))
    style = element("pStyle", val=styles.named(f"toc {entry.level}"))
    return element("p", element("pPr", style), link)
