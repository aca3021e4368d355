"""The rules of an instrument as a page: who holds each, how firmly it binds, who must do what."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from convention_tool.analysis.concordance import understands
from convention_tool.catalogue.norms import norm_words
from convention_tool.document import (
    Block,
    Content,
    Document,
    Facts,
    Link,
    Prose,
    Row,
    Strong,
    Table,
    words,
)
from convention_tool.tree.address import citation_case

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convention_tool.analysis.norms import Said
    from convention_tool.analysis.placed_norms import PlacedNorm
    from convention_tool.analysis.spans import Quoted

#: What a reader must know where a draft is not in English.
_CAUTION = "The rules of a text are read in English only; of this text none can be listed."

#: What a cell says where the clause names nobody, or nothing.
NOT_SAID = "not said"


def view(norms: Sequence[PlacedNorm], title: str, language: str) -> Document:
    """The page: how many rules bind how, then all of them in the order of the text."""
    return Document(title=f"Rules of {title}", blocks=tuple(_blocks(norms, language)))


def table(norms: Sequence[PlacedNorm]) -> Table:
    """Every rule in a row with the kinds of its parts, for spreadsheets."""
    header = (
        *("Provision", "Holder", "Kind of holder", "Modality", "Kind of modality"),
        *("Duty bearer", "Kind of duty bearer", "Act", "Qualifiers", "Words of the text"),
    )
    return Table(
        caption="Rules",
        header=tuple(map(words, header)),
        rows=tuple(Row(tuple(map(words, _flat(one)))) for one in norms),
    )


def _blocks(norms: Sequence[PlacedNorm], language: str) -> Iterator[Block]:
    if not understands(language):
        yield Prose((Strong(words(_CAUTION)),))
        return
    yield Prose(words(_summary(norms)))
    if not norms:
        return
    yield Facts(tuple(_counts(norms)))
    header = ("Provision", "Holder", "Modality", "Duty bearer", "Act")
    yield Table(
        caption="Who holds it, how it binds, who must do what",
        header=tuple(map(words, header)),
        rows=tuple(Row(_cells(one)) for one in norms),
    )


def _summary(norms: Sequence[PlacedNorm]) -> str:
    if not norms:
        return "There is no such rule in the text."
    addressed = sum(one.norm.duty_bearer is not None for one in norms)
    count = "There is one rule" if len(norms) == 1 else f"There are {len(norms)} rules"
    return (
        f"{count}, in the words of the text; {addressed} of {len(norms)} with a duty bearer. The "
        "others give a right, or address nobody by name."
    )


def _counts(norms: Sequence[PlacedNorm]) -> Iterator[tuple[str, Content]]:
    """How many rules there are of each modality, the firmest first."""
    counts = Counter(one.norm.modality.id for one in norms if one.norm.modality)
    for step in sorted(norm_words().modalities, key=lambda one: -one.rank):
        if counts[step.id]:
            rules = "1 rule" if counts[step.id] == 1 else f"{counts[step.id]} rules"
            yield step.title, words(rules)


def _cells(placed: PlacedNorm) -> tuple[Content, ...]:
    norm = placed.norm
    cited = words(citation_case(placed.citation))
    parts = (norm.holder, norm.modality, norm.duty_bearer, norm.act)
    return ((Link(f"#{placed.address}", cited),), *(words(_quoted(one)) for one in parts))


def _quoted(said: Said | Quoted | None) -> str:
    return f"“{said.quotation}”" if said else NOT_SAID


def _flat(placed: PlacedNorm) -> Iterator[str]:
    norm = placed.norm
    yield citation_case(placed.citation)
    for said in (norm.holder, norm.modality, norm.duty_bearer):
        yield said.quotation if said else ""
        yield said.id if said else ""
    yield norm.act.quotation if norm.act else ""
    yield ", ".join(one.id for one in norm.qualifiers)
    yield " ".join(" ".join((*norm.clause.lead, norm.clause.text)).split())
