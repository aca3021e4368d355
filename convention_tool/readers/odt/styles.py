"""What the styles of a file say of its paragraphs: what they are, how they count, whether they show."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.readers.odt.names import every, first, number, tag, value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element

#: A style is made from another, and that from a third; a longer chain goes round in a circle.
_LONGEST_CHAIN = 50
#: What numbered lists have; levels beyond are none.
_MOST_LEVELS = 10


class Level(NamedTuple):
    """How one level of a list counts."""

    #: "1", "a", "A", "i", "I"; "" for no number.
    form: str = ""
    prefix: str = ""
    suffix: str = ""
    #: How many levels the number shows, its own the last: 2 for "1.2".
    shown: int = 1
    start: int = 1
    is_bullet: bool = False
    #: Whether the alphabet goes on with "bb" after "aa", not with "ab".
    doubled: bool = False
    #: The whole number, "%1%.%2%)", where the file says it so; it goes before the rest.
    pattern: str = ""


class _Style(NamedTuple):
    """What one style says."""

    name: str
    parent: str
    #: The list it counts in; "" takes it out of any; None says nothing.
    list_style: str | None
    is_hidden: bool | None
    is_centred: bool | None


class Styles:
    """The styles of a file."""

    def __init__(self, roots: Iterable[_Element]) -> None:
        self._styles: dict[tuple[str, str], _Style] = {}
        self._lists: dict[str, dict[int, Level]] = {}
        self.outline: dict[int, Level] = {}
        for root in roots:
            for element in every(root, "style:style"):
                key = (value(element, "style:family") or "", value(element, "style:name") or "")
                self._styles[key] = _style(element)
            for element in every(root, "text:list-style"):
                self._lists[value(element, "style:name") or ""] = dict(_levels(element))
            for element in every(root, "text:outline-style"):
                self.outline = dict(_levels(element))
        self._chains: dict[tuple[str, str], tuple[_Style, ...]] = {}

    def names(self, style: str) -> tuple[str, ...]:
        """The names, as people see them, of a paragraph's style and of those it is made from."""
        return tuple(one.name for one in self._chain("paragraph", style))

    def list_style(self, style: str) -> str | None:
        """The list that a paragraph style counts in: "" for none, None where it says nothing."""
        said = (one.list_style for one in self._chain("paragraph", style))
        return next((name for name in said if name is not None), None)

    def is_hidden(self, family: str, style: str) -> bool:
        """Whether words in a style are not printed."""
        said = (one.is_hidden for one in self._chain(family, style))
        return next((hidden for hidden in said if hidden is not None), False)

    def is_centred(self, style: str) -> bool:
        """Whether a paragraph stands in the middle of its lines."""
        said = (one.is_centred for one in self._chain("paragraph", style))
        return next((centred for centred in said if centred is not None), False)

    def levels(self, list_style: str) -> Mapping[int, Level]:
        """How a list counts."""
        return self._lists.get(list_style, {})

    def _chain(self, family: str, name: str) -> tuple[_Style, ...]:
        """A style, the one that it is made from, and so on."""
        key = (family, name)
        if key not in self._chains:
            self._chains[key] = tuple(islice(self._made_from(family, name), _LONGEST_CHAIN))
        return self._chains[key]

    def _made_from(self, family: str, name: str) -> Iterator[_Style]:
        while style := self._styles.get((family, name)):
            yield style
            name = style.parent


def _style(element: _Element) -> _Style:
    display = _property(element, "style:text-properties", "text:display")
    alignment = _property(element, "style:paragraph-properties", "fo:text-align")
    return _Style(
        value(element, "style:display-name") or (value(element, "style:name") or ""),
        value(element, "style:parent-style-name") or "",
        value(element, "style:list-style-name"),
        None if display is None else display == "none",
        None if alignment is None else alignment == "center",
    )


def _property(style: _Element, area: str, name: str) -> str | None:
    properties = first(style, area)
    return None if properties is None else value(properties, name)


def _levels(element: _Element) -> Iterator[tuple[int, Level]]:
    for one in element:
        place = number(one, "text:level")
        if place is None or not 1 <= place <= _MOST_LEVELS:
            continue
        if tag(one) in {"text:list-level-style-bullet", "text:list-level-style-image"}:
            yield place, Level(is_bullet=True)
            continue
        shown = number(one, "text:display-levels") or 1
        start = number(one, "text:start-value")
        yield (
            place,
            Level(
                form=value(one, "style:num-format") or "",
                prefix=value(one, "style:num-prefix") or "",
                suffix=value(one, "style:num-suffix") or "",
                shown=min(shown, place),
                start=1 if start is None else start,
                doubled=value(one, "style:num-letter-sync") == "true",
                pattern=value(one, "loext:num-list-format") or "",
            ),
        )
