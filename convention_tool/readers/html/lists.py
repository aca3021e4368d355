"""The marks of lists: the numbers that a browser would print, which the page's words do not hold."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.readers.html.elements import attribute, opens, style, tag, words_in
from convention_tool.readers.html.numbers import (
    BULLETS,
    DASH,
    TYPES,
    WITHIN,
    mark,
    series,
)
from convention_tool.readers.html.styles import Style, Styles
from convention_tool.readers.text.lines import MARKS, UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element as Element

    from convention_tool.readers.text.lines import Opening

_LISTS = frozenset(("ol", "ul", "menu", "dir"))

#: A number that browsers would print as such; larger ones are a joke.
_LARGEST = 9_999

#: The first words of an item are found within so many stretches of text.
_STRETCHES = 20

#: Lists stand within each other no further than this many elements deep.
_DEEPEST = 60

#: Classes by which sites say how a list is numbered.
_CLASS = re.compile(
    r"(?:^|[ _-])(decimal|(?:lower|upper)-?(?:alpha|latin|roman)|alpha|roman)(?:$|[ _-])"
)
_PLAIN = frozenset(("unstyled", "plain", "nobullet", "nobullets"))


class _List(NamedTuple):
    """A list, and how it is numbered."""

    style: Style
    marks: tuple[tuple[Element, str], ...]


def marks_of(root: Element, styles: Styles) -> Mapping[Element, str]:
    """The mark before each item of the lists of a page; "" for an item that has none."""
    found: dict[Element, str] = {}
    kinds: dict[Element, str] = {}
    for one in root.iter(*_LISTS):
        items = tuple(_items(one))
        within = _around(one, kinds)
        numbered = _list(one, items, within, styles)
        found.update(numbered.marks)
        for item in items:
            kinds[item] = series(numbered.style.series)
    return found


def _items(one: Element) -> Iterator[Element]:
    return (item for item in one if tag(item) == "li")


def _list(one: Element, items: Sequence[Element], within: str, styles: Styles) -> _List:
    words = [opens(_first_words(item)) for item in items]
    own = _own_series(words)
    if own is not None:
        return _List(Style(own), tuple((item, "") for item in items))
    stated = _stated(one, styles)
    if tag(one) != "ol":
        chosen = stated or Style("disc")
        dash = DASH if series(chosen.series) in BULLETS else ""
        return _List(chosen, tuple((item, dash) for item in items))
    chosen = stated or Style(_unstated(one, within))
    values = _values(one, items)
    marks = (mark(_own(item) or chosen, value) for item, value in zip(items, values, strict=True))
    return _List(chosen, tuple(zip(items, marks, strict=True)))


def _first_words(item: Element) -> str:
    return "".join(islice(words_in(item), _STRETCHES)).strip()


def _own_series(words: Sequence[Opening | None]) -> str | None:
    """The series of items that carry their numbers among their words; None for those that do not."""
    if any(one and one.kind in UNITS and one.number for one in words):
        return "none"
    labels = [one.label for one in words if one and one.kind in MARKS]
    if len(labels) * 2 <= len(words) or (
        len(labels) > 1 and len(set(labels)) == 1 and labels[0] != DASH
    ):
        return None
    inner = labels[0].strip("([)].°º ")
    if inner.isdigit():
        return "decimal"
    return "lower-roman" if inner == "i" else "lower-alpha"


def _stated(one: Element, styles: Styles) -> Style | None:
    """What the page says of the numbers of a list."""
    own = _own(one)
    if own:
        return own
    classes = attribute(one, "class").split()
    for name in classes:
        if name in styles.classes:
            return styles.classes[name]
    by_name = _CLASS.search(attribute(one, "class").lower())
    if by_name:
        name = re.sub(r"^(lower|upper)(?=[a-z])", r"\1-", by_name[1])
        return Style(name if "-" in name or name == "decimal" else f"lower-{name}")
    if any(_PLAIN & set(re.split(r"[-_]", name.lower())) for name in classes):
        return Style("none")
    above = islice(one.iterancestors(), _DEEPEST)
    depth = sum(tag(element) == "ol" for element in above) + 1
    return styles.depths.get(depth) if tag(one) == "ol" else None


def _own(element: Element) -> Style | None:
    """What a list or an item says itself."""
    said = style(element, "list-style-type") or style(element, "list-style")
    known = [word for word in said.split() if word in _KNOWN]
    if known:
        return Style(known[0])
    kind = attribute(element, "type")
    name = TYPES.get(kind) or (kind.lower() if kind.lower() in BULLETS else "")
    return Style(name) if name else None


_KNOWN = frozenset(
    (
        *BULLETS,
        "none",
        "decimal",
        "decimal-leading-zero",
        "lower-alpha",
        "lower-latin",
        "lower-roman",
        "upper-alpha",
        "upper-latin",
        "upper-roman",
    )
)


def _unstated(one: Element, within: str) -> str:
    """The series of a list of which the page says nothing."""
    if within:
        return WITHIN.get(within, "decimal")
    above = opens(_chapeau(one))
    if (
        above is None
        or above.kind not in MARKS
        or not above.rest.rstrip().endswith((":", "–", "-"))
    ):
        return "decimal"
    inner = above.label.strip("([)].°º ")
    return "lower-alpha" if inner.isdigit() else "lower-roman"


def _chapeau(one: Element) -> str:
    """The paragraph that stands directly before a list."""
    before = one.getprevious()
    if before is None:
        parent = one.getparent()
        return (parent.text or "").strip() if parent is not None else ""
    tail = (before.tail or "").strip()
    return tail or "".join(words_in(before)).strip()


def _around(one: Element, kinds: Mapping[Element, str]) -> str:
    """The series of the item that holds a list; "" for a list within none, or within bullets."""
    near = islice(one.iterancestors(), _DEEPEST)
    item = next((element for element in near if tag(element) == "li"), None)
    kind = kinds.get(item, "") if item is not None else ""
    return kind if kind in WITHIN else ""


def _values(one: Element, items: Sequence[Element]) -> Iterator[int]:
    backwards = one.get("reversed") is not None
    value = _whole(one.get("start"))
    if value is None:
        value = len(items) if backwards else 1
    for item in items:
        said = _whole(item.get("value"))
        value = value if said is None else said
        yield value
        value += -1 if backwards else 1


def _whole(text: str | None) -> int | None:
    """A whole number, if it is one that a list can have."""
    found = re.fullmatch(r"\s*([+-]?\d{1,4})\s*", text or "")
    number = int(found[1]) if found else None
    return number if number is not None and abs(number) <= _LARGEST else None
