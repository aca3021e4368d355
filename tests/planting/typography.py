"""Faults of typography, most of them left by copies."""

from planting.ground import paragraph, reworded
from planting.planter import Planter

#: Two words with a comma between them.
_COMMA = r"\b([a-z]+), ([a-z]+)\b"

PLANTERS = (
    Planter("damaged-character", reworded(r"\bmigrants?\b", "migrÃ©s")),
    Planter("doubtful-digit", paragraph("Paragraphs I and 2 are for keepers of lamps too.")),
    Planter("lookalike-letter", reworded(r"\bmigrants\b", "migr\u0430nts")),
    Planter("glued-words", reworded(r"\bof the\b", "ofthe")),
    Planter("split-word", reworded(r"\b(\w{4,})(tions?)\b", r"\1 \2")),
    Planter("doubled-word", reworded(r"\bthe\b", "the the")),
    Planter("doubled-punctuation", reworded(_COMMA, r"\1,, \2")),
    Planter("mixed-quotes", paragraph("A lamp may bear the word “light”.")),
    Planter("mixed-apostrophes", paragraph("A keeper’s lamp may be lit at noon.")),
    Planter("hidden-character", reworded(r"\bmigrants\b", "mi\u00adgrants")),
    Planter("doubled-blank", reworded(_COMMA, r"\1,  \2")),
    Planter("space-before-punctuation", reworded(_COMMA, r"\1 , \2")),
)
