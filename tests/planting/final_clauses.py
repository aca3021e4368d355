"""Faults of final clauses: most are words that one article lacks."""

from planting.ground import FINAL, NEGOTIATING, instead
from planting.planter import Planter

_ONE = "each final clause stands once"
_FIRST = "on which the twentieth instrument"
_LATER = "after the twentieth instrument"
_ORDINALS = (
    "second", "third", "fifth", "sixth", "eighth", "twelfth", "fifteenth", "sixteenth", "eighteenth",
    "nineteenth", "twenty-first", "twenty-second", "twenty-fifth", "thirtieth", "thirty-fifth",
    "fortieth", "forty-fifth", "fiftieth", "fifty-fifth", "sixtieth",
)  # fmt: skip


PLANTERS = (
    Planter(
        "mismatched-threshold",
        instead(*({_LATER: f"after the {number} instrument"} for number in _ORDINALS)),
    ),
    Planter(
        "outlying-threshold",
        instead(
            *(
                {
                    _FIRST: f"on which the {number} instrument",
                    _LATER: f"after the {number} instrument",
                }
                for number in ("hundredth", "ninetieth", "eightieth", "seventieth", "sixty-fifth")
            )
        ),
        fewer=_ONE,
    ),
    Planter(
        "threshold-without-number",
        instead(*({_FIRST: f"on which the {blank} instrument"} for blank in ("[...]", "[X]", "[number]", "____"))),
        {"empty-placeholder": "it is a blank"},
        NEGOTIATING,
        fewer=_ONE,
    ),
)
