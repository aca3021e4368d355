"""What a page's own style sheet says of the numbers of its lists.

Only the shapes that editors write are known: `ol.x { list-style-type: lower-alpha }`,
`ol ol { list-style: lower-roman }`, and the counters of Google's documents,
`.x > li:before { content: "(" counter(y, lower-latin) ") " }`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.readers.html.elements import words_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element


class Style(NamedTuple):
    """How a list is numbered."""

    #: As style sheets call it: "decimal", "lower-alpha", "none".
    series: str
    #: What stands before and after the number; None leaves it to the custom of treaties.
    around: tuple[str, str] | None = None


class Styles(NamedTuple):
    """The styles of lists, by the class of a list or of its items, and by how deep it stands."""

    classes: Mapping[str, Style]
    depths: Mapping[int, Style]


#: Rules longer than this, in characters, speak of more than lists.
_LONGEST = 2_000

_SERIES = re.compile(
    r"list-style(?:-type)?\s*:\s*(?:[\w-]+\s+){0,2}?"
    r"(decimal-leading-zero|decimal|(?:lower|upper)-(?:alpha|latin|roman)|none|disc|circle|square)"
)
_COUNTER = re.compile(
    r"""content\s*:\s*["']([^"']{0,5})["']\s*counter\([\w-]+\s*,\s*([\w-]+)\)\s*["']([^"']{0,5})["']"""
)
_CLASS = re.compile(r"(?:ol|ul|li)?\.([\w-]+)(?:\s*>?\s*li)?(?::{1,2}(?:before|marker))?$")
_DEPTH = re.compile(r"ol(?:\s+(?:li\s+|>\s*)?ol)*$")


def styles_of(root: Element) -> Styles:
    """The styles of lists in the style sheets of a page."""
    classes: dict[str, Style] = {}
    depths: dict[int, Style] = {}
    for selector, found in _rules(root):
        by_class = _CLASS.match(selector)
        if by_class and (found.around or found.series != "none" or by_class[1] not in classes):
            classes[by_class[1]] = found
        elif _DEPTH.match(selector):
            depths[len(re.findall(r"\bol\b", selector))] = found
    return Styles(classes, depths)


def _rules(root: Element) -> Iterator[tuple[str, Style]]:
    for sheet in root.iter("style"):
        text = _uncommented("".join(words_in(sheet)))
        for rule in text.split("}"):
            before, _, body = rule.rpartition("{")
            selectors = before.rpartition("{")[2]
            if len(selectors) > _LONGEST or len(body) > _LONGEST:
                continue
            found = _style(body)
            if found is None:
                continue
            for selector in selectors.split(","):
                yield selector.strip().removeprefix("<!--").strip(), found


def _uncommented(sheet: str) -> str:
    first, *others = sheet.split("/*")
    return first + "".join(part.partition("*/")[2] for part in others)


def _style(body: str) -> Style | None:
    counted = _COUNTER.search(body)
    if counted:
        return Style(counted[2], (counted[1].strip(), counted[3].strip()))
    found = _SERIES.search(body)
    return Style(found[1]) if found else None
