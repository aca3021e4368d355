"""Elements of an OpenDocument text, and the words in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from odfdo import Element, Span

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


def span(text: str, style: str) -> Span:
    """Words in a character style, or as their paragraph has them where that is "".

    Spaces at their ends and runs of spaces are written as elements: the format itself keeps of a
    run only one, and of those that begin or end a paragraph none.
    """
    return Span(without_forbidden(text), style=style or None)
