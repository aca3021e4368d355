"""The words that changed between two wordings, grouped so that a person can read them."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.diff.natures import Nature, nature
from convention_tool.analysis.diff.readable import Run, readable, whole
from convention_tool.analysis.diff.spelling import Letters
from convention_tool.analysis.similarity import edits, same_end, same_start

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Op(StrEnum):
    """What happened to some words."""

    EQUAL = "equal"
    DELETE = "delete"
    INSERT = "insert"


class Edit(NamedTuple):
    """Words that both texts have, or that one of them has; a deletion comes before what replaces it."""

    op: Op
    text: str
    nature: Nature = Nature.WORDING


#: A token with the space before it: a word, a number with what belongs to it, a mark in brackets, a
#: short term in quotation marks, or a sign.
_TOKEN = re.compile(
    r"\s*(?:"
    r"[A-Za-z]+(?![\w'’‐‑-])"  # most words, soon found
    r"|\w+(?:[-‐‑'’]\w+|(?<=\d)[.,/:]\d+)*(?:(?<=\d)\s(?:bis|ter|quater|quinquies)\b)?"
    r"|\([0-9A-Za-z]{1,5}\)"
    r"|[“«][^“”«»\n]{1,40}[”»]"
    r"|\"(?=\w)[^\"\n]{1,40}(?<=\w)\""
    r"|\S"
    r")|\s+"
)

#: Where a wording that is cut in two is joined for comparison; no text has it: it is no character.
JOINT = "\uffff"

#: Of a wording that keeps less of its words than this, the old is shown whole, then the new.
_LEAST_KEPT = 0.25


def tokens(text: str) -> list[str]:
    """The tokens of a text, each with the space before it; before the first one is put."""
    return _TOKEN.findall(f" {text}") if text else []


def redline(old: str, new: str, letters: Letters | None = None) -> tuple[Edit, ...]:
    """The edits that make the new text of the old one.

    Equal and deleted words together are the old text, letter for letter; equal and inserted ones
    the new.

    Args:
        old: a wording.
        new: another.
        letters: what spells their tokens; who compares many wordings keeps it.
    """
    if old == new:
        return (Edit(Op.EQUAL, old),) if old else ()
    if old > new:  # compared in one direction whichever is asked, the two are mirror images
        return tuple(_mirrored(redline(new, old, letters)))
    same = same_start(old, new)
    both = same, min(same_end(old, new), min(len(old), len(new)) - same)
    if word := _one_word(old, new, *both):
        return tuple(_edits(word))
    start, end = _context(old, *both)
    ours = tokens(old[start : len(old) - end])
    theirs = tokens(new[start : len(new) - end])
    letters = Letters() if letters is None else letters
    if len(ours) * len(theirs) > _MOST:
        ours, theirs = _SENTENCE.findall("".join(ours)), _SENTENCE.findall("".join(theirs))
    if len(ours) * len(theirs) > _MOST:
        runs = [Run(equal=False, old_start=0, old_end=len(ours), new_start=0, new_end=len(theirs))]
    else:
        runs = [Run(*one) for one in edits(letters.spell(ours), letters.spell(theirs))]
    if start + end < _CONTEXT and _kept(runs) < _LEAST_KEPT * max(len(ours), len(theirs)):
        runs = whole(runs)
    elif len(runs) > 1:
        runs = readable(runs, ours, theirs)
    said = _without_first_space(_said(runs, ours, theirs))
    said = [(old[:start], None), *said, (old[len(old) - end :], None)]
    return tuple(_edits(said))


#: Two wordings are compared word by word if they have so many pairs of words at the most: some
#: 45,000 words each, ten times the longest article of any treaty. Longer ones are compared sentence by
#: sentence, and if they have as many sentences as that, not at all.
_MOST = 2_000_000_000

_SENTENCE = re.compile(r"[^.;:]+[.;:]*|[.;:]+")

_OPPOSITE = {Op.EQUAL: Op.EQUAL, Op.DELETE: Op.INSERT, Op.INSERT: Op.DELETE}


def _mirrored(edits: tuple[Edit, ...]) -> list[Edit]:
    """The edits the other way round; a deletion stands before what replaces it there too."""
    made: list[Edit] = []
    for one in edits:
        edit = one._replace(op=_OPPOSITE[one.op])
        if edit.op is Op.DELETE and made and made[-1].op is Op.INSERT:
            made.insert(-1, edit)
        else:
            made.append(edit)
    return made


#: What is the same at both ends of two wordings is compared from so many letters before the first
#: difference, and up to so many after the last: more than the longest token, and enough to see
#: where a phrase begins.
_CONTEXT = 48


def _context(old: str, start: int, end: int) -> tuple[int, int]:
    """How many of the same letters at the beginning and at the end need not be compared."""
    start = max(old.rfind(" ", 0, max(start - _CONTEXT, 0)), 0)
    space = old.find(" ", len(old) - max(end - _CONTEXT, 0))
    end = len(old) - space if space >= 0 else 0
    if _QUOTE.search(old, max(start - _CONTEXT, 0), start):
        start = 0
    if _QUOTE.search(old, len(old) - end, len(old) - end + _CONTEXT):
        end = 0
    return start, end


_QUOTE = re.compile(r"[“«”»\"]")


def _one_word(old: str, new: str, start: int, end: int) -> list[_Said] | None:
    """What two wordings say where one word was exchanged, left out or put in, and nothing else.

    That is the commonest change, and soon found by the letters that both begin and end with.
    """
    start = old.rfind(" ", 0, start) + 1
    space = old.find(" ", len(old) - end)
    end = len(old) - space if space >= 0 else 0
    gone, come = old[start : len(old) - end], new[start : len(new) - end]
    before, after = old[:start], old[len(old) - end :]
    if any(before.rfind(left) > before.rfind(right) for left, right in ("“”", "«»")):
        return None  # a term in quotation marks is exchanged whole
    if before.count('"') % 2 or before[-2:-1].isdigit():  # so is "12 bis"
        return None
    if gone.isalpha() and come.isalpha():
        return [(before, None), (gone, come), (after, None)]
    for longer, kept in ((gone, come), (come, gone)):
        word = longer.removesuffix(f" {kept}")
        if start and kept and len(word) < len(longer) and word.isalpha():
            said = (f" {word}", "") if longer is gone else ("", f" {word}")
            return [(before[:-1], None), said, (f" {kept}{after}", None)]
    return None


def _kept(runs: Iterable[Run]) -> int:
    """How many tokens stay."""
    return sum(run.deletes for run in runs if run.equal)


#: What both texts say, and None; or what one says and what the other says in its place.
_Said = tuple[str, str | None]


def _said(runs: Iterable[Run], ours: Sequence[str], theirs: Sequence[str]) -> list[_Said]:
    """The words of each stretch."""
    return [
        ("".join(ours[a:b]), None if equal else "".join(theirs[c:d])) for equal, a, b, c, d in runs
    ]


def _without_first_space(said: list[_Said]) -> list[_Said]:
    """Without the space that tokens put before the text, which each text has once.

    Where one text begins with words that the other has not, the space after these is the one that
    the other has before its own.
    """
    gone, come = said[0]
    if come is None:
        said[0] = (gone[1:], None)
    elif (gone and come) or len(said) == 1:
        said[0] = (gone[1:], come[1:])
    else:
        said[0] = (f"{gone[1:]} ", "") if gone else ("", f"{come[1:]} ")
        said[1] = (said[1][0][1:], None)
    return said


def _edits(said: Iterable[_Said]) -> list[Edit]:
    """The edits; a space before a deletion and what replaces it is no part of the change."""
    made: list[Edit] = []
    for gone, come in said:
        if come is None:
            if made and made[-1].op is Op.EQUAL:
                made[-1] = Edit(Op.EQUAL, made[-1].text + gone)
            elif gone:
                made.append(Edit(Op.EQUAL, gone))
            continue
        first = gone[:1]
        if first.isspace() and come[:1] == first and made and gone.strip() and come.strip():
            made[-1] = Edit(Op.EQUAL, made[-1].text + first)
            gone, come = gone[1:], come[1:]  # noqa: PLW2901
        amounts_to = nature(gone, come)
        if gone:
            made.append(Edit(Op.DELETE, gone, amounts_to))
        if come:
            made.append(Edit(Op.INSERT, come, amounts_to))
    return made
