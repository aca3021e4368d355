"""What a careful editor would remark on, as a page: each remark in its place, then what it means."""

from __future__ import annotations

import re
from collections import Counter, deque
from inspect import cleandoc
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.diagnostics import Severity
from convention_tool.document import (
    Badge,
    Block,
    Break,
    Content,
    Document,
    Heading,
    Link,
    Prose,
    Row,
    Strong,
    Table,
    Tone,
    words,
)
from convention_tool.tree.address import Places, citation_case
from convention_tool.views.instrument import title_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from convention_tool.diagnostics import Diagnostic
    from convention_tool.source import Source, Span
    from convention_tool.tree.nodes import Instrument, Node

_TONES = {Severity.ERROR: Tone.BAD, Severity.WARNING: Tone.MIXED, Severity.NOTE: Tone.QUIET}

#: Said of a draft that has none.
NO_REMARK = "The draft reads without a remark."


class Linted(NamedTuple):
    """A draft, and what was remarked on in it."""

    source: Source
    instrument: Instrument
    #: In the order of the text.
    remarks: tuple[Diagnostic, ...]


def view(drafts: Sequence[Linted], meanings: Mapping[str, str]) -> Document:
    """The page.

    Args:
        drafts: one draft, or several.
        meanings: what each remark means, by its code: a paragraph, an empty line, and so on.
    """
    titles = [title_of(draft.instrument) for draft in drafts]
    title = titles[0] if len(titles) == 1 else f"{len(titles)} drafts"
    return Document(f"Remarks on {title}", tuple(_blocks(drafts, titles, meanings)))


def table(drafts: Sequence[Linted]) -> Table:
    """Every remark in a row with its file and line, for spreadsheets."""
    header = ("File", "Line", "Column", "Kind", "Code", "Provision", "Remark")
    return Table(
        caption="Remarks",
        header=tuple(map(words, header)),
        rows=tuple(row for draft in drafts for row in _flat(draft)),
        row_headers=False,
    )


def remarks(draft: Linted) -> Block:
    """The remarks on a draft as a table, or the sentence that there is none."""
    if not draft.remarks:
        return Prose(words(NO_REMARK))
    return Table(
        caption="Remarks, in the order of the text",
        header=tuple(map(words, ("Line", "Kind", "Provision", "Remark"))),
        rows=tuple(
            Row(
                (
                    words(str(draft.source.position(found.span.start).line)),
                    (Badge(found.severity, _TONES[found.severity]),),
                    where,
                    words(found.message),
                )
            )
            for found, where in zip(draft.remarks, _where(draft), strict=True)
        ),
        row_headers=False,
    )


def _blocks(
    drafts: Sequence[Linted], titles: Sequence[str], meanings: Mapping[str, str]
) -> Iterator[Block]:
    for draft, title in zip(drafts, titles, strict=True):
        if len(drafts) > 1:
            yield Heading(2, words(title))
        if draft.remarks:
            yield Prose(words(_counted(draft.remarks)))
        yield remarks(draft)
    codes = sorted({found.code for draft in drafts for found in draft.remarks} & set(meanings))
    if codes:
        yield Heading(2, words("What the remarks mean"), "meanings")
    for code in codes:
        yield Heading(3, words(code))
        yield from _meaning(meanings[code])


def _counted(found: Sequence[Diagnostic]) -> str:
    counts = Counter(one.severity for one in found)
    said = (
        f"{counts[one]} {one}{'' if counts[one] == 1 else 's'}" for one in Severity if counts[one]
    )
    return f"{citation_case(', '.join(said))}."


def _meaning(page: str) -> Iterator[Block]:
    """A remark's page: its paragraphs, and its examples set apart under what they are."""
    for part in re.split(r"\n\s*\n", cleandoc(page)):
        name, _, rest = part.partition("\n")
        if rest and rest.startswith("    "):
            lines = [line.strip() for line in rest.split("\n")]
            yield Prose((Strong(words(name)),))
            yield Prose(_lines(lines), level=1)
        else:
            yield Prose(words(" ".join(part.split())))


def _lines(lines: Sequence[str]) -> Content:
    content: Content = ()
    for line in lines:
        content = (*content, *((Break(),) if content else ()), *words(line))
    return content


def _flat(draft: Linted) -> Iterator[Row]:
    for found, where in zip(draft.remarks, _where(draft), strict=True):
        line, column = draft.source.position(found.span.start)
        said = (draft.source.name, str(line), str(column), found.severity, found.code)
        yield Row((*map(words, said), where, words(found.message)))


def _where(draft: Linted) -> Iterator[Content]:
    """For each remark, a link to the innermost provision that holds it."""
    places = Places(draft.instrument)
    nodes = [(node.span, node) for node in places.by_address.values() if node.span]
    coming = deque(sorted(nodes, key=lambda stands: (stands[0].start, -stands[0].end)))
    holding: list[tuple[Span, Node]] = []
    for found in draft.remarks:
        while coming and coming[0][0].start <= found.span.start:
            holding.append(coming.popleft())
        while holding and holding[-1][0].end <= found.span.start:
            holding.pop()
        if holding:
            _, node = holding[-1]
            yield (Link(f"#{places.address(node)}", words(places.citation(node))),)
        else:
            yield ()
