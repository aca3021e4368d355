"""The place of each group in an instrument, and why."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from convention_tool.analysis.coverage.holding import WITHOUT_STATUS
from convention_tool.analysis.coverage.roles import Mention, Role
from convention_tool.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from convention_tool.analysis.coverage.clauses import Clause
    from convention_tool.analysis.coverage.definitions import Shut
    from convention_tool.analysis.coverage.holding import Reach
    from convention_tool.analysis.coverage.patterns import Pattern
    from convention_tool.catalogue.groups import Group

#: How far after its name an excluded group may be narrowed: "seafarers who have not been ...".
_NARROWED_WITHIN = 60

#: What gives nothing, and what to say of a group that is only mentioned so.
_IN_PASSING = {
    Role.OPTION: "a State may extend the text to it, and need not",
    Role.ATTENTION: "it is promised attention and given no right",
    Role.EXCEPTION: "it is only taken out of a single rule",
    Role.SAVING: "it stands only in a clause that leaves other law as it is",
    Role.COOPERATION: "it stands only where States cooperate or act against movements",
    Role.INSTITUTION: "it stands only in a clause on bodies, reports or final matters",
    Role.DEFINITION: "its name is defined and gives it nothing",
    Role.PREAMBLE: "it stands only in the preamble",
    Role.HEADING: "it stands only in a heading",
}


class Status(StrEnum):
    """The place of a group in an instrument."""

    #: The text gives it rights, or takes it into its scope, by name.
    NAMED = "named"
    #: It is within a holder such as "everyone", and is not named.
    GENERAL = "general"
    #: Its rights hang on a status, a permit, a let-out or a declaration.
    CONDITIONAL = "conditional"
    #: The scope, an exclusion or a definition that it cannot meet leaves it out.
    EXCLUDED = "excluded"
    #: Nothing in the text reaches it.
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Ground:
    """A clause that a place rests on, and the words in it that matter."""

    clause: Clause
    span: Span


@dataclass(frozen=True, slots=True)
class Standing:
    """The place of a group, why, and the clauses that show it."""

    group: Group
    status: Status
    reason: str
    grounds: tuple[Ground, ...] = ()
    #: Named in the scope or in the definition of the holders, so that their rights are its own.
    included: bool = False
    #: Named in the scope.
    scoped: bool = False
    #: The classes of holders whose definition takes the group in, and those whose leaves it out.
    defined: frozenset[str] = frozenset()
    left_out: Mapping[str, Ground] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Whole:
    """What an instrument says as a whole."""

    reach: Reach
    shut: Mapping[str, Shut]
    #: The clause that narrows everyone's rights to those of a status, if there is one.
    narrowing: Clause | None
    #: What opens the description of the people taken out: "who", "whose".
    relative: Pattern
    #: What names people without saying who they are: "persons", "those who".
    person: Pattern
    #: The classes from which a class that the draft defines was made.
    bases: Mapping[str, frozenset[str]] = field(default_factory=dict)


def standing(group: Group, mentions: Iterable[Mention], whole: Whole) -> Standing:
    """The place of a group: what takes it out counts before what takes it in."""
    by_role: dict[Role, list[Mention]] = {role: [] for role in Role}
    for mention in mentions:
        by_role[mention.role].append(mention)
    inclusions = [*by_role[Role.SCOPE], *by_role[Role.INCLUSION]]
    naming = (*inclusions, *by_role[Role.RIGHT], *by_role[Role.LOCAL_INCLUSION])
    exclusions = [
        mention
        for mention in by_role[Role.EXCLUSION]
        if not ((naming or whole.reach.takes_in(group.id)) and _narrowed(mention, whole))
        and not _reached_otherwise(group, mention.defined, whole)
    ]

    def placed(status: Status, reason: str, grounds: Iterable[Mention]) -> Standing:
        shown = tuple(Ground(mention.clause, mention.span) for mention in grounds)
        return Standing(
            group,
            status,
            reason,
            shown,
            included=bool(inclusions),
            scoped=bool(by_role[Role.SCOPE]),
            defined=frozenset(mention.defined for mention in by_role[Role.INCLUSION]) - {""},
            left_out={
                mention.defined: Ground(mention.clause, mention.span)
                for mention in by_role[Role.EXCLUSION]
                if mention.defined
            },
        )

    options = by_role[Role.OPTION]
    if exclusions and options and not naming:
        reason = "it is taken out, and a State may bring it in"
        return placed(Status.CONDITIONAL, reason, (*exclusions, *options))
    if exclusions:
        return placed(Status.EXCLUDED, "a clause takes it out of the text by name", exclusions)
    if lets := by_role[Role.EXCLUSION_WITH_LET_OUT]:
        return placed(Status.CONDITIONAL, "it is taken out unless something else is provided", lets)
    shut_out = inclusions and not by_role[Role.RIGHT] and whole.reach.gated(group.id)
    if shut_out and group.id == WITHOUT_STATUS:
        reason = "the definition takes it in, and every right asks for a status that it lacks"
        return placed(Status.EXCLUDED, reason, inclusions)
    if shut_out:
        reason = "the definition takes it in, and every right asks for a status or a permit"
        return placed(Status.CONDITIONAL, reason, inclusions)
    if inclusions:
        return placed(Status.NAMED, "the scope or the definition of the holders names it", naming)
    if by_role[Role.RIGHT]:
        return placed(Status.NAMED, "a provision gives it rights by name", naming)
    if naming:
        reason = "a definition that counts in one article or Part only takes it in"
        return placed(Status.NAMED, reason, naming)
    if options:
        return placed(Status.CONDITIONAL, _IN_PASSING[Role.OPTION], options)
    unnamed = _unnamed(group, whole) or _silent(group, by_role, whole)
    return replace(unnamed, left_out=placed(unnamed.status, "", ()).left_out)


def _reached_otherwise(group: Group, defined: str, whole: Whole) -> bool:
    """Whether a group that the definition of some class leaves out holds rights all the same.

    Those who are no "covered workers" can still be among everyone, or among the migrants of whom
    covered workers are a part.
    """
    if not defined:
        return False
    return whole.reach.universal or any(
        group.id in kind.reaches
        and not kind.across
        and kind.id != defined
        and defined not in whole.bases.get(kind.id, ())
        for kind in whole.reach.classes
    )


def _unnamed(group: Group, whole: Whole) -> Standing | None:
    """The place of a group that no provision names, if the text says anything of it."""
    if shut := whole.shut.get(group.id):
        return Standing(group, Status.EXCLUDED, shut.reason, (Ground(shut.clause, shut.span),))
    if whole.narrowing and group.id == WITHOUT_STATUS:
        ground = Ground(whole.narrowing, Span(0, len(whole.narrowing.text)))
        reason = "those covered are narrowed to people of a status that it lacks"
        return Standing(group, Status.EXCLUDED, reason, (ground,))
    reach = whole.reach
    kind = reach.by_class(group.id)
    if not reach.universal and kind is None:
        return None
    grounds = tuple(Ground(holding.clause, holding.span) for holding in reach.of(group.id))
    who = "everyone" if reach.universal or kind is None else kind.title
    if reach.on_terms(group.id):
        reason = f"the rights of {who} hang on a permit that has to be given first"
        return Standing(group, Status.CONDITIONAL, reason, grounds)
    if reach.gated(group.id) or whole.narrowing:
        if group.id == WITHOUT_STATUS:
            reason = f"the rights of {who} hang on a status that it lacks"
            return Standing(group, Status.EXCLUDED, reason, grounds)
        reason = f"the rights of {who} hang on a status or a permit"
        return Standing(group, Status.CONDITIONAL, reason, grounds)
    if kind is not None and not reach.universal and (kind.across or group.id in kind.open):
        reason = f"it is reached only so far as its members are {kind.title}"
    else:
        reason = f"it is within the holders, {who}, and is not named"
    return Standing(group, Status.GENERAL, reason, grounds)


def _silent(group: Group, by_role: Mapping[Role, list[Mention]], whole: Whole) -> Standing:
    for role, reason in _IN_PASSING.items():
        if by_role[role]:
            grounds = tuple(Ground(mention.clause, mention.span) for mention in by_role[role])
            return Standing(group, Status.SILENT, reason, grounds)
    holders = " and ".join(kind.title for kind in whole.reach.classes)
    if holders:
        reason = f"the rights belong to {holders}, and no provision reaches or names it"
        return Standing(group, Status.SILENT, reason)
    return Standing(group, Status.SILENT, "no provision reaches or names it")


def _narrowed(mention: Mention, whole: Whole) -> bool:
    """Whether an exclusion is of some members of the group only, by a relative clause.

    In "persons in the service of a State who" the clause goes with the persons, and says who they are.
    """
    text, (start, end) = mention.clause.text, mention.span
    return whole.relative.stands_in(text[end : end + _NARROWED_WITHIN]) and not whole.person.closes(
        text[max(0, start - _NARROWED_WITHIN) : start]
    )
