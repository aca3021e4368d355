"""Settles to which list each mark belongs, by its siblings.

`(i)` after `(h)` is a letter when `(j)` follows and a numeral when `(ii)` does; so are `(v)`,
`(x)`, `(c)`, `(d)`, `(l)` and `(m)`. What a mark can count as is decided by its letters and by the
way it is printed; to which of the open lists it belongs, by which of them it continues.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from convention_tool.readers.text.lines import pattern
from convention_tool.readers.text.numbers import key, letter_value, roman_value

#: What the first mark of a list begins with.
MARK_INITIALS = frozenset("(1aAiI")


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


class _Sense(NamedTuple):
    """One way to read a mark: how it is printed, what it counts in, and how far.

    A list that may go on is known by the sense of its last mark.
    """

    style: str
    value: int
    inserted: int = 0


#: What stands for the paragraph where that has no number.
_NONE = _Sense("", 0)


def place(items: Sequence[Item]) -> Iterator[Placed]:
    """Each item of an article with its depth and role, in order."""
    stack: list[_Sense] = []
    before = ""
    for index, item in enumerate(items):
        if item.mark:
            yield _place_mark(item, items, index, stack, before)
        else:
            yield _place_words(item, items, index, stack)
        before = item.words or item.mark


def run_in(item: Item) -> Sequence[Item]:
    """An item, its combined marks and the list that is run into its words as items of their own.

    "5. (a) The members ..." gives two; "... shall: (a) take part; and (b) be heard." gives three.
    """
    words = item.words
    inner = _inner_mark(words) if item.mark and words else None
    if inner:
        within = Item(inner, words[len(inner) :].strip(), item.start, item.end)
        return (item._replace(words=""), *run_in(within))
    cuts = _cuts(words) if "(" in words else ()
    if not cuts:
        return (item,)
    items = [item._replace(words=words[: cuts[0][0]].rstrip())]
    ends = [start for start, _ in cuts[1:]] + [len(words)]
    for (start, stop), end in zip(cuts, ends, strict=True):
        mark = words[start:stop].strip()
        items.extend(run_in(Item(mark, words[stop:end].strip(), item.start, item.end)))
    return items


def _inner_mark(words: str) -> str | None:
    """The mark that some marked words begin with, if it can open a list."""
    if words[0] not in MARK_INITIALS:
        return None
    found = pattern("MARK").match(words)
    return found[0].rstrip() if found and _first(found[0]) else None


def first_mark_in(words: str, following: Sequence[str]) -> int:
    """Where, in the middle of some words, a list begins that a mark further down goes on.

    -1 where there is none. In "Definitions 1. The term ..." it is 11, if "2." follows; "1." before
    a capital letter needs no such witness.
    """
    for found in _FIRST_MARK.finditer(words):
        mark, after = found[0].strip(), words[found.end() :].strip()
        if mark == "1." and after[:1].isupper():
            return found.start()
        inner = _inner_mark(after) if after else None
        if any(_continues(first, later) for first in (mark, inner) if first for later in following):
            return found.start()
    return -1


def _continues(first: str, later: str) -> bool:
    """Whether a mark can be the next in the list of another."""
    return any(
        one.style == sense.style and _next(sense, one)
        for sense in _senses(first)
        for one in _senses(later)
    )


def paragraph_cut(words: str, number: int) -> int:
    """Where a paragraph of some number begins in the middle of some words; -1 if nowhere."""
    mark = f" {number}. "
    found = words.find(mark)
    while found >= 0:
        if words[found - 1] in ".;:" and words[found + len(mark) : found + len(mark) + 1].isupper():
            return found
        found = words.find(mark, found + 1)
    return -1


# ---- What a mark can count as ------------------------------------------------------------------


@lru_cache(maxsize=8192)
def _senses(mark: str) -> tuple[_Sense, ...]:
    inner = mark.strip("().°º-– ").casefold()
    if not inner:
        return (_Sense("dash", 0),)
    frame = _frame(mark)
    if inner[0].isdigit():
        parts = inner.split(".")
        counted = key(parts[-1])
        if counted is None:
            return ()
        figures = f"figures{len(parts)}" if len(parts) > 1 else "figures"
        return (_Sense(f"{frame} {figures}", counted.value, counted.inserted),)
    letters, _, latin = inner.replace("-", " ").partition(" ")
    inserted = (key(f"1 {latin}") or key("1") or (0, 0))[1] if latin else 0
    case = "capital" if mark.strip("(")[:1].isupper() else "small"
    senses = [
        _Sense(f"{frame} {case} {series}", value, inserted)
        for series, value in (("letter", letter_value(letters)), ("roman", roman_value(letters)))
        if value
    ]
    return tuple(senses)


def _frame(mark: str) -> str:
    """How a mark is printed: "(x)", "x)", "x.", "x°" or "x"."""
    if mark.startswith("("):
        return "(x)"
    for end in (")", ".", "°", "º"):
        if mark.rstrip("-–").endswith(end):
            return f"x{end}".replace("º", "°")
    return "x)" if ")" in mark else "x"


def _first(mark: str) -> bool:
    return any(sense.value == 1 and not sense.inserted for sense in _senses(mark))


# ---- Marks -------------------------------------------------------------------------------------


def _place_mark(
    item: Item, items: Sequence[Item], index: int, stack: list[_Sense], before: str
) -> Placed:
    senses = _senses(item.mark)
    chosen = _continued(senses, items, index, stack, before)
    if chosen is None and item.unsure and not _starts_series(item, items, index):
        words = f"{item.mark} {item.words}".strip()
        return _place_words(item._replace(mark="", words=words), items, index, stack)
    if chosen is None:
        chosen = _started(senses, stack, before)
    depth, sense = chosen
    if depth < len(stack):
        del stack[depth + 1 :]
        stack[depth] = sense
    else:
        while len(stack) < depth:
            stack.append(_NONE)
        stack.append(sense)
    return (item, depth, "mark")


def _continued(
    senses: Sequence[_Sense], items: Sequence[Item], index: int, stack: list[_Sense], before: str
) -> tuple[int, _Sense] | None:
    """The open list that a mark continues, and as what."""
    if len(senses) == 1 and senses[0].value != 1 and stack and _next(stack[-1], senses[0]):
        if stack[-1].style == senses[0].style:
            return len(stack) - 1, senses[0]
    exact = [
        (depth, sense)
        for depth in range(len(stack) - 1, -1, -1)
        for sense in senses
        if stack[depth].style == sense.style and _next(stack[depth], sense)
    ]
    starts = [sense for sense in senses if sense.value == 1 and not sense.inserted]
    if len(exact) + len(starts) > 1:
        return _by_sibling(exact, starts, items, index, stack, before)
    if exact:
        return exact[0]
    if starts:
        return None
    for depth in range(len(stack) - 1, -1, -1):
        for sense in senses:
            if stack[depth].style == sense.style and (
                sense.value > stack[depth].value or not _doubtful_style(sense.style)
            ):
                return depth, sense
    return None


def _doubtful_style(style: str) -> bool:
    return style.startswith(("x figures", "x. capital"))


def _next(last: _Sense, sense: _Sense) -> bool:
    if sense.style == "dash":
        return True
    if sense.value == last.value + 1:
        return True
    return sense.value == last.value and sense.inserted > last.inserted


def _by_sibling(
    exact: list[tuple[int, _Sense]],
    starts: list[_Sense],
    items: Sequence[Item],
    index: int,
    stack: list[_Sense],
    before: str,
) -> tuple[int, _Sense] | None:
    """Which of several readings of a mark the marks after it bear out."""
    opens_list = before.endswith((":", "—", "–", "-"))
    readings: list[tuple[int, _Sense]] = [*exact]
    if starts and (opens_list or not exact or starts[0].style not in {o.style for o in stack}):
        readings.extend((len(stack), sense) for sense in starts)
    for later in items[index + 1 :]:
        for sense in _senses(later.mark) if later.mark else ():
            for depth, reading in readings:
                if sense.style == reading.style and _next(reading, sense):
                    return (depth, reading) if depth < len(stack) else None
    if opens_list and starts:
        return None
    return exact[0] if exact else None


def _started(senses: Sequence[_Sense], stack: list[_Sense], before: str) -> tuple[int, _Sense]:
    """Where a mark that continues no list opens one."""
    first = [sense for sense in senses if sense.value == 1]
    sense = (first or list(senses) or [_Sense("x", 0)])[0]
    if "roman" not in sense.style and first and len(first) > 1:
        sense = first[0]
    figures = "figures" in sense.style
    if not stack:
        return (0 if figures else 1), sense
    if figures and not stack[0].style and not before.endswith((":", "—", "–")):
        return 0, sense
    if sense.style == "x. figures" and "figures" not in stack[0].style:
        return 0, sense
    same = [depth for depth, opened in enumerate(stack) if opened.style == sense.style]
    if same and not before.endswith((":", "—", "–")):
        return same[-1], sense
    return max(len(stack), 1), sense


def _starts_series(item: Item, items: Sequence[Item], index: int) -> bool:
    """Whether an unsure mark is the first of a series that goes on further down."""
    for sense in _senses(item.mark):
        if sense.value == 1 and any(
            later.style == sense.style and later.value == 2
            for other in items[index + 1 :]
            if other.mark
            for later in _senses(other.mark)
        ):
            return True
    return False


# ---- Words without a mark ----------------------------------------------------------------------


def _place_words(item: Item, items: Sequence[Item], index: int, stack: list[_Sense]) -> Placed:
    """Words go on with the item above, close its list, or are a paragraph of their own."""
    if not stack:
        stack.append(_NONE)
        return (item, 0, "TEXT")
    going_on = _goes_on(items, index, stack)
    if going_on > 0:
        del stack[going_on + 1 :]
        return (item, going_on, "CLOSING")
    opens_list = going_on < 0 and index + 1 < len(items) and bool(items[index + 1].mark)
    if not opens_list and len(stack) > 1 and item.words[:1].islower():
        depth = len(stack) - 2
    elif not opens_list and stack[0].style:
        depth = 0
    else:
        stack[:] = [_NONE]
        return (item, 0, "TEXT")
    del stack[depth + 1 :]
    return (item, depth, "CLOSING")


def _goes_on(items: Sequence[Item], index: int, stack: list[_Sense]) -> int:
    """The depth of the open list that the next mark continues; -1 where it continues none."""
    following = next((item for item in items[index + 1 :] if item.mark), None)
    if following is None:
        return -1
    for depth in range(len(stack) - 1, -1, -1):
        if any(
            stack[depth].style == sense.style and _next(stack[depth], sense)
            for sense in _senses(following.mark)
        ):
            return depth
    return -1


# ---- Lists run into the words ------------------------------------------------------------------

#: A mark that can be the first of a list, between words.
_FIRST_MARK = re.compile(r" (?:\(?(?:1|a|i|A|I)\)|(?:1|a|A|I|\d{1,3}\.1)\.?|1°)(?= )")

#: A mark in brackets, before words.
_BRACKETED = re.compile(r"\( ?[a-z]{1,5} ?\)(?= ?[\w“\"«‘'])")
#: What stands before a mark that opens a member of a list: punctuation, perhaps "and" or "or".
_BEFORE_MEMBER = re.compile(r"[:;—–.,] ?$|[;,] (?:and|or|et|ou|y|o) $")


def _cuts(words: str) -> tuple[tuple[int, int], ...]:
    """Where the members of a list begin that is run into some words; at least two, in order."""
    found = [match.span() for match in _BRACKETED.finditer(words)]
    if len(found) < 2:
        return ()
    found = [
        (start, end)
        for start, end in found
        if _BEFORE_MEMBER.search(words, max(0, start - len("; and ")), start)
    ]
    for begin in range(len(found) - 1):
        first = words[slice(*found[begin])]
        if not _first(first) or words[: found[begin][0]].rstrip()[-1:] not in ":;—–":
            continue
        sense = next(one for one in reversed(_senses(first)) if one.value == 1)
        cuts = [found[begin]]
        for span in found[begin + 1 :]:
            following = next(
                (
                    one
                    for one in _senses(words[slice(*span)])
                    if one.style == sense.style and one.value == sense.value + 1
                ),
                None,
            )
            if following:
                sense = following
                cuts.append(span)
        if len(cuts) > 1:
            return tuple(cuts)
    return ()
