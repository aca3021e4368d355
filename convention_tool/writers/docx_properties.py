"""What a Word file says of itself: its title, its language, and the header block of the draft.

The header block stands in properties of the file, so that reading the file gives it back exactly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from lxml import etree

from convention_tool.writers.characters import without_forbidden
from convention_tool.writers.draft_properties import draft_properties

if TYPE_CHECKING:
    from datetime import datetime

    from docx.document import Document as File

#: The library keeps no longer values.
_LONGEST = 255


def set_properties(
    file: File, title: str, language: str, header: tuple[tuple[str, str], ...], made: datetime
) -> None:
    """Say what the file is, and when it was made."""
    properties = file.core_properties
    for name in ("author", "category", "comments", "content_status", "identifier", "keywords"):
        setattr(properties, name, "")
    properties.last_modified_by = properties.subject = properties.version = ""
    properties.title = without_forbidden(title)[:_LONGEST]
    properties.language = language
    properties.created = properties.modified = made.replace(tzinfo=None)
    properties.revision = 1
    for printed in properties._element.xpath("cp:lastPrinted"):
        properties._element.remove(printed)
    if header:
        _add_custom(file, header)


def _add_custom(file: File, header: tuple[tuple[str, str], ...]) -> None:
    """Add the header block as the file's own properties."""
    spaces: Any = {None: _CUSTOM, "vt": _TYPES}
    properties = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap=spaces)
    for number, (own, value) in enumerate(draft_properties(header), _FIRST):
        name = without_forbidden(own)[:_LONGEST]
        one = etree.SubElement(
            properties, f"{{{_CUSTOM}}}property", fmtid=_FORMAT, pid=str(number), name=name
        )
        etree.SubElement(one, f"{{{_TYPES}}}lpwstr").text = without_forbidden(value)
    package: Any = file.part.package
    content: Any = properties
    part = XmlPart(PackURI("/docProps/custom.xml"), _CONTENT, content, package)
    package.relate_to(part, _RELATION)


_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_CONTENT = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
#: What every such property is of; their numbers begin at 2.
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST = 2
