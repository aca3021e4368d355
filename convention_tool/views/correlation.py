"""A draft beside other instruments, right by right, as a page."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from convention_tool.analysis.strength import Status
from convention_tool.catalogue.rights import NEW, PARTS
from convention_tool.document import (
    Badge,
    Block,
    Break,
    Content,
    Document,
    Facts,
    Heading,
    Inline,
    Link,
    Prose,
    Row,
    Strong,
    Table,
    Words,
    words,
)
from convention_tool.tree.address import citation_case
from convention_tool.views.concordance import language_caution
from convention_tool.views.rights_words import TONES, name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from convention_tool.analysis.correlation import Correlation, Measured
    from convention_tool.analysis.correlation import Row as Right
    from convention_tool.analysis.counterparts import Counterpart

    Keep = Callable[[Right], bool]

#: The provisions that a cell names.
_SHOWN = 4


def view(correlation: Correlation, keep: Keep) -> Document:
    """The page: how the draft stands against each of the others, then the table by Part."""
    rows = [row for row in correlation.rows if keep(row)]
    return Document(
        title=f"{correlation.title} beside {' and '.join(correlation.others)}",
        blocks=(
            Prose(
                words(
                    "Through the rights of 1990 and those that the convention lacks: where each "
                    "text gives a right, and how that of the draft stands against the other's."
                )
            ),
            Facts(tuple(_counts(correlation))),
            *_cautions(correlation),
            *_tables(rows, correlation),
        ),
    )


def table(correlation: Correlation, keep: Keep) -> Table:
    """Every right in a row, for spreadsheets."""
    header = ["Right", "Title", "Part", correlation.title]
    for other in correlation.others:
        header += [other, f"The draft against {other}", "Why"]
    return Table(
        caption="Correlation",
        header=tuple(map(words, header)),
        rows=tuple(Row(tuple(_flat(row))) for row in correlation.rows if keep(row)),
    )


def _flat(row: Right) -> Iterator[Content]:
    yield words(row.right.article)
    yield words(row.right.title)
    yield words(row.right.part)
    yield words("; ".join(one.citation for one in row.draft.counterparts))
    for other in row.others:
        yield words("; ".join(one.citation for one in other.answer.counterparts))
        yield words(str(other.verdict.status) if other.verdict else "")
        yield words(other.reason)


def _cautions(correlation: Correlation) -> Iterator[Block]:
    for language in correlation.not_understood:
        yield Prose((Strong(words(language_caution(language))),))


def _counts(correlation: Correlation) -> Iterator[tuple[str, Content]]:
    for place, other in enumerate(correlation.others):
        verdicts = [row.others[place].verdict for row in correlation.rows]
        counts = Counter(verdict.status for verdict in verdicts if verdict)
        said = ", ".join(f"{counts[status]} {status}" for status in Status if counts[status])
        yield f"Against {other}", words(said or "no right in common")


def _tables(rows: list[Right], correlation: Correlation) -> Iterator[Block]:
    header = ("Right", correlation.title, *correlation.others)
    for part, group in groupby(rows, lambda row: row.right.part):
        yield Heading(2, words(PARTS[part]), f"correlation-{part.lower()}")
        yield Table(
            caption=f"Where each gives {PARTS[part].partition(':')[0]} of 1990"
            if part != NEW
            else "Where each gives what 1990 lacks",
            header=tuple(map(words, header)),
            rows=tuple(_row(row) for row in group),
        )


def _row(row: Right) -> Row:
    others = tuple(_other(other) for other in row.others)
    mine = _cited(row.draft.counterparts, link=True)
    return Row(((Strong(words(name_of(row.right))),), mine, *others))


def _other(other: Measured) -> Content:
    cited = _cited(other.answer.counterparts, link=False)
    if other.verdict is None:
        return cited
    status = Badge(f"draft {other.verdict.status}", TONES[other.verdict.status])
    return (*cited, Break(), status, Words(f" {other.reason}"))


def _cited(counterparts: tuple[Counterpart, ...], *, link: bool) -> Content:
    """The provisions that give a right; only the draft stands on the page to link to."""
    if not counterparts:
        return words("nothing found")
    shown: list[Inline] = []
    for one in counterparts[:_SHOWN]:
        if shown:
            shown.append(Words("; "))
        cited = words(citation_case(one.citation) if not shown else one.citation)
        shown += [Link(f"#{one.address}", cited)] if link else cited
    if len(counterparts) > _SHOWN:
        shown.append(Words(f"; and {len(counterparts) - _SHOWN} more"))
    return tuple(shown)
