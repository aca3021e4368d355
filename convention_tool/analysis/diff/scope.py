"""Whether anything changed outside the provisions that were to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convention_tool.analysis.citations import mentions
from convention_tool.analysis.diff.units import Level
from convention_tool.analysis.numbering import canonical

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convention_tool.analysis.citations import Pointer
    from convention_tool.analysis.diff.records import Change, Diff
    from convention_tool.analysis.diff.units import Text, Unit


class UnknownScopeError(ValueError):
    """Words that name no provision of either text."""


def outside(diff: Diff, named: str) -> tuple[Change, ...]:
    """The changes of provisions other than those named, without those inside one that is told.

    A provision is named by its number in either text: "articles 12 to 18", "article 44, paragraph
    1", "the preamble".

    Raises:
        UnknownScopeError: the words name nothing that is in one of the texts.
    """
    old, new = (_named(text, named) for text in (diff.old, diff.new))
    if not old and not new:
        raise UnknownScopeError(named)
    strays = [change for change in diff.changed if not _is_named(change, old, new)]
    olds = {change.old.place for change in strays if change.old}
    news = {change.new.place for change in strays if change.new}
    return tuple(
        change
        for change in strays
        if not (change.old and change.old.parent in olds)
        and not (change.new and change.new.parent in news)
    )


def _is_named(change: Change, old: frozenset[int], new: frozenset[int]) -> bool:
    return bool(change.old and change.old.place in old) or bool(
        change.new and change.new.place in new
    )


def _named(text: Text, named: str) -> frozenset[int]:
    """The places of the units that some words name, with all that is under them."""
    found: set[int] = set()
    for mention in mentions(named, text.instrument.language):
        for pointer in mention.pointers:
            found.update(
                place for unit in _units(text, pointer) for place in range(unit.place, unit.end)
            )
        for one in mention.ranges:
            found.update(_within(text, one.first, one.last))
    plain = named.casefold()
    for unit in text.units:
        if unit.level in _BY_NAME and unit.level.value in plain:
            found.update(range(unit.place, unit.end))
    return frozenset(found)


_BY_NAME = frozenset({Level.PREAMBLE, Level.CONCLUSIONS})


def _units(text: Text, pointer: Pointer) -> Sequence[Unit]:
    number = canonical(pointer.article)
    articles = [one for one in text.of_level(Level.ARTICLE) if canonical(one.number) == number]
    if not pointer.paragraph:
        return articles
    wanted = canonical(pointer.paragraph)
    return [
        child
        for article in articles
        for child in text.children[article.place]
        if canonical(child.number) == wanted
    ]


def _within(text: Text, first: str, last: str) -> Sequence[int]:
    """The places of the articles between two, with all that is under them."""
    ends = {canonical(first), canonical(last)}
    articles = text.of_level(Level.ARTICLE)
    at = [place for place, one in enumerate(articles) if canonical(one.number) in ends]
    if len(at) < len(ends):
        return ()
    return range(articles[at[0]].place, articles[at[-1]].end)
