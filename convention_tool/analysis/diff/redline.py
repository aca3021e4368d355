"""The words that changed between two wordings, grouped so that a person can read them."""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import takewhile
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
    r"[^\W\d]\w*(?:[-‐‑'’]\w+)*"
    r"|[0-9]+(?:[.,/:][0-9]+)*(?:\w+|\s(?:bis|ter|quater|quinquies)\b)?"
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
    start, end = _same_ends(old, new)
    ours = tokens(old[start : len(old) - end])
    theirs = tokens(new[start : len(new) - end])
    letters = Letters() if letters is None else letters
    runs = [Run(*one) for one in edits(letters.spell(ours), letters.spell(theirs))]
    if start + end < _CONTEXT and _kept(runs) < _LEAST_KEPT * max(len(ours), len(theirs)):
        runs = _whole(runs)
    elif len(runs) > 1:
        runs = _readable(runs, ours, theirs)
    middle = _first_space_off(_edits(runs, ours, theirs))
    whole = (Edit(Op.EQUAL, old[:start]), *middle, Edit(Op.EQUAL, old[len(old) - end :]))
    return tuple(_with_natures(_shared_space_out(_one_after_another(whole))))


#: What is the same at both ends of two wordings is compared from so many letters before the first
#: difference, and up to so many after the last: more than the longest token, and enough to see
#: where a phrase begins.
_CONTEXT = 60


def _same_ends(old: str, new: str) -> tuple[int, int]:
    """How many letters at the beginning and at the end need not be compared, up to a space."""
    start = same_start(old, new)
    end = min(same_end(old, new), min(len(old), len(new)) - start)
    start = max(old.rfind(" ", 0, max(start - _CONTEXT, 0)), 0)
    space = old.find(" ", len(old) - max(end - _CONTEXT, 0))
    end = len(old) - space if space >= 0 else 0
    if _QUOTE.search(old, max(start - _CONTEXT, 0), start):
        start = 0
    if _QUOTE.search(old, len(old) - end, len(old) - end + _CONTEXT):
        end = 0
    return start, end


_QUOTE = re.compile(r"[“«”»]")


def _one_after_another(made: Iterable[Edit]) -> list[Edit]:
    """Without empty edits, and with equal words in a row as one edit."""
    found: list[Edit] = []
    for edit in made:
        if found and edit.op is Op.EQUAL and found[-1].op is Op.EQUAL:
            found[-1] = Edit(Op.EQUAL, found[-1].text + edit.text)
        elif edit.text:
            found.append(edit)
    return found


def _kept(runs: Iterable[Run]) -> int:
    """How many tokens stay."""
    return sum(run.deletes for run in runs if run.equal)


def _edits(runs: Sequence[Run], ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Edit]:
    for run in runs:
        gone = "".join(ours[run.old_start : run.old_end])
        if run.equal:
            yield Edit(Op.EQUAL, gone)
            continue
        come = "".join(theirs[run.new_start : run.new_end])
        if gone:
            yield Edit(Op.DELETE, gone)
        if come:
            yield Edit(Op.INSERT, come)


def _first_space_off(made: Iterable[Edit]) -> Iterator[Edit]:
    """Without the space that tokens put before the text, which each text has once.

    Where the texts begin with different tokens, the space after the ones is the space before the
    others.
    """
    every = list(made)
    first = list(takewhile(lambda edit: edit.op is not Op.EQUAL, every))
    rest = every[len(first) :]
    kinds = {edit.op for edit in first}
    if (len(first) == 2 and kinds == {Op.DELETE, Op.INSERT}) or not rest:
        yield from (edit._replace(text=edit.text[1:]) for edit in first)
        yield from rest
    elif first:
        (one,) = first
        yield one._replace(text=f"{one.text[1:]} ")
        yield rest[0]._replace(text=rest[0].text[1:])
        yield from rest[1:]
    else:
        yield rest[0]._replace(text=rest[0].text[1:])
        yield from rest[1:]


def _shared_space_out(every: list[Edit]) -> Iterator[Edit]:
    """With the space before a deletion and what replaces it left out of both."""
    for place in range(1, len(every) - 1):
        before, gone, come = every[place - 1 : place + 2]
        if (
            before.op is Op.EQUAL
            and gone.op is Op.DELETE
            and come.op is Op.INSERT
            and gone.text[0] == come.text[0]
            and gone.text[0].isspace()
            and gone.text.strip()
            and come.text.strip()
        ):
            every[place - 1] = before._replace(text=before.text + gone.text[0])
            every[place] = gone._replace(text=gone.text[1:])
            every[place + 1] = come._replace(text=come.text[1:])
    return iter(every)


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


def _with_natures(made: Iterable[Edit]) -> Iterator[Edit]:
    every = list(made)
    place = 0
    while place < len(every):
        edit = every[place]
        after = every[place + 1] if place + 1 < len(every) else None
        if edit.op is Op.EQUAL:
            yield edit
        elif edit.op is Op.DELETE and after and after.op is Op.INSERT:
            nature = _nature(edit.text, after.text)
            yield edit._replace(nature=nature)
            yield after._replace(nature=nature)
            place += 1
        else:
            yield edit._replace(nature=_nature(edit.text, ""))
        place += 1


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
