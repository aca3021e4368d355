"""Finds a table of contents that was copied along with a text."""

from collections.abc import Sequence
from itertools import pairwise

from convention_tool.readers.text.kinds import (
    CONTENTS,
    LONGEST_HEADING,
    SENTENCE_ENDS,
    number_of,
    places_of,
)
from convention_tool.readers.text.lines import DIVISIONS, UNITS, pattern
from convention_tool.readers.text.numbers import Key
from convention_tool.readers.text.reflow import Stretch

#: A text with a table of contents prints at least so many articles in a row without any text.
_SHORTEST_CONTENTS = 4


def set_contents_aside(stretches: Sequence[Stretch], kinds: list[str]) -> None:
    """Mark a table of contents: units without text, whose numbers all come again further on."""
    articles = places_of(kinds, "article")
    if len(articles) < _SHORTEST_CONTENTS:
        return
    announced = any(_is_contents(stretches[p]) for p in range(max(0, articles[0] - 5), articles[0]))
    count = _entries(stretches, kinds, articles, announced=announced)
    numbers = [number_of(stretches[place]) for place in articles]
    while count >= _SHORTEST_CONTENTS and not _come_again(numbers, count):
        count -= 1
    if count < _SHORTEST_CONTENTS:
        return
    first, last, again = articles[0], articles[count - 1], articles[count]
    headed = all(after - before > 1 for before, after in pairwise(articles[:count]))
    if headed and last + 1 < again and not _sentence(stretches[last + 1].text):
        last += 1
    while first and _in_contents(stretches[first - 1], kinds[first - 1], kinds[first]):
        first -= 1
    for place in range(first, last + 1):
        kinds[place] = CONTENTS


def _come_again(numbers: Sequence[Key | None], count: int) -> bool:
    """Whether the first numbers are the next ones as well."""
    return all(numbers[place] == numbers[count + place] for place in range(count))


def _entries(
    stretches: Sequence[Stretch], kinds: Sequence[str], articles: Sequence[int], *, announced: bool
) -> int:
    """How many articles at the beginning stand without text, as in a table of contents."""
    for count, (place, below) in enumerate(pairwise(articles), start=1):
        for line in range(place, below):
            entry = announced and kinds[line] == "article"
            if _sentence(stretches[line].text) and not entry:
                return min(count, len(articles) // 2)
        if not announced and _lines_of_words(kinds, place, below) > 1:
            return min(count, len(articles) // 2)
    return len(articles) // 2


def _lines_of_words(kinds: Sequence[str], first: int, last: int) -> int:
    return sum(kind not in UNITS for kind in kinds[first:last])


def _is_contents(stretch: Stretch) -> bool:
    return bool(pattern("CONTENTS").fullmatch(stretch.text.rstrip(" :.")))


def _in_contents(stretch: Stretch, kind: str, below: str) -> bool:
    """Whether a line above the first entry belongs to the table as well."""
    if kind in DIVISIONS or pattern("LEADER").search(stretch.text):
        return True
    return below in {*DIVISIONS, "article", CONTENTS} and _is_contents(stretch)


def _sentence(text: str) -> bool:
    """Whether a line is text, which a table of contents does not hold."""
    return (
        len(text) > LONGEST_HEADING
        or (text[-1:] in SENTENCE_ENDS and len(text) > len("Article 100. Rights."))
    ) and not pattern("LEADER").search(text)
