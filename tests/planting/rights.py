"""Faults of rights."""

from planting.ground import above, inserted_article, paragraph
from planting.planter import Planter

PLANTERS = (
    Planter("right-without-holder", paragraph("The right to a lamp shall be respected.")),
    Planter(
        "right-as-aim",
        inserted_article("Article {article} bis\nLamps\n\nStates Parties shall promote the right to a lamp."),
    ),
    Planter("unknown-answer", above("% answers: 144")),
)
