"""What a mention of a group is worth: a right, an inclusion, an exclusion, or nothing.

A mention is not coverage. A group can stand in the preamble, in an exclusion, in a clause that
leaves other law as it is, or in one by which States cooperate against irregular movements, and
gain nothing by it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING

from convention_tool.analysis.coverage.markers import Markers
from convention_tool.catalogue.holders import borrowed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from convention_tool.analysis.coverage.clauses import Clause
    from convention_tool.analysis.coverage.lexicon import Words
    from convention_tool.source import Span

#: How many mentions of one group in one clause are looked at: a sentence that names a group
#: again and again says the same of it each time.
MENTIONS = 4


class Role(StrEnum):
    """What a clause does with the group that it mentions."""

    #: It gives the group a right, or imposes a duty for its sake.
    RIGHT = "right"
    #: It says that the instrument applies to the group.
    SCOPE = "scope"
    #: It takes the group into the definition of the holders.
    INCLUSION = "inclusion"
    #: It takes the group into a definition that counts in one article or Part only.
    LOCAL_INCLUSION = "local inclusion"
    #: It stands over rights: the heading of an article or a Part.
    HEADING = "heading"
    #: It takes the group out of the instrument.
    EXCLUSION = "exclusion"
    #: It takes the group out, unless something else is provided.
    EXCLUSION_WITH_LET_OUT = "exclusion with a let-out"
    #: It takes the group out of one article, or of the Part it stands in.
    EXCEPTION = "exception"
    #: It lets a State extend the instrument to the group.
    OPTION = "option"
    #: It promises attention.
    ATTENTION = "attention"
    #: It leaves other law as it is.
    SAVING = "saving clause"
    #: States deal with one another, or act against movements.
    COOPERATION = "cooperation"
    #: It concerns committees, depositaries and reports.
    INSTITUTION = "institution"
    #: It defines a term that is not a holder of rights.
    DEFINITION = "definition"
    PREAMBLE = "preamble"


@dataclass(frozen=True, slots=True)
class Mention:
    """A group named in a clause, and in what role."""

    group: str
    span: Span
    role: Role
    clause: Clause
    #: The class of holders whose definition takes the group in or leaves it out, or "".
    defined: str = ""


def mentions(clause: Clause, words: Words) -> Iterator[Mention]:
    """The groups that a clause names in its own words, and what each mention is worth."""
    markers = Markers(clause, words)
    named = {
        group: tuple(
            islice((span for span in known.find(clause.text) if span.end > clause.start), MENTIONS)
        )
        for group, known in words.names
    }
    for group, spans in named.items():
        for span in spans:
            if any(span.start < end and start < span.end for start, end in markers["passing"]):
                continue
            role = _role(markers, span)
            if role in _TAKING and _is_anothers(group, span, named):
                continue
            defined = markers.defined_class(span) if role in _DEFINING else ""
            yield Mention(group, span, role, clause, defined)


def _is_anothers(group: str, span: Span, named: Mapping[str, tuple[Span, ...]]) -> bool:
    """Whether a name is a part of another group's name, or is borrowed from it.

    "Unaccompanied children" takes out some children and not all, "asylum-seekers" no refugees.
    """
    return any(
        other.start <= span.start
        and span.end <= other.end
        and (other != span or name in borrowed().get(group, ()))
        for name, spans in named.items()
        if name != group
        for other in spans
    )


#: Roles that take a group out of something.
_TAKING = frozenset({Role.EXCLUSION, Role.EXCLUSION_WITH_LET_OUT, Role.EXCEPTION})

#: Roles that a definition of holders can give.
_DEFINING = frozenset(
    {Role.INCLUSION, Role.LOCAL_INCLUSION, Role.EXCLUSION, Role.EXCLUSION_WITH_LET_OUT}
)


def _role(markers: Markers, mention: Span) -> Role:
    """The role of a mention; what takes away is looked for before what gives."""
    if markers.clause.preamble:
        return Role.PREAMBLE
    if markers.clause.heading:
        return Role.HEADING
    if markers["optional"]:
        return Role.OPTION
    return _taking(markers, mention) or _giving(markers, mention)


def _taking(markers: Markers, mention: Span) -> Role | None:
    if markers.limited and markers.takes_out(mention):
        return Role.EXCEPTION
    if markers.takes_out(mention):
        return Role.EXCLUSION_WITH_LET_OUT if markers.lets_in(mention) else Role.EXCLUSION
    if markers.excepts(mention):
        return Role.EXCEPTION
    if markers["saving"] or markers.reserves(mention):
        return Role.SAVING
    return None


def _giving(markers: Markers, mention: Span) -> Role:
    if markers.definition:
        if not markers.defines_people(mention):
            return Role.DEFINITION
        return Role.LOCAL_INCLUSION if markers.limited else Role.INCLUSION
    if markers.in_scope:
        return Role.SCOPE
    if markers.calls_a_kind_of_holder(mention):
        return Role.INCLUSION
    if any(marker.start < mention.end for marker in markers["cooperation"]):
        return Role.COOPERATION
    if any(marker.end <= mention.start for marker in markers["attention"]):
        return Role.ATTENTION
    return Role.INSTITUTION if markers["institution"] else Role.RIGHT
