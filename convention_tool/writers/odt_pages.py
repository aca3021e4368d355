"""The pages of an OpenDocument text: A4, upright or on its side, with a number at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from odfdo import Element

from convention_tool.writers.odt_element import element

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Pages, upright and on their side.
UPRIGHT, ON_ITS_SIDE = "Standard", "Landscape"
#: The short and the long side of A4, and the margins, in centimetres, as in the Word file.
_SHORT, _LONG = 21.0, 29.7
_MARGIN, _NARROW = 2.2, 1.5
_TOP = 2.0
#: The footer has this much of the margin below the text.
_FOOTER = 0.9


def text_width(page: str) -> float:
    """The width between the margins of a page, in centimetres."""
    return _LONG - 2 * _NARROW if page == ON_ITS_SIDE else _SHORT - 2 * _MARGIN


def papers() -> Iterator[Element]:
    """The size and the margins of each page."""
    for name, width, height, margin, orientation in (
        (UPRIGHT, _SHORT, _LONG, _MARGIN, "portrait"),
        (ON_ITS_SIDE, _LONG, _SHORT, _NARROW, "landscape"),
    ):
        layout = element("style:page-layout", {"style:name": f"Paper_{name}"})
        properties = {
            "fo:page-width": f"{width}cm",
            "fo:page-height": f"{height}cm",
            "fo:margin-top": f"{_TOP}cm",
            "fo:margin-bottom": f"{_TOP - _FOOTER:g}cm",
            "fo:margin-left": f"{margin}cm",
            "fo:margin-right": f"{margin}cm",
            "style:print-orientation": orientation,
        }
        layout.append(element("style:page-layout-properties", properties))
        footer = Element.from_tag("style:footer-style")
        room = {"fo:min-height": f"{_FOOTER}cm", "fo:margin-top": "0.4cm"}
        footer.append(element("style:header-footer-properties", room))
        layout.append(footer)
        yield layout


def pages() -> Iterator[Element]:
    """The pages, with what stands at their foot."""
    for name in (UPRIGHT, ON_ITS_SIDE):
        properties = {"style:name": name, "style:page-layout-name": f"Paper_{name}"}
        page = element("style:master-page", properties)
        footer = Element.from_tag("style:footer")
        paragraph = element("text:p", {"text:style-name": "Footer"})
        paragraph.append(element("text:page-number", {"text:select-page": "current"}))
        footer.append(paragraph)
        page.append(footer)
        yield page
