"""`convention-tool rights`: the catalogue of rights, to read and to look things up in."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from convention_tool.analysis.similarity import nearest
from convention_tool.catalogue.rights import NEW, holders, instruments, new_rights, rights
from convention_tool.cli.group import Stopped
from convention_tool.cli.publish import Report, publish, to_option
from convention_tool.cli.results import output_option
from convention_tool.views.rights import flat_list, flat_sheet, listing, sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convention_tool.catalogue.rights import Right

#: "18", "article 18", "art. 45", "18(3)": a paragraph leads to its article.
_NUMBER = re.compile(r"(?:articles?|arts?\.?)?\s*(\d+)(?:\s*\(\w+\))*", re.IGNORECASE)

#: Where an answer is a single right, at most this many others are named beside it.
_NAMED = 8

#: Words that begin with as many letters alike are often of one family: "slaves", "slavery".
_BEGUN = 5

#: More suggestions than these are no help.
_SUGGESTED = 3

_EVERYTHING = (
    "The articles of the International Convention on the Protection of the Rights of All Migrant "
    "Workers and Members of Their Families (1990), in our own words, and then the rights that a "
    'modern draft needs and the convention lacks: those are ours. "All" are all migrant workers '
    "and members of their families. "
    '"convention-tool rights 18" shows the sheet of an article.'
)


@click.command("rights")
@click.argument("wanted", nargs=-1, metavar="[NUMBER|WORD]")
@to_option
@output_option
def command(wanted: tuple[str, ...], to: str, output: str | None) -> None:
    """List the rights of the 1990 convention, or show one.

    NUMBER is an article of the convention; WORD is the name of a right, or a word, or the
    beginning of one, that stands in its title, its digest or its elements. Without either, lists
    every article and then the rights that the convention lacks.

    \b
    Examples:
      convention-tool rights
      convention-tool rights 18
      convention-tool rights non-refoulement
      convention-tool rights detention --to html -o detention.html
    """
    query = " ".join(" ".join(wanted).split())
    publish(_report(query), to, output, "")


def data(shown: Sequence[Right]) -> dict[str, Any]:
    """The rights shown, with all that the catalogue has on each.

    `{"rights": [...]}`, each right with: `article` (its number, or its id where the 1990 convention
    lacks it), `id`, `part` ("I" to "IX", or "new"), `ours` (whether the entry is ours), `kind`,
    `title`, `digest`, `absolute`, `holders` (of each `id`, `title`, `description`), `elements` (of
    each `id`, `text`, `strength`), `limitations`, `equivalents` (of each `instrument`, `short`,
    `title`, `articles`, `partial`, `note`) and `modern`.
    """
    return {"rights": [_data(right) for right in shown]}


def _report(query: str) -> Report:
    if not query:
        return _list((*rights(), *new_rights()), "Rights of migrants", _EVERYTHING)
    if number := _NUMBER.fullmatch(query):
        return _sheet(_article(number[1]))
    named = _named(query)
    found = [right for right in _matches(query) if right is not named]
    if named:
        return _sheet(named, found[:_NAMED])
    if not found:
        raise Stopped(_nothing(query))
    if len(found) == 1:
        return _sheet(found[0])
    return _list(found, f"Rights with “{query}”", f"{len(found)} entries of the catalogue have it.")


def _sheet(right: Right, others: Sequence[Right] = ()) -> Report:
    return Report(sheet(right, others), data([right]), None, flat_sheet(right))


def _list(shown: Sequence[Right], title: str, introduction: str) -> Report:
    return Report(listing(shown, title, introduction), data(shown), None, flat_list(shown))


def _article(number: str) -> Right:
    articles = {right.article: right for right in rights()}
    plain = number.lstrip("0")
    if plain not in articles:
        last = rights()[-1].article
        raise Stopped(f"there is no article {number}: the 1990 convention has articles 1 to {last}")
    return articles[plain]


def _named(query: str) -> Right | None:
    """The right whose name in this tool the query is, with spaces for hyphens."""
    wanted = query.casefold().replace(" ", "-")
    return next((right for right in (*rights(), *new_rights()) if right.id == wanted), None)


def _matches(query: str) -> list[Right]:
    """The rights with the words of a query, the last of them perhaps only begun."""
    phrase = r"[\W_]+".join(map(re.escape, re.findall(r"\w+", query)))
    if not phrase:
        return []
    found = re.compile(rf"(?<!\w){phrase}", re.IGNORECASE)
    return [right for right in (*rights(), *new_rights()) if found.search(_text(right))]


def _text(right: Right) -> str:
    return "\n".join((right.id, right.title, right.digest, *(one.text for one in right.elements)))


def _nothing(query: str) -> str:
    """Why there is no answer, and what may have been meant."""
    entries = (*rights(), *new_rights())
    words = {word for right in entries for word in re.findall(r"\w+", _text(right).casefold())}
    names = {right.id for right in entries}
    near = _near(query.casefold(), words | names)
    hint = f"did you mean {near}?" if near else '"convention-tool rights" lists them all'
    return f'no right has "{query}" in its title, digest or elements; {hint}'


def _near(query: str, known: set[str]) -> str:
    """Words that a reader may have meant: one slip away, or begun alike."""
    if slip := nearest(query, known):
        return f'"{slip}"'
    alike = sorted(word for word in known if word.startswith(query[:_BEGUN]))
    return " or ".join(f'"{word}"' for word in alike[:_SUGGESTED]) if len(query) >= _BEGUN else ""


def _data(right: Right) -> dict[str, Any]:
    held = {holder.id: asdict(holder) for holder in holders()}
    treaties = {treaty.id: treaty for treaty in instruments()}
    return {
        "article": right.article,
        "id": right.id,
        "part": right.part,
        "ours": right.part == NEW,
        "kind": right.kind,
        "title": right.title,
        "digest": right.digest,
        "absolute": right.absolute,
        "holders": [held[id_] for id_ in right.holders],
        "elements": [asdict(element) for element in right.elements],
        "limitations": right.limitations,
        "equivalents": [
            {
                "instrument": one.instrument,
                "short": treaties[one.instrument].short,
                "title": treaties[one.instrument].title,
                "articles": one.articles,
                "partial": one.partial,
                "note": one.note,
            }
            for one in right.equivalents
        ],
        "modern": right.modern,
    }
