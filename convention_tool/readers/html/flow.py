"""The lines of a page, as they stand below each other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from convention_tool.readers.html.elements import (
    BLOCKS,
    HEADINGS,
    attribute,
    is_link,
    letters,
    style,
    tag,
    text_of,
)
from convention_tool.readers.html.numbers import DASH
from convention_tool.readers.html.tables import mark_of, rows_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element


class Span(NamedTuple):
    """Words of a line that look the same; a line feed begins a new line within a block."""

    text: str
    strong: bool = False
    #: Which of the links of the page it stands in; 0 for none.
    link: int = 0


class Block(NamedTuple):
    """What stands on a line of its own."""

    spans: tuple[Span, ...]
    #: Whether the page sets it as a heading.
    heading: bool = False
    #: Whether it stands in the middle of the page, as headings do.
    centred: bool = False
    #: How far from the top it is set, in a page that sets each line by itself.
    top: float | None = None
    #: The mark of its list, which stands before its words.
    mark: str = ""
    #: Whether it is a footnote to what stands above.
    note: bool = False

    @property
    def text(self) -> str:
        """Its words, without the mark: single spaces, and no empty line."""
        said = "".join(span.text for span in self.spans)
        lines = (" ".join(line.split()) for line in said.split("\n"))
        return "\n".join(line for line in lines if line)

    @property
    def linked(self) -> float:
        """How much of it are links, between 0 and 1."""
        own = sum(letters(span.text) for span in self.spans)
        return sum(letters(span.text) for span in self.spans if span.link) / own if own else 0.0


_STRONG = frozenset(("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"))
_BOLD = frozenset(("bold", "bolder", "600", "700", "800", "900"))
_CELLS = frozenset(("td", "th", "dt"))
#: Elements whose lines are kept as they stand in the source.
_KEPT = frozenset(("pre", "xmp", "listing", "plaintext"))
#: Bullets that Word sets in fonts of its own.
_WORD_BULLETS = frozenset("·§oØüvqn")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
#: A number set high has so many figures at most.
_LONGEST_RAISED = 3
_TOP = re.compile(r"(-?\d+(?:\.\d+)?)(?:px|pt|em|%)?")


def flow(
    root: Element,
    marks: Mapping[Element, str],
    notes: Mapping[Element, tuple[str, str]],
    tops: Mapping[str, float],
) -> list[Block]:
    """The blocks of a page, in their order.

    Args:
        root: the page, without what is no part of its text.
        marks: the marks of the items of its lists.
        notes: the links to its footnotes.
        tops: how far from the top its lines are set, by a class that they have.
    """
    lines = _Lines(marks, notes, tops)
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name = tag(element)
        if event == "end":
            lines.end(element, name)
            lines.add((element.tail or "") if element is not root else "")
        elif lines.whole(element, name):
            walk.skip_subtree()
        else:
            lines.start(element, name)
            lines.add(element.text or "")
    lines.flush()
    return lines.blocks


class _Lines:
    """The blocks found so far, and the one that is being read."""

    def __init__(
        self,
        marks: Mapping[Element, str],
        notes: Mapping[Element, tuple[str, str]],
        tops: Mapping[str, float],
    ) -> None:
        self.blocks: list[Block] = []
        self._marks = marks
        self._notes = notes
        self._tops = tops
        self._spans: list[Span] = []
        self._below: list[str] = []  # footnotes to the block that is being read
        self._pending = ""  # a mark whose words are still to come
        self._listed = False  # whether that mark is one of a list, which the page does not print
        self._raised: set[str] = set()  # numbers that stood raised among words
        self._strong = self._links = self._headings = self._centred = self._kept = 0
        self._top: float | None = None
        self._cells = 0
        self._link = 0

    def whole(self, element: Element, name: str) -> bool:
        """Take an element as a whole, where it is not to be read from within."""
        if name == "br":
            self._spans.append(Span("\n"))
            return True
        if name == "a" and element in self._notes:
            mark, note = self._notes[element]
            self._say(mark)
            self._below.extend([note] if note else [])
            return True
        if name == "sup":
            return self._raise(element)
        if name == "span" and style(element, "mso-list") == "ignore":
            words = text_of(element)
            self._say(f"{DASH if words in _WORD_BULLETS else words} ")
            return True
        rows = rows_of(element) if name == "table" else None
        if rows is not None:
            self.flush()
            self.blocks.extend(Block((Span(row),)) for row in rows if row)
            return True
        return False

    def start(self, element: Element, name: str) -> None:
        """Go into an element."""
        self._count(element, name, 1)
        if not self._is_block(element, name):
            return
        self.flush()
        top = self._top_of(element)
        self._top = top if top is not None else self._top
        mark = self._marks.get(element, "")
        if mark:
            self._hold(mark)
            self._listed = True

    def end(self, element: Element, name: str) -> None:
        """Leave an element."""
        if self._is_block(element, name):
            self.flush()
            if name in {"tr", "dl"}:
                self._release()
            if self._top_of(element) is not None:
                self._top = None
        self._count(element, name, -1)
        if name == "q":
            self._say("”")

    def add(self, text: str) -> None:
        """Take words as they stand in the source of the page."""
        if text:
            said = text if self._kept else re.sub(r"[ \t\r\n\f]+", " ", text)
            self._say(said)

    def flush(self) -> None:
        """End the block that is being read; a number alone in a cell belongs to the next."""
        spans, self._spans = self._spans, []
        if not any(span.text.strip() for span in spans):
            return
        number = mark_of("".join(span.text for span in spans).strip()) if self._cells else ""
        if number:
            self._hold(number)
            self._listed = False
            return
        mark, self._pending = self._pending, ""
        if mark and not self._listed:
            spans.insert(0, Span(f"{mark} "))
            mark = ""
        self.blocks.append(
            Block(
                tuple(spans),
                heading=self._headings > 0,
                centred=self._centred > 0,
                top=self._top,
                mark=mark,
            )
        )
        for note in self._below:
            self.blocks.append(Block((Span(note),), note=True))
        self._below = []

    def _say(self, text: str) -> None:
        self._spans.append(Span(text, self._strong > 0, self._link if self._links else 0))

    def _hold(self, mark: str) -> None:
        """Keep a mark for the words that follow; one that is kept already stands alone."""
        self._release()
        self._pending = mark

    def _release(self) -> None:
        if self._pending and self._pending != DASH:
            self.blocks.append(Block((Span(self._pending),)))
        self._pending = ""

    def _raise(self, element: Element) -> bool:
        """Take a number that is set high, where it is no link to a footnote."""
        number = text_of(element)
        linked = any(one in self._notes for one in element.iter("a"))
        if linked or not number.isdecimal() or len(number) > _LONGEST_RAISED:
            return False
        begun = any(span.text.strip() for span in self._spans)
        if not begun and number not in self._raised:
            self._say(f"{number} ")  # the number of a paragraph
            return True
        if begun:
            self._raised.add(number)
        self._say(number.translate(_SUPERSCRIPTS) + ("" if begun else " "))
        return True

    def _is_block(self, element: Element, name: str) -> bool:
        if name in BLOCKS:
            return True
        if element.get("style") is None:
            return False
        return style(element, "display") in {"block", "list-item", "table", "flex"} or (
            style(element, "position") == "absolute"
        )

    def _top_of(self, element: Element) -> float | None:
        """How far from the top a line is set, if it is set by itself."""
        if style(element, "position") == "absolute":
            found = _TOP.fullmatch(style(element, "top"))
            return float(found[1]) if found else None
        if self._tops and element.get("class"):
            places = (self._tops.get(name) for name in attribute(element, "class").split())
            return next((place for place in places if place is not None), None)
        return None

    def _count(self, element: Element, name: str, step: int) -> None:
        """Note what looks an element gives to its words, or takes from them."""
        self._strong += step * (name in _STRONG)
        self._headings += step * (name in HEADINGS)
        self._centred += step * (name == "center")
        self._kept += step * (name in _KEPT)
        self._cells += step * (name in _CELLS)
        if element.attrib:
            self._count_said(element, step)
        if name == "q" and step > 0:
            self._say("“")

    def _count_said(self, element: Element, step: int) -> None:
        """The same for what its attributes say."""
        if is_link(element):
            self._links += step
            self._link += step > 0
        self._strong += step * (style(element, "font-weight") in _BOLD)
        self._headings += step * (attribute(element, "role") == "heading")
        aligned = {attribute(element, "align").lower(), style(element, "text-align")}
        self._centred += step * ("center" in aligned)
        self._kept += step * style(element, "white-space").startswith("pre")
