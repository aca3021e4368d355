"""The catalogue of rights as pages: the list, and the sheet of one right."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from convention_tool.catalogue.rights import (
    NEW,
    PARTS,
    RightKind,
    Strength,
    holders,
    instruments,
)
from convention_tool.document import (
    Badge,
    Block,
    Content,
    Document,
    Facts,
    Heading,
    Listing,
    Prose,
    Row,
    Strong,
    Table,
    Tone,
    Words,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from convention_tool.catalogue.rights import Element, Equivalent, Right

#: What a provision is, in the words of a sheet.
KINDS = {
    RightKind.SCOPE: "scope: it says who and what is meant",
    RightKind.RIGHT: "a right",
    RightKind.OBLIGATION: "an obligation of States",
    RightKind.INSTITUTIONAL: "a rule on the committee and its procedures",
    RightKind.GENERAL: "a general rule: it says how the rest is read",
    RightKind.FINAL: "a final clause",
}

#: How an element that is not firm is marked.
_STRENGTHS = {
    Strength.ENDEAVOUR: "States try",
    Strength.CONSIDER: "States consider it",
    Strength.MAY: "States may",
}

_OURS = (
    "The 1990 convention has no such provision. The entry is ours: a proposal for a modern draft, "
    "taken from the treaties named below and from what they leave open."
)


def name(right: Right) -> str:
    """What to call a right: "Article 18: Equality before courts; fair trial"."""
    return right.title if right.part == NEW else f"Article {right.article}: {right.title}"


def held_by(right: Right) -> str:
    """Who holds a right, or whom a provision concerns, in words."""
    titles = {holder.id: holder.title for holder in holders()}
    return "; ".join(titles[holder] for holder in right.holders)


def listing(rights: Sequence[Right], title: str, introduction: str) -> Document:
    """Rights by Part: number, title, who holds them."""
    return Document(title=title, blocks=(Prose(words(introduction)), *_parts(rights)))


def sheet(right: Right, others: Sequence[Right] = ()) -> Document:
    """All that the catalogue has on one right; `others` are named at its end."""
    return Document(
        title=name(right),
        subtitle=(PARTS[right.part],),
        blocks=(
            *([Prose(words(_OURS))] if right.part == NEW else []),
            Prose(words(right.digest)),
            Facts(tuple(_facts(right))),
            *_list("Elements", map(_element, right.elements)),
            *_list("Limitations", map(words, right.limitations)),
            *_equivalents(right),
            *_list("What a modern text adds", map(words, right.modern)),
            *_list("See also", (words(name(other)) for other in others)),
        ),
    )


def flat_list(rights: Iterable[Right]) -> Table:
    """Rights as a table for a spreadsheet, one a row."""
    return Table(
        caption="Rights",
        header=_header("Article", "Part", "Kind", "Title", "Who", "Digest"),
        rows=tuple(
            _plain_row(
                right.article, right.part, right.kind, right.title, held_by(right), right.digest
            )
            for right in rights
        ),
    )


def flat_sheet(right: Right) -> Table:
    """A right as a table for a spreadsheet, one element a row."""
    return Table(
        caption=name(right),
        header=_header("Article", "Part", "Kind", "Title", "Who", "Element", "Text", "Strength"),
        rows=tuple(
            _plain_row(
                right.article,
                right.part,
                right.kind,
                right.title,
                held_by(right),
                element.id,
                element.text,
                element.strength,
            )
            for element in right.elements
        ),
    )


def _parts(rights: Sequence[Right]) -> Iterator[Block]:
    for part, group in groupby(rights, lambda right: right.part):
        rows = tuple(_row(right) for right in group)
        yield Heading(2, words(PARTS[part]), f"part-{part.lower()}")
        yield Table(
            caption=_counted(len(rows), "right" if part == NEW else "article"),
            header=_header("Name" if part == NEW else "Article", "Right", "Who"),
            rows=rows,
        )


def _row(right: Right) -> Row:
    brief = {holder.id: holder.brief for holder in holders()}
    who = ", ".join(brief[holder] for holder in right.holders)
    return Row(
        ((Strong(words(right.article)),), words(right.title), words(who)),
        anchor=f"right-{right.article}",
    )


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _facts(right: Right) -> Iterator[tuple[str, Content]]:
    whose = "Who holds it" if right.kind is RightKind.RIGHT else "Whom it concerns"
    yield "What it is", words(KINDS[right.kind])
    yield whose, words(held_by(right))
    if right.absolute:
        core = "in its core: " if right.limitations else ""
        yield "Absolute", words(f"{core}human rights law lets no State limit or suspend it")
    yield "Name in this tool", words(right.id)


def _list(title: str, items: Iterable[Content]) -> Iterator[Block]:
    """A headed list, or nothing where there is nothing to list."""
    if found := tuple(items):
        yield Heading(2, words(title), title.lower().replace(" ", "-"))
        yield Listing(found)


def _element(element: Element) -> Content:
    text = words(element.text)
    if element.strength is Strength.FIRM:
        return text
    return (*text, Words(" "), Badge(f"({_STRENGTHS[element.strength]})", Tone.MIXED))


def _equivalents(right: Right) -> Iterator[Block]:
    yield Heading(2, words("In other treaties"), "in-other-treaties")
    if not right.equivalents:
        yield Prose(words("No treaty that we know of has an equivalent."))
        return
    treaties = {treaty.id: treaty.short for treaty in instruments()}
    yield Table(
        caption="Equivalents; similar is not the same",
        header=_header("Treaty", "Articles", "Extent", "What differs"),
        rows=tuple(_equivalent(one, treaties[one.instrument]) for one in right.equivalents),
    )


def _equivalent(equivalent: Equivalent, treaty: str) -> Row:
    extent = Badge(*(("in part", Tone.MIXED) if equivalent.partial else ("whole", Tone.GOOD)))
    return Row(
        (
            words(treaty),
            words("; ".join(equivalent.articles)),
            (extent,),
            words(equivalent.note),
        )
    )


def _header(*names: str) -> tuple[Content, ...]:
    return tuple(map(words, names))


def _plain_row(*cells: str) -> Row:
    return Row(tuple(map(words, cells)))
