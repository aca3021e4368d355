"""Several instruments side by side, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convention_tool.document import Break, Content, Document, Row, Strong, Table, Words, words
from convention_tool.tree.address import citation_case
from convention_tool.tree.nodes import Article
from convention_tool.tree.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convention_tool.analysis.diff.synopsis import Synopsis
    from convention_tool.analysis.diff.units import Unit
    from convention_tool.document import Inline

#: What a cell says where an instrument has nothing.
_NOTHING = "—"


def view(synopsis: Synopsis, titles: Sequence[str], *, longest: int | None = None) -> Document:
    """The table as a page.

    Args:
        synopsis: the articles, row by row.
        titles: what each instrument is called; no two alike.
        longest: how many letters of an article are shown; all of them if None.
    """
    return Document(
        title=f"Synoptic table: {' · '.join(titles)}",
        blocks=(table(synopsis, titles, longest=longest),),
    )


def table(synopsis: Synopsis, titles: Sequence[str], *, longest: int | None = None) -> Table:
    """A row for each subject, a column for each instrument."""
    return Table(
        caption="Articles on the same subject",
        header=tuple(map(words, ("Subject", *titles))),
        rows=tuple(
            Row((words(_subject(row)), *(_cell(unit, longest) for unit in row)))
            for row in synopsis.rows
        ),
        landscape=True,
    )


def _subject(row: tuple[Unit | None, ...]) -> str:
    """What a row is about: the first heading, or the numbers of the articles where none has one."""
    units = [unit for unit in row if unit]
    named = (unit.heading for unit in units if unit.heading)
    return next(named, " / ".join(dict.fromkeys(citation_case(unit.citation) for unit in units)))


def _cell(unit: Unit | None, longest: int | None) -> Content:
    if unit is None:
        return words(_NOTHING)
    named = citation_case(unit.citation) + (f" – {unit.heading}" if unit.heading else "")
    return (Strong(words(named)), *_text(unit, longest))


def _text(unit: Unit, longest: int | None) -> Iterator[Inline]:
    """The words of an article, a line for each paragraph and item."""
    assert isinstance(unit.node, Article)
    shown = [wording(child, numbers=True) for child in unit.node.paragraphs]
    for text in shown:
        yield Break()
        if longest is not None and len(text) > longest:
            yield Words(f"{text[:longest].rsplit(' ', 1)[0]} …")
            return
        yield Words(text)
