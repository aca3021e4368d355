"""Faults of rights."""

from convention_tool.catalogue.rule_words import rule_words
from planting.ground import NEGOTIATING, above, inserted_article, instead, paragraph, silent_on
from planting.planter import Planter

#: Where a text is told what no article of it says.
_TITLE = "General Convention on the Rights of All Migrants\n\n"


PLANTERS = (
    Planter("right-without-holder", paragraph("The right to a lamp shall be respected.")),
    Planter(
        "right-as-aim",
        inserted_article(
            "Article {article} bis\nLamps\n\nStates Parties shall promote the right to a lamp."
        ),
    ),
    *(
        Planter(
            f"missing-{clause}",
            silent_on(rule_words("rights", f"missing-{clause}", "en")["words"], told_at=_TITLE),
            status=NEGOTIATING,
            fewer="a text lacks such a clause in one way",
        )
        for clause in (
            "non-refoulement",
            "remedy-clause",
            "implementation-clause",
            "non-regression-clause",
        )
    ),
    Planter(
        "derogation-without-core",
        instead(
            *(
                {"No suspension is permitted of articles": f"{words} articles"}
                for words in ("Lamps are named in", "Keepers are the matter of", "Oil is named in")
            ),
            told_at="1. In a public emergency",
        ),
        fewer="one article is on emergencies",
    ),
    Planter("unknown-answer", above("% answers: 144")),
)
