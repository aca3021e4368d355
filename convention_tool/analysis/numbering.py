"""What printed numbers mean: where each stands in its series, and what a series leaves out.

A number stays a printed word; only its rank is compared. "8 bis" stands between 8 and 9, and so
does "8 A". Which series a single letter belongs to is told by its siblings: the i that opens a
list is a numeral, the i after h is a letter.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from convention_tool.catalogue.vocabulary import inserted, ordinals


class Rank(NamedTuple):
    """Where a number stands: its main value, then its place among what was inserted after it."""

    main: int
    inserted: int = 0


class Gap(NamedTuple):
    """Numbers that a series leaves out, before the item at a place (places count from 0)."""

    place: int
    missing: tuple[str, ...]


class Repeat(NamedTuple):
    """A number that stands a second time; the places of both."""

    place: int
    first: int


class Series(NamedTuple):
    """Numbers read as one series: arabic, roman or letters."""

    numbers: tuple[str, ...]
    ranks: tuple[Rank, ...]
    printed: Callable[[int], str]

    def gaps(self) -> Iterator[Gap]:
        """What is missing, wherever it might stand: a number found out of order is not missing."""
        present = {rank.main for rank in self.ranks}
        reached = 0
        for place in self._in_order():
            main = self.ranks[place].main
            missing = [value for value in range(reached + 1, main) if value not in present]
            if missing:
                yield Gap(place, tuple(map(self.printed, missing)))
            reached = main

    def repeats(self) -> Iterator[Repeat]:
        """Each number that stands a second time."""
        seen: dict[Rank, int] = {}
        for place, rank in enumerate(self.ranks):
            if rank in seen:
                yield Repeat(place, seen[rank])
            seen.setdefault(rank, place)

    def out_of_order(self) -> Iterator[int]:
        """The place of each number that breaks the rising order."""
        kept = self._in_order()
        settled = {self.ranks[place] for place in kept}
        for place, rank in enumerate(self.ranks):
            if rank not in settled:
                yield place
                settled.add(rank)

    def _in_order(self) -> tuple[int, ...]:
        """The places of the longest rising run: what is not in it breaks the order."""
        tails: list[Rank] = []
        last: list[int] = []
        before: list[int] = []
        for place, rank in enumerate(self.ranks):
            length = bisect_left(tails, rank)
            tails[length : length + 1] = [rank]
            last[length : length + 1] = [place]
            before.append(last[length - 1] if length else -1)
        kept: list[int] = []
        place = last[-1] if last else -1
        while place >= 0:
            kept.append(place)
            place = before[place]
        return tuple(reversed(kept))


def series(numbers: Sequence[str]) -> Series | None:
    """The numbers read as one series, or None where they are of no one kind (15.4, A-1)."""
    if not numbers:
        return None
    numerals, letters = (_roman, _as_roman), (_letter, _as_letter)
    opens_as_numeral = numbers[0].casefold() in {"i", "ier"}
    either = (numerals, letters) if opens_as_numeral else (letters, numerals)
    for parse, printed in ((_arabic, str), *either):
        if _rank(numbers[0], parse) is None:
            continue
        ranks = [_rank(number, parse) for number in numbers]
        found = tuple(rank for rank in ranks if rank is not None)
        if len(found) == len(ranks) and not _skips_to_doubles(found, parse):
            return Series(tuple(numbers), found, _cased(printed, numbers[0]))
    return None


def neighbours(number: str) -> tuple[str, ...]:
    """The numbers printed just before and just after one: (a) and (c) for b."""
    read = series((number,))
    if read is None:
        return ()
    main = read.ranks[0].main
    return tuple(read.printed(value) for value in (main - 1, main + 1) if value)


def stands_inside(number: str, words: str) -> bool:
    """Whether a number is printed within some words: "(a) to be heard; (b) to appeal", "1 States"."""
    marked = re.escape(number)
    if f"{number})" in words and re.search(rf"(?<!\w){marked}\)", words):
        return True
    openings = (f"{sign}{blank}{number}" for sign in ".;:," for blank in ("", " "))
    if not words.startswith(number) and not any(opening in words for opening in openings):
        return False
    return bool(re.search(rf"(?:^|[.;:,]\s*){marked}\s?(?:\.(?=\s|[A-Z])|(?=\s|$))", words))


def canonical(number: str) -> str:
    """A number as it is compared with a citation: IV is 4, 8 bis is 8+1, premier is 1."""
    rank = _rank(number, _arabic) or _rank(number, _roman)
    if rank is None:
        return re.sub(r"\s+", "", number).casefold().strip(".")
    return f"{rank.main}+{rank.inserted}" if rank.inserted else str(rank.main)


def is_roman(number: str) -> bool:
    """Whether a number is printed in roman numerals: "IV", "IV bis"."""
    return _rank(number, _arabic) is None and _rank(number, _roman) is not None


def runs(numbers: Sequence[str]) -> Iterator[slice]:
    """The stretches of a list between restarts: a second 1, (a) or (i) begins the count anew.

    It must go on to 2, (b) or (ii), and follow more than a first 1: else it is a slip.
    """
    start, first = 0, _opens(numbers[0]) if numbers else ""
    for place in range(_SHORTEST_RUN, len(numbers)) if first else ():
        again = place - start >= _SHORTEST_RUN and _opens(numbers[place]) == first
        if again and _goes_on(numbers[place : place + 2]):
            yield slice(start, place)
            start = place
    yield slice(start, len(numbers))


_SHORTEST_RUN = 2


def _goes_on(numbers: Sequence[str]) -> bool:
    """Whether two numbers follow each other."""
    read = series(numbers)
    return read is not None and [rank.main for rank in read.ranks] == [1, 2]


def _opens(number: str) -> str:
    """The first number of a series, in one form; "" for any other number."""
    plain = number.casefold()
    if ordinals().get(plain) == 1:
        return "1"
    return plain if plain in {"1", "a", "i"} else ""


_INSERTED = re.compile(rf"(.+?)[\s-]*\(?({'|'.join(inserted())})\)?$", re.IGNORECASE)
_LETTERED = re.compile(r"(\d+)\s?([a-z])$", re.IGNORECASE)


@lru_cache(maxsize=10_000)
def _rank(number: str, parse: Callable[[str], int | None]) -> Rank | None:
    """The rank of a number in the series that a function reads."""
    plain = number.strip().rstrip(".").casefold()
    main = parse(plain)
    if main is not None:
        return Rank(main)
    if later := _INSERTED.match(plain):
        main = parse(later[1])
        return None if main is None else Rank(main, inserted()[later[2]])
    if later := _LETTERED.match(plain):
        main = parse(later[1])
        return None if main is None else Rank(main, ord(later[2]) - ord("a") + 1)
    return None


_DIGITS = re.compile(r"[0-9]{1,4}[º°]?")
#: Figures that a copy took for letters: "l4" is 14.
_MISREAD = re.compile(r"(?=[lio]*[0-9])[0-9lio]{2,4}")
_FIGURES = str.maketrans("lio", "110")


def _arabic(number: str) -> int | None:
    if _DIGITS.fullmatch(number):
        return int(number.rstrip("º°"))
    if _MISREAD.fullmatch(number):
        return int(number.translate(_FIGURES))
    return ordinals().get(number)


_ROMAN = re.compile(r"m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")
_VALUES = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def _roman(number: str) -> int | None:
    if number == "ier":
        return 1
    if not number or not _ROMAN.fullmatch(number):
        return None
    value, rest = 0, number
    for worth, sign in _VALUES:
        while rest.startswith(sign):
            value, rest = value + worth, rest[len(sign) :]
    return value


def _as_roman(value: int) -> str:
    signs = ""
    for worth, sign in _VALUES:
        while value >= worth:
            value, signs = value - worth, signs + sign
    return signs


_LETTER = re.compile(r"([a-z])\1?")


def _letter(number: str) -> int | None:
    """The place of a letter: a is 1, z is 26, then aa is 27 and bb is 28."""
    if not _LETTER.fullmatch(number):
        return None
    return ord(number[0]) - ord("a") + 1 + (_LETTERS if len(number) == 2 else 0)


def _skips_to_doubles(ranks: Sequence[Rank], parse: Callable[[str], int | None]) -> bool:
    """Whether letters jump to aa before they reach y: then (aa) opens a list of its own."""
    values = {rank.main for rank in ranks}
    return parse is _letter and max(values) > _LETTERS and not values & {_LETTERS, _LETTERS - 1}


_LETTERS = 26


def _as_letter(value: int) -> str:
    letter = chr(ord("a") + (value - 1) % _LETTERS)
    return letter * (1 if value <= _LETTERS else 2)


def _cased(printed: Callable[[int], str], example: str) -> Callable[[int], str]:
    return (lambda value: printed(value).upper()) if example.isupper() else printed
