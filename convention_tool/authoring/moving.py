"""Provisions get other numbers, and every reference goes along.

Only the digits and letters of the numbers change in the source: comments, line breaks, header and
commentary stay as they are. The result is read again and must say the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.authoring.checking import CannotRenumberError, Moves, Renumbered, check
from convention_tool.authoring.citing import Citations
from convention_tool.authoring.comments import comment_passages
from convention_tool.authoring.contents import listed_anew
from convention_tool.authoring.edits import Shift, edited
from convention_tool.authoring.moved_tree import moved_tree
from convention_tool.authoring.passages import passages
from convention_tool.authoring.places import covered
from convention_tool.authoring.wording import as_cited
from convention_tool.diagnostics import Edit
from convention_tool.source import Span
from convention_tool.tree.address import Places
from convention_tool.tree.nodes import Instrument, Note, Provision
from convention_tool.tree.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from convention_tool.analysis.draft import Draft
    from convention_tool.authoring.citing import Cited
    from convention_tool.authoring.passages import Passage, Passages
    from convention_tool.authoring.plan import Plan
    from convention_tool.tree.nodes import Node


class Change(NamedTuple):
    """A provision that has another number."""

    node: Provision
    #: How it was cited: "article 12, paragraph 3".
    citation: str
    number: str


class Check(NamedTuple):
    """What a person should look at."""

    #: Where it stands in the new text.
    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A text after its numbers have moved."""

    text: str
    edits: tuple[Edit, ...]
    changes: tuple[Change, ...]
    #: How many numbers in citations were changed.
    references: int
    checks: tuple[Check, ...]


def moved(draft: Draft, plan: Plan) -> Moved:
    """A draft with other numbers, and its references moved along.

    Raises:
        CannotRenumberError: it would be read otherwise, or a number cannot be found in it.
    """
    if not plan:
        return Moved(draft.source.text, (), (), 0, ())
    mover = _Mover(draft, plan, passages(draft.source, draft.instrument))
    return mover.moved()


class _Rewritten(NamedTuple):
    """What changes in a passage."""

    edits: tuple[Edit, ...] = ()
    checks: tuple[Check, ...] = ()
    #: Where numbers stand of which only a person can tell what they name.
    doubted: frozenset[int] = frozenset()


@dataclass(frozen=True)
class _Mover:
    draft: Draft
    plan: Plan
    passages: Passages

    def moved(self) -> Moved:
        edits, changes = self._numbers()
        listed = listed_anew(self.draft.source, self.draft.instrument, self.plan)
        edits.extend(listed.edits if listed else ())
        checks = [*self._in_comments()]
        rewritten = tuple(map(self._rewritten, self.passages.all))
        for passage, one in zip(self.passages.all, rewritten, strict=True):
            edits.extend(_in_source(edit, passage) for edit in one.edits)
            checks.extend(one.checks)
        edits.sort()
        text = edited(self.draft.source.text, edits)
        moves = tuple(Moves(one.edits, one.doubted) for one in rewritten)
        lines = listed.lines if listed else ()
        check(self.passages, Renumbered(text, self.plan, moves, lines))
        shift = Shift(edits)
        told = sorted({Check(shift.span(one.span), one.message) for one in checks})
        references = sum(len(one.edits) for one in rewritten)
        return Moved(text, tuple(edits), tuple(changes), references, tuple(told))

    @cached_property
    def _citations(self) -> Citations:
        return Citations(self.draft.instrument, amends=self.draft.amends)

    def _numbers(self) -> tuple[list[Edit], list[Change]]:
        """The new numbers in their places."""
        edits: list[Edit] = []
        changes: list[Change] = []
        for node in walk(self.draft.instrument):
            if not isinstance(node, Provision) or id(node) not in self.plan:
                continue
            citation = self.draft.places.citation(node)
            start = self.passages.numbers.get(id(node), -1)
            if start < 0 or not self.draft.source.text.startswith(node.number, start):
                raise CannotRenumberError(f"{citation}: its number cannot be found in the text")
            number = self.plan[id(node)]
            edits.append(Edit(Span(start, start + len(node.number)), number))
            changes.append(Change(node, citation, number))
        return edits, changes

    def _rewritten(self, passage: Passage) -> _Rewritten:
        """What changes in some words, and what a person should look at in them."""
        made: dict[int, Edit] = {}
        checks: list[Check] = []
        doubted: set[int] = set()
        for cited in self._citations.cited(passage):
            number = self._new(cited)
            edit = Edit(Span(cited.start, cited.end), number)
            doubt = self._doubt(cited)
            if not doubt and made.get(cited.start, edit) != edit:
                doubt = "names several provisions, which have different numbers now"
            if doubt:
                said = f"{cited.said}{self._where(passage)} {doubt}"
                checks.append(Check(self._span(cited, passage), said))
            if not cited.nodes or not cited.sure or (doubt and cited.start in made):
                doubted.add(cited.start)
            elif cited.start not in doubted:
                made[cited.start] = edit
        edits = tuple(edit for start, edit in sorted(made.items()) if self._moves(edit, passage))
        if edits and passage.places is None:
            raise CannotRenumberError(f'"{passage.words[:60]}" cannot be found in the text')
        return _Rewritten(edits, tuple(checks), frozenset(doubted))

    def _moves(self, edit: Edit, passage: Passage) -> bool:
        return edit.text != passage.words[edit.span.start : edit.span.end]

    def _new(self, cited: Cited) -> str:
        """The number that is to stand in a citation."""
        if not cited.nodes or id(cited.nodes[0]) not in self.plan:
            return cited.number
        node = cited.nodes[0]
        return as_cited(cited.number, node.number, self.plan[id(node)])

    def _doubt(self, cited: Cited) -> str:
        """Why a person should look at a number, or ""."""
        if not cited.nodes:
            return "names nothing in this draft"
        if not any(id(node) in self.plan for node in cited.nodes):
            return ""
        if not cited.sure:
            return "may be another instrument's, and stays"
        if len(cited.nodes) > 1:
            return (
                f"was the number of {len(cited.nodes)} provisions; the first is taken to be meant"
            )
        return ""

    def _in_comments(self) -> Iterator[Check]:
        """Private comments stay as they are; those that name what has moved are told of."""
        for passage in comment_passages(self.draft.instrument):
            for cited in self._citations.cited(passage):
                number = self._new(cited)
                if number != cited.number:
                    span = self.draft.span(passage.node)
                    yield Check(span, f"{cited.said} in a private comment is now {number}")

    def _where(self, passage: Passage) -> str:
        """Where some words stand, by the new numbers, after the words."""
        node = passage.node
        if isinstance(node, Note):
            node = passage.holders[-1]
        if isinstance(node, Instrument):
            return " in a note to the title"
        said = self._later.citation(self._nodes[id(node)])
        return f" in a note to {said}" if node is not passage.node else f" in {said}"

    @cached_property
    def _later(self) -> Places:
        """How provisions are cited by the new numbers."""
        return Places(moved_tree(self.draft.instrument, self.plan, {}))

    @cached_property
    def _nodes(self) -> Mapping[int, Node]:
        """The nodes with the new numbers, by the identity of the old ones."""
        pairs = zip(walk(self.draft.instrument), walk(self._later.instrument), strict=True)
        return {id(old): new for old, new in pairs}

    def _span(self, cited: Cited, passage: Passage) -> Span:
        if passage.places is None:
            return self.draft.opening(passage.node)
        return covered(passage.places, cited.start, cited.end)


def _in_source(edit: Edit, passage: Passage) -> Edit:
    """An edit of words as one of the source."""
    assert passage.places is not None
    return Edit(covered(passage.places, *edit.span), edit.text)
