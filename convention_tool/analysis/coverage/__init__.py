"""Which groups of people a draft reaches, and which right reaches which group.

A mention is not coverage. The preamble, exclusions, clauses that leave other law as it is and
clauses by which States cooperate name people without giving them anything; a definition can take a
group in, and an exclusion, or a right reserved to those of a status, can take it out again.
What is stated here is a proposal, with the words it rests on; a lawyer decides.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from convention_tool.analysis.concordance import compare
from convention_tool.analysis.coverage.clauses import clauses
from convention_tool.analysis.coverage.continuing import connected
from convention_tool.analysis.coverage.definitions import narrowing, shut_out
from convention_tool.analysis.coverage.holding import holdings, reach
from convention_tool.analysis.coverage.lexicon import lexicon
from convention_tool.analysis.coverage.matrix import Cell, Provisions
from convention_tool.analysis.coverage.records import (
    Coverage,
    Evidence,
    GroupCell,
    GroupPlace,
    RightRow,
)
from convention_tool.analysis.coverage.roles import Mention, mentions
from convention_tool.analysis.coverage.standing import Ground, Standing, Status, Whole, standing
from convention_tool.catalogue.groups import groups
from convention_tool.catalogue.rights import PARTS_OF_RIGHTS, in_parts
from convention_tool.tree.address import Places

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from convention_tool.analysis.concordance import Concordance
    from convention_tool.analysis.coverage.clauses import Clause
    from convention_tool.analysis.coverage.holding import Holding
    from convention_tool.analysis.coverage.lexicon import Lexicon
    from convention_tool.tree.nodes import Instrument, Node

__all__ = ["Cell", "Coverage", "Evidence", "GroupCell", "GroupPlace", "RightRow", "Status", "cover"]

#: How many provisions are shown for a group; more are in the text.
SHOWN = 4

#: How much is quoted on each side of the words that matter.
AROUND = 70


def cover(instrument: Instrument, concordance: Concordance | None = None) -> Coverage:
    """The place of each group in a draft, and the matrix of rights by groups.

    Args:
        instrument: the draft.
        concordance: which provisions answer which right; found if it is not given.
    """
    answers = (concordance or compare(instrument)).answers
    places = Places(instrument)
    language = instrument.language
    said = tuple(clauses(instrument))
    known = lexicon(language)
    read, held, named = _read(said, known)
    whole_reach = reach(held, language)
    whole = Whole(
        reach=whole_reach,
        shut=shut_out(said, whole_reach, known.every, language),
        narrowing=narrowing(said, known.every),
        relative=known.every["relative"],
    )
    by_group = _by_group(named)
    standings = tuple(standing(group, by_group.get(group.id, ()), whole) for group in groups())
    provisions = Provisions(read, held, named, whole_reach, known.every)
    answered = {
        answer.right.article: tuple(counterpart.address for counterpart in answer.counterparts)
        for answer in answers
    }
    return Coverage(
        groups=tuple(_place(entry, places) for entry in standings),
        matrix=tuple(
            RightRow(right, _cells(answered.get(right.article, ()), standings, provisions, places))
            for right in in_parts(*PARTS_OF_RIGHTS)
        ),
    )


def _read(
    said: tuple[Clause, ...], known: Lexicon
) -> tuple[tuple[Clause, ...], tuple[Holding, ...], tuple[Mention, ...]]:
    """The clauses as they are read, their holders and their groups, article by article."""
    read: list[Clause] = []
    held: list[Holding] = []
    named: list[Mention] = []
    for _, together in groupby(said, key=lambda clause: id(clause.article or clause.node)):
        printed = tuple(together)
        local = known.words("\n".join(clause.text for clause in printed))
        article = tuple(connected(printed, local))
        read.extend(article)
        held.extend(holdings(article, local))
        for clause in article:
            named.extend(mentions(clause, local))
    return tuple(read), tuple(held), tuple(named)


def _by_group(named: tuple[Mention, ...]) -> Mapping[str, list[Mention]]:
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in named:
        found[mention.group].append(mention)
    return found


def _cells(
    addresses: tuple[str, ...],
    standings: tuple[Standing, ...],
    provisions: Provisions,
    places: Places,
) -> tuple[GroupCell, ...]:
    nodes = [(address, node) for address in addresses if (node := places.find(address))]
    return tuple(_cell(nodes, entry, provisions) for entry in standings)


def _cell(nodes: list[tuple[str, Node]], entry: Standing, provisions: Provisions) -> GroupCell:
    """The strongest of what the provisions are to a group, with those that give it."""
    if not nodes:
        return GroupCell(entry.group.id, Cell.SILENT, (), "No provision answers this right.")
    verdicts = [(address, provisions.verdict(node, entry)) for address, node in nodes]
    strength = list(Cell)
    best = min((verdict for _, verdict in verdicts), key=lambda v: strength.index(v.cell))
    shown = tuple(address for address, verdict in verdicts if verdict.cell is best.cell)
    return GroupCell(entry.group.id, best.cell, shown, _sentence(best.reason))


def _place(entry: Standing, places: Places) -> GroupPlace:
    return GroupPlace(
        id=entry.group.id,
        title=entry.group.title,
        status=entry.status,
        reason=_sentence(entry.reason),
        evidence=tuple(_evidence(entry, places)),
    )


def _evidence(entry: Standing, places: Places) -> Iterator[Evidence]:
    seen: set[str] = set()
    for ground in entry.grounds:
        node = ground.clause.node
        address = places.address(node)
        if address not in seen and len(seen) < SHOWN:
            seen.add(address)
            yield Evidence(places.citation(node), address, _quoted(ground))


def _quoted(ground: Ground) -> str:
    """The words that matter with some around them, cut between words."""
    said = ground.clause.said
    start = max(0, ground.span.start - ground.clause.start)
    end = max(start, ground.span.end - ground.clause.start)
    first = said.rfind(" ", 0, max(0, start - AROUND) + 1) + 1 if start > AROUND else 0
    last = said.find(" ", end + AROUND)
    before = "… " if first else ""
    after = " …" if last != -1 else ""
    return f"{before}{said[first : last if last != -1 else len(said)]}{after}"


def _sentence(reason: str) -> str:
    return f"{reason[0].upper()}{reason[1:]}."
