"""An OpenDocument text as it begins and ends: its pages, its properties, and the bytes of it all."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import odfdo
from odfdo import Element

from convention_tool.writers.characters import without_forbidden
from convention_tool.writers.dates import moment
from convention_tool.writers.draft_properties import draft_properties
from convention_tool.writers.odt_element import element, place_of
from convention_tool.writers.odt_pages import pages, papers
from convention_tool.writers.odt_styles import FONT, styles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convention_tool.document import Document

#: What the file says made it; no version, or a new one would change every file.
_GENERATOR = "convention_tool"


def new_file(document: Document) -> odfdo.Document:
    """An empty file with the styles, pages and properties of a document."""
    file = odfdo.Document("text")
    file.body.clear()
    _set_styles(file.styles.root, document.language)
    _set_properties(file.meta, document)
    return file


def saved(file: odfdo.Document, document: Document) -> bytes:
    """The bytes of a file, the same wherever and whenever they are made."""
    mimetype = file.mimetype
    parts = {
        "content.xml": file.content.serialize(),
        "meta.xml": file.meta.serialize(),
        "styles.xml": file.styles.serialize(),
    }
    for path in file.manifest.get_paths():
        if path != "/" and path not in parts:
            file.manifest.del_full_path(path)
    file.manifest.set_media_type("/", mimetype)
    parts["META-INF/manifest.xml"] = file.manifest.serialize()
    made = BytesIO()
    with ZipFile(made, "w") as packed:
        # The kind of file comes first and unpacked, where programs look for it.
        for name, data in (("mimetype", mimetype.encode()), *parts.items()):
            entry = ZipInfo(name, moment(document.date).timetuple()[:6])
            entry.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            entry.create_system = 0
            packed.writestr(entry, data)
    return made.getvalue()


def _set_properties(meta: Any, document: Document) -> None:
    """Write the properties of the file, the draft's header block among them."""
    meta.body.clear()
    day = moment(document.date).replace(tzinfo=None)
    meta.generator = _GENERATOR
    meta.title = without_forbidden(document.title)
    meta.language = document.language
    meta.creation_date = day
    meta.date = day
    for name, value in draft_properties(document.header):
        meta.set_user_defined_metadata(without_forbidden(name), without_forbidden(value))


def _set_styles(root: Element, language: str) -> None:
    """Give a file our styles and pages in place of those that the library begins with."""
    for tag, made in (
        ("office:font-face-decls", _fonts()),
        ("office:styles", styles(language)),
        ("office:automatic-styles", papers()),
        ("office:master-styles", pages()),
    ):
        place = place_of(root, f"//{tag}")
        place.clear()
        for one in made:
            place.append(one)


def _fonts() -> Iterator[Element]:
    yield element(
        "style:font-face",
        {
            "style:name": FONT,
            "svg:font-family": f"'{FONT}'",
            "style:font-family-generic": "roman",
            "style:font-pitch": "variable",
        },
    )
