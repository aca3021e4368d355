"""Why a right stands where it stands, in short sentences with pinpoints."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from convention_tool.analysis.content import Content
from convention_tool.analysis.norms import STATE, Said
from convention_tool.analysis.strength import Aspect, Baseline, Direction, Status, Verdict, baseline
from convention_tool.catalogue.norms import norm_words
from convention_tool.catalogue.rights import Right
from convention_tool.tree.address import Places

#: So many lacking elements are named; the JSON names all.
NAMED = 6


class _Against(NamedTuple):
    """What a right is measured against, and what that is called."""

    baseline: Baseline
    name: str


def why(
    right: Right,
    verdict: Verdict,
    places: Places | None,
    against: Baseline | None = None,
    other: str = "1990",
) -> str:
    """Why a right has its status against a baseline, called `other`, in short sentences."""
    given = verdict.content
    if given is None:
        return (
            "No provision was recognized as an answer."
            if verdict.status is Status.MISSING
            else "The text is in a language in which rights are not recognized."
        )
    if verdict.status is Status.CANNOT_TELL:
        return "A provision speaks of it, but none of its elements was recognized in its words."
    parts = _parts(right, verdict, given, _Against(against or baseline(right), other), places)
    return " ".join(f"{part[:1].upper()}{part[1:]}." for part in parts)


def _parts(
    right: Right, verdict: Verdict, given: Content, against: _Against, places: Places | None
) -> Iterator[str]:
    yield _elements(right, given, against.baseline, _where(given, places))
    for one in verdict.differences:
        match one.aspect, one.direction:
            case Aspect.ELEMENTS, Direction.UP:
                yield f"firm where {against.name} only tries or considers: {_named(right, one.ids)}"
            case Aspect.MORE, _:
                yield f"more than {against.name}: {_named(right, one.ids)}"
            case Aspect.MODALITY, _ if one.ids[0] in given.elements:
                yield f"firm in {against.name} and softer here: {_named(right, one.ids)}"
            case Aspect.MODALITY, direction:
                how = "binds less" if direction is Direction.DOWN else "binds more"
                yield f"{how}: {modality_title(one.ids[0])}{_at(given.modality, places)}"
            case Aspect.HOLDER, direction:
                yield _holder(one.ids[0], direction, given, against, places)
            case Aspect.QUALIFIER, Direction.DOWN:
                allowed = ", though it allows no limit" if right.absolute else ""
                yield f"weakened{allowed}: " + " and ".join(
                    f"{qualifier_title(placed.id)}{_at(placed, places)}"
                    for placed in given.qualifiers
                    if placed.id in one.ids
                )
            case Aspect.QUALIFIER, _ if not _lacks(verdict):
                dropped = " nor ".join(qualifier_title(name) for name in one.ids)
                yield f"free of a reserve: not {dropped}"
            case _:
                pass


def _lacks(verdict: Verdict) -> bool:
    """Whether elements are missing: then a reserve that 1990 makes on them is no gain."""
    return any(
        one.aspect is Aspect.ELEMENTS and one.direction is Direction.DOWN
        for one in verdict.differences
    )


def _where(given: Content, places: Places | None) -> str:
    """The pinpoint of what gives a right first and most clearly."""
    return f" in {places.citation(given.main.node)}" if places and given.main else ""


def _elements(right: Right, given: Content, against: Baseline, where: str) -> str:
    if not against.elements:
        return f"it is there{where}"
    if not any(name in given.elements for name in against.elements):
        return f"none of its elements{where}. Lacking: {_named(right, list(against.elements))}"
    wanted = [name for name in against.elements if name in given.elements]
    lacking = [name for name in against.elements if name not in given.elements]
    total = len(against.elements)
    if not lacking:
        return {1: "its one element", 2: "both elements"}.get(
            total, f"all {total} elements"
        ) + where
    counted = f"{len(wanted)} of {total} elements"
    return f"{counted}{where}. Lacking: {_named(right, lacking)}"


def _named(right: Right, ids: "list[str] | tuple[str, ...]") -> str:
    texts = {one.id: one.text for one in right.elements}
    named = [texts.get(name, name) for name in ids[:NAMED]]
    more = f" and {len(ids) - NAMED} more" if len(ids) > NAMED else ""
    return "; ".join(named) + more


def _holder(
    holder: str, direction: Direction, given: Content, against: _Against, places: Places | None
) -> str:
    who = holder_title(holder)
    base = holder_title(against.baseline.holder or STATE)
    if direction is Direction.NONE:
        return f"held by {who}" + ("" if who == base else f", in {against.name} by {base}")
    which = "wider" if direction is Direction.UP else "narrower"
    return f"{which} holder: {who}{_at(given.holder, places)}, in {against.name} {base}"


def _at(placed: Said | None, places: Places | None) -> str:
    """The words and the place of a fact."""
    if placed is None:
        return ""
    cited = f", {places.citation(placed.clause.node)}" if places else ""
    return f" (“{placed.quotation}”{cited})"


def holder_title(holder: str) -> str:
    """A kind of holder in words."""
    return _titles()[holder]


def modality_title(modality: str) -> str:
    """A step of the ladder in words."""
    return _titles()[modality]


def qualifier_title(qualifier: str) -> str:
    """What weakens a rule, in words."""
    return _titles()[qualifier]


@cache
def _titles() -> Mapping[str, str]:
    """The words for all ids of norms.toml; no two are the same."""
    known = norm_words()
    return {
        **{one.id: one.title for one in known.holders},
        **{one.id: one.title for one in known.modalities},
        **{one.id: one.title for one in known.qualifiers},
    }
