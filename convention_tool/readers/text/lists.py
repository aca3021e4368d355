"""Settles to which list each mark belongs, by its siblings.

`(i)` after `(h)` is a letter when `(j)` follows and a numeral when `(ii)` does; so are `(v)`,
`(x)`, `(c)`, `(d)`, `(l)` and `(m)`. What a mark can count as is decided by its letters and by the
way it is printed (marks.py); to which of the open lists it belongs, by which of them it continues.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from convention_tool.readers.text.marks import Sense, follows, senses


class Item(NamedTuple):
    """A line inside an article: a mark and its words, or words alone."""

    mark: str
    words: str
    start: int
    end: int
    #: Whether the mark is one only where it continues a series.
    unsure: bool = False


#: An item; its depth among the open lists (0 for a paragraph, 1 for a subparagraph, 2 for one
#: within it, and so on); and its role: "mark", or the terminal of its words, "TEXT" (an unnumbered
#: paragraph) or "CLOSING" (words after the list of that depth).
Placed = tuple[Item, int, str]

#: What stands for the paragraph where that has no number.
_NONE = Sense("", 0)

#: A chapeau ends with one of these.
_OPENS_LIST = (":", "—", "–")

#: How many items further down are asked for a sibling: more than any list of a treaty has between
#: two of its members, and few enough to keep an endless text from taking endless time.
_LOOK_AHEAD = 60


class _Here(NamedTuple):
    """Where in an article an item stands."""

    items: Sequence[Item]
    at: int
    #: The open lists, outermost first, each by its last mark; placing an item changes it.
    stack: list[Sense]
    #: The words of the item before.
    before: str

    def later_marks(self) -> Iterator[str]:
        """The marks further down, nearest first."""
        last = min(len(self.items), self.at + 1 + _LOOK_AHEAD)
        return (
            self.items[place].mark for place in range(self.at + 1, last) if self.items[place].mark
        )


def placed(items: Sequence[Item]) -> Iterator[Placed]:
    """Each item of an article with its depth and role, in order."""
    stack: list[Sense] = []
    before = ""
    for at, item in enumerate(items):
        if not item.mark and not stack:  # most first lines
            stack.append(_NONE)
            yield (item, 0, "TEXT")
            before = item.words
            continue
        readings = senses(item.mark) if item.mark else ()
        plain = len(readings) == 1 and readings[0].value > 1 and bool(stack)
        if plain and follows(readings[0], stack[-1]):  # most marks: 2 after 1, (b) after (a)
            stack[-1] = readings[0]
            yield (item, len(stack) - 1, "mark")
            before = item.words or item.mark
            continue
        here = _Here(items, at, stack, before)
        yield _place_mark(item, readings, here) if item.mark else _place_words(item, here)
        before = item.words or item.mark


# ---- Marks -------------------------------------------------------------------------------------


def _place_mark(item: Item, readings: Sequence[Sense], here: _Here) -> Placed:
    chosen = _continued(readings, here)
    if chosen is None and item.unsure and not _starts_series(readings, here):
        words = f"{item.mark} {item.words}".strip()
        return _place_words(item._replace(mark="", words=words), here)
    depth, sense = chosen or _started(readings, here)
    stack = here.stack
    del stack[depth + 1 :]
    stack.extend([_NONE] * (depth - len(stack)))
    stack[depth : depth + 1] = [sense]
    return (item, depth, "mark")


def _continued(readings: Sequence[Sense], here: _Here) -> tuple[int, Sense] | None:
    """The open list that a mark continues, and as what."""
    stack = here.stack
    exact = [
        (depth, sense)
        for depth in range(len(stack) - 1, -1, -1)
        for sense in readings
        if follows(sense, stack[depth])
    ]
    starts = [sense for sense in readings if sense.value == 1 and not sense.inserted]
    if len(exact) + len(starts) > 1:
        return _by_sibling(exact, starts, here)
    if exact:
        return exact[0]
    return None if starts else _after_gap(readings, stack)


def _after_gap(readings: Sequence[Sense], stack: Sequence[Sense]) -> tuple[int, Sense] | None:
    """The open list of the same print that a mark goes on with after a gap, or goes back in."""
    for depth in range(len(stack) - 1, -1, -1):
        for sense in readings:
            if sense.style == stack[depth].style:
                onward = sense.value > stack[depth].value
                if onward or not sense.style.startswith(("x figures", "x. capital")):
                    return depth, sense
    return None


def _by_sibling(
    exact: Sequence[tuple[int, Sense]], starts: Sequence[Sense], here: _Here
) -> tuple[int, Sense] | None:
    """Which of several readings of a mark the marks after it bear out."""
    stack = here.stack
    announced = here.before.endswith((*_OPENS_LIST, "-"))
    readings = list(exact)
    if starts and (announced or not exact or all(starts[0].style != o.style for o in stack)):
        readings.extend((len(stack), sense) for sense in starts)
    for mark in here.later_marks():
        for sense in senses(mark):
            for depth, reading in readings:
                if follows(sense, reading):
                    return (depth, reading) if depth < len(stack) else None
    if announced and starts:
        return None
    return exact[0] if exact else None


def _started(readings: Sequence[Sense], here: _Here) -> tuple[int, Sense]:
    """Where a mark that continues no list opens one."""
    stack = here.stack
    first = next((sense for sense in readings if sense.value == 1), None)
    sense = first or (readings[0] if readings else Sense("x", 0))
    figures = "figures" in sense.style
    announced = here.before.endswith(_OPENS_LIST)
    if not stack:
        return (0 if figures else 1), sense
    if figures and not stack[0].style and not announced:
        return 0, sense
    within = len(stack) > 1 and (announced or _goes_on_above(here))
    if sense.style == "x. figures" and "figures" not in stack[0].style and not within:
        return 0, sense
    same = [depth for depth, opened in enumerate(stack) if opened.style == sense.style]
    return (same[-1] if same and not announced else max(len(stack), 1)), sense


def _goes_on_above(here: _Here) -> bool:
    """Whether sections A., B., C. hold the paragraphs: the letters go on further down."""
    last = here.stack[-1]
    return (
        last.style == "x. capital letter"
        and not here.stack[0].style
        and any(follows(one, last) for mark in here.later_marks() for one in senses(mark))
    )


def _starts_series(readings: Sequence[Sense], here: _Here) -> bool:
    """Whether an unsure mark is the first of a series that goes on further down."""
    return any(
        sense.value == 1 and any(follows(one, sense) for one in senses(mark))
        for sense in readings
        for mark in here.later_marks()
    )


# ---- Words without a mark ----------------------------------------------------------------------


def _place_words(item: Item, here: _Here) -> Placed:
    """Words go on with the item above, close its list, or are a paragraph of their own."""
    items, at, stack, _ = here
    if not stack:  # an unsure mark that was none
        stack.append(_NONE)
        return (item, 0, "TEXT")
    going_on = _goes_on(here)
    if going_on > 0:
        del stack[going_on + 1 :]
        return (item, going_on, "CLOSING")
    opens_list = going_on < 0 and at + 1 < len(items) and bool(items[at + 1].mark)
    if not opens_list and len(stack) > 1 and item.words[:1].islower():
        depth = len(stack) - 2
    elif not opens_list and stack[0].style:
        depth = 0
    else:
        stack[:] = [_NONE]
        return (item, 0, "TEXT")
    del stack[depth + 1 :]
    return (item, depth, "CLOSING")


def _goes_on(here: _Here) -> int:
    """The depth of the open list that the next mark continues; -1 where it continues none."""
    for mark in islice(here.later_marks(), 1):
        for depth in range(len(here.stack) - 1, -1, -1):
            if any(follows(sense, here.stack[depth]) for sense in senses(mark)):
                return depth
    return -1
