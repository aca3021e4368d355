"""The home that drafts give themselves: twelve checks, what is begun and not finished, the choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from convention_tool.analysis.home.checks import Presence
from convention_tool.catalogue.institutions import candidate_homes
from convention_tool.document import (
    Badge,
    Block,
    Content,
    Document,
    Facts,
    Heading,
    Link,
    Listing,
    Prose,
    Row,
    Strong,
    Table,
    Tone,
    words,
)
from convention_tool.tree.address import citation_case
from convention_tool.views.concordance import language_caution

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convention_tool.analysis.draft import Draft, Stretch
    from convention_tool.analysis.home.checks import CheckRead, Chosen, Found
    from convention_tool.analysis.home.report import HomeRead

#: How far a draft has what a check asks for, in colour.
_TONES = {
    Presence.PRESENT: Tone.GOOD,
    Presence.PARTIAL: Tone.MIXED,
    Presence.ABSENT: Tone.BAD,
}

#: So many drafts fit beside each other on an upright page.
_PORTRAIT = 3

_INTRODUCTION = (
    "What a convention needs in order to have a home: a body, people, money, procedures and a voice. "
    "A check is present with all that it needs, partial with some of it. The words are looked for, "
    "not weighed: read each article before you rely on it."
)


class Housed(NamedTuple):
    """A draft with its home, under the name that its column bears."""

    name: str
    draft: Draft
    home: HomeRead


def view(drafts: Sequence[Housed]) -> Document:
    """The page: one draft, or several side by side."""
    title = f"A home for {drafts[0].name}" if len(drafts) == 1 else "A home for each draft"
    return Document(title=title, blocks=tuple(_blocks(drafts)))


def table(drafts: Sequence[Housed]) -> Table:
    """Every element of every check in a row, for spreadsheets."""
    header = ("Draft", "Check", "Title", "Check is", "Element", "Needed", "Found", "Provision")
    rows = (
        Row(tuple(map(words, _flat(housed, read, found))))
        for housed in drafts
        for read in housed.home.checks
        for found in read.elements
    )
    return Table("Home checks", tuple(map(words, header)), tuple(rows), row_headers=False)


def gaps_table(drafts: Sequence[Housed]) -> Table:
    """What each draft begins and does not finish, for spreadsheets."""
    header = ("Draft", "Gap", "Provision")
    rows = (
        Row((words(one.name), words(gap.says), words(_cited(gap.stretch, one.draft))))
        for one in drafts
        for gap in one.home.gaps
    )
    return Table("Gaps", tuple(map(words, header)), tuple(rows), row_headers=False)


def _blocks(drafts: Sequence[Housed]) -> Iterator[Block]:
    yield Prose(words(_INTRODUCTION))
    for housed in drafts:
        if not housed.home.understood:
            caution = language_caution(housed.draft.instrument.language)
            yield Prose((Strong(words(caution)),))
    if len(drafts) == 1:
        yield from _one(drafts[0])
    else:
        yield from _several(drafts)


def _one(housed: Housed) -> Iterator[Block]:
    yield Facts(tuple(_summary(housed)))
    yield Table(
        caption="The twelve checks",
        header=tuple(map(words, ("Check", "Answer", "Found", "Lacking"))),
        rows=tuple(_check_row(read, housed.draft) for read in housed.home.checks),
    )
    yield from _gaps(housed, 2)
    yield from _choices(housed, 2)


def _several(drafts: Sequence[Housed]) -> Iterator[Block]:
    first = next((one.home.checks for one in drafts if one.home.checks), ())
    yield Table(
        caption="The twelve checks",
        header=(words("Check"), *(words(one.name) for one in drafts)),
        rows=tuple(_compared_row(nth, read, drafts) for nth, read in enumerate(first)),
        landscape=len(drafts) > _PORTRAIT,
    )
    for housed in drafts:
        yield Heading(2, words(housed.name))
        yield from _gaps(housed, 3)
        yield from _choices(housed, 3)


def _summary(housed: Housed) -> Iterator[tuple[str, Content]]:
    checks = housed.home.checks
    for presence in Presence:
        count = sum(read.presence is presence for read in checks)
        yield presence.value.capitalize(), words(f"{count} of {len(checks)} checks")
    bodies = ", ".join(body.name for body in housed.home.bodies)
    yield "Bodies set up", words(bodies or "none")


def _check_row(read: CheckRead, draft: Draft) -> Row:
    lacking = ", ".join(_element(one) for one in read.elements if not one.stretch)
    return Row(
        (
            words(f"{read.check.id} {read.check.title}"),
            _badge(read),
            _found(read, draft),
            words(lacking),
        )
    )


def _compared_row(nth: int, first: CheckRead, drafts: Sequence[Housed]) -> Row:
    cells: list[Content] = []
    for housed in drafts:
        if not housed.home.checks:
            cells.append(words("not read"))
            continue
        read = housed.home.checks[nth]
        articles = _articles(read, housed.draft)
        cells.append((*_badge(read), *words(f" {articles}")) if articles else _badge(read))
    return Row((words(f"{first.check.id} {first.check.title}"), *cells))


def _badge(read: CheckRead) -> Content:
    return (Badge(read.presence.value, _TONES[read.presence]),)


def _found(read: CheckRead, draft: Draft) -> Content:
    """Each element with the provision that has it, as a link."""
    content: Content = ()
    for one in read.elements:
        if one.stretch:
            place = draft.places.citation(one.stretch.node)
            link = Link(f"#{draft.places.address(one.stretch.node)}", words(place))
            comma = words("; ") if content else ()
            content = (*content, *comma, *words(f"{one.element.title} ("), link, *words(")"))
    return content


def _element(found: Found) -> str:
    return found.element.title if found.element.needed else f"{found.element.title} (useful)"


def _articles(read: CheckRead, draft: Draft) -> str:
    found = (one.stretch.article for one in read.elements if one.stretch)
    held = {article.number: None for article in found if article}
    numbers = [number for number in _in_order(draft) if number in held]
    noun = "article" if len(numbers) == 1 else "articles"
    return f"{noun} {', '.join(numbers)}" if numbers else ""


def _in_order(draft: Draft) -> tuple[str, ...]:
    return tuple(article.number for article in draft.instrument.articles)


def _gaps(housed: Housed, level: int) -> Iterator[Block]:
    yield Heading(level, words("Begun and not finished"))
    if not housed.home.gaps:
        yield Prose(words("Nothing was found."))
        return
    yield Listing(
        tuple(
            words(f"{citation_case(_cited(gap.stretch, housed.draft))}: {gap.says}.")
            for gap in housed.home.gaps
        )
    )


def _choices(housed: Housed, level: int) -> Iterator[Block]:
    yield Heading(level, words("The home that it chooses"))
    if not housed.home.homes:
        yield Prose(words("The text chooses none of the candidate homes in words that are known."))
        return
    titles = {home.id: home for home in candidate_homes()}
    for chosen in housed.home.homes:
        place = _cited(chosen.stretch, housed.draft)
        yield Prose((Strong(words(titles[chosen.choice.home].title)), *words(f" ({place})")))
        yield Listing(tuple(_forced(chosen, housed.draft)))


def _forced(chosen: Chosen, draft: Draft) -> Iterator[Content]:
    for one in chosen.clauses:
        if one.stretch:
            yield words(f"{one.element.title}: {_cited(one.stretch, draft)}")
        else:
            yield (*words(f"{one.element.title}: "), Badge("not found", Tone.BAD))


def _cited(stretch: Stretch, draft: Draft) -> str:
    return draft.places.citation(stretch.node)


def _flat(housed: Housed, read: CheckRead, found: Found) -> tuple[str, ...]:
    place = citation_case(_cited(found.stretch, housed.draft)) if found.stretch else ""
    needed = "yes" if found.element.needed else "no"
    said = "yes" if found.stretch else "no"
    check = read.check
    return (
        *(housed.name, check.id, check.title, read.presence.value),
        *(found.element.title, needed, said, place),
    )
