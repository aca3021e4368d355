"""Every rule of an instrument, where it stands: who holds it, how firmly, who must do what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from convention_tool.analysis.concordance import understands
from convention_tool.analysis.duties import Duties, hangs_open
from convention_tool.analysis.norms import Norms
from convention_tool.analysis.provisions import texts
from convention_tool.tree.address import Places

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from convention_tool.analysis.norms import Norm, Said
    from convention_tool.analysis.spans import Quoted, Span
    from convention_tool.tree.nodes import Instrument


@dataclass(frozen=True, slots=True)
class PlacedNorm:
    """A rule and the provision that states it."""

    address: str
    citation: str
    norm: Norm

    def to_json(self) -> Mapping[str, Any]:
        """The rule with the words of each part and where they stand."""
        norm, clause = self.norm, self.norm.clause
        return {
            "address": self.address,
            "citation": self.citation,
            "text": clause.text,
            "chapeaux": list(clause.lead),
            "holder": _json(norm.holder),
            "modality": _json(norm.modality),
            "duty_bearer": _json(norm.duty_bearer),
            "act": _json(norm.act),
            "qualifiers": [_json(one) for one in norm.qualifiers],
        }


def norms_of(instrument: Instrument) -> tuple[PlacedNorm, ...]:
    """The rules of all articles, in the order of the text.

    What states no rule is passed over: definitions, headings, and chapeaux that say nothing
    without their items. Of an instrument in a language that is not understood there are none.
    """
    return tuple(_norms(instrument)) if understands(instrument.language) else ()


def to_json(placed: tuple[PlacedNorm, ...], language: str) -> dict[str, Any]:
    """`language` (en, fr, es), `understood` (whether rules are read in it) and `norms`."""
    return {
        "language": language,
        "understood": understands(language),
        "norms": [one.to_json() for one in placed],
    }


def _norms(instrument: Instrument) -> Iterator[PlacedNorm]:
    places = Places(instrument)
    clauses = tuple(clause for _, text in texts(instrument) for clause in text.clauses)
    norms, duties = Norms(clauses), Duties(clauses)
    for clause in clauses:
        norm = norms.in_full(clause)
        if norm.modality is None or hangs_open(clause):
            continue
        if not duties.states_a_rule(clause, norm.modality.characters):
            continue
        yield PlacedNorm(places.address(clause.node), places.citation(clause.node), norm)


def _json(said: Said | Quoted | None) -> Mapping[str, Any] | None:
    if said is None:
        return None
    known = {"id": said.id} if said.id else {}
    return {**known, "words": said.quotation, "spans": [_span(one) for one in said.spans]}


def _span(span: Span) -> Mapping[str, Any]:
    return {"chapeau": span.chapeau, "start": span.start, "end": span.end}
