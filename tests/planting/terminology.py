"""Faults of terminology: words for persons and things that a drafter would not choose today."""

from planting.ground import paragraph, reworded
from planting.planter import Planter

PLANTERS = (
    Planter("illegal-person", reworded(r"\bmigrants\b(?! in)", "illegal migrants")),
    Planter(
        "masculine-generic",
        paragraph("A keeper may send a lamp to his home.", "A keeper may ask that he be heard."),
    ),
    Planter(
        "mixed-double-forms",
        paragraph("A keeper may ask for the lamp that he or she tends, and for his/her oil."),
    ),
    Planter(
        "outdated-term",
        paragraph(
            "Lamps are free for seamen.",
            "Lamps are free for the elderly.",
            "Every chairman may ask for a lamp.",
            "Lamps are free for handicapped persons.",
        ),
    ),
    Planter(
        "mixed-name-for-foreigners",
        paragraph("Lamps are free for aliens, and oil is free for non-nationals."),
    ),
    Planter(
        "mixed-words-for-residence",
        paragraph(
            "A keeper may ask for a lamp in the State in which that keeper is ordinarily resident."
        ),
    ),
    Planter(
        "mixed-words-for-lawful-stay",
        paragraph(
            "Lamps are free for all who are lawfully staying, and oil for all who are lawfully present."
        ),
    ),
    Planter("unexpanded-abbreviation", paragraph("Keepers may ask the IALA for lamps.")),
    Planter("vague-standard", paragraph("A keeper may ask for a reasonable number of lamps.")),
)
