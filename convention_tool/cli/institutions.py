"""`convention-tool institutions`: the bodies that deal with migration, and homes for a convention."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import click

from convention_tool.analysis.similarity import closest
from convention_tool.catalogue.institutions import candidate_homes, institutions
from convention_tool.cli.group import Stopped
from convention_tool.cli.publish import Report, publish, to_option
from convention_tool.cli.results import output_option
from convention_tool.views.institutions import homes_table, listing, sheet, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convention_tool.catalogue.institutions import CandidateHome, Institution


@click.command("institutions")
@click.argument("wanted", nargs=-1, metavar="[NAME]")
@to_option
@output_option
def command(wanted: tuple[str, ...], to: str, output: str | None) -> None:
    """Show which bodies deal with migration, or one of them.

    The map of the call for a new convention: mandate, standards, monitoring, operations, finance,
    secretariat, advocacy, and the weakness of each body as that call states it; what the law and
    later history add, dated; and the homes that a new convention could have.

    \b
    Examples:
      convention-tool institutions
      convention-tool institutions IOM
      convention-tool institutions --to html -o map.html
    """
    query = " ".join(" ".join(wanted).split())
    publish(_sheet(_named(query)) if query else _map(), to, output, "")


def data(bodies: Sequence[Institution], homes: Sequence[CandidateHome] = ()) -> dict[str, Any]:
    """Some bodies and homes, as docs/schemas/institutions.json describes them."""
    return {
        "institutions": [_body_json(body) for body in bodies],
        "homes": [_home_json(home) for home in homes],
    }


def _map() -> Report:
    bodies, homes = institutions(), candidate_homes()
    sheets = (homes_table(homes),)
    return Report(listing(bodies), data(bodies, homes), None, table(bodies), sheets)


def _sheet(body: Institution) -> Report:
    return Report(sheet(body), data((body,)), None, table((body,)))


def _named(query: str) -> Institution:
    """The body of a name: its short name, its id, or words of its title."""
    wanted = query.casefold()
    for body in institutions():
        if wanted in {body.id, body.short.casefold(), body.title.casefold()}:
            return body
    opening = re.compile(rf"\b{re.escape(wanted)}")
    found = [body for body in institutions() if opening.search(body.title.casefold())]
    if len(found) == 1:
        return found[0]
    known = {body.short.casefold(): body.short for body in institutions()}
    meant = closest(wanted, known, most=1)
    listed = ", ".join(body.short for body in found or institutions())
    hint = f'did you mean "{known[meant[0]]}"?' if meant else f"choose among {listed}"
    raise Stopped(f'there is no one institution "{query}"; {hint}')


def _body_json(body: Institution) -> dict[str, Any]:
    return {
        "id": body.id,
        "short": body.short,
        "title": body.title,
        "mandate": body.mandate,
        "omitted": body.omitted,
        "weakness": body.weakness,
        "attributes": {
            key: {"has": one.has.value, "words": one.words} for key, one in body.attributes.items()
        },
        "later": [
            {"date": one.date, "text": one.text, "source": one.source.value} for one in body.later
        ],
    }


def _home_json(home: CandidateHome) -> dict[str, Any]:
    return {
        "id": home.id,
        "title": home.title,
        "named": home.named,
        "for": list(home.pros),
        "against": list(home.cons),
        "forces": list(home.forces),
    }
