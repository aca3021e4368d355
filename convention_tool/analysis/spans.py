"""Where in a clause some words stand: in its own text, or in a chapeau that it hangs on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convention_tool.analysis.clauses import Clause


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a clause: `start` is the first, `end` one past the last."""

    #: The place in `clause.lead` of the chapeau, the outermost 0; None for the clause's own text.
    chapeau: int | None
    start: int
    end: int

    def words(self, clause: Clause) -> str:
        """Exactly what stands there, line breaks and all."""
        text = clause.text if self.chapeau is None else clause.lead[self.chapeau]
        return text[self.start : self.end]


def whole(clause: Clause) -> str:
    """A clause after the chapeaux it hangs on, a space between: what is read as one sentence."""
    return " ".join((*clause.lead, clause.text))


def spans(clause: Clause, start: int, end: int) -> tuple[Span, ...]:
    """Characters of the whole, each stretch in the text that it stands in.

    Words that begin in a chapeau and end in its item have a span in both.
    """
    return tuple(_spans(clause, start, end))


def _spans(clause: Clause, start: int, end: int) -> Iterator[Span]:
    opens = 0
    for place, text in enumerate((*clause.lead, clause.text)):
        first, last = max(start - opens, 0), min(end - opens, len(text))
        words = text[first:last] if first < last else ""
        if words.strip():
            first += len(words) - len(words.lstrip())
            chapeau = place if place < len(clause.lead) else None
            yield Span(chapeau, first, first + len(words.strip()))
        opens += len(text) + 1


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a clause that are a part of its rule."""

    #: For a bearer an id of data/norms.toml, for an act "".
    id: str
    clause: Clause
    spans: tuple[Span, ...]

    @property
    def quotation(self) -> str:
        """Just these words, as they are printed."""
        return " ".join(" ".join(one.words(self.clause) for one in self.spans).split())


def quoted(id_: str, clause: Clause, start: int, end: int) -> Quoted:
    """The words at some characters of the whole of a clause."""
    return Quoted(id_, clause, spans(clause, start, end))
