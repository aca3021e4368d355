"""A new draft, with its parts, a committee and final clauses in place.

Skeletons name each article by a word in braces, "Article {{scope}}", so that pieces that several
share can stand anywhere: the articles and parts are counted when a draft is made of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convention_tool.analysis.numbering import series
from convention_tool.catalogue.skeletons import piece, words
from convention_tool.errors import ConventionToolError
from convention_tool.readers import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A line that stands for a piece of its own.
_SHARED = re.compile(r"^\+ (?P<name>[a-z-]+)\n", re.MULTILINE)
_ARTICLE = re.compile(r"^(?:Article|Artículo) \{(?P<name>\w+)\}$", re.MULTILINE)
_PART = re.compile(r"^(?:PART|PARTIE|PARTE) \{(?P<name>\w+)\}$", re.MULTILINE)


class CannotStartError(ConventionToolError):
    """A title that would not be read as one."""


def start(kind: str, language: str, title: str = "") -> str:
    """The text of a new draft.

    Args:
        kind: one of `catalogue.skeletons.kinds()`.
        language: one of `catalogue.skeletons.languages()`.
        title: of the instrument; a title to be replaced if it is empty.

    Raises:
        CannotStartError: the title is none.
    """
    text = _SHARED.sub(lambda shared: piece(shared["name"], language), piece(kind, language))
    known = words(kind, language)
    said = " ".join(title.split()) or known["title"]
    made = text.format_map({**known, **dict(_numbers(text)), "title": said})
    instrument = parse(made, language=language).instrument
    if instrument.title != said or len(instrument.articles) != len(_ARTICLE.findall(text)):
        raise CannotStartError(f'"{said}" would not be read as a title; try other words')
    return made


def _numbers(text: str) -> Iterator[tuple[str, str]]:
    """The number of each article and part, by the word that stands for it."""
    for number, article in enumerate(_ARTICLE.finditer(text), start=1):
        yield article["name"], str(number)
    roman = series(("I",))
    assert roman
    for number, part in enumerate(_PART.finditer(text), start=1):
        yield part["name"], roman.printed(number)
