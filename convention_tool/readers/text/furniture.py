"""Tells page numbers and running heads from the text that they interrupt."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from convention_tool.readers.text.lines import DIVISIONS, Opening, closed, pattern
from convention_tool.readers.text.tidy import Line

#: The longest line that holds no more than the number of a page, in characters.
_LONGEST_PAGE_NUMBER = len("-- page 1000 of 1000 --")

#: A web page prints its menus and notices within so many lines of the top and of the end.
_AROUND = 60

#: A running head is no longer than this, in characters.
_LONGEST_HEAD = 110

#: A line that stands so often may be a running head; a heading may well stand twice.
_OFTEN = 3

#: Fewer characters of text between two lone numbers than this are no page.
_SHORTEST_PAGE = 500

#: Pages hold about the same number of characters: how much the longest may have over the
#: shortest, as a share of the mean.
_PAGE_SPREAD = 0.6

#: Lone numbers count as page numbers when this share of them rises by one each time.
_RISING = 0.8

_DIGITS = re.compile(r"\d+")
_UNITS = frozenset(("article", "mark", "witness", *DIVISIONS))


def furniture(lines: Sequence[Line], openings: Sequence[Opening | None]) -> frozenset[int]:
    """The places of the lines that are page furniture."""
    short = [place for place, line in enumerate(lines) if len(line.text) <= _LONGEST_HEAD]
    numbers = {
        place: number
        for place in short
        if (number := _page_number(lines[place].text)) is not None
        and not (place and _awaits_number(openings[place - 1]))
    }
    heads = _running_heads(short, lines, openings, numbers)
    sure = heads | _notices(short, lines, openings)
    sure |= {place for place in numbers if not lines[place].text.isdigit()}
    alone = sorted(place for place in numbers if lines[place].text.isdigit())
    return frozenset(sure | _pages(lines, numbers, alone) | _beside(alone, sure))


def _notices(
    short: Sequence[int], lines: Sequence[Line], openings: Sequence[Opening | None]
) -> set[int]:
    """Numbers of treaty series and documents, and what a web page prints around a text."""
    series, web = pattern("TREATY_SERIES"), pattern("WEB_PAGE")
    last = len(lines) - _AROUND
    return {
        place
        for place in short
        if openings[place] is None
        and (
            (lines[place].text[0] in _SERIES_INITIALS and series.fullmatch(lines[place].text))
            or ((place < _AROUND or place >= last) and web.fullmatch(lines[place].text))
        )
    }


_SERIES_INITIALS = frozenset("VN0123456789GHA")


def _page_number(text: str) -> int | None:
    """The number of a page, of a line that holds no more: "12", "- 12 -", "Page 3 of 40"."""
    if len(text) > _LONGEST_PAGE_NUMBER or not _DIGITS.search(text):
        return None
    if not pattern("PAGE_NUMBER").fullmatch(text) or _looks_like_mark(text):
        return None
    return int(_DIGITS.findall(text)[0])


def _awaits_number(above: Opening | None) -> bool:
    """Whether a line is the word "Article" alone, whose number stands on the next."""
    return above is not None and above.kind in _UNITS and not above.number and not above.rest


def _looks_like_mark(text: str) -> bool:
    """Whether a lone number is printed as paragraphs are: (1), [1], 1)."""
    inner = text.strip("()[] ")
    return inner.isdigit() and text != inner and not text.startswith(("-", "–", "—", "|"))


def _pages(lines: Sequence[Line], numbers: dict[int, int], alone: Sequence[int]) -> set[int]:
    """Lone numbers that count pages: one more each time, a page of text between them."""
    if len(alone) < _OFTEN:
        return set()
    steps = [
        numbers[after] == numbers[before] + 1
        and lines[after].start - lines[before].end >= _SHORTEST_PAGE
        for before, after in pairwise(alone)
    ]
    return set(alone) if sum(steps) >= _RISING * len(steps) else set()


def _beside(alone: Sequence[int], sure: set[int]) -> set[int]:
    """Lone numbers that stand next to a running head."""
    return {place for place in alone if place - 1 in sure or place + 1 in sure}


def _running_heads(
    short: Sequence[int],
    lines: Sequence[Line],
    openings: Sequence[Opening | None],
    numbers: dict[int, int],
) -> set[int]:
    """Lines that return, but for the page number in them, where only a page can break."""
    candidates: dict[str, list[int]] = {}
    for place in short:
        text = lines[place].text
        if len(text) > 3 and place not in numbers and text[0] != "|":
            candidates.setdefault(_DIGITS.sub("#", text), []).append(place)
    heads: set[int] = set()
    for shape, places in candidates.items():
        if len(places) < _OFTEN:
            continue
        opens = openings[places[0]]
        if opens is not None and opens.kind in _UNITS:
            returns = len({lines[place].text for place in places}) == 1
            head = returns and _stand_by_numbers(places, numbers)
        else:
            head = _counts_pages(shape, places, lines, openings) or _breaks_pages(
                places, lines, openings, numbers
            )
        if head:
            heads.update(places)
    return heads


def _counts_pages(
    shape: str, places: Sequence[int], lines: Sequence[Line], openings: Sequence[Opening | None]
) -> bool:
    """Whether a line that returns holds a number that rises by one each time."""
    if "#" not in shape:
        return False
    rows = [[int(digits[:9]) for digits in _DIGITS.findall(lines[place].text)] for place in places]
    steps = (
        {after - before for before, after in pairwise(column)} for column in zip(*rows, strict=True)
    )
    rising = any(step in ({1}, {2}) for step in steps)
    return rising and (
        "page" in shape.casefold()
        or any(_inside_sentence(place, lines, openings) for place in places)
        or _evenly_spread([lines[place].start for place in places])
    )


def _evenly_spread(starts: Sequence[int]) -> bool:
    """Whether some places are about as far from each other as pages are."""
    gaps = [after - before for before, after in pairwise(starts)]
    return (
        len(gaps) >= _OFTEN
        and min(gaps) >= _SHORTEST_PAGE
        and max(gaps) - min(gaps) <= _PAGE_SPREAD * sum(gaps) / len(gaps)
    )


def _breaks_pages(
    places: Sequence[int],
    lines: Sequence[Line],
    openings: Sequence[Opening | None],
    numbers: dict[int, int],
) -> bool:
    """Whether a line that returns mostly stands by a page number, or inside a sentence."""
    inside = sum(
        lines[place].text[0].isupper()
        and lines[place].text[-1] not in ".,;:"
        and _inside_sentence(place, lines, openings)
        for place in places
    )
    return inside * 2 > len(places) or _stand_by_numbers(places, numbers)


def _stand_by_numbers(places: Sequence[int], numbers: dict[int, int]) -> bool:
    """Whether more than half of some lines stand next to the number of a page."""
    return sum(place - 1 in numbers or place + 1 in numbers for place in places) * 2 > len(places)


def _inside_sentence(place: int, lines: Sequence[Line], openings: Sequence[Opening | None]) -> bool:
    """Whether a line stands between two halves of a sentence; a heading above it is no half."""
    before = next(_others(lines, place, -1), None)
    after = next(_others(lines, place, 1), None)
    if before is None or after is None or openings[after] is not None:
        return False
    above = openings[before - 1] if before else None
    headed = openings[before] is None and above is not None and above.kind in _UNITS
    first, second = lines[before].text, lines[after].text
    return not headed and not closed(first) and first[-1] != "," and second[0].islower()


def _others(lines: Sequence[Line], place: int, step: int) -> Iterator[int]:
    """The nearest lines before or after a place that are more than the number of a page."""
    near = place + step
    while 0 <= near < len(lines) and abs(near - place) <= _OFTEN:
        if len(lines[near].text) > _LONGEST_PAGE_NUMBER:
            yield near
        near += step
