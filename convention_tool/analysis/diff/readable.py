"""Changes as a person would mark them.

The fewest changes that make one wording of another are found word by word, and look it: a "the"
that both have by chance parts two rewrites, and an insertion begins in the middle of a phrase.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from convention_tool.catalogue.vocabulary import light_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


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


#: Shared words between two changes that are no more, and say nothing by themselves, are taken into
#: the change, with the signs between them.
_LONGEST_ISLAND = 3


def readable(runs: list[Run], ours: Sequence[str], theirs: Sequence[str]) -> list[Run]:
    """The changes as a person would mark them."""
    merged = _without_islands(_paired(runs), ours)
    return [run for run in _slid(merged, ours, theirs) if run.deletes or run.inserts]


def whole(runs: list[Run]) -> list[Run]:
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
    said = [token for token in ours[run.old_start : run.old_end] if _is_word(token)]
    if len(said) > _LONGEST_ISLAND or run.deletes > 2 * _LONGEST_ISLAND:
        return False
    heavy = sum(not _is_light(token) for token in said)
    changed = min(max(before.deletes, before.inserts), max(after.deletes, after.inserts))
    return not heavy or (heavy == 1 and changed > 2 * run.deletes + 2)


def _is_word(token: str) -> bool:
    return any(map(str.isalnum, token))


def _is_light(token: str) -> bool:
    return token.strip().casefold() in light_words()


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
