"""Which rights, and elements of rights, are by their nature not for a group."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from convention_tool.catalogue.groups import groups
from convention_tool.catalogue.load import inner, record, resolved, tables
from convention_tool.catalogue.rights import held_by_people

_FILE = "applicability.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    rights: tuple[str, ...]
    groups: tuple[str, ...]
    reason: str


@cache
def not_applicable() -> Mapping[tuple[str, str], str]:
    """Why a right is not for a group, by the right's number or id and the group's id.

    An element of a right stands as "25/despite-irregularity".

    Raises:
        BrokenDataError: the file names a right or a group that does not exist.
    """
    found: dict[tuple[str, str], str] = {}
    everyone = tuple(group.id for group in groups())
    for rule in _rules("only"):
        others = [group for group in everyone if group not in rule.groups]
        found |= {(right, group): rule.reason for right in rule.rights for group in others}
    for rule in _rules("never"):
        found |= {(right, group): rule.reason for right in rule.rights for group in rule.groups}
    return found


def _rules(kind: str) -> tuple[_Rule, ...]:
    return tuple(_rule(entry, kind) for entry in inner(tables(_FILE), kind, _FILE))


def _rule(entry: Mapping[str, Any], kind: str) -> _Rule:
    made = record(_Rule, entry, f"{_FILE}, {kind}")
    rights = {right.article for right in held_by_people()}
    elements = {f"{right.article}/{one.id}" for right in held_by_people() for one in right.elements}
    resolved(made.rights, rights | elements, f"{_FILE}, {kind}")
    resolved(made.groups, {group.id for group in groups()}, f"{_FILE}, {kind}")
    return made
