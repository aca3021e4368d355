"""Which groups of people a draft reaches, and which right reaches which group.

A mention is not coverage. The preamble, exclusions, clauses that leave other law as it is and
clauses by which States cooperate name people without giving them anything; a definition can take a
group in, and an exclusion, or a right reserved to those of a status, can take it out again.
What is stated here is a proposal, with the words it rests on; a lawyer decides.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from convention_tool.analysis.concordance import compare
from convention_tool.analysis.coverage.cells import Cells
from convention_tool.analysis.coverage.definitions import narrowing, shut_out
from convention_tool.analysis.coverage.hearing import hear
from convention_tool.analysis.coverage.intentions import intentions, meant
from convention_tool.analysis.coverage.matrix import Cell, Provisions
from convention_tool.analysis.coverage.provisions import Heard
from convention_tool.analysis.coverage.quoting import Quoting
from convention_tool.analysis.coverage.records import (
    Coverage,
    DefinedTerm,
    ElementRow,
    Evidence,
    GroupCell,
    GroupPlace,
    Intention,
    RightRow,
)
from convention_tool.analysis.coverage.resolution import resolved_terms
from convention_tool.analysis.coverage.standing import Standing, Status, Whole, standing
from convention_tool.analysis.coverage.subtraction import subtractions
from convention_tool.catalogue.groups import groups
from convention_tool.catalogue.rights import held_by_people
from convention_tool.tree.address import Places

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convention_tool.analysis.concordance import Concordance
    from convention_tool.analysis.coverage.hearing import Said
    from convention_tool.analysis.coverage.roles import Mention
    from convention_tool.tree.nodes import Instrument

__all__ = [
    "Cell",
    "Coverage",
    "DefinedTerm",
    "ElementRow",
    "Evidence",
    "GroupCell",
    "GroupPlace",
    "Intention",
    "RightRow",
    "Status",
    "cover",
    "group_places",
]

#: How many provisions are shown for a group; more are in the text.
SHOWN = 4


def cover(instrument: Instrument, concordance: Concordance | None = None) -> Coverage:
    """The place of each group in a draft, and the matrix of rights by groups.

    Args:
        instrument: the draft.
        concordance: which provisions answer which right; found if it is not given.
    """
    concordance = concordance or compare(instrument)
    places = concordance.places or Places(instrument)
    quoting = Quoting(places)
    said = hear(instrument)
    standings = _standings(said, instrument.language)
    said_to_be_meant = intentions(instrument, places)
    cells = Cells(
        Provisions(Heard(said, subtractions(said))),
        standings,
        quoting,
        places,
        meant(said_to_be_meant),
    )
    answers = {answer.right.article: answer for answer in (*concordance.answers, *concordance.new)}
    return Coverage(
        groups=tuple(_place(entry, quoting) for entry in standings),
        matrix=tuple(cells.row(right, answers.get(right.article)) for right in held_by_people()),
        terms=resolved_terms(said, quoting, places),
        intentions=said_to_be_meant,
        language=instrument.language,
        places=places,
    )


def group_places(instrument: Instrument) -> tuple[GroupPlace, ...]:
    """The place of each group in an instrument, without the rights that reach it."""
    quoting = Quoting(Places(instrument))
    standings = _standings(hear(instrument), instrument.language)
    return tuple(_place(entry, quoting) for entry in standings)


def _standings(said: Said, language: str) -> tuple[Standing, ...]:
    """The place of each group, in the groups' order."""
    whole = Whole(
        reach=said.reach,
        shut=shut_out(said, language),
        narrowing=narrowing(said),
        relative=said.known.every["relative"],
        person=said.known.every["person"],
        bases={term.kind.id: term.bases for term in said.terms},
    )
    by_group = _by_group(said.mentions)
    return tuple(standing(group, by_group.get(group.id, ()), whole) for group in groups())


def _by_group(named: tuple[Mention, ...]) -> Mapping[str, list[Mention]]:
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in named:
        found[mention.group].append(mention)
    return found


def _place(entry: Standing, quoting: Quoting) -> GroupPlace:
    """The place of a group, with one quotation from each of the first provisions that show it."""
    first = {id(ground.clause.node): ground for ground in reversed(entry.grounds)}
    order = dict.fromkeys(id(ground.clause.node) for ground in entry.grounds)
    shown = [first[node] for node in order][:SHOWN]
    reason = f"{entry.reason[0].upper()}{entry.reason[1:]}."
    return GroupPlace(
        id=entry.group.id,
        title=entry.group.title,
        status=entry.status,
        reason=reason,
        evidence=quoting.evidence(shown),
    )
