"""Old articles beside new ones, as a table: the form in which drafters report what they did."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convention_tool.analysis.diff.natures import Nature
from convention_tool.analysis.diff.records import Kind
from convention_tool.analysis.diff.redline import Op
from convention_tool.analysis.diff.units import Level, Slot
from convention_tool.document import (
    Break,
    Content,
    Deleted,
    Document,
    Inline,
    Inserted,
    Prose,
    Row,
    Table,
    Words,
    words,
)
from convention_tool.tree.address import citation_case
from convention_tool.views.diff_report import titles
from convention_tool.views.diff_words import kinds_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from convention_tool.analysis.concordance import Concordance
    from convention_tool.analysis.diff import Change, Diff
    from convention_tool.analysis.diff.redline import Edit

#: The rows of the table: articles, and what stands for itself outside them.
_ROWS = frozenset({Level.PREAMBLE, Level.ARTICLE, Level.ANNEX})

#: So many changes of an article are quoted, and so many letters of each.
_MOST_CHANGES = 6
_LONGEST = 160


def view(shown: Table, diff: Diff) -> Document:
    """The table as a page."""
    old, new = titles(diff)
    nothing = Prose(words("No article of these texts is to be shown."))
    return Document(
        title=f"Correlation table: {old} → {new}", blocks=(shown if shown.rows else nothing,)
    )


def table(changes: Sequence[Change], diff: Diff, answers: Mapping[str, str] | None = None) -> Table:
    """Each article of either text in a row, in the order of the new one.

    Args:
        changes: those that are to be shown.
        diff: the two texts compared.
        answers: for each address of the new text, and for each of the old that is gone, the
            articles of 1990 that it answers; None leaves the column out.
    """
    header = ["Old article", "New article", "Kind", "What changed"]
    if answers is not None:
        header.append("1990 convention")
    return Table(
        caption="Old articles and new",
        header=tuple(map(words, header)),
        rows=tuple(_row(change, diff, answers) for change in changes if _is_row(change)),
        landscape=True,
    )


def answered(record: Concordance) -> Mapping[str, str]:
    """The articles of 1990 that each article of a text answers, by its address."""
    found: dict[str, list[str]] = {}
    for answer in record.answers:
        for one in answer.counterparts:
            found.setdefault(one.address, []).append(answer.right.article)
    return {address: ", ".join(articles) for address, articles in found.items()}


def _is_row(change: Change) -> bool:
    return change.unit.level in _ROWS


def _row(change: Change, diff: Diff, answers: Mapping[str, str] | None) -> Row:
    cells = [
        words(_named(change.old.citation) if change.old else ""),
        words(_named(change.new.citation) if change.new else ""),
        words(kinds_in_words(change)),
        _what(change, diff),
    ]
    if answers is not None:
        cells.append(words(answers.get(change.unit.address, "")))
    return Row(tuple(cells))


def _named(citation: str) -> str:
    return (
        citation_case(citation.removeprefix("article "))
        if citation.startswith("article ")
        else citation_case(citation)
    )


def _what(change: Change, diff: Diff) -> Content:
    """What changed in an article, in a few words of each text."""
    if change.kinds == (Kind.UNCHANGED,) or not (change.old and change.new):
        return ()
    inner = (
        diff.by_new[unit.place]
        for unit in (change.new, *diff.new.under(change.new))
        if unit.place in diff.by_new
    )
    pieces: list[Content] = []
    for one in inner:
        if one is not change and Kind.INSERTED in one.kinds:
            pieces.append(_with_place(one, change, (Inserted(_cut(one.unit.body)),)))
            continue
        for slot in (Slot.HEADING, Slot.TEXT, Slot.CLOSING):
            pieces += [_with_place(one, change, said) for said in _quoted(one.words(slot))]
    pieces += [
        _with_place(one, change, (Deleted(_cut(one.unit.body)),))
        for one in diff.changes
        if one.new is None and one.old and change.old.place < one.old.place < change.old.end
    ]
    return tuple(_listed(pieces))


def _listed(pieces: Sequence[Content]) -> Iterator[Inline]:
    for place, piece in enumerate(pieces[:_MOST_CHANGES]):
        if place:
            yield Break()
        yield from piece
    if len(pieces) > _MOST_CHANGES:
        yield Break()
        yield Words(f"and {len(pieces) - _MOST_CHANGES} more changes")


def _with_place(one: Change, article: Change, said: Content) -> Content:
    pinpoint = _pinpoint(one)
    return (Words(f"{pinpoint}: "), *said) if pinpoint and one is not article else said


def _pinpoint(change: Change) -> str:
    """A provision within its article: "(2) (b)"."""
    citation = change.unit.citation
    inner = citation.partition(", ")[2] if citation.startswith("article ") else citation
    return inner.removeprefix("paragraph ")


def _quoted(edits: Sequence[Edit]) -> Iterator[Content]:
    """Each change of a wording with a few words around it."""
    place = 0
    while place < len(edits):
        if edits[place].op is Op.EQUAL:
            place += 1
            continue
        start = place
        while place < len(edits) and edits[place].op is not Op.EQUAL:
            place += 1
        if all(edit.nature is Nature.SPACING for edit in edits[start:place]):
            continue
        before = _LAST_WORDS.search(edits[start - 1].text[-_LONGEST:]) if start else None
        after = _FIRST_WORDS.match(edits[place].text) if place < len(edits) else None
        yield (
            *([Words(f"… {before[0]}")] if before and before[0] else []),
            *(_inline(edit) for edit in edits[start:place]),
            *([Words(f"{after[0]} …")] if after and after[0] else []),
        )


_LAST_WORDS = re.compile(r"(?:\S{1,60}\s+){0,2}\S{0,60}\s*$")
_FIRST_WORDS = re.compile(r"\s*\S{0,60}(?:\s+\S{1,60}){0,2}")


def _inline(edit: Edit) -> Inline:
    text = _cut(edit.text)
    return Deleted(text) if edit.op is Op.DELETE else Inserted(text)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"
