"""The terms that define people with the groups that they resolve to, as they are reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convention_tool.analysis.coverage.records import DefinedTerm
from convention_tool.analysis.coverage.roles import Role
from convention_tool.analysis.coverage.standing import Ground
from convention_tool.catalogue.groups import groups

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convention_tool.analysis.coverage.hearing import Said
    from convention_tool.analysis.coverage.quoting import Quoting
    from convention_tool.analysis.coverage.roles import Mention
    from convention_tool.analysis.coverage.terms import Term
    from convention_tool.tree.address import Places

#: Roles by which a definition takes a group in, and by which it leaves one out.
_IN = frozenset({Role.INCLUSION, Role.LOCAL_INCLUSION})
_OUT = frozenset({Role.EXCLUSION, Role.EXCLUSION_WITH_LET_OUT, Role.EXCEPTION})


def resolved_terms(said: Said, quoting: Quoting, places: Places) -> tuple[DefinedTerm, ...]:
    """Each term with the groups that it takes in, leaves out and leaves open."""
    return tuple(_resolved(term, said, quoting, places) for term in said.terms)


def _resolved(term: Term, said: Said, quoting: Quoting, places: Places) -> DefinedTerm:
    named_in = {one.group for one in _in_definition(term, said, _IN)}
    named_out = {one.group for one in _in_definition(term, said, _OUT)}
    (evidence,) = quoting.evidence((Ground(term.clause, term.span),))
    reaches, opened = set(term.kind.reaches), set(term.kind.open)
    left_out = named_out - named_in
    taken_in = (reaches - opened - left_out) | named_in
    return DefinedTerm(
        term=term.name,
        evidence=evidence,
        takes_in=_in_order(taken_in),
        leaves_out=_in_order(left_out),
        leaves_open=_in_order(opened - taken_in - left_out),
        through=term.through,
        only_in=places.citation(term.only_in) if term.only_in else "",
    )


def _in_definition(term: Term, said: Said, roles: frozenset[Role]) -> Iterator[Mention]:
    """The mentions by which the definition of a term takes groups in, or leaves them out."""
    return (
        mention
        for mention in said.mentions
        if mention.role in roles
        and (
            mention.defined == term.kind.id
            or (mention.clause.node is term.clause.node and mention.clause.said == term.clause.said)
        )
        and mention.span.start >= term.span.end
    )


def _in_order(ids: Iterable[str]) -> tuple[str, ...]:
    wanted = set(ids)
    return tuple(group.id for group in groups() if group.id in wanted)
