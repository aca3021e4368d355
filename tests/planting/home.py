"""Faults of a home: a body that lacks what it needs."""

from planting.ground import NEGOTIATING, paragraph
from planting.planter import Planter

#: A body with all that it needs, sentence by sentence.
_BODY = {
    "setting up": "There shall be a Commission on Lamps.",
    "number": "It consists of twelve members who know lamps.",
    "election": "The States Parties shall elect the members of the Commission on Lamps by secret ballot.",
    "term": "The members of the Commission on Lamps are elected for a term of four years.",
    "secretariat": "The Secretary-General shall provide the staff that the Commission on Lamps needs.",
    "budget": "The costs of the Commission on Lamps are borne by the regular budget of the United Nations.",
}


def _without(missing: str) -> str:
    return " ".join(words for name, words in _BODY.items() if name != missing)


PLANTERS = (
    *(
        Planter(f"body-without-{missing}", paragraph(_without(missing)), status=NEGOTIATING)
        for missing in ("number", "election", "term", "secretariat", "budget")
    ),
    Planter(
        "procedure-awaiting-declarations",
        paragraph(
            "The present article comes into force when ten States Parties have made declarations under it."
        ),
    ),
    Planter(
        "conference-without-convener",
        paragraph("There shall be a Conference on Lamps, which is made up of the States Parties."),
        status=NEGOTIATING,
    ),
)
