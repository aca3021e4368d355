"""A renumbered text is read again: it must say what it said, and refer to what it referred to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.authoring.citing import Citations
from convention_tool.authoring.comparing import first_difference
from convention_tool.authoring.edits import Shift, edited
from convention_tool.authoring.links import Links
from convention_tool.authoring.moved_tree import moved_tree
from convention_tool.authoring.passages import passages
from convention_tool.errors import ConventionToolError
from convention_tool.readers import parse
from convention_tool.source import Source
from convention_tool.tree.address import Places
from convention_tool.tree.nodes import Contents, Instrument, Note

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from convention_tool.authoring.passages import Passage, Passages
    from convention_tool.diagnostics import Edit
    from convention_tool.tree.nodes import Node


class CannotRenumberError(ConventionToolError):
    """A draft that would say something else with other numbers."""


class Moves(NamedTuple):
    """What changes in the words of a passage."""

    edits: Sequence[Edit]
    #: Where numbers stand of which only a person can tell what they name.
    doubted: frozenset[int]


class Renumbered(NamedTuple):
    """A text after all changes, and what changed in it."""

    text: str
    #: The new numbers, by the identity of the provision.
    numbers: Mapping[int, str]
    #: What changed in each passage.
    moves: Sequence[Moves]
    #: The lines of the list of contents.
    contents: tuple[str, ...]


def check(before: Passages, after: Renumbered) -> None:
    """Read a renumbered text and compare.

    Raises:
        CannotRenumberError: it is read otherwise, or a reference leads elsewhere.
    """
    old = before.instrument
    both = zip(before.all, after.moves, strict=True)
    words = {
        (id(passage.node), passage.field): edited(passage.words, one.edits)
        for passage, one in both
        if one.edits
    }
    new = parse(after.text, language=old.language).instrument
    wanted = moved_tree(old, after.numbers, words)
    if wanted.contents and after.contents:
        wanted = replace(wanted, contents=Contents(lines=after.contents))
    if new != wanted:
        where = first_difference(wanted, new)
        raise CannotRenumberError(f"with the new numbers, {where} would be read otherwise")
    now = passages(Source("", after.text), new).all
    _check_references(old, new, list(zip(before.all, now, after.moves, strict=True)))


def _check_references(
    old: Instrument, new: Instrument, both: Sequence[tuple[Passage, Passage, Moves]]
) -> None:
    """Each number in a citation must name what it named, by two ways of finding it."""
    cited_by = Citations(old), Citations(new)
    links = Links(old), Links(new)
    for before, after, moves in both:
        shift = Shift(moves.edits)
        named = {
            shift.offset(cited.start): links[0].places[id(cited.nodes[0])]
            for cited in cited_by[0].cited(before)
            if cited.nodes and cited.start not in moves.doubted
        }
        again = {
            cited.start: links[1].places[id(cited.nodes[0])]
            for cited in cited_by[1].cited(after)
            if cited.nodes
        }
        strays = any(again.get(start) != node for start, node in named.items())
        doubted = frozenset(shift.offset(start) for start in moves.doubted)
        led = {
            shift.offset(one.start): one.node
            for one in links[0].of(before)
            if not one.holds(moves.doubted)
        }
        if strays or not _agree(links[1], after, _Known(named, led, doubted)):
            where = Places(new).citation(_citable(after))
            said = f"with the new numbers, a reference in {where} would lead elsewhere"
            raise CannotRenumberError(said)


class _Known(NamedTuple):
    """What is known of the words of a passage before it is renumbered, by their new offsets."""

    #: What each number in them names.
    named: Mapping[int, int]
    #: Where they lead.
    led: Mapping[int, int]
    #: Numbers of which only a person can tell what they name.
    doubted: frozenset[int]


def _agree(links: Links, passage: Passage, known: _Known) -> bool:
    """Whether the references lead to what the numbers in them name, or to where they led.

    What stands in another provision comes after it: the innermost is the last.
    """
    found = [one for one in links.of(passage) if not one.holds(known.doubted)]
    if known.led.keys() - {one.start for one in found}:
        return False
    for one in found:
        inside = (node for start, node in known.named.items() if one.start <= start < one.end)
        innermost = max(inside, default=-1)
        if innermost >= 0 and not innermost <= one.node < links.ends[innermost]:
            return False
        if innermost < 0 and known.led.get(one.start) != one.node:
            return False
    return True


def _citable(passage: Passage) -> Node:
    """What holds some words, as it is cited; notes are not."""
    return passage.holders[-1] if isinstance(passage.node, Note) else passage.node
