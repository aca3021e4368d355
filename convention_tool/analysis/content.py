"""What an instrument gives of a right: which parts, to whom, how firmly, with what reserve."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from convention_tool.analysis.clauses import Clause
from convention_tool.analysis.elements import Present, elements
from convention_tool.analysis.norms import Norm, Norms, Said, modality_ranks
from convention_tool.catalogue.rights import Right, RightKind

#: Kinds of provisions that bind States and organs, whomever their words mention.
WITHOUT_HOLDER = frozenset(
    {RightKind.OBLIGATION, RightKind.INSTITUTIONAL, RightKind.GENERAL, RightKind.FINAL}
)

#: Qualifiers that are usually a sentence of their own and govern the whole article.
OF_THE_ARTICLE = frozenset({"limits", "emergency"})

#: A clause without any of these letters is no limitation clause and suspends nothing; to look
#: for them first is much faster than to read every clause of an article.
_HINTS = ("limit", "restrict", "necessary", "emergency", "derogat", "suspend")


class Answering(NamedTuple):
    """A provision that answers a right, as far as it matters here."""

    #: The clauses that show it, the clearest first.
    shown: tuple[Clause, ...]
    #: All clauses of its article.
    clauses: tuple[Clause, ...]


class Part(NamedTuple):
    """An element of a right that is given, and how firmly."""

    place: Present
    modality: str | None


@dataclass(frozen=True, slots=True)
class Content:
    """What an instrument gives of a right."""

    #: Where it says so first and most clearly.
    main: Clause | None
    #: Each element where it is given first and most clearly.
    elements: Mapping[str, Part]
    #: Who holds it; None where the provision names nobody but States.
    holder: Said | None
    modality: Said | None
    qualifiers: tuple[Said, ...]
    #: Each element in every provision that gives it, in the order of the provisions.
    everywhere: Mapping[str, tuple[Part, ...]] = field(default_factory=dict)
    #: Of each provision, the modality of its clauses that binds most.
    modalities: tuple[Said | None, ...] = ()


def _may_govern(clause: Clause) -> bool:
    return any(hint in clause.text for hint in _HINTS)


def limits_all(clauses: Iterable[Clause]) -> bool:
    """Whether a clause opens all rights of the instrument to limits at once."""
    likely = [clause for clause in clauses if "limit" in clause.text or "restrict" in clause.text]
    read = Norms(likely)
    return any(norm.limits_all and _limits(norm) for norm in map(read.of, likely))


def _limits(norm: Norm) -> bool:
    return any(one.id == "limits" for one in norm.qualifiers)


class Contents:
    """The content of every right that some clauses give; each clause is read once."""

    def __init__(self, clauses: Iterable[Clause]) -> None:
        """Make the clauses ready to be searched."""
        every = tuple(clauses)
        self._elements = elements().within(every)
        self._norms = Norms(every)

    def content(self, right: Right, answers: Sequence[Answering]) -> Content:
        """What some provisions, the main one first, give of a right.

        The elements are those of all provisions together; holder, modality and qualifiers are
        those of the first, which is the one that a reader would open.
        """
        first = answers[0]
        everywhere: dict[str, list[Part]] = {}
        for answer in answers:
            for id_, one in self._elements.present(right.article, answer.clauses).items():
                part = Part(one, _modality(self._norms.of(one.clause)))
                everywhere.setdefault(id_, []).append(part)
        given = {id_: parts[0] for id_, parts in everywhere.items()}
        within = frozenset(map(id, first.clauses))
        parts = [part.place.clause for part in given.values() if id(part.place.clause) in within]
        shown = _each((*first.shown, *parts)) or first.clauses
        main = _each((*first.shown[:1], *parts)) or first.clauses
        norms = [self._norms.of(clause) for clause in shown]
        rest = (self._norms.of(clause) for clause in first.clauses)
        return Content(
            main=shown[0] if shown else None,
            elements=given,
            holder=None
            if right.kind in WITHOUT_HOLDER
            else _first(one.holder for one in chain(norms, rest)),
            modality=_first(one.modality for one in norms),
            qualifiers=tuple(self._qualifiers(map(self._norms.of, main), first.clauses)),
            everywhere={id_: tuple(parts) for id_, parts in everywhere.items()},
            modalities=tuple(
                self._firmest(answer.shown or answer.clauses[:1]) for answer in answers
            ),
        )

    def _firmest(self, clauses: Iterable[Clause]) -> Said | None:
        """The modality that binds most; a clause without an operative verb binds in full."""
        found = [self._norms.of(clause).modality for clause in clauses]
        said = [one for one in found if one is not None]
        if len(said) < len(found):
            return None
        return max(said, key=lambda one: modality_ranks()[one.id], default=None)

    def _qualifiers(self, norms: Iterable[Norm], clauses: Iterable[Clause]) -> Iterator[Said]:
        """Those of the clauses that give the right, and those that govern the whole article."""
        seen: set[str] = set()
        whole = (self._norms.of(clause) for clause in clauses if _may_govern(clause))
        every = chain(
            (said for one in norms for said in one.qualifiers),
            (said for one in whole for said in one.qualifiers if said.id in OF_THE_ARTICLE),
        )
        for said in every:
            if said.id not in seen:
                seen.add(said.id)
                yield said


def _modality(norm: Norm) -> str | None:
    return norm.modality.id if norm.modality else None


def _each(clauses: Iterable[Clause]) -> tuple[Clause, ...]:
    """Every clause once."""
    return tuple({id(clause): clause for clause in clauses}.values())


def _first(said: Iterable[Said | None]) -> Said | None:
    """The first that says anything."""
    return next((one for one in said if one), None)
