"""The words that changed between two wordings, grouped so that a person can read them."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.diff.spelling import Letters
from convention_tool.analysis.similarity import edits, same_end, same_start
from convention_tool.analysis.words import spelling
from convention_tool.catalogue.vocabulary import light_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Op(StrEnum):
    """What happened to some words."""

    EQUAL = "equal"
    DELETE = "delete"
    INSERT = "insert"


class Nature(StrEnum):
    """What a change of words amounts to."""

    WORDING = ""
    CASE = "case"
    PUNCTUATION = "punctuation"
    SPACING = "spacing"
    SPELLING = "spelling"
    REFERENCE = "reference"


class Edit(NamedTuple):
    """Words that both texts have, or that one of them has; a deletion comes before what replaces it."""

    op: Op
    text: str
    nature: Nature = Nature.WORDING


class Run(NamedTuple):
    """A stretch of both texts, by tokens."""

    equal: bool
    old_start: int
    old_end: int
    new_start: int
    new_end: int

    @property
    def deletes(self) -> int:
        """How many tokens are gone."""
        return self.old_end - self.old_start

    @property
    def inserts(self) -> int:
        """How many tokens have come."""
        return self.new_end - self.new_start


#: A token with the space before it: a word, a number with what belongs to it, a mark in brackets, a
#: short term in quotation marks, or a sign.
_TOKEN = re.compile(
    r"\s*(?:"
    r"[A-Za-z]+(?![\w'’‐‑-])"  # most words, soon found
    r"|\w+(?:[-‐‑'’]\w+|(?<=\d)[.,/:]\d+)*(?:(?<=\d)\s(?:bis|ter|quater|quinquies)\b)?"
    r"|\([0-9A-Za-z]{1,5}\)"
    r"|[“«][^“”«»\n]{1,40}[”»]"
    r"|\S"
    r")|\s+"
)

#: Where a wording that is cut in two is joined for comparison; no text has it: it is no character.
JOINT = "\uffff"

#: Shared words between two changes that are no more, and say nothing by themselves, are taken into
#: the change.
_LONGEST_ISLAND = 3

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
        runs = [Run(equal=False, old_start=0, old_end=len(ours), new_start=0, new_end=len(theirs))]
    else:
        runs = [Run(*one) for one in edits(letters.spell(ours), letters.spell(theirs))]
    if start + end < _CONTEXT and _kept(runs) < _LEAST_KEPT * max(len(ours), len(theirs)):
        runs = _whole(runs)
    elif len(runs) > 1:
        runs = _readable(runs, ours, theirs)
    said = _without_first_space(_said(runs, ours, theirs))
    said = [(old[:start], None), *said, (old[len(old) - end :], None)]
    return tuple(_edits(said))


#: Two wordings are compared word by word if they have so many pairs of words at the most: some
#: 45,000 words each. The longest article of any treaty has a tenth of that.
_MOST = 2_000_000_000

_OPPOSITE = {Op.EQUAL: Op.EQUAL, Op.DELETE: Op.INSERT, Op.INSERT: Op.DELETE}


def _mirrored(edits: tuple[Edit, ...]) -> list[Edit]:
    """The edits the other way round; a deletion stands before what replaces it there too."""
    made: list[Edit] = []
    for op, text, nature in edits:
        edit = Edit(_OPPOSITE[op], text, nature)
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


_QUOTE = re.compile(r"[“«”»]")


def _one_word(old: str, new: str, start: int, end: int) -> list[_Said] | None:
    """What two wordings say where one word was exchanged, left out or put in, and nothing else.

    That is the commonest change, and soon found by the letters that both begin and end with.
    """
    start = old.rfind(" ", 0, start) + 1
    space = old.find(" ", len(old) - end)
    end = len(old) - space if space >= 0 else 0
    gone, come = old[start : len(old) - end], new[start : len(new) - end]
    before, after = old[:start], old[len(old) - end :]
    if before.rfind("“") > before.rfind("”") or before.rfind("«") > before.rfind("»"):
        return None  # a term in quotation marks is exchanged whole
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
        nature = _nature(gone, come)
        if gone:
            made.append(Edit(Op.DELETE, gone, nature))
        if come:
            made.append(Edit(Op.INSERT, come, nature))
    return made


# What a person can read


def _readable(runs: list[Run], ours: Sequence[str], theirs: Sequence[str]) -> list[Run]:
    """The changes as a person would mark them."""
    joined = _without_islands(_paired(runs), ours)
    return [run for run in _slid(joined, ours, theirs) if run.deletes or run.inserts]


def _whole(runs: list[Run]) -> list[Run]:
    """The old wording, then the new; what both begin and end with stays."""
    first = [runs[0]] if runs[0].equal else []
    last = [runs[-1]] if runs[-1].equal and len(runs) > 1 else []
    inner = runs[len(first) : len(runs) - len(last)]
    return [*first, _joined(inner), *last] if inner else [*first, *last]


def _paired(runs: Iterable[Run]) -> list[Run]:
    """Changes that touch as one: equal stretches take turns with changes."""
    found: list[Run] = []
    for run in runs:
        if found and not run.equal and not found[-1].equal:
            found[-1] = _joined((found[-1], run))
        else:
            found.append(run)
    return found


def _joined(runs: Sequence[Run]) -> Run:
    return Run(
        equal=False,
        old_start=runs[0].old_start,
        old_end=runs[-1].old_end,
        new_start=runs[0].new_start,
        new_end=runs[-1].new_end,
    )


def _without_islands(runs: list[Run], ours: Sequence[str]) -> list[Run]:
    """With the shared words between two changes taken into one change, where they only confuse."""
    found: list[Run] = []
    place = 0
    while place < len(runs):
        run = runs[place]
        if run.equal and found and place + 1 < len(runs) and not found[-1].equal:
            after = runs[place + 1]
            if _is_island(run, found[-1], after, ours):
                found[-1] = _joined((found[-1], run, after))
                place += 2
                continue
        found.append(run)
        place += 1
    return found


def _is_island(run: Run, before: Run, after: Run, ours: Sequence[str]) -> bool:
    """Whether some shared words are lost between two rewrites.

    Words between two insertions, or two deletions, are not: the text reads on through them.
    """
    if (not before.deletes and not after.deletes) or (not before.inserts and not after.inserts):
        return False
    if run.deletes > _LONGEST_ISLAND:
        return False
    heavy = sum(not _is_light(token) for token in ours[run.old_start : run.old_end])
    changed = min(max(before.deletes, before.inserts), max(after.deletes, after.inserts))
    return not heavy or (heavy == 1 and changed > 2 * run.deletes + 2)


def _is_light(token: str) -> bool:
    word = token.strip().casefold()
    return word in light_words() or not any(map(str.isalnum, word))


def _slid(runs: list[Run], ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Run]:
    """With pure insertions and deletions set at the boundaries of phrases.

    "the [right to work and the] right to rest" is "the right to [work and the right to] rest" as
    well; the change is put where it begins after punctuation, or with a word that opens a phrase.
    """
    result = list(runs)
    for place in range(1, len(result) - 1):
        before, run, after = result[place - 1 : place + 2]
        if run.equal or not before.equal or not after.equal or (run.deletes and run.inserts):
            continue
        said = ours if run.deletes else theirs
        start, end = (run.old_start, run.old_end) if run.deletes else (run.new_start, run.new_end)
        step = _best_slide(said, start, end, before.deletes - 1, after.deletes - 1)
        if step:
            result[place - 1 : place + 2] = (
                before._replace(old_end=before.old_end + step, new_end=before.new_end + step),
                Run(
                    False,
                    run.old_start + step,
                    run.old_end + step,
                    run.new_start + step,
                    run.new_end + step,
                ),
                after._replace(old_start=after.old_start + step, new_start=after.new_start + step),
            )
    return iter(result)


#: How far a change is slid.
_FARTHEST = 12


def _best_slide(said: Sequence[str], start: int, end: int, back: int, forth: int) -> int:
    """By how many tokens to slide a change; 0 where it stands best."""
    best, best_score = 0, _boundary(said, start, end)
    step = 0
    while step > -min(back, _FARTHEST) and said[start + step - 1] == said[end + step - 1]:
        step -= 1
        score = _boundary(said, start + step, end + step)
        if score > best_score:
            best, best_score = step, score
    step = 0
    while step < min(forth, _FARTHEST) and said[start + step] == said[end + step]:
        step += 1
        score = _boundary(said, start + step, end + step)
        if score > best_score:
            best, best_score = step, score
    return best


def _boundary(said: Sequence[str], start: int, end: int) -> int:
    """How well a change stands at the boundaries of phrases."""
    first, last = said[start].strip(), said[end - 1].strip()
    before = said[start - 1].strip() if start else ""
    score = 0
    if last[-1:] in {".", ";"} or before[-1:] in {".", ";", ":"}:
        score += 3
    if first[:1] in {",", ";"}:
        score += 2
    elif last[-1:] == ",":
        score += 1
    if first.casefold() in light_words():
        score += 1
    if last.casefold() in light_words():
        score -= 1
    return score


# What a change amounts to


def _nature(gone: str, come: str) -> Nature:
    """What it amounts to that some words came in place of others."""
    if not gone or not come:
        if any(map(str.isalnum, gone or come)):
            return Nature.WORDING
        return Nature.PUNCTUATION if (gone or come).strip() else Nature.SPACING
    if gone[0].isalpha() and come[0].isalpha() and gone[0].casefold() != come[0].casefold():
        return Nature.WORDING
    if "".join(gone.split()) == "".join(come.split()):
        return Nature.SPACING
    before, after = _LETTERS.findall(gone), _LETTERS.findall(come)
    if "".join(before).casefold() == "".join(after).casefold():
        return Nature.CASE if "".join(before) != "".join(after) else Nature.PUNCTUATION
    if len(before) == len(after) and all(map(_same_spelling, before, after)):
        return Nature.SPELLING
    return Nature.WORDING


def _same_spelling(one: str, other: str) -> bool:
    return one == other or (one[0] == other[0] and spelling(one) == spelling(other))


_LETTERS = re.compile(r"\w+")
