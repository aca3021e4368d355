"""Brings the footnotes of a page to the words that they are about.

A page has them at its end, where links lead; a draft has each below its paragraph.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree

from convention_tool.readers.extract import footnote, one_line
from convention_tool.readers.html.elements import (
    HEADINGS,
    attribute,
    opens_article,
    remove,
    tag,
    text_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

#: How the link to a footnote is printed: 1 [1] (1). The text reader knows marks of two figures.
_MARK = re.compile(r"[\[(]?(\d{1,2})[\])]?\.?")
_LEADING = re.compile(r"(?:[\[(]?\d{1,2}[\])]?[.:]?|[\^↑])\s*")
#: The way back from a footnote: its number, an arrow, the letters of several places.
_BACK = re.compile(r"[\[(]?(?:\d{1,2}(?:[.]\d+)?|[a-z])?[\])]?[\^↑↩︎⏎]*", re.IGNORECASE)

_HOLDERS = frozenset(("li", "p", "dd", "td", "div", "aside"))
#: The elements in which Word and others put a footnote of several paragraphs.
_NOTE_ID = re.compile(
    r"_?(?:ftn|edn|fn|en)[-_:.]?\d+|(?:foot|end|cite_?)?note[-_:.]?\w*", re.IGNORECASE
)
#: The element that holds a footnote is no further up from where links lead.
_NEAR = 12
#: The longest footnote, in characters; what is longer is a part of the text.
_LONGEST = 4_000


def notes_of(root: Element) -> Mapping[Element, tuple[str, str]]:
    """The links to footnotes, and for each its mark and the note as a block, "" where it has been.

    The footnotes are taken out of the page.
    """
    links = [(one, mark) for one in root.iter("a") if (mark := _mark(one))]
    if not links:
        return {}
    targets = _targets(root)
    places = {element: place for place, element in enumerate(root.iter())}
    found: dict[Element, tuple[str, str]] = {}
    taken: dict[Element, str] = {}
    for link, mark in links:
        target = targets.get(attribute(link, "href")[1:])
        holder = _holder(target) if target is not None else None
        if holder is None or target is None or places[target] <= places[link]:
            continue
        first = holder not in taken
        words = _words(holder) if first else taken[holder]
        taken[holder] = words
        if words:
            found[link] = (f"[{mark}]", footnote(mark, words) if first else "")
    for holder, words in taken.items():
        if words:
            remove(holder)
    return found


def _mark(link: Element) -> str:
    """The number of the footnote to which a link leads; "" for other links."""
    target = attribute(link, "href")
    words = text_of(link) if target.startswith("#") else ""
    printed = _MARK.fullmatch(words)
    if printed is None:
        return ""
    # A paragraph that a reference names is a link with a number too.
    raised = next(link.iter("sup"), None) is not None or any(
        tag(above) == "sup" for above in islice(link.iterancestors(), _NEAR)
    )
    return printed[1] if raised or words.startswith("[") or _NOTE_ID.fullmatch(target[1:]) else ""


def _targets(root: Element) -> Mapping[str, Element]:
    found: dict[str, Element] = {}
    for one in root.iter():
        for name in (one.get("id"), one.get("name")):
            if name:
                found.setdefault(name, one)
    return found


def _holder(target: Element) -> Element | None:
    """The element that holds all of the footnote to which a link leads."""
    for one in islice(_upwards(target), _NEAR):
        name = tag(one)
        if name in HEADINGS or name in {"body", "html", "main", "article"}:
            return None
        if name in _HOLDERS:
            above = one.getparent()
            whole = above is not None and tag(above) in {"div", "li", "aside"}
            if whole and above is not None and _NOTE_ID.fullmatch(attribute(above, "id")):
                return above
            return above if name == "td" and above is not None else one
    return None


def _upwards(element: Element) -> Iterator[Element]:
    yield element
    yield from element.iterancestors()


def _words(holder: Element) -> str:
    """The words of a footnote, without its mark and its way back; "" where it is none."""
    said: list[str] = []
    walk = etree.iterwalk(holder, events=("start", "end"))
    for event, one in walk:
        if event == "end":
            said.append((one.tail or "") if one is not holder else "")
        elif _leads_back(one):
            walk.skip_subtree()
        else:
            said.append(one.text or "")
    words = one_line("".join(said))
    leading = _LEADING.match(words)
    words = words[leading.end() :] if leading else words
    return "" if len(words) > _LONGEST or opens_article(words) else words


def _leads_back(link: Element) -> bool:
    return attribute(link, "href").startswith("#") and bool(_BACK.fullmatch(text_of(link)))
