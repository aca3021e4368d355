"""All that is found on the home of a draft, together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from convention_tool.analysis.home.bodies import bodies_of
from convention_tool.analysis.home.checks import checks_of, homes_of
from convention_tool.analysis.home.procedures import (
    complaints_of,
    inquiry_without_conduct,
    optional_procedures,
    reports_without_cycle,
)
from convention_tool.catalogue.home import home_is_read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convention_tool.analysis.draft import Draft, Stretch
    from convention_tool.analysis.home.bodies import Body
    from convention_tool.analysis.home.checks import CheckRead, Chosen, Found


class Gap(NamedTuple):
    """Something that the text begins and does not finish, and where."""

    says: str
    stretch: Stretch


@dataclass(frozen=True)
class HomeRead:
    """The home of a draft."""

    #: Whether homes are read in its language.
    understood: bool
    checks: tuple[CheckRead, ...]
    bodies: tuple[Body, ...]
    gaps: tuple[Gap, ...]
    homes: tuple[Chosen, ...]


def home_of(draft: Draft) -> HomeRead:
    """The home of a draft; ask for it by `draft.fact`."""
    return HomeRead(
        home_is_read(draft.instrument.language),
        checks_of(draft),
        draft.fact(bodies_of),
        tuple(_gaps(draft)),
        homes_of(draft),
    )


def to_json(draft: Draft) -> dict[str, Any]:
    """The home of a draft, as docs/schemas/home.json describes it."""
    read = draft.fact(home_of)
    return {
        "language": draft.instrument.language,
        "understood": read.understood,
        "checks": [_check_json(check, draft) for check in read.checks],
        "bodies": [_body_json(body, draft) for body in read.bodies],
        "gaps": [{"says": gap.says, **_place(gap.stretch, draft)} for gap in read.gaps],
        "homes": [_home_json(chosen, draft) for chosen in read.homes],
    }


def _gaps(draft: Draft) -> Iterator[Gap]:
    for body in draft.fact(bodies_of):
        for need in body.lacks:
            yield Gap(f"the {body.name} has no {need.removeprefix('a ')}", body.stretch)
    if duty := draft.fact(reports_without_cycle):
        yield Gap("parties must report, but nothing says when or how often", duty)
    for procedure in draft.fact(optional_procedures):
        number = " or ".join(map(str, procedure.declarations.numbers)) or "a number of"
        yield Gap(f"a procedure waits for {number} declarations", procedure.stretch)
    complaints = draft.fact(complaints_of)
    if complaints:
        for lack in complaints.lacks:
            yield Gap(f"persons may complain, but nothing says {lack}", complaints.stretch)
    if power := draft.fact(inquiry_without_conduct):
        yield Gap("a body may inquire, but nothing says how", power)


def _check_json(read: CheckRead, draft: Draft) -> dict[str, Any]:
    return {
        "id": read.check.id,
        "title": read.check.title,
        "asks": read.check.asks,
        "presence": read.presence.value,
        "elements": [
            {"needed": one.element.needed, **_found_json(one, draft)} for one in read.elements
        ],
    }


def _body_json(body: Body, draft: Draft) -> dict[str, Any]:
    return {
        "name": body.name,
        "kind": body.kind.value,
        **_place(body.stretch, draft),
        "lacks": [need.value for need in body.lacks],
    }


def _home_json(chosen: Chosen, draft: Draft) -> dict[str, Any]:
    return {
        "home": chosen.choice.home,
        **_place(chosen.stretch, draft),
        "clauses": [_found_json(one, draft) for one in chosen.clauses],
    }


def _found_json(found: Found, draft: Draft) -> dict[str, Any]:
    place = _place(found.stretch, draft) if found.stretch else {"address": None, "citation": None}
    return {"title": found.element.title, "found": found.stretch is not None, **place}


def _place(stretch: Stretch, draft: Draft) -> dict[str, Any]:
    places = draft.places
    return {"address": places.address(stretch.node), "citation": places.citation(stretch.node)}
