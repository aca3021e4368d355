"""References that changed because what they refer to was renumbered."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.diff.natures import Nature
from convention_tool.analysis.diff.redline import Edit, Op
from convention_tool.analysis.diff.units import Level
from convention_tool.analysis.numbering import canonical
from convention_tool.analysis.references import Mention, Owner, Pointer, mentions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convention_tool.analysis.diff.pairs import Alignment
    from convention_tool.analysis.diff.units import Text, Unit

#: What can be a number in a reference.
_NUMBERS = re.compile(r"[\s(]*(?:[0-9]|[IVXLC]+\b|[a-z]{1,4}\))[0-9A-Za-z\s(),.-]*")


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
        stretches = tuple(self._followed(old, new, words))
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
            if self._same_target(one, other, old, new):
                yield _Stretch(one.start, one.end, other.start, other.end)

    def _same_target(self, one: Mention, other: Mention, old: Unit, new: Unit) -> bool:
        if one.pointers == other.pointers or len(one.pointers) != len(other.pointers):
            return False
        for pointer, now in zip(one.pointers, other.pointers, strict=True):
            target = self._old.find(pointer, old)
            goal = self._new.find(now, new)
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

    def find(self, pointer: Pointer, here: Unit) -> int | None:
        """The place of what a pointer in some unit names."""
        if pointer.article:
            number = canonical(pointer.article)
            article = self._articles.get((self._home(here), number))
            article = self._articles.get((0, number)) if article is None else article
        else:
            article = self._article_of(here)
        if article is None or not pointer.paragraph:
            return article
        wanted = canonical(pointer.paragraph)
        inside = self._text.children[article]
        return next((one.place for one in inside if canonical(one.number) == wanted), None)

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
