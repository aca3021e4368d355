"""Gaps that the authors of a draft mean: "% intended gap: 52, 53 - students" above a provision.

Such a line says that some groups are to be without some rights, and the commentary on the provision
says why. It changes no cell that a group has; a gap that is not meant remains a gap.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convention_tool.analysis.authors import lines
from convention_tool.analysis.coverage.records import Intention
from convention_tool.catalogue.groups import groups
from convention_tool.catalogue.rights import held_by_people
from convention_tool.tree.nodes import Article, NoteKind
from convention_tool.tree.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from convention_tool.tree.address import Places
    from convention_tool.tree.nodes import Instrument, Note, Provision

#: The line, without its "%": rights, a dash with spaces around it, groups.
_FORM = re.compile(
    r"%?\s*intended\s+gaps?\s*:\s*(?P<rights>[^\n]{0,400}?)\s+[-–—]\s+(?P<groups>[^\n]{0,600})\Z",
    re.IGNORECASE,
)

#: The word for every group.
_ALL = "all"


def intentions(instrument: Instrument, places: Places) -> tuple[Intention, ...]:
    """The gaps that the authors mean, in the order of the text."""
    return tuple(_intentions(instrument, places))


def meant(found: tuple[Intention, ...]) -> frozenset[tuple[str, str]]:
    """The cells that are meant to be gaps: right and group."""
    return frozenset(
        (right, group) for one in found for right in one.rights for group in one.groups
    )


def _intentions(instrument: Instrument, places: Places) -> Iterator[Intention]:
    found = lines(instrument, _FORM)
    articles = _articles(instrument) if found else {}
    known_rights = {right.article for right in held_by_people()}
    known_groups = [group.id for group in groups()]
    for aside, match, node in found:
        rights = [one.lower() for one in _listed(match["rights"])]
        named = [one.lower() for one in _listed(match["groups"])]
        if _ALL in named:
            named = known_groups
        unknown = [
            *(one for one in rights if one not in known_rights),
            *(one for one in named if one not in known_groups),
        ]
        yield Intention(
            rights=tuple(one for one in rights if one in known_rights),
            groups=tuple(one for one in named if one in known_groups),
            citation=places.citation(node) if node else "",
            address=places.address(node) if node else "",
            commentary=_commentary(node, articles.get(id(node))) if node else "",
            line=aside.text.strip().lstrip("% "),
            unknown=tuple(unknown),
        )


def _listed(words: str) -> list[str]:
    parts = (part.strip(" .") for part in re.split(r"[,;]|\band\b", words))
    return [part for part in parts if part]


def _articles(instrument: Instrument) -> Mapping[int, Article]:
    """The article of each provision, by identity."""
    return {id(inner): article for article in instrument.articles for inner in walk(article)}


def _commentary(node: Provision, article: Article | None) -> str:
    """The published commentary on a provision; on its article where it has none of its own."""
    return _said(node.notes) or (_of_article(article) if article else "")


def _of_article(article: Article) -> str:
    return _said(article.notes) or next(
        (said for one in reversed(article.paragraphs) if (said := _said(one.notes))), ""
    )


def _said(notes: tuple[Note, ...]) -> str:
    return "\n\n".join(note.text for note in notes if note.kind is NoteKind.COMMENTARY)
