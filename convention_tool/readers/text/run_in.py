"""Parts what a copy ran together: combined marks, lists in the middle of a line, glued paragraphs."""

import re
from collections.abc import Sequence
from itertools import islice

from convention_tool.readers.text.kinds import LONGEST_HEADING
from convention_tool.readers.text.lines import pattern
from convention_tool.readers.text.lists import Item
from convention_tool.readers.text.marks import can_follow, can_open, follows, senses

#: What the first mark of a list begins with.
_MARK_INITIALS = frozenset("(1aAiI")
_MARK_ENDS = frozenset(".)°º")


def run_in(item: Item, below: str = "") -> Sequence[Item]:
    """An item, its combined marks and the list that is run into its words as items of their own.

    "5. (a) The members ..." gives two; "... shall: (a) take part; and (b) be heard." gives three.
    The mark of the line below bears out a list of which but the first member stands here.
    """
    items: list[Item] = []
    waiting = [item]
    while waiting:
        first = waiting.pop()
        words = first.words
        inner = _inner_mark(words) if first.mark and words else None
        cuts = _cuts(words, below, first.mark, inner=bool(inner)) if "(" in words else ()
        if inner and not (cuts and cuts[0][0] == 0):
            items.append(first._replace(words=""))
            waiting.append(Item(inner, words[len(inner) :].strip(), first.start, first.end))
        elif cuts:
            items.append(first._replace(words=words[: cuts[0][0]].rstrip()))
            ends = [start for start, _ in cuts[1:]] + [len(words)]
            members = [
                Item(words[start:stop].strip(), words[stop:end].strip(), first.start, first.end)
                for (start, stop), end in zip(cuts, ends, strict=True)
            ]
            waiting.extend(reversed(members))
        else:
            items.append(first)
    return items


def may_run_in(words: str) -> bool:
    """Whether some marked or unmarked words can hold a mark at all."""
    if "(" in words and (words[0] == "(" or _BRACKETED.search(words)):
        return True
    return words[0] in _MARK_INITIALS and words[1:2] in _MARK_ENDS


def _members(words: str, spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The marks of a list, from its first on, where at least two follow each other."""
    if not spans or not can_open(words[slice(*spans[0])]):
        return ()
    cuts = [spans[0]]
    sense = next(one for one in reversed(senses(words[slice(*spans[0])])) if one.value == 1)
    for span in spans[1:]:
        if not _BEFORE_MEMBER.search(words, max(0, span[0] - len("; and ")), span[0]):
            continue
        following = next((one for one in senses(words[slice(*span)]) if follows(one, sense)), None)
        if following:
            sense = following
            cuts.append(span)
    return tuple(cuts) if len(cuts) > 1 else ()


def _inner_mark(words: str) -> str | None:
    """The mark that some marked words begin with, if it can open a list."""
    if words[0] not in _MARK_INITIALS:
        return None
    found = pattern("MARK").match(words)
    return found[0].rstrip() if found and can_open(found[0]) else None


def may_open_list(words: str) -> bool:
    """Whether the first mark of a list may stand in the middle of some words."""
    return bool(_FIRST_MARK.search(words, 0, LONGEST_HEADING))


def first_mark_in(words: str, following: Sequence[str]) -> int:
    """Where, in the middle of some words, a list begins that a mark further down goes on.

    -1 where there is none; only as far in as a heading may reach. In "Definitions 1. The term ..." it is 11, if "2." follows; "1." before
    a capital letter needs no such witness.
    """
    for found in _FIRST_MARK.finditer(words, 0, LONGEST_HEADING):
        mark, after = found[0].strip(), words[found.end() :].strip()
        if mark in _SURE_FIRST and after[:1].isupper():
            return found.start()
        inner = _inner_mark(after) if after else None
        if any(can_follow(later, first) for first in (mark, inner) if first for later in following):
            return found.start()
    return -1


def paragraph_cut(words: str, number: int) -> int:
    """Where a paragraph of some number begins in the middle of some words; -1 if nowhere."""
    mark = f" {number}. "
    found = words.find(mark)
    while found >= 0:
        if words[found - 1] in ".;:" and words[found + len(mark) : found + len(mark) + 1].isupper():
            return found
        found = words.find(mark, found + 1)
    return -1


#: First marks that need no second to be known, before a capital letter.
_SURE_FIRST = frozenset(("1.", "1).", "(1)."))

#: A mark that can be the first of a list, between words.
_FIRST_MARK = re.compile(r" (?:\(?(?:1|a|i|A|I)\)\.?|(?:1|a|A|I|\d{1,3}\.1)\.?|1°)(?= )")

#: No list that is run into a line has more members; an endless line is not worth more.
_MOST_MEMBERS = 300

#: A mark in brackets, before words.
_BRACKETED = re.compile(r"\( ?[a-z]{1,5} ?\)(?= ?[\w“\"«‘'])")
#: What stands before a mark that opens a member of a list: punctuation, perhaps "and" or "or".
_BEFORE_MEMBER = re.compile(r"[:;—–.,] ?$|[;,] (?:and|or|et|ou|y|o) $")


def _cuts(words: str, below: str, mark: str, *, inner: bool) -> tuple[tuple[int, int], ...]:
    """Where the members of a list begin that is run into some words; at least two, in order.

    Args:
        words: the words of an item.
        below: the mark of the line below, which may be the second member.
        mark: the mark of the item, which the line below may go on from instead.
        inner: whether the words themselves begin with a mark.
    """
    spans = [match.span() for match in islice(_BRACKETED.finditer(words), _MOST_MEMBERS)]
    for begin, (start, stop) in enumerate(spans):
        opened = inner if start == 0 else words[:start].rstrip()[-1:] in _OPENS
        if not opened or not can_open(words[start:stop]):
            continue
        cuts = _members(words, spans[begin:])
        if cuts:
            return cuts
        if below and not can_follow(below, mark) and can_follow(below, words[start:stop]):
            return ((start, stop),)
    return ()


#: What stands before the first member of a list.
_OPENS = frozenset(":;—–")
