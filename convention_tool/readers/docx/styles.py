"""What the styles of a Word file make of its paragraphs.

Styles are known by their names, which Word stores in English whatever its own language is; their
identifiers may be in any. What a style does not say, the one that it is based on says.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from convention_tool.readers.docx.xml import is_on, number, value, w

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

T = TypeVar("T")

#: No one bases a style on so many others in a row; a ring of them has no end.
_LONGEST_CHAIN = 50
#: An outline level beyond the last is that of text.
_LEVELS = range(9)


class Role(Enum):
    """What a paragraph is."""

    TEXT = "text"
    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    CONTENTS = "a line of a table of contents"
    #: What the writer of this tool sets as such.
    HEADER = "a line of a draft's header"
    LABEL = "the word above a commentary"
    COMMENTARY = "commentary"
    FOOTNOTE = "a footnote as it was printed"


_ROLES = {
    "title": Role.TITLE,
    "subtitle": Role.SUBTITLE,
    "draft header": Role.HEADER,
    "commentary label": Role.LABEL,
    "commentary": Role.COMMENTARY,
    "commentary footnote": Role.COMMENTARY,
    "printed footnote": Role.FOOTNOTE,
}
#: The roles that only files of this tool have.
_OURS = frozenset((Role.HEADER, Role.LABEL, Role.COMMENTARY, Role.FOOTNOTE))
_HEADING = re.compile(r"heading [1-9]")
_CONTENTS = re.compile(r"toc (?:[1-9]|heading)|contents (?:[1-9]|heading)")


class Style(NamedTuple):
    """A style with all that it takes from others."""

    role: Role = Role.TEXT
    #: The identifiers of this style and of those it is based on, nearest first.
    chain: tuple[str, ...] = ()
    #: Of automatic numbers: the list, and the level in it.
    list: int | None = None
    level: int | None = None
    centred: bool = False
    hidden: bool = False


class Styles:
    """The styles of a file."""

    def __init__(self, root: Any) -> None:
        elements = () if root is None else root.iterfind(w("style"))
        self._elements = {one.get(w("styleId"), ""): one for one in elements}
        self._resolved: dict[str, Style] = {}
        self._default = next((key for key, one in self._elements.items() if _is_default(one)), "")

    def of(self, style: str | None) -> Style:
        """The style of some identifier; the common one where a paragraph names none."""
        key = self._default if style is None else style
        if key not in self._resolved:
            self._resolved[key] = self._resolve(key)
        return self._resolved[key]

    def hides(self, style: str) -> bool:
        """Whether a style of characters makes words invisible."""
        return self.of(style).hidden

    @property
    def are_ours(self) -> bool:
        """Whether the file has styles that only this tool gives."""
        names = (_name(one) for one in self._elements.values())
        return any(_ROLES.get(name) in _OURS for name in names)

    def list_of(self, style: str) -> int | None:
        """The list that a style of numbering names."""
        element = self._elements.get(style)
        return None if element is None else number(element, "pPr/numPr/numId")

    def _resolve(self, key: str) -> Style:
        chain = tuple(self._chain(key))
        elements = [self._elements[one] for one in chain]
        settings = [one.find(w("pPr")) for one in elements]
        aligned = (value(one, "jc") for one in settings)
        hides = (is_on(one.find(w("rPr")), "vanish") for one in elements)
        return Style(
            role=_role(elements),
            chain=chain,
            list=_first(number(one, "numPr/numId") for one in settings),
            level=_first(number(one, "numPr/ilvl") for one in settings),
            centred=_first(aligned) == "center",
            hidden=bool(_first(hides)),
        )

    def _chain(self, key: str) -> Iterator[str]:
        for _ in range(_LONGEST_CHAIN):
            element = self._elements.get(key)
            if element is None:
                return
            yield key
            key = value(element, "basedOn") or ""


def with_outline(role: Role, level: int | None) -> Role:
    """What a paragraph is that has an outline level of its own, or None."""
    if level is None or role not in {Role.TEXT, Role.HEADING}:
        return role
    return Role.HEADING if level in _LEVELS else Role.TEXT


def _role(elements: list[Any]) -> Role:
    """What the nearest style that says so makes of a paragraph."""
    for element in elements:
        name = _name(element)
        if name in _ROLES:
            return _ROLES[name]
        if _CONTENTS.fullmatch(name):
            return Role.CONTENTS
        level = number(element, "pPr/outlineLvl")
        if level is not None:
            return with_outline(Role.TEXT, level)
        if _HEADING.fullmatch(name):
            return Role.HEADING
    return Role.TEXT


def _first(found: Iterator[T | None]) -> T | None:
    return next((one for one in found if one is not None), None)


def _name(element: Any) -> str:
    return (value(element, "name") or "").casefold()


def _is_default(element: Any) -> bool:
    return element.get(w("type")) == "paragraph" and element.get(w("default")) in {"1", "true"}
