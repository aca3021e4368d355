"""Faults of a home: a body that lacks what it needs."""

import re
from collections.abc import Callable

from convention_tool.catalogue.home import body_words, procedure_words
from convention_tool.tree.nodes import Article
from convention_tool.tree.wording import wording
from planting.ground import NEGOTIATING, instead, paragraph, silent_on
from planting.planter import Planter

#: A body with all that must stand beside its name, which the convention has no other body of.
_BODY = {
    "setting up": "There shall be a {noun} on Lamps.",
    "members": "It consists of twelve members who know lamps.",
    "election": "The States Parties shall elect it by secret ballot.",
    "term": "Its mandate ends after four years.",
    "secretariat": "The Secretary-General provides its staff.",
    "budget": "The United Nations bear its costs.",
}

_WORDS = body_words("en")
_COMPLAINTS, _INQUIRY = procedure_words("complaints", "en"), procedure_words("inquiry", "en")
_ONE = "the convention has one Committee"


def _silent(words: str) -> Callable[[Article], bool]:
    """Which articles have none of some words of a body, so that they do not serve the new one."""

    def test(article: Article) -> bool:
        return not set(_WORDS[words]) & set(re.findall(r"\w+", wording(article).lower()))

    return test


def _without(missing: str, noun: str) -> str:
    said = " ".join(words for name, words in _BODY.items() if name != missing)
    return said.replace("{noun}", noun)


PLANTERS = (
    *(
        Planter(
            code, paragraph(_without(missing, noun), where=_silent(missing)), status=NEGOTIATING
        )
        for code, missing, noun in (
            ("body-without-number", "members", "Subcommittee"),
            ("body-without-election", "election", "Board"),
            ("body-without-term", "term", "Tribunal"),
            ("body-without-secretariat", "secretariat", "Commission"),
            ("body-without-budget", "budget", "Panel"),
        )
    ),
    Planter(
        "procedure-awaiting-declarations",
        paragraph(
            "The present article comes into force when ten States Parties have made declarations under it."
        ),
    ),
    Planter(
        "conference-without-convener",
        paragraph("There shall be an Assembly of Keepers.", where=_silent("convening")),
        status=NEGOTIATING,
    ),
    Planter(
        "complaints-without-procedure",
        silent_on(
            *(_COMPLAINTS[need] for need in ("admissibility", "reply", "outcome")),
            told_at="1. The Committee shall receive and consider communications",
        ),
        status=NEGOTIATING,
        fewer=_ONE,
    ),
    Planter(
        "inquiry-without-conduct",
        silent_on(_INQUIRY["conduct"], told_at="1. Where reliable information indicates"),
        status=NEGOTIATING,
        fewer=_ONE,
    ),
    Planter(
        "report-without-cycle",
        instead(
            {
                "(a) a first report within one year of the entry into force of the present Convention for "
                "that State Party;": "(a) a first report on lamps;",
                "(b) a periodic report every five years after that; and": "(b) a report on oil; and",
                "(c) a special report within six months when the Committee so requests.": "(c) a report "
                "on keepers.",
                "at least one year in advance": "in advance",
            },
        ),
        status=NEGOTIATING,
        fewer=_ONE,
    ),
)
