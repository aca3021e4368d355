"""Where links lead: bookmarks round the printed numbers, and the numbers in the words of a link.

"article 12, paragraph 3 (b)" names three numbers, and each is a field of its own that shows the
number at its bookmark. When a drafter renumbers a provision, Word renews what refers to it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, assert_never

from convention_tool.document import (
    Emphasis,
    Evidence,
    Facts,
    Heading,
    Link,
    Listing,
    Matrix,
    Note,
    Prose,
    Redline,
    RedlineLine,
    Section,
    Strong,
    Table,
    anchors,
    blocks_of,
)
from convention_tool.writers.docx_counting import result
from convention_tool.writers.docx_marks import core

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from convention_tool.document import Block, Content, Document
    from convention_tool.writers.docx_counting import Item


class Place(NamedTuple):
    """A place that links lead to."""

    bookmark: str
    #: What a field that refers to it shows: "12", "(b)"; "" where it has no number of its own.
    shown: str = ""
    #: Whether a list of Word prints the number, which then stands outside the bookmark.
    is_counted: bool = False

    @property
    def asks(self) -> str:
        """The field that shows its number."""
        return f"REF {self.bookmark} \\n \\h" if self.is_counted else f"REF {self.bookmark} \\h"


class Part(NamedTuple):
    """A stretch of the words of a link: a number that a field shows, or what stands between."""

    text: str
    place: Place | None = None


class Numbered(NamedTuple):
    """A printed number in three: what stands before its core, the core, and what stands after."""

    before: str
    core: str
    after: str


def places(document: Document, items: Iterable[Item | None]) -> dict[str, Place]:
    """Every place that a link of a page leads to, or through, by its anchor.

    Args:
        document: the page.
        items: how each mark of its text is counted, in order.
    """
    known = anchors(document)
    wanted = {one for target in _targets(document) for one in _levels(target) if one in known}
    remaining = iter(items)
    numbers: dict[str, tuple[str, bool]] = {}
    for block in blocks_of(document):
        match block:
            case Heading(anchor=anchor, number=number):
                numbers[anchor] = in_heading(number).core, False
            case Prose(anchor=anchor, number=number) if number:
                item = next(remaining, None)
                numbers[anchor] = (result(item), True) if item else (in_mark(number).core, False)
            case _:
                continue
    return {
        anchor: Place(f"_Ref{number:09}", *numbers.get(anchor, ()))
        for number, anchor in enumerate(sorted(wanted), 1)
    }


def in_heading(number: str) -> Numbered:
    """The number of a heading, its label before it: "Article ", "8 bis", ""."""
    label, space, rest = number.partition(" ")
    before, own, after = in_mark(rest)
    return Numbered(f"{label}{space}{before}", own, after)


def in_mark(mark: str) -> Numbered:
    """The number of a provision, the signs around it apart: "(", "b", ")"."""
    own = core(mark)
    before, _, after = mark.partition(own) if own else (mark, "", "")
    return Numbered(before, own, after)


def parts(text: str, target: str, known: Mapping[str, Place]) -> Iterator[Part]:
    """The words of a link, the numbers of its target and of what holds it apart.

    A number after a word such as "article" is an article's; of two that are the same, the other
    one is what stands in it.
    """
    left = [(one, known[one]) for one in _levels(target) if one in known and known[one].shown]
    done = 0
    for found in _NUMBER.finditer(text):
        follows = bool(_ARTICLE.search(text, 0, found.start()))
        fits = [
            (anchor, place, start)
            for anchor, place in left
            for start in [found.start() - place.shown.find(core(place.shown))]
            if core(place.shown) == found[0]
            and start >= done
            and text.startswith(place.shown, start)
        ]
        fits.sort(key=lambda fit: _is_article(fit[0]) is not follows)
        if not fits or (follows and not _is_article(fits[0][0])):
            continue
        anchor, place, start = fits[0]
        left.remove((anchor, place))
        if start > done:
            yield Part(text[done:start])
        yield Part(place.shown, place)
        done = start + len(place.shown)
    if done < len(text):
        yield Part(text[done:])


#: What can be a number: "12", "b", "8 bis", "1.2".
_NUMBER = re.compile(r"[^\W_]+(?:\.[^\W_]+)*(?: (?:bis|ter|quater|quinquies|sexies)\b)?")
#: The word for an article in English, French and Spanish, at the end of some words.
_ARTICLE = re.compile(r"\bart[\w]{0,6}\.? ?\Z", re.IGNORECASE)


def _is_article(anchor: str) -> bool:
    return anchor.rpartition("__")[2].startswith("art_")


def _levels(target: str) -> tuple[str, ...]:
    """The address of a provision and of those above it, outermost first."""
    steps = target.split("__")
    return tuple("__".join(steps[: end + 1]) for end in range(len(steps)))


def _targets(document: Document) -> Iterator[str]:
    """Where the links of a page lead, within the page."""
    for block in blocks_of(document):
        for content in _contents(block):
            yield from _in(content)


def _contents(block: Block) -> Iterator[Content]:
    match block:
        case Heading(content=content) | Prose(content=content):
            yield content
        case Table(header=header, rows=rows):
            yield from header
            for row in rows:
                yield from row.cells
        case Listing(items=items):
            yield from items
        case Facts(entries=entries):
            yield from (content for _, content in entries)
        case Redline(lines=lines):
            yield from (line.content for line in lines if isinstance(line, RedlineLine))
        case Matrix() | Note() | Section():
            return  # a matrix has no links, and the blocks of the others come by themselves
        case _:
            assert_never(block)


def _in(content: Content) -> Iterator[str]:
    for inline in content:
        match inline:
            case Link(target, inner):
                if target.startswith("#"):
                    yield target[1:]
                yield from _in(inner)
            case Strong(inner) | Emphasis(inner) | Evidence(inner):
                yield from _in(inner)
            case _:
                continue
