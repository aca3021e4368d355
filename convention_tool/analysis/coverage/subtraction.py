"""Rights taken away from a group by the number of the provision that gives them.

"Project-tied workers shall enjoy the rights in Part IV, except article 43, paragraph 1 (b), and
articles 52 to 55" takes away exactly these; so do "articles 12 and 13 do not apply to seasonal
workers" and "students shall not enjoy the rights in article 14".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convention_tool.analysis.coverage.markers import Markers
from convention_tool.analysis.coverage.roles import Role
from convention_tool.catalogue.holders import groups_across
from convention_tool.source import Span
from convention_tool.tree.walk import walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from convention_tool.analysis.coverage.clauses import Clause
    from convention_tool.analysis.coverage.hearing import Said
    from convention_tool.analysis.coverage.roles import Mention
    from convention_tool.analysis.pinpoints import Pinpoints
    from convention_tool.tree.nodes import Node


@dataclass(frozen=True, slots=True)
class Subtraction:
    """Provisions that a clause takes away from some groups."""

    groups: frozenset[str]
    #: The identities of the provisions and of all that they hold.
    nodes: frozenset[int]
    clause: Clause
    span: Span
    #: The words that keep it to a part of these provisions, "as it pertains to ...", or "".
    as_to: str = ""


@dataclass(frozen=True, slots=True)
class Subtractions:
    """All that is taken away, by group."""

    by_group: Mapping[str, tuple[Subtraction, ...]]

    def of(self, group: str, node: Node) -> Subtraction | None:
        """What takes a provision away from a group; what takes all of it before what takes some."""
        found = [one for one in self.by_group.get(group, ()) if id(node) in one.nodes]
        return min(found, key=lambda one: bool(one.as_to), default=None)


def subtractions(said: Said) -> Subtractions:
    """What the clauses of an instrument take away by reference."""
    named: dict[int, list[Mention]] = {}
    for mention in said.mentions:
        named.setdefault(id(mention.clause), []).append(mention)
    found: dict[str, list[Subtraction]] = {}
    for clause in said.clauses:
        words = said.words[id(clause)]
        if clause.preamble or clause.heading or not words["provision"].stands_in(clause.text):
            continue
        taking = _Taking(clause, Markers(clause, words), tuple(named.get(id(clause), ())))
        for one in taking.found(said.pinpoints):
            for group in one.groups:
                found.setdefault(group, []).append(one)
    return Subtractions({group: tuple(those) for group, those in found.items()})


@dataclass(frozen=True, slots=True)
class _Taking:
    """A clause that names provisions, and perhaps takes them away."""

    clause: Clause
    markers: Markers
    mentions: tuple[Mention, ...]

    def found(self, pinpoints: Pinpoints) -> Iterator[Subtraction]:
        """What the clause takes away, and from whom."""
        for one in pinpoints.named(self.clause.said, self.clause.article):
            span = Span(one.start + self.clause.start, one.end + self.clause.start)
            groups = self._deprived(span)
            if groups:
                nodes = frozenset(id(inner) for node in one.nodes for inner in walk(node))
                yield Subtraction(groups, nodes, self.clause, span, self._as_to(span))

    def _deprived(self, span: Span) -> frozenset[str]:
        """From whom the provisions at a place are taken away; nobody as a rule."""
        after = [
            marker
            for name in ("exclusion", "set_aside")
            for marker in self.markers[name]
            if marker.start >= span.end
        ]
        around = [marker for marker in self.markers["denies"] if marker.start < span.start]
        if after and not around:
            excepted = self._people(lambda mention: mention.role is Role.EXCEPTION)
            if excepted or any(self.markers["exclusion"]):
                return excepted
        if after or around or self._excepted(span):
            return self._people(lambda _: True)
        return frozenset()

    def _people(self, counts: Callable[[Mention], bool]) -> frozenset[str]:
        """The groups that the clause speaks of.

        Families beside a group are that group's ("project-tied workers and members of their
        families"). A clause that names no group speaks of all whom the class in it takes in.
        """
        named = frozenset(mention.group for mention in self.mentions if counts(mention))
        if named:
            return named - groups_across() or named
        if self.mentions:
            return frozenset()
        kinds = (kind for kind, names in self.markers.words.classes if names.stands_in(self._text))
        first = next(kinds, None)
        return frozenset(first.reaches) if first else frozenset()

    def _excepted(self, span: Span) -> bool:
        """Whether provisions stand after "except" in a clause that gives rights by reference."""
        if not any(self.markers[name] for name in ("bestows", "scope")):
            return False
        provisos = tuple(self.markers["proviso"])
        markers = [
            marker
            for marker in self.markers["exceptions"]
            if marker.end <= span.start
            and not any(marker.start < end and start < marker.end for start, end in provisos)
        ]
        if not markers:
            return False
        # In a list of provisions only the first must stand next; a verb ends the list.
        after = self._text[markers[-1].end :]
        between = self._text[markers[-1].end : span.start]
        first = next(self.markers.words["provision"].find(after), None)
        if first is None or ";" in between or self.markers.words["scope"].stands_in(between):
            return False
        lead = after[: first.start].strip(" ,")
        return not lead or self.markers.words["cited"].is_all_of(lead)

    def _as_to(self, span: Span) -> str:
        """What keeps the subtraction to a part of the provision, if words after it do."""
        near = self._text[span.end :].lstrip(" ,")
        if not self.markers.words["as_to"].opens(near):
            return ""
        return near.partition(",")[0].partition(";")[0].strip(" .")

    @property
    def _text(self) -> str:
        return self.clause.text
