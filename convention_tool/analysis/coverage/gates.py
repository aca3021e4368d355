"""Parts and articles reserved to those of a status: by their heading, by a clause, from afar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convention_tool.analysis.coverage.holding import gated
from convention_tool.analysis.coverage.standing import Ground
from convention_tool.analysis.coverage.terms import this_division
from convention_tool.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from convention_tool.analysis.coverage.clauses import Clause
    from convention_tool.analysis.coverage.lexicon import Words
    from convention_tool.analysis.pinpoints import Pinpoints
    from convention_tool.tree.nodes import Part


def reserved(
    clauses: Iterable[Clause],
    words: Mapping[int, Words],
    parts: Iterable[tuple[Part, ...]],
    pinpoints: Pinpoints,
) -> Mapping[int, Ground]:
    """The Parts and articles reserved to those of a status, by identity, with the words for it."""
    found: dict[int, Ground] = {}
    every = {id(part): part for those in parts for part in those}
    for clause in clauses:
        here = words[id(clause)]
        if clause.preamble or not gated(clause.text, here):
            continue
        ground = gating(clause, here)
        if clause.heading and clause.article is None and clause.parts:
            found[id(clause.parts[-1])] = ground
        elif this := this_division(clause, clause.text, here):
            found[id(this)] = ground
        for part in every.values():
            if _speaks_of(clause, part, here):
                found[id(part)] = ground
        for article in _articles(clause, here, pinpoints):
            found[article] = ground
    return found


def gating(clause: Clause, words: Words) -> Ground:
    """The words of a clause that tie it to a status."""
    whole = Span(clause.start, len(clause.text))
    return Ground(clause, next(words["gate"].find(clause.text), whole))


def _articles(clause: Clause, words: Words, pinpoints: Pinpoints) -> Iterable[int]:
    """The provisions that a clause reserves by their numbers: "articles 12 to 14 apply only to"."""
    if not words["provision"].stands_in(clause.text):
        return
    gate = next(words["gate"].find(clause.text), None)
    reserving = [*words["scope"].find(clause.text), *words["reserves"].find(clause.text)]
    for one in pinpoints.named(clause.said, clause.article):
        end = one.end + clause.start
        if gate and any(end <= marker.start < gate.start for marker in reserving):
            yield from map(id, one.nodes)


def _speaks_of(clause: Clause, part: Part, words: Words) -> bool:
    """Whether a clause is about a Part named by its number: "Part IV applies to those who".

    After the people of a status are named, a Part is one more thing that they have: "in
    addition to the rights of Part III".
    """
    number = part.number.lower()
    gate = next(words["gate"].find(clause.text), None)
    if not number or gate is None:
        return False
    before = clause.text[: gate.start]
    return any(
        before[span.end :].lstrip().startswith((f"{number} ", f"{number},"))
        for span in words["part"].find(before)
    )
