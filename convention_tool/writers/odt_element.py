"""Elements of an OpenDocument text, and the words in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from odfdo import Element, Paragraph, Span

from convention_tool.writers.characters import without_forbidden

if TYPE_CHECKING:
    from collections.abc import Mapping


def element(tag: str, attributes: Mapping[str, str], *inner: Element) -> Element:
    """An element of the format's own vocabulary, and what stands in it."""
    made = Element.from_tag(tag)
    for name, value in attributes.items():
        made.set_attribute(name, value)
    for one in inner:
        made.append(one)
    return made


def place_of(root: Element, path: str) -> Element:
    """The one place in a file that is called so, which every file of the library has."""
    (place,) = root.get_elements(path)
    return place


def say(place: Element, text: str, style: str = "") -> None:
    """Add words at the end of a paragraph or a link, in a character style or as they come.

    Spaces at their ends and runs of spaces are written as elements: the format itself keeps of a
    run only one, and of those that begin or end a paragraph none.
    """
    said = without_forbidden(text)
    if style or not isinstance(place, Paragraph):
        place.append(Span(said, style=style or None))
    else:
        place.append_plain_text(said)
