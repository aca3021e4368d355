"""Needs that no right of the catalogue answers: the clauses that give them in other words.

A word is not a right. A clause counts for a group only if it names the group, or if a holder that
takes the group in holds what it gives; where it names nobody, a person has to see.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.checklist.records import Answer, State
from convention_tool.analysis.clauses import Clause as Sentence
from convention_tool.analysis.coverage import Evidence, Status
from convention_tool.analysis.coverage.clauses import Clause, clauses
from convention_tool.analysis.coverage.holding import holdings
from convention_tool.analysis.coverage.lexicon import lexicon
from convention_tool.analysis.coverage.patterns import pattern
from convention_tool.analysis.coverage.quoting import Quoting
from convention_tool.analysis.coverage.roles import Role, mentions
from convention_tool.analysis.coverage.standing import Ground
from convention_tool.analysis.norms import Norms
from convention_tool.tree.nodes import Article, Paragraph, Subparagraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convention_tool.analysis.coverage import GroupPlace
    from convention_tool.catalogue.needs import Need
    from convention_tool.source import Span
    from convention_tool.tree.address import Places
    from convention_tool.tree.nodes import Instrument

#: The roles in which a clause names a group and takes something from it.
_TAKING = frozenset({Role.EXCLUSION, Role.EXCLUSION_WITH_LET_OUT, Role.EXCEPTION})

#: The roles in which a mention gives nothing.
_IDLE = frozenset({Role.OPTION, Role.ATTENTION, Role.INSTITUTION, Role.DEFINITION})

#: The modalities of norms.toml that leave a State free, or only bid it try.
_SOFT = frozenset({"may", "encourage", "consider", "endeavour"})

#: The clauses that are shown for a need.
_SHOWN = 3


class _Found(NamedTuple):
    clause: Clause
    span: Span


class _Worth(NamedTuple):
    """What a clause is worth to a group: a state, and why."""

    state: State
    reason: str


@dataclass(frozen=True)
class Sayings:
    """The clauses of a draft, to look for what needs.toml gives as phrases."""

    instrument: Instrument
    language: str
    places: Places

    def answer(self, need: Need, place: GroupPlace) -> Answer:
        """What the clauses that give a need in so many words are worth to a group."""
        if place.status is Status.EXCLUDED:
            return Answer(State.BARRED, (), place.evidence, missing=place.reason)
        judged = [
            (found, worth)
            for found in self._found(need)
            if (worth := self._worth(found.clause, need, place)) is not None
        ]
        if not judged:
            return Answer(State.OPEN, missing="No provision that reaches the group speaks of it.")
        ticked = any(worth.state is State.TICKED for _, worth in judged)
        state = State.TICKED if ticked else State.PARTLY
        shown = [(found, worth) for found, worth in judged if worth.state is state]
        evidence = tuple(self._evidence(found) for found, _ in shown[:_SHOWN])
        said = shown[0][1].reason
        if state is State.TICKED:
            return Answer(state, (), evidence, reason=said)
        return Answer(state, (), evidence, missing=said)

    def _worth(self, clause: Clause, need: Need, place: GroupPlace) -> _Worth | None:
        """What a clause is worth to a group; None where it does not reach it."""
        if need.anywhere:
            return self._firmly(clause, place, "A clause of the text says so.")
        roles = self._roles(clause).get(place.id, set())
        if roles & _TAKING:
            return None
        if roles - _IDLE:
            return self._firmly(clause, place, "A clause that names the group says so.")
        if place.status is Status.SILENT:
            return None
        return self._by_holder(clause, place)

    def _by_holder(self, clause: Clause, place: GroupPlace) -> _Worth | None:
        words = lexicon(self.language).words(clause.text)
        held = next(holdings((clause,), words), None)
        if held is None:
            return None
        classes = [kind for kind, _ in words.classes if kind.id in held.classes]
        within = held.universal or any(place.id in kind.reaches for kind in classes)
        if held.gated:
            return _Worth(State.PARTLY, "The clause that says so asks for a status or a permit.")
        if within:
            return self._firmly(clause, place, "A clause says so whose holder takes the group in.")
        if classes or self._roles(clause):
            return None
        return _Worth(
            State.PARTLY,
            "A clause says so that names no holder; whether it is for this group is for a person to see.",
        )

    def _firmly(self, clause: Clause, place: GroupPlace, reason: str) -> _Worth:
        """The clause at its full worth, unless its verb or the group's place makes it less."""
        if place.status is Status.CONDITIONAL:
            return _Worth(State.PARTLY, place.reason)
        if self._soft(clause):
            return _Worth(
                State.PARTLY, "In the clause that says so States only try, consider or may."
            )
        return _Worth(State.TICKED, reason)

    def _soft(self, clause: Clause) -> bool:
        if not isinstance(clause.node, Article | Paragraph | Subparagraph):
            return False
        lead = (clause.text[: clause.start],) if clause.start else ()
        sentence = Sentence(node=clause.node, text=clause.said, lead=lead)
        modality = Norms((sentence,)).of(sentence).modality
        return modality is not None and modality.id in _SOFT

    def _roles(self, clause: Clause) -> dict[str, set[Role]]:
        found: dict[str, set[Role]] = {}
        for mention in mentions(clause, lexicon(self.language).words(clause.text)):
            found.setdefault(mention.group, set()).add(mention.role)
        return found

    def _found(self, need: Need) -> list[_Found]:
        known = self._by_need.get(need.id)
        if known is None or known[0] is not need:
            known = self._by_need[need.id] = (need, list(self._look(need)))
        return known[1]

    def _look(self, need: Need) -> Iterator[_Found]:
        phrases = pattern(need.phrases.of(self.language))
        for clause in self._clauses:
            for span in phrases.find(clause.text):
                if span.end > clause.start:
                    yield _Found(clause, span)
                    break

    @cached_property
    def _by_need(self) -> dict[str, tuple[Need, list[_Found]]]:
        return {}

    @cached_property
    def _clauses(self) -> tuple[Clause, ...]:
        return tuple(
            clause
            for clause in clauses(self.instrument)
            if not clause.preamble and not clause.heading
        )

    def _evidence(self, found: _Found) -> Evidence:
        (evidence,) = Quoting(self.places).evidence((Ground(found.clause, found.span),))
        return evidence
