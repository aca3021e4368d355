"""Pages to the columns of a whole text, without what belongs to the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from convention_tool.readers.pdf.columns import columns_of
from convention_tool.readers.pdf.contents import contents_of
from convention_tool.readers.pdf.furniture import furniture
from convention_tool.readers.pdf.lines import line, lines_of
from convention_tool.readers.pdf.margin import without_line_numbers
from convention_tool.readers.reading import Choice
from convention_tool.readers.text.language import language_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from convention_tool.readers.pdf.layout import Column, Line, Page

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
    sheets = _sheets(pages)
    columns = [
        column for number, sheet in enumerate(sheets) for column in columns_of(sheet.lines, number)
    ]
    arranged, guessed = _arranged(columns)
    dropped = (
        Choice("running heads, footers and page numbers", _all(sheet.heads for sheet in sheets)),
        Choice("line numbers", _all(sheet.numbers for sheet in sheets)),
        Choice("lines of a list of contents", _all(sheet.entries for sheet in sheets)),
        Choice(
            "words across or outside the page",
            tuple(word for page in pages for word in page.strays),
        ),
    )
    return Ordered(arranged, guessed, dropped)


class _Sheet(NamedTuple):
    """The lines of a page that are text, and what was set aside of it."""

    lines: tuple[Line, ...]
    entries: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()


def _sheets(pages: Sequence[Page]) -> list[_Sheet]:
    sheets = _listed([_Sheet(lines_of(page.words)) for page in pages])
    sheets = _unmarked(sheets)
    for number, sheet in enumerate(sheets):
        margin = without_line_numbers(sheet.lines)
        sheets[number] = sheet._replace(
            lines=margin.lines, numbers=(*sheet.numbers, *margin.numbers)
        )
    places = furniture(pages, [sheet.lines for sheet in sheets])
    for number, sheet in enumerate(sheets):
        heads = tuple(sheet.lines[place].text for place in sorted(places[number]))
        lines = _without(sheet.lines, places[number])
        sheets[number] = sheet._replace(lines=lines, heads=(*sheet.heads, *heads))
    return sheets


def _listed(sheets: Sequence[_Sheet]) -> list[_Sheet]:
    """The pages without lists of contents."""
    found: list[_Sheet] = []
    goes_on = False
    for sheet in sheets:
        places = contents_of(sheet.lines, goes_on=goes_on)
        goes_on = bool(places)
        entries = tuple(sheet.lines[place].text for place in sorted(places))
        found.append(_Sheet(_without(sheet.lines, places), entries))
    return found


def _unmarked(sheets: Sequence[_Sheet]) -> list[_Sheet]:
    """The pages without what the file itself sets apart from the text, where that makes sense."""
    words = [word for sheet in sheets for one in sheet.lines for word in one.words]
    marked = sum(len(word.text) for word in words if word.artifact)
    if not marked or marked > _MOST_ARTIFACTS * sum(len(word.text) for word in words):
        return list(sheets)
    found: list[_Sheet] = []
    for sheet in sheets:
        apart = [[word for word in one.words if word.artifact] for one in sheet.lines]
        rest = [[word for word in one.words if not word.artifact] for one in sheet.lines]
        texts = [line(of).text for of in apart if of]
        found.append(
            sheet._replace(
                lines=tuple(line(of) for of in rest if of),
                numbers=tuple(text for text in texts if text.isdecimal()),
                heads=tuple(text for text in texts if not text.isdecimal()),
            )
        )
    return found


def _without(lines: Sequence[Line], places: frozenset[int]) -> tuple[Line, ...]:
    return tuple(one for place, one in enumerate(lines) if place not in places)


def _all(parts: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(text for part in parts for text in part)


def _arranged(columns: Sequence[Column]) -> tuple[tuple[Column, ...], tuple[Choice, ...]]:
    """The columns in the order of reading: two languages side by side one after the other."""
    beside = [column for column in columns if column.place]
    if not beside:
        return tuple(columns), ()
    pages = tuple(f"page {number + 1}" for number in sorted({column.page for column in beside}))
    languages = {}
    for place in sorted({column.place for column in beside}):
        text = " ".join(
            one.text for column in beside if column.place == place for one in column.lines
        )
        if len(text) >= _ENOUGH_TO_TELL:
            languages[place] = language_of(text)
    if len(set(languages.values())) < 2:
        return tuple(columns), (Choice("pages read column by column", pages),)
    apart = sorted(columns, key=lambda one: max(one.place, 1))
    what = "pages with a language in each column, read one language after the other"
    return tuple(apart), (Choice(what, pages),)
