"""The table of contents of an OpenDocument text: an index that a word processor can bring up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from odfdo import Element, Link, Paragraph, Tab

from convention_tool.document import plain
from convention_tool.writers.characters import without_forbidden
from convention_tool.writers.odt_element import element, say
from convention_tool.writers.odt_styles import DEEPEST_HEADING, ENTRY_LINK, internal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convention_tool.document import Heading

#: What stands above it, by the language of the page.
_TITLES = {"en": "Contents", "fr": "Sommaire", "es": "Índice"}

#: So deep are headings listed: parts, articles, and the articles of parts within parts.
_LISTED_LEVELS = 3


def contents(listed: Iterable[Heading], language: str) -> Element:
    """An index of the headings, each a link to its place."""
    title = _TITLES.get(language, _TITLES["en"])
    name = internal("Contents Heading")
    body = element(
        "text:index-body",
        {},
        element("text:index-title", {"text:name": "Contents_Head"}, Paragraph(title, style=name)),
    )
    for heading in listed:
        level = min(max(heading.level - 1, 1), DEEPEST_HEADING)
        if level <= _LISTED_LEVELS:
            body.append(_entry(heading, level))
    return element(
        "text:table-of-content",
        {"text:name": "Contents", "text:protected": "true"},
        _source(title),
        body,
    )


def _entry(heading: Heading, level: int) -> Element:
    anchor = without_forbidden(heading.anchor)
    link = Link(f"#{anchor}", style=internal(ENTRY_LINK))
    say(link, " ".join(f"{heading.number} {plain(heading.content)}".split()))
    entry = Paragraph(style=internal(f"Contents {level}"))
    entry.append(link)
    entry.append(Tab())
    page = element(
        "text:bookmark-ref",
        {"text:reference-format": "page", "text:ref-name": anchor},
    )
    entry.append(page)
    return entry


def _source(title: str) -> Element:
    """How a word processor makes the index again: from the outline, each entry a link."""
    made = element("text:table-of-content-source", {"text:outline-level": str(_LISTED_LEVELS)})
    heading = element(
        "text:index-title-template", {"text:style-name": internal("Contents Heading")}
    )
    heading.text = title
    made.append(heading)
    for level in range(1, _LISTED_LEVELS + 1):
        style = {"text:style-name": internal(f"Contents {level}")}
        parts = (element(tag, attributes) for tag, attributes in _ENTRY)
        outline = {"text:outline-level": str(level), **style}
        made.append(element("text:table-of-content-entry-template", outline, *parts))
    return made


#: What an entry is made of.
_ENTRY: tuple[tuple[str, dict[str, str]], ...] = (
    ("text:index-entry-link-start", {}),
    ("text:index-entry-text", {}),
    ("text:index-entry-link-end", {}),
    ("text:index-entry-tab-stop", {"style:type": "right", "style:leader-char": "."}),
    ("text:index-entry-page-number", {}),
)
