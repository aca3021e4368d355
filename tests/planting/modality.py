"""Faults of modality: how firmly a sentence binds."""

from planting.ground import binds, inserted_article, paragraph, reworded
from planting.planter import Planter

PLANTERS = (
    Planter("mixed-modals", paragraph("States Parties should give lamps to keepers.", where=binds)),
    Planter(
        "will-for-shall",
        inserted_article(
            "Article {article} bis\nLamps\n\nStates Parties will give lamps to keepers."
        ),
    ),
    Planter("recommendation-in-articles", paragraph("Lamps should be lit at dusk.")),
    Planter("may-not", paragraph("A keeper may not be left in the dark.")),
    Planter(
        "mixed-forms-of-rights",
        reworded("Every migrant has the right to", "Every migrant shall have the right to"),
    ),
    Planter(
        "duty-at-two-removes",
        paragraph(
            "States Parties shall endeavour to promote the keeping of lamps.",
            "States Parties may consider lighting lamps at noon.",
        ),
    ),
    Planter(
        "two-modals-in-one-sentence",
        paragraph("Each State Party shall light its lamps and should watch them."),
    ),
    Planter("duty-without-bearer", paragraph("Measures shall be taken to keep lamps dry.")),
)
