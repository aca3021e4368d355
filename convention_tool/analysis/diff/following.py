"""References that changed because what they refer to was renumbered."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.citations import Mention, Owner, Pointer, mentions
from convention_tool.analysis.diff.natures import Nature
from convention_tool.analysis.diff.redline import Edit, Op
from convention_tool.analysis.diff.units import Level
from convention_tool.analysis.numbering import canonical

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convention_tool.analysis.diff.pairs import Alignment
    from convention_tool.analysis.diff.units import Text, Unit

#: What can be a number in a reference, or several, with what joins them.
_NUMBERS = re.compile(
    r"(?:[\s(,;–-]|\b(?:and|or|to|et|ou|au|à|y|o|a)\b)*(?:[0-9]|[IVXLC]+\b|[A-Z]\b|[a-z]{1,4}\))"
    r"[0-9A-Za-zà\s(),.;–-]*"
)

#: The letters that a reference goes down to: "(b) (ii)".
_LETTERS = re.compile(r"\(([a-z]{1,4})\)")


class _Stretch(NamedTuple):
    """Where a reference that was followed stands in the old and in the new text."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


class Following:
    """Tells which changed references point to what they pointed to."""

    def __init__(self, alignment: Alignment) -> None:
        """Learn where each provision went."""
        self._alignment = alignment
        self._old = _Numbered(alignment.old)
        self._new = _Numbered(alignment.new)

    def mark(
        self, edits: tuple[Edit, ...], old: Unit, new: Unit, words: tuple[str, str]
    ) -> tuple[Edit, ...]:
        """The edits between two wordings, those marked that follow a reference."""
        if not any(_may_be_reference(edit) for edit in edits):
            return edits
        stretches = (*self._followed(old, new, words), *self._divisions(words))
        return tuple(_marked(edits, stretches)) if stretches else edits

    def _followed(self, old: Unit, new: Unit, words: tuple[str, str]) -> Iterator[_Stretch]:
        languages = (
            text.instrument.language for text in (self._alignment.old, self._alignment.new)
        )
        ours, theirs = (
            [one for one in mentions(said, language) if one.owner is not Owner.OTHER]
            for said, language in zip(words, languages, strict=True)
        )
        if len(ours) != len(theirs):
            return
        for one, other in zip(ours, theirs, strict=True):
            letters = tuple(
                _LETTERS.findall(said[mention.start : mention.end])
                for mention, said in ((one, words[0]), (other, words[1]))
            )
            if self._same_target(one, other, old, new, letters):
                yield _Stretch(one.start, one.end, other.start, other.end)

    def _divisions(self, words: tuple[str, str]) -> Iterator[_Stretch]:
        """References to parts and annexes: "Part II" that was "Part III"."""
        ours, theirs = self._old.divisions_in(words[0]), self._new.divisions_in(words[1])
        if len(ours) != len(theirs):
            return
        for (one, place), (other, there) in zip(ours, theirs, strict=True):
            if one[0] != other[0] and there in self._counterparts(place):
                yield _Stretch(*one.span(), *other.span())

    def _same_target(
        self, one: Mention, other: Mention, old: Unit, new: Unit, letters: tuple[list[str], ...]
    ) -> bool:
        """Whether two references that differ point to what is a pair, down to their letters."""
        same = one.pointers == other.pointers and letters[0] == letters[1]
        if same or len(one.pointers) != len(other.pointers):
            return False
        if letters[0] != letters[1] and len(one.pointers) > 1:
            return False  # it cannot be told whose letters they are
        for pointer, now in zip(one.pointers, other.pointers, strict=True):
            target = self._old.find(pointer, old, letters[0])
            goal = self._new.find(now, new, letters[1])
            if target is None or goal is None or goal not in self._counterparts(target):
                return False
        return True

    def _counterparts(self, place: int) -> Sequence[int]:
        found = self._alignment
        pieces = [piece.new for piece in (*found.split, *found.merged) if piece.old == place]
        return [*([found.pairs[place]] if place in found.pairs else []), *pieces]


class _Numbered:
    """The articles and paragraphs of a text by number."""

    def __init__(self, text: Text) -> None:
        self._text = text

    @cached_property
    def _articles(self) -> dict[tuple[int, str], int]:
        """By the annex that holds them, or 0, and number; the first of a number counts."""
        found: dict[tuple[int, str], int] = {}
        for unit in self._text.of_level(Level.ARTICLE):
            found.setdefault((self._home(unit), canonical(unit.number)), unit.place)
        return found

    def _home(self, unit: Unit) -> int:
        while unit.parent > 0:
            unit = self._text.units[unit.parent]
            if unit.level is Level.ANNEX:
                return unit.place
        return 0

    def find(self, pointer: Pointer, here: Unit, letters: Sequence[str] = ()) -> int | None:
        """The place of what a pointer in some unit names; of its items, if it goes down to letters."""
        if pointer.article:
            number = canonical(pointer.article)
            article = self._articles.get((self._home(here), number))
            article = self._articles.get((0, number)) if article is None else article
        else:
            article = self._article_of(here)
        if article is None or not (pointer.paragraph or letters):
            return article
        inside = self._text.children[article]
        if pointer.paragraph:
            place = self._numbered(inside, pointer.paragraph)
        else:
            place = inside[0].place if len(inside) == 1 else None
        for letter in letters:
            place = None if place is None else self._numbered(self._text.children[place], letter)
        return place

    def _numbered(self, units: Sequence[Unit], number: str) -> int | None:
        wanted = canonical(number)
        return next((one.place for one in units if canonical(one.number) == wanted), None)

    def divisions_in(self, words: str) -> list[tuple[re.Match[str], int]]:
        """The parts and annexes that some words name, each with its place."""
        if self._naming is None:
            return []
        named = (
            (one, self._divisions.get(one[0].casefold())) for one in self._naming.finditer(words)
        )
        return [(one, place) for one, place in named if place is not None]

    @cached_property
    def _divisions(self) -> dict[str, int]:
        """The parts and annexes by what is printed over them: "part ii"."""
        found: dict[str, int] = {}
        for unit in self._text.of_level(Level.PART, Level.ANNEX):
            if unit.number:
                found.setdefault(" ".join(unit.mark.casefold().split()), unit.place)
        return found

    @cached_property
    def _naming(self) -> re.Pattern[str] | None:
        labels = sorted({mark.partition(" ")[0] for mark in self._divisions})
        if not labels:
            return None
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, labels))}) [0-9A-Z]+\b", re.IGNORECASE)

    def _article_of(self, unit: Unit) -> int | None:
        while unit.parent > 0:
            if unit.level is Level.ARTICLE:
                return unit.place
            unit = self._text.units[unit.parent]
        return unit.place if unit.level is Level.ARTICLE else None


def _may_be_reference(edit: Edit) -> bool:
    return edit.op is not Op.EQUAL and _NUMBERS.fullmatch(edit.text) is not None


def _marked(edits: tuple[Edit, ...], stretches: Sequence[_Stretch]) -> Iterator[Edit]:
    old = new = 0
    for edit in edits:
        before = (old, new)
        if edit.op is not Op.INSERT:
            old += len(edit.text)
        if edit.op is not Op.DELETE:
            new += len(edit.text)
        inside = any(
            one.old_start <= before[0] + 1
            and old <= one.old_end
            and one.new_start <= before[1] + 1
            and new <= one.new_end
            for one in stretches
        )
        if edit.op is not Op.EQUAL and inside and _may_be_reference(edit):
            yield edit._replace(nature=Nature.REFERENCE)
        else:
            yield edit
