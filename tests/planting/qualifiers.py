"""Faults of qualifiers: words that weaken a duty or a right."""

from planting.ground import paragraph
from planting.planter import Planter

PLANTERS = (
    Planter(
        "limited-absolute-right",
        paragraph(
            "No keeper shall be held in slavery, except as provided by law.",
            "No keeper shall be subjected to torture, except as provided by law.",
        ),
    ),
    Planter(
        "open-ended-limitation",
        paragraph("The right of every keeper to a lamp may be restricted by law."),
    ),
    Planter(
        "right-under-national-law",
        paragraph("Every keeper has the right to a lamp, subject to national law."),
    ),
    Planter(
        "stacked-qualifiers",
        paragraph(
            "Each State Party shall endeavour, as far as possible, to give lamps to keepers."
        ),
    ),
    Planter(
        "as-far-as-possible",
        paragraph("Each State Party shall keep its lamps lit as far as possible."),
    ),
    Planter(
        "where-appropriate",
        paragraph("Each State Party shall, as appropriate, keep its lamps lit."),
    ),
    Planter("endeavour", paragraph("Each State Party shall endeavour to keep its lamps lit.")),
    Planter(
        "duty-to-consider", paragraph("Each State Party shall consider giving lamps to keepers.")
    ),
    Planter(
        "progressive-duty", paragraph("Each State Party shall progressively give lamps to keepers.")
    ),
    Planter(
        "doubly-open-list",
        paragraph("Keepers may carry tools, including but not limited to lamps and wicks."),
    ),
    Planter(
        "open-list",
        paragraph("A lamp may be put out in cases such as:\n\n(a) fog; and\n\n(b) war."),
    ),
)
