"""Faults of definitions."""

from convention_tool.analysis.definitions import Definition, definitions
from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Edit
from planting.ground import as_term, defined, insertion, paragraph, reworded, to_meaning
from planting.planter import Planter


def _second_time(draft: Draft, one: Definition, _: str) -> Edit | None:
    """The term of the definition before it."""
    known = draft.fact(definitions)
    before = known[known.index(one) - 1]
    if before is known[-1]:
        return None
    return Edit(draft.span_of_words(one.stretch, one.start, one.end), before.term)


def _by_itself(draft: Draft, one: Definition, said: str) -> Edit | None:
    """The term in its own meaning; a name in capitals is no word to explain."""
    verb = '" means '
    if one.term.istitle() or not said.startswith(verb, one.end):
        return None
    start = draft.span_of_words(one.stretch, one.start, one.end).end + len(verb)
    return insertion(start, f"any {one.term} who is known as such, namely ")


PLANTERS = (
    Planter(
        "term-defined-twice",
        defined(_second_time),
        {"circular-definition": "the second meaning may open with the first term"},
    ),
    Planter("unused-term", as_term(lambda _: "foghorn")),
    Planter(
        "undefined-body",
        paragraph(
            "The Tribunal may hear a keeper on lamps.",
            "A keeper may write to the Ombudsman.",
            "Lamps are paid for by the Registry.",
        ),
    ),
    Planter("circular-definition", defined(_by_itself)),
    Planter("duty-in-definition", to_meaning(", which shall carry a lamp")),
    Planter("mixed-means-and-includes", to_meaning(" and includes a raft")),
    Planter(
        "term-in-another-form",
        reworded(r"\b(asylum|Secretary|long)-(seekers?|General|term)\b", r"\1 \2", range(3, 159)),
    ),
    Planter(
        "stray-definition",
        paragraph('Every wick-master has a log; "wick-master" means a person in charge of a lamp.'),
    ),
    Planter("definition-by-national-law", to_meaning(", as defined by national law")),
)
