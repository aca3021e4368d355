"""Whom the definition of the holders, or the scope clause, shuts out without naming them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from convention_tool.analysis.coverage.clauses import Clause
from convention_tool.analysis.coverage.hearing import Said
from convention_tool.analysis.coverage.holding import gated
from convention_tool.analysis.coverage.lexicon import term_of
from convention_tool.analysis.coverage.patterns import Pattern, pattern
from convention_tool.catalogue.holders import Bar, bars
from convention_tool.source import Span


@dataclass(frozen=True, slots=True)
class Shut:
    """A group that what a clause asks for leaves out."""

    group: str
    reason: str
    clause: Clause
    span: Span


def shut_out(said: Said, language: str) -> Mapping[str, Shut]:
    """The groups that cannot meet what the definition of the holders asks for.

    A definition counts if what it defines is a class that holds the rights, and if nobody holds
    them without limit.
    """
    if said.reach.universal:
        return {}
    found: dict[str, Shut] = {}
    for body in _definitions(said).values():
        whole = " ".join(clause.text for clause in body)
        for bar, asked, lifted in _compiled(language):
            if lifted.stands_in(whole):
                continue
            for clause in body:
                span = next(asked.find(clause.text), None)
                if span is not None:
                    found.setdefault(bar.group, Shut(bar.group, bar.reason, clause, span))
    return found


def narrowing(said: Said) -> Clause | None:
    """A clause that narrows the persons covered to those of a status: "only in so far as"."""
    for clause in said.clauses:
        words = said.words[id(clause)]
        if (
            not clause.preamble
            and words["only_so_far"].stands_in(clause.text)
            and words["scope"].stands_in(clause.text)
            and gated(clause.text, words)
        ):
            return clause
    return None


def _definitions(said: Said) -> Mapping[str, list[Clause]]:
    """The clauses of each definition whose term is a class that holds rights."""
    holders = {kind.id for kind in said.reach.classes}
    found: dict[str, list[Clause]] = defaultdict(list)
    for clause in said.clauses:
        words = said.words[id(clause)]
        definition = words.defined(clause.text)
        if definition is None:
            continue
        term = term_of(definition)
        for kind, names in words.classes:
            if kind.id in holders and names.is_all_of(term):
                found[term].append(clause)
    return found


@cache
def _compiled(language: str) -> tuple[tuple[Bar, Pattern, Pattern], ...]:
    return tuple((bar, pattern(bar.phrases), pattern(bar.unless)) for bar in bars(language))
