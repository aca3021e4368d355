"""A printed list of contents gets the new numbers of the articles that it lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.numbering import canonical
from convention_tool.authoring.places import Letters, covered
from convention_tool.catalogue.vocabulary import vocabulary
from convention_tool.diagnostics import Edit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convention_tool.source import Source
    from convention_tool.tree.nodes import Article, Instrument


class ListedAnew(NamedTuple):
    """The lines of a list of contents after a renumbering."""

    lines: tuple[str, ...]
    #: What changes in the source.
    edits: tuple[Edit, ...]


def listed_anew(
    source: Source, instrument: Instrument, numbers: Mapping[int, str]
) -> ListedAnew | None:
    """The list of contents with the new numbers; None where there is none, or it is not found.

    Args:
        source: in which it stands.
        instrument: read from it.
        numbers: the new numbers of articles, by identity.
    """
    contents = instrument.contents
    if contents is None or contents.span is None:
        return None
    entry = re.compile(
        rf"(?:{'|'.join(map(re.escape, vocabulary(instrument.language).article))})\s"
        r"(?P<number>[\w°º]+(?:\s(?:bis|ter|quater|[A-Z])\b)?)",
        re.IGNORECASE,
    )
    letters, reached = Letters(source, instrument), contents.span.start
    waiting = list(instrument.articles)
    lines: list[str] = []
    edits: list[Edit] = []
    for line in contents.lines:
        places = letters.places(line, reached)
        if places is None:
            return None
        reached = max(places) + 1
        match = entry.match(line)
        article = _taken(waiting, match["number"]) if match else None
        number = numbers.get(id(article)) if article else None
        if match and number:
            edits.append(Edit(covered(places, *match.span("number")), number))
            lines.append(f"{line[: match.start('number')]}{number}{line[match.end('number') :]}")
        else:
            lines.append(line)
    return ListedAnew(tuple(lines), tuple(edits))


def _taken(waiting: list[Article], number: str) -> Article | None:
    """The next article of a number; those before it are listed no more."""
    wanted = canonical(number)
    for at, article in enumerate(waiting):
        if canonical(article.number) == wanted:
            del waiting[: at + 1]
            return article
    return None
