"""Pages to the columns of a whole text, without what belongs to the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from convention_tool.readers.pdf.columns import columns_of
from convention_tool.readers.pdf.contents import contents_of
from convention_tool.readers.pdf.furniture import furniture
from convention_tool.readers.pdf.lines import lines_of
from convention_tool.readers.pdf.margin import without_line_numbers
from convention_tool.readers.reading import Choice
from convention_tool.readers.text.language import language_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from convention_tool.readers.pdf.layout import Column, Line, Page, Word

#: A file that calls more of its words furniture than this share was marked by a machine that did
#: not know the text from the pages.
_MOST_ARTIFACTS = 0.25
#: Two columns are in two languages only if each has so many characters to tell by.
_ENOUGH_TO_TELL = 200


class Ordered(NamedTuple):
    """The columns of a text in the order of reading."""

    columns: tuple[Column, ...]
    guessed: tuple[Choice, ...]
    dropped: tuple[Choice, ...]


def ordered(pages: Sequence[Page]) -> Ordered:
    """The columns of all pages; running heads, line numbers and lists of contents taken off."""
    marked = _marked_artifacts(pages)
    margins = [without_line_numbers(lines_of([w for w in page.words if w not in marked])) for page in pages]
    lines = [margin.lines for margin in margins]
    outer = furniture(pages, lines)
    inner = [_without(of, places) for of, places in zip(lines, outer, strict=True)]
    listed = [contents_of(of) for of in inner]
    columns = [
        column
        for number, (of, places) in enumerate(zip(inner, listed, strict=True))
        for column in columns_of(_without(of, places), number)
    ]
    arranged, guessed = _arranged(columns)
    heads = [w for page in pages for w in _joined(page, marked)]
    heads += [of[place].text for of, places in zip(lines, outer, strict=True) for place in sorted(places)]
    entries = [of[place].text for of, places in zip(inner, listed, strict=True) for place in sorted(places)]
    dropped = (
        Choice("running heads, footers and page numbers", tuple(heads)),
        Choice("line numbers", tuple(n for margin in margins for n in margin.numbers)),
        Choice("lines of a list of contents", tuple(entries)),
        Choice(
            "words across or outside the page", tuple(word for page in pages for word in page.strays)
        ),
    )
    return Ordered(arranged, guessed, dropped)


def _without(lines: Sequence[Line], places: frozenset[int]) -> tuple[Line, ...]:
    return tuple(line for place, line in enumerate(lines) if place not in places)


def _marked_artifacts(pages: Sequence[Page]) -> frozenset[Word]:
    """The words that the file itself sets apart from the text, where it does so with sense."""
    count = sum(len(page.words) for page in pages)
    marked = [word for page in pages for word in page.words if word.artifact]
    return frozenset(marked) if len(marked) <= _MOST_ARTIFACTS * count else frozenset()


def _joined(page: Page, marked: frozenset[Word]) -> Iterable[str]:
    return (line.text for line in lines_of([word for word in page.words if word in marked]))


def _arranged(columns: Sequence[Column]) -> tuple[tuple[Column, ...], tuple[Choice, ...]]:
    """The columns in the order of reading: two languages side by side one after the other."""
    beside = [column for column in columns if column.place]
    if not beside:
        return tuple(columns), ()
    pages = tuple(f"page {number + 1}" for number in sorted({column.page for column in beside}))
    languages = {}
    for place in sorted({column.place for column in beside}):
        text = " ".join(line.text for column in beside if column.place == place for line in column.lines)
        if len(text) >= _ENOUGH_TO_TELL:
            languages[place] = language_of(text)
    if len(set(languages.values())) < 2:
        return tuple(columns), (Choice("pages read column by column", pages),)
    apart = sorted(columns, key=lambda one: max(one.place, 1))
    what = "pages with a language in each column, read one language after the other"
    return tuple(apart), (Choice(what, pages),)
