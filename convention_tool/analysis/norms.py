"""What a clause lays down: who holds it, how firmly it binds, what weakens it, who must do what."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import NamedTuple

from convention_tool.analysis.clauses import Clause
from convention_tool.analysis.duties import Duties, Duty
from convention_tool.analysis.indexed import Indexed
from convention_tool.analysis.phrases import Numbers, PhraseBook
from convention_tool.analysis.quotation import as_formed
from convention_tool.analysis.search import Match
from convention_tool.analysis.spans import Quoted, Span, spans, whole
from convention_tool.catalogue.norms import Conditions, norm_words

#: The holder of a clause whose words tie it to a status.
LAWFUL = "lawful"

#: The holder of a clause that names nobody but States.
STATE = "state"

#: The modality of what is left free.
MAY = "may"

#: A softer verb so many words after the first modal verb is what that verb commands: "shall, where
#: they can, endeavour to". Further on it belongs to another thought.
SOFTENED_WITHIN = 8

#: What these open goes on with what stands before them: no rule begins there.
_JOINED = (["and"], ["or"], ["nor"], ["but"])


@dataclass(frozen=True, slots=True)
class Said:
    """What some words of a clause say of a norm."""

    #: An id of data/norms.toml.
    id: str
    clause: Clause
    match: Match

    @property
    def quotation(self) -> str:
        """Just these words, as they are printed."""
        start, end = self.characters
        return " ".join(whole(self.clause)[start:end].split())

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where these words stand; more than one stretch where they begin in a chapeau."""
        return spans(self.clause, *self.characters)

    @property
    def characters(self) -> Match:
        """Where they stand in the whole of the clause, its chapeaux first."""
        own = as_formed(whole(self.clause), _book().book.parts)
        return Match(own[self.match.start].start, own[self.match.end - 1].end)


@dataclass(frozen=True)
class Norm:
    """A rule as a clause states it."""

    clause: Clause
    #: Who holds it; None where the clause names nobody.
    holder: Said | None
    #: How firmly it binds; None where the clause has no operative verb.
    modality: Said | None
    qualifiers: tuple[Said, ...]
    #: Whether it opens all rights of the instrument to limits.
    limits_all: bool = False
    #: What reads the rest, once it is asked for.
    duties: Duties | None = field(default=None, repr=False, compare=False)

    @property
    def duty_bearer(self) -> Quoted | None:
        """Who must do it, or may; None where nobody is addressed, or a right is given."""
        return self._duty.bearer

    @property
    def act(self) -> Quoted | None:
        """What is to be done or left, or what the right is to."""
        return self._duty.act

    @cached_property
    def _duty(self) -> Duty:
        """The comparison has no use for it, and does not wait for it."""
        if self.modality is None or self.duties is None:
            return Duty(None, None)
        return self.duties.of(self.clause, self.modality.id, self.modality.characters)


class _Qualifier(NamedTuple):
    id: str
    any: Numbers
    unless: Numbers


@dataclass(frozen=True, slots=True)
class _Book:
    """Every phrase of norms.toml, compiled once."""

    book: PhraseBook
    holders: Mapping[int, str]
    compared: Numbers
    gate: Numbers
    neutral: Numbers
    general_limits: Numbers
    modalities: Mapping[int, str]
    permission: Numbers
    conditions: Conditions
    qualifiers: tuple[_Qualifier, ...]

    def norm(self, clause: Clause, found: Mapping[int, list[Match]], duties: Duties) -> Norm:
        """The rule that a clause states, by the phrases found in it."""
        return Norm(
            clause,
            self._holder(clause, found),
            self._modality(clause, found),
            tuple(self._qualifiers(clause, found)),
            limits_all=not self.general_limits.isdisjoint(found),
            duties=duties,
        )

    def _holder(self, clause: Clause, found: Mapping[int, list[Match]]) -> Said | None:
        if gate := self._gated(found):
            return Said(LAWFUL, clause, gate)
        aside = _all(found, self.compared)
        named = [
            (match, name)
            for number, name in self.holders.items()
            for match in found.get(number, ())
            if not any(one.start < match.end and match.start < one.end for one in aside)
        ]
        if not named:
            return None
        opening, _ = min(named)
        overlapping = [one for one in named if one[0].start < opening.end]
        match, name = max(overlapping, key=lambda one: (one[0].end, -one[0].start))
        return Said(name, clause, self._before_verb(match, found))

    def _before_verb(self, holder: Match, found: Mapping[int, list[Match]]) -> Match:
        """The words of a holder without the verb by which it is known: "the Committee shall"."""
        verbs = (match.start for one in self.modalities for match in found.get(one, ()))
        within = [start for start in verbs if holder.start < start < holder.end]
        return Match(holder.start, min(within, default=holder.end))

    def _gated(self, found: Mapping[int, list[Match]]) -> Match | None:
        """The words that tie the holder to a status.

        Words that open a gate again, "whatever their status", do so for the holder that they stand
        with: after the verb they say something else ("detained because of the child's status").
        """
        gates, neutral = _all(found, self.gate), _all(found, self.neutral)
        verb = min(
            (match.start for one in self.modalities for match in found.get(one, ())), default=0
        )
        in_subject = [gate for gate in gates if gate.start < verb]
        if in_subject and not any(one.start < verb for one in neutral):
            return in_subject[0]
        return gates[0] if gates and not neutral else None

    def _modality(self, clause: Clause, found: Mapping[int, list[Match]]) -> Said | None:
        """The softest that stands near the first operative verb; "may" only where it is first."""
        verbs = sorted(
            (match, name)
            for number, name in self.modalities.items()
            for match in found.get(number, ())
        )
        if not verbs:
            return None
        verbs = self._after_condition(clause, verbs)
        first = verbs[0][0].start
        near = [(match, name) for match, name in verbs if match.start - first <= SOFTENED_WITHIN]
        opening = [one for one in near if one[0].start == first]
        if all(name == MAY for _, name in opening):
            match, name = opening[0]
            return Said(name, clause, match)
        ranks = modality_ranks()
        match, name = min(
            (one for one in near if one[1] != MAY), key=lambda one: (ranks[one[1]], one[0])
        )
        return Said(name, clause, match)

    def _after_condition(
        self, clause: Clause, verbs: list[tuple[Match, str]]
    ) -> list[tuple[Match, str]]:
        """The verbs of the rule, without those of the condition that it opens with."""
        text = whole(clause)
        opening = text.partition(" ")[0].casefold()
        if len(verbs) == 1 or opening not in (*self.conditions.words, *self.conditions.lead_ins):
            return verbs
        words = as_formed(text, self.book.parts)
        first, _ = verbs[0]
        said = {word.text.casefold() for word in words[first.start : first.end]}
        if "," in text[: words[first.start].start] or said.intersection(self.conditions.binding):
            return verbs
        for number, (match, _) in enumerate(verbs):
            between = text[words[first.end - 1].end : words[match.start].start]
            _, comma, after = between.partition(",")
            if comma and after.split()[:1] not in _JOINED:
                return verbs[number:]
        return verbs

    def _qualifiers(self, clause: Clause, found: Mapping[int, list[Match]]) -> Iterator[Said]:
        for kind in self.qualifiers:
            matches = _all(found, kind.any)
            if matches and not _all(found, kind.unless):
                yield Said(kind.id, clause, matches[0])


class Norms:
    """The rules that some clauses state, each read when it is first asked for."""

    def __init__(self, clauses: Iterable[Clause]) -> None:
        """Make the clauses ready to be read."""
        every = tuple(clauses)
        self._clauses = Indexed(_book().book, every)
        self._duties = Duties(every)
        self._read: dict[int, Norm] = {}

    def of(self, clause: Clause) -> Norm:
        """The rule that one of the clauses states."""
        if id(clause) not in self._read:
            self._read[id(clause)] = _book().norm(clause, self._clauses.find(clause), self._duties)
        return self._read[id(clause)]

    def in_full(self, clause: Clause) -> Norm:
        """The same as a reader would put it.

        The words of its modality are quoted without the subject before them, and where "may" is
        the only verb, which says nothing to the comparison, it is the modality.
        """
        norm = self.of(clause)
        if norm.modality is not None:
            return replace(norm, modality=_from_verb(norm.modality))
        said = _all(self._clauses.find(clause), _book().permission)
        return replace(norm, modality=Said(MAY, clause, said[0])) if said else norm


def _from_verb(said: Said) -> Said:
    """The words of a modality from its verb on: "may" of "no one may"."""
    words = as_formed(whole(said.clause), _book().book.parts)[said.match.start : said.match.end]
    verbs = norm_words().verbs
    places = (place for place, word in enumerate(words) if word.text.casefold() in verbs)
    return replace(said, match=Match(said.match.start + next(places, 0), said.match.end))


@cache
def modality_ranks() -> Mapping[str, int]:
    """How firmly each modality binds, 0 to 5."""
    return {one.id: one.rank for one in norm_words().modalities}


@cache
def _book() -> _Book:
    known = norm_words()
    book = PhraseBook()

    made = _Book(
        book=book,
        holders={book.add(phrase): one.id for one in known.holders for phrase in one.any},
        compared=book.add_all(known.compared),
        gate=book.add_all(known.gate),
        neutral=book.add_all(known.neutral),
        general_limits=book.add_all(known.general_limits),
        modalities={book.add(phrase): one.id for one in known.modalities for phrase in one.any},
        permission=book.add_all(known.permission),
        conditions=known.conditions,
        qualifiers=tuple(
            _Qualifier(one.id, book.add_all(one.any), book.add_all(one.unless))
            for one in known.qualifiers
        ),
    )
    book.close()
    return made


def _all(found: Mapping[int, list[Match]], numbers: Numbers) -> list[Match]:
    """Every match of some phrases, in the order of the text."""
    return sorted(match for number in numbers for match in found.get(number, ()))
