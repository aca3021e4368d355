"""The named styles of an OpenDocument text: what a drafting group changes to change the look of all.

The names are those of LibreOffice where it has one for the purpose, so that its own lists and menus
find them, and ours where it has none. The reader of such files knows text by these names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from odfdo import Element, Style

from convention_tool.writers.odt_element import element, place_of
from convention_tool.writers.odt_pages import UPRIGHT, text_width

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: How far a level stands in, in centimetres.
STEP = 1.0
#: Levels of text that have a style; deeper ones share the last.
DEEPEST = 6
#: Levels of heading, as in the Word file; deeper ones share the last.
DEEPEST_HEADING = 5

#: Spelling is checked by language and country.
_COUNTRIES = {"en": "GB", "fr": "FR", "es": "ES"}

_INK, _LINK = "#1d1f23", "#174e8c"
#: Found or replaced by one of the same widths on every system.
FONT = "Times New Roman"

#: The style of a bulleted list, and of a numbered one.
BULLETS, NUMBERS = "List Bullet", "List Number"
#: The character styles of links, out of the page and within it.
OUTER_LINK, INNER_LINK = "Internet link", "Reference"
#: That of the entries of the contents, which need not look like links.
ENTRY_LINK = "Contents Link"


class _Look(NamedTuple):
    """A paragraph style."""

    name: str
    parent: str
    paragraph: Mapping[str, str] = {}
    text: Mapping[str, str] = {}


def internal(name: str) -> str:
    """The name of a style within the file, where a name has no spaces."""
    return name.replace(" ", "_20_")


def by_level(name: str, level: int) -> str:
    """The name of the style for text that stands in by so many levels."""
    level = min(level, DEEPEST)
    return f"{name} {level}" if level else name


def language_properties(language: str) -> dict[str, str]:
    """What tells the language of words."""
    country = _COUNTRIES.get(language, "none")
    return {"fo:language": language, "fo:country": country}


def styles(language: str) -> Iterator[Element]:
    """The styles of a file whose text is in this language."""
    default = Element.from_tag("style:default-style")
    default.set_attribute("style:family", "paragraph")
    default.append(element("style:paragraph-properties", {"style:tab-stop-distance": "1cm"}))
    properties = {
        "style:font-name": FONT,
        "fo:font-size": "11pt",
        "fo:color": _INK,
        "fo:hyphenate": "false",
        **language_properties(language),
    }
    default.append(element("style:text-properties", properties))
    yield default
    for look in _looks():
        yield _style(look)
    for name, properties in (
        (OUTER_LINK, {"fo:color": _LINK, "style:text-underline-style": "solid"}),
        (INNER_LINK, {"fo:color": _LINK}),
        (ENTRY_LINK, {"fo:color": _INK}),
    ):
        style = Style("text", name=internal(name), display_name=name)
        style.set_properties(properties, area="text")
        yield style
    yield _outline()
    yield _list_style(BULLETS, "text:list-level-style-bullet", {"text:bullet-char": "•"})
    numbered = {"style:num-format": "1", "style:num-suffix": "."}
    yield _list_style(NUMBERS, "text:list-level-style-number", numbered)


def _looks() -> Iterator[_Look]:
    """The paragraph styles, each after the one it is made from."""
    yield _Look("Standard", "", _space(0, 0), {})
    yield _Look("Text body", "Standard", {**_space(0, 6), "fo:orphans": "2", "fo:widows": "2"})
    yield _Look("Heading", "Standard", {**_space(12, 6), **_KEEP}, _BOLD)
    yield _Look("Title", "Heading", {**_space(0, 8), **_CENTRE}, {"fo:font-size": "20pt"})
    subtitle = {"fo:font-size": "12pt", "fo:font-weight": "normal", "fo:font-style": "italic"}
    yield _Look("Subtitle", "Heading", {**_space(0, 4), **_CENTRE}, subtitle)
    for level, size in enumerate((15, 12.5, 11.5, 11, 11), 1):
        above = 20 if level == 1 else 12
        text = {"fo:font-size": f"{size}pt", "fo:font-style": "italic" if level == 5 else "normal"}
        yield _Look(f"Heading {level}", "Heading", {**_space(above, 5), **_KEEP}, text)
    for level in range(1, DEEPEST + 1):
        yield _Look(by_level("Text body", level), "Text body", _indented(level))
    for level in range(DEEPEST + 1):
        hanging = {**_indented(level + 1), "fo:text-indent": f"-{STEP}cm"}
        yield _Look(by_level("Numbered", level), "Text body", hanging)
    yield _Look("Note", "Text body", _space(0, 3), {"fo:font-size": "10pt"})
    for level in range(1, DEEPEST + 1):
        yield _Look(by_level("Note", level), "Note", _indented(level))
    for level in range(DEEPEST + 1):
        hanging = {**_indented(level + 1), "fo:text-indent": f"-{STEP}cm"}
        yield _Look(by_level("Numbered Note", level), "Note", hanging)
    label = {"fo:font-size": "9pt", **_BOLD}
    yield _Look("Note Label", "Note", {**_space(3, 2), **_KEEP, **_indented(1)}, label)
    aside = {
        **_indented(1),
        **_space(0, 6),
        "fo:padding-left": "0.25cm",
        "fo:border-left": "0.75pt solid #c9c4b6",
    }
    yield _Look("Commentary", "Note", aside)
    yield _Look("Commentary Label", "Note Label", {**aside, **_space(3, 2)})
    yield _Look("Printed Footnote", "Note", _indented(1), {"fo:font-size": "9pt"})
    yield _Look("Printed Footnote Label", "Note Label")
    yield _Look("Facts", "Text body", _space(0, 2))
    yield _Look("Draft Header", "Facts", {**_space(0, 1), **_CENTRE}, {"fo:font-size": "10pt"})
    yield _Look("Table Caption", "Standard", {**_space(12, 4), **_KEEP}, _BOLD)
    yield _Look("Table Text", "Standard", _space(2, 2), {"fo:font-size": "9pt"})
    yield _Look("Table Small", "Standard", _space(1, 1), {"fo:font-size": "7pt"})
    yield _Look("List Text", "Text body", _space(0, 3))
    yield _Look("Contents Heading", "Heading", {}, {"fo:font-size": "12.5pt"})
    for level in range(1, DEEPEST_HEADING + 1):
        yield _Look(f"Contents {level}", "Standard", {**_indented((level - 1) / 2), **_space(0, 1)})
    yield _Look("Footer", "Standard", _CENTRE, {"fo:font-size": "9pt"})


_BOLD = {"fo:font-weight": "bold"}
_CENTRE = {"fo:text-align": "center"}
_KEEP = {"fo:keep-with-next": "always"}


def _space(above: float, below: float) -> dict[str, str]:
    """Room above and below a paragraph, in points."""
    return {"fo:margin-top": f"{above}pt", "fo:margin-bottom": f"{below}pt"}


def _indented(levels: float) -> dict[str, str]:
    return {"fo:margin-left": f"{STEP * levels:g}cm"}


def _style(look: _Look) -> Style:
    style = Style(
        "paragraph",
        name=internal(look.name),
        display_name=look.name,
        parent_style=internal(look.parent) or None,
    )
    style.set_attribute("style:class", "text")
    level = look.name.removeprefix("Heading ")
    if level.isdigit():
        style.set_attribute("style:default-outline-level", level)
    if look.name.startswith("Heading") or look.name in {"Title", "Subtitle"}:
        style.set_attribute("style:next-style-name", internal("Text body"))
    if look.paragraph:
        style.set_properties(dict(look.paragraph), area="paragraph")
    if look.name.removeprefix("Contents ").isdigit():
        place_of(style, "style:paragraph-properties").append(_page_stop())
    if look.text:
        style.set_properties(dict(look.text), area="text")
    return style


def _page_stop() -> Element:
    """Where the page numbers of the contents stand: at the right margin, after dots."""
    stop = {
        "style:type": "right",
        "style:position": f"{text_width(UPRIGHT):g}cm",
        "style:leader-style": "dotted",
        "style:leader-text": ".",
    }
    return element("style:tab-stops", {}, element("style:tab-stop", stop))


def _outline() -> Element:
    """The levels of headings, without numbers of their own: these are words of the text."""
    outline = element("text:outline-style", {"style:name": "Outline"})
    for level in range(1, DEEPEST_HEADING + 1):
        properties = {"text:level": str(level), "style:num-format": ""}
        outline.append(element("text:outline-level-style", properties))
    return outline


def _list_style(name: str, tag: str, properties: Mapping[str, str]) -> Element:
    style = element("text:list-style", {"style:name": internal(name), "style:display-name": name})
    for level in range(1, DEEPEST + 1):
        one = element(tag, {"text:level": str(level), **properties})
        mode = {"text:list-level-position-and-space-mode": "label-alignment"}
        room = element("style:list-level-properties", mode)
        alignment = {
            "text:label-followed-by": "listtab",
            "fo:margin-left": f"{STEP * level:g}cm",
            "fo:text-indent": "-0.6cm",
        }
        room.append(element("style:list-level-label-alignment", alignment))
        one.append(room)
        style.append(one)
    return style
