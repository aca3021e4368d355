"""What is asked of an element by several modules: its words, classes and style."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from convention_tool.readers.extract import one_line
from convention_tool.readers.text.lines import Opening, opening, plausible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

#: Elements that begin and end a line of a page.
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

#: An opening is looked for in so many characters of a line; the rest is never part of it.
_OPENING = 400
#: Classes and ids have so many characters; what is longer is no name.
_LONGEST_NAMES = 400


def words_in(element: Element) -> Iterator[str]:
    """The stretches of words in an element, as they stand in the source of the page."""
    return (str(words) for words in element.itertext())


def tag(element: Element) -> str:
    """The name of an element, "" for what is none."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def text_of(element: Element) -> str:
    """The words of an element, on one line."""
    return one_line("".join(words_in(element)))


def phrases_of(element: Element) -> str:
    """The words of an element for a report: a space between what stands in different places."""
    return one_line(" ".join(words_in(element)))


def attribute(element: Element, name: str) -> str:
    """An attribute, "" where there is none."""
    return (element.get(name) or "").strip()


def names(element: Element) -> frozenset[str]:
    """The words that its classes and its id are made of, in small letters."""
    return _names(f"{element.get('class') or ''} {element.get('id') or ''}"[:_LONGEST_NAMES])


@lru_cache(maxsize=4096)
def _names(said: str) -> frozenset[str]:
    parted = f"{said} {re.sub(r'(?<=[a-z])(?=[A-Z])', ' ', said)}"
    return frozenset(re.split(r"[^a-z0-9]+", parted.lower())) - {""}


def style(element: Element, prop: str) -> str:
    """A property of its own style, in small letters; "" where it has none."""
    own = element.get("style")
    if not own:
        return ""
    for part in own.lower().split(";"):
        name, _, value = part.partition(":")
        if name.strip() == prop:
            return value.replace("!important", "").strip()
    return ""


def opens(line: str) -> Opening | None:
    """How a line of a page opens, if it opens as a unit or with a mark can."""
    line = line.strip()[:_OPENING]
    found = opening(line) if line else None
    return found if found and plausible(found) else None


def opens_article(line: str) -> bool:
    """Whether a line opens an article by its number."""
    found = opens(line)
    return found is not None and found.kind == "article" and bool(found.number)


def pieces(element: Element) -> Iterator[tuple[str, bool]]:
    """The stretches of words in an element, and whether each stands in a link."""
    linked = [element] if is_link(element) else []
    stack: list[tuple[Element, bool]] = [(element, False)]
    while stack:
        one, done = stack.pop()
        if done:
            if linked and linked[-1] is one:
                linked.pop()
            if one is not element and one.tail:
                yield one.tail, bool(linked)
            continue
        if one is not element and is_link(one):
            linked.append(one)
        if one.text:
            yield one.text, bool(linked)
        stack.append((one, True))
        stack.extend((child, False) for child in reversed(one))


def is_link(element: Element) -> bool:
    """Whether an element leads somewhere; an anchor alone does not."""
    return tag(element) == "a" and element.get("href") is not None


def letters(text: str) -> int:
    """How many letters and digits some words have."""
    return sum(map(str.isalnum, text))


def remove(element: Element) -> None:
    """Take an element out of its page; what follows it stays."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    tail = element.tail or ""
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail
    parent.remove(element)
