"""What numbers would count: 1, 2, 3, each printed as its text prints numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.numbering import Rank, Series, runs, series
from convention_tool.catalogue.vocabulary import inserted, ordinals

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

#: Trade agreements number by chapters: article 1501 opens chapter 15.
_HUNDRED = 100


class Printing(NamedTuple):
    """How a list prints its numbers."""

    series: Series
    #: Numbers that the list has as words or signs of their own, by what they count: "Premier".
    words: Mapping[int, str]
    #: Up to this value numbers have a ring, "1º"; 0 where none has.
    ringed: int
    capital: bool

    def __call__(self, value: int) -> str:
        """The number for a value."""
        if value in self.words:
            return self.words[value]
        printed = self.series.printed(value)
        printed = printed.upper() if self.capital else printed
        return f"{printed}º" if value <= self.ringed else printed


def counted(numbers: Sequence[str], first: int = 1, *, keep_bis: bool = False) -> tuple[str, ...]:
    """The numbers as they would be if they counted, in one run or in runs that begin anew.

    Args:
        numbers: of siblings, as printed.
        first: what the first run begins with.
        keep_bis: whether "8 bis" and "8 A" stay such, after what is then the number before them.

    Returns:
        As many numbers; those of a list that counts in no way we know (15.4) as they are.
    """
    made: list[str] = []
    for place, part in enumerate(_parts(numbers)):
        own = numbers[part]
        printing, ranks = read(own)
        if printing is None:
            made.extend(own)
            continue
        start = first if place == 0 else _opening(ranks)
        made.extend(_run(own, ranks, printing, start, keep_bis=keep_bis))
    return tuple(made)


def read(numbers: Sequence[str]) -> tuple[Printing | None, Sequence[Rank | None]]:
    """How some numbers are printed, and where each stands; None for what is no number of theirs."""
    found = series(numbers)
    if found is not None:
        return _printing(found, numbers), found.ranks
    alone = [series((number,)) for number in numbers]
    plain = [one is not None and one.printed is str for one in alone]
    if 2 * sum(plain) <= len(numbers):
        return None, ()
    counting = [number for number, counts in zip(numbers, plain, strict=True) if counts]
    main = series(counting)
    if main is None:
        return None, ()
    ranks = iter(main.ranks)
    return _printing(main, counting), [next(ranks) if counts else None for counts in plain]


def based(number: str, base: str) -> str:
    """An inserted number after another base: "12 bis" after 13 is "13 bis"."""
    match = _INSERTED.fullmatch(number)
    return f"{base}{match['rest']}" if match else number


def _parts(numbers: Sequence[str]) -> Iterator[slice]:
    """Runs that begin anew at 1, or at the first number of a chapter's hundred."""
    for run in runs(numbers):
        start = run.start
        for place in range(run.start + 1, run.stop):
            before, value = (_digits(numbers[at]) for at in (place - 1, place))
            if value > _HUNDRED and value % _HUNDRED == 1 and value != before + 1:
                yield slice(start, place)
                start = place
        yield slice(start, run.stop)


def _digits(number: str) -> int:
    return int(number) if number.isascii() and number.isdigit() else 0


def _opening(ranks: Sequence[Rank | None]) -> int:
    return next((rank.main for rank in ranks if rank), 1)


def _run(
    numbers: Sequence[str],
    ranks: Sequence[Rank | None],
    printing: Printing,
    first: int,
    *,
    keep_bis: bool,
) -> Iterator[str]:
    value = first - 1
    for number, rank in zip(numbers, ranks, strict=True):
        if keep_bis and rank and rank.inserted and value >= first:
            yield number if rank.main == value else based(number, printing(value))
            continue
        if rank is None and not _WAITING.fullmatch(number):
            yield number
            continue
        value += 1
        yield number if rank == Rank(value) else printing(value)


#: What stands in place of a number to come: "Article X" among 1, 2 and 3 is no tenth article.
_WAITING = re.compile(r"[XxNn]{1,3}")


def _printing(found: Series, numbers: Sequence[str]) -> Printing:
    values = [(rank.main, number) for rank, number in zip(found.ranks, numbers, strict=True)]
    words = {main: number for main, number in values if number.casefold() in ordinals()}
    ringed = max((main for main, number in values if number[-1:] in {"º", "°"}), default=0)
    rest = [number for main, number in values if main not in words]
    return Printing(found, words, ringed, any(number.isupper() for number in rest))


#: A number with what shows that it was inserted: "12 bis", "12 A", "12bis", "(a bis)" without marks.
_INSERTED = re.compile(
    rf"(?P<base>[0-9]+[º°]?|[^\W\d_]+?)(?P<rest>[\s-]*\(?(?:{'|'.join(inserted())}|(?<=[0-9\s])[a-z])\)?)",
    re.IGNORECASE,
)
