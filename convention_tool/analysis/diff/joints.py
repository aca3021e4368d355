"""Paragraphs that were cut in two, or joined: the words of each piece.

The text of the whole is compared with the pieces one after another, so that what both have stays
what both have, and only the cut is a change.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from convention_tool.analysis.diff.natures import Nature, nature
from convention_tool.analysis.diff.pieces import CUT
from convention_tool.analysis.diff.redline import JOINT, Edit, Op, redline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from convention_tool.analysis.diff.pairs import Alignment
    from convention_tool.analysis.diff.units import Text, Unit

#: The words of one piece.
PieceEdits = tuple[Edit, ...]


class Joints:
    """The paragraphs of one text that correspond to several neighbours in the other."""

    def __init__(self, alignment: Alignment, moved: frozenset[int]) -> None:
        """Look for them among the pieces of an alignment; what moved is not one."""
        self.split = dict(
            _neighbours(
                _groups((piece.old, piece.new) for piece in alignment.split),
                alignment.pairs,
                alignment.old,
                alignment.new,
                frozenset(alignment.back) | {piece.new for piece in alignment.split},
            )
        )
        self.merged = dict(
            _neighbours(
                _groups((piece.new, piece.old) for piece in alignment.merged),
                alignment.back,
                alignment.new,
                alignment.old,
                frozenset(alignment.pairs) | {piece.old for piece in alignment.merged},
            )
        )
        away = {place for one in moved for place in range(one, alignment.new.units[one].end)}
        self.split = {old: news for old, news in self.split.items() if not away & {*news}}
        self.merged = {new: olds for new, olds in self.merged.items() if new not in away}

    def is_first(self, old: int, new: int) -> bool:
        """Whether a pair of pieces is the first of its row: it carries the number of both."""
        if old in self.split:
            return self.split[old][0] == new
        return self.merged[new][0] == old

    def words(self, alignment: Alignment) -> Mapping[tuple[int, int], PieceEdits]:
        """The edits of each pair of pieces (old, new)."""
        found: dict[tuple[int, int], PieceEdits] = {}
        for old, news in self.split.items():
            whole = alignment.old.units[old].body
            parts = _cut(whole, [alignment.new.units[new].body for new in news], Op.INSERT)
            found.update({(old, new): part for new, part in zip(news, parts, strict=True)})
        for new, olds in self.merged.items():
            whole = alignment.new.units[new].body
            parts = _cut(whole, [alignment.old.units[old].body for old in olds], Op.DELETE)
            found.update({(old, new): part for old, part in zip(olds, parts, strict=True)})
        return found


def _groups(pieces: Iterable[tuple[int, int]]) -> Mapping[int, list[int]]:
    groups: dict[int, list[int]] = defaultdict(list)
    for whole, piece in pieces:
        groups[whole].append(piece)
    return groups


def _neighbours(
    groups: Mapping[int, list[int]],
    partner: Mapping[int, int],
    wholes: Text,
    pieces: Text,
    placed: frozenset[int],
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The groups whose pieces follow each other with nothing of the other text between them."""
    for whole, others in groups.items():
        row = sorted((partner[whole], *others))
        units = [pieces.units[place] for place in row]
        between = range(row[0] + 1, row[-1])
        apart = any(place in placed and place not in row for place in between)
        plain = all(_is_plain(unit) for unit in (wholes.units[whole], *units))
        if plain and not apart:
            yield whole, tuple(row)


def _is_plain(unit: Unit) -> bool:
    """Whether a unit is one stretch of words."""
    return (
        unit.level in CUT
        and unit.end == unit.place + 1
        and not unit.closing
        and JOINT not in unit.body
    )


def _cut(whole: str, pieces: Sequence[str], side: Op) -> Iterator[PieceEdits]:
    """The edits of each piece; the pieces are the new text (insert) or the old one (delete)."""
    joined = f"{JOINT} ".join(pieces)
    old, new = (whole, joined) if side is Op.INSERT else (joined, whole)
    other = Op.DELETE if side is Op.INSERT else Op.INSERT
    parts: list[list[Edit]] = [[]]
    edits = list(redline(old, new))
    while edits:
        edit = edits.pop(0)
        if edit.op is not side or JOINT not in edit.text:
            parts[-1].append(edit)
            continue
        first, *rest = edit.text.split(JOINT)
        parts[-1].append(Edit(side, first, nature(first, "")))
        if edits and edits[0].op is other:  # what it replaces, or replaces it, is the first piece's
            parts[-1].append(edits.pop(0))
        parts += [[Edit(side, text, nature(text, ""))] for text in rest]
    yield tuple(edit for edit in parts[0] if edit.text)
    for part in parts[1:]:
        yield tuple(edit for edit in _without_first_space(part, other) if edit.text)


def _without_first_space(part: Iterable[Edit], other: Op) -> Iterator[Edit]:
    """A piece without the space by which it was joined: the whole has it, the piece does not."""
    done = False
    for edit in part:
        if done or edit.op is other or not edit.text:
            yield edit
            continue
        done = True
        if edit.op is Op.EQUAL:
            yield Edit(other, edit.text[0], Nature.SPACING)
        yield edit._replace(text=edit.text[1:])
