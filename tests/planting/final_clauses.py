"""Faults of final clauses: most are words that one article lacks."""

from convention_tool.catalogue.final_clauses import Weight, final_clauses
from planting.ground import FINAL, NEGOTIATING, instead, paragraph, silent_on
from planting.planter import Planter

#: Why a fault has few places here.
_ONE = "each final clause stands once"

_FIRST = "on which the twentieth instrument"
_LATER = "after the twentieth instrument"
_ORDINALS = (
    "second", "third", "fifth", "sixth", "eighth", "twelfth", "fifteenth", "sixteenth", "eighteenth",
    "nineteenth", "twenty-first", "twenty-second", "twenty-fifth", "thirtieth", "thirty-fifth",
    "fortieth", "forty-fifth", "fiftieth", "fifty-fifth", "sixtieth",
)  # fmt: skip
_LATER_RULE = (
    "For each State or organization that deposits its instrument after the twentieth instrument of "
    "a State, the present Convention enters into force ninety days after that deposit."
)
_NOT_COUNTED = (
    "Instruments of such an organization are not counted for the purposes of articles 151 and 155."
)
_NOTICES = "The depositary shall inform all States"
_COPIES = "The depositary shall send certified copies to all States"
_NOTICE = (
    "The denunciation takes effect on the first day of the month that follows the end of twelve "
    "months from receipt of the notice."
)
_TESTIMONIUM = "IN WITNESS WHEREOF the representatives named below, whose governments and organizations have given them full powers for this purpose, have put their signatures to the present Convention."
_LAST_ARTICLE = "Article 158\nAuthentic texts"
_WITHDRAWAL = "A State Party may withdraw a reservation at any time by notice to the depositary."
#: The articles among which provisional application would stand, but the one on entry into force.
_LAST = [number for number in range(142, 158) if number != 151]
_LAMPS = ("Lamps are lit at dusk.", "Keepers sleep by day.", "Oil is kept dry.")

#: Words of a clause stay where others of it are gone, and are taken for all of it.
_REMAINS = dict.fromkeys(
    ("reservation-without-withdrawal", "dispute-without-last-step"),
    "words that are left seem to be the whole clause",
)


def _words(weight: Weight) -> list[tuple[str, ...]]:
    """The words of each clause of a weight."""
    return [one.en for one in final_clauses() if one.weight is weight]


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
                for number in ("ninetieth", "eightieth", "seventieth", "sixty-fifth")
            )
        ),
        fewer=_ONE,
    ),
    Planter(
        "threshold-without-number",
        instead(
            *({_FIRST: f"on which the {blank} instrument"} for blank in ("[...]", "[X]", "____"))
        ),
        {"empty-placeholder": "it is a blank"},
        NEGOTIATING,
        fewer=_ONE,
    ),
    Planter(
        "no-rule-for-later-parties",
        instead(
            *({_LATER_RULE: words} for words in _LAMPS),
            told_at="1. The present Convention enters into force",
        ),
        fewer=_ONE,
    ),
    Planter(
        "unsettled-counting",
        instead(
            *({_NOT_COUNTED: words} for words in _LAMPS),
            told_at="1. The present Convention enters into force",
        ),
        fewer=_ONE,
    ),
    Planter(
        "depositary-without-functions",
        instead(
            {
                _NOTICES: "The lamps of the coast are for all States",
                _COPIES: "Lamps are for all States",
            },
            told_at="1. The Secretary-General of the United Nations is the depositary",
        ),
        status=NEGOTIATING,
        fewer=_ONE,
    ),
    Planter(
        "unranked-texts",
        instead(
            *(
                {"the six texts are equally authentic": words}
                for words in ("the six texts lie together", "all six are printed")
            )
        ),
        fewer=_ONE,
    ),
    Planter(
        "denunciation-without-notice", instead(*({_NOTICE: words} for words in _LAMPS)), fewer=_ONE
    ),
    Planter(
        "denunciation-without-survival",
        instead(
            {
                "The State Party remains answerable for acts and situations that arose before that date, "
                "remains bound to secure the rights that migrants have acquired, and shall see every matter "
                "then pending before the Committee through to its end.": "Lamps are lit at dusk.",
                "After that date the Committee shall take up no new matter against that State, save for acts "
                "that occurred before it.": "Oil is kept dry.",
            },
            told_at="1. A State Party may denounce the present Convention",
        ),
        fewer=_ONE,
    ),
    Planter(
        "declaration-without-withdrawal",
        instead(
            {
                "Such a declaration may be withdrawn at any time, and neither its making nor its withdrawal "
                "affects a matter already pending.": "Lamps are lit at dusk.",
                "; it may withdraw that declaration at any time": "",
                _WITHDRAWAL: "Oil is kept dry.",
            },
            told_at="3. A State Party may declare, at the time",
        ),
        {"reservation-without-withdrawal": "one rule on withdrawal would be enough for both"},
        fewer=_ONE,
    ),
    Planter(
        "missing-testimonium",
        instead({_TESTIMONIUM: ""}, told_at=_LAST_ARTICLE),
        status=FINAL,
        fewer=_ONE,
    ),
    Planter(
        "amendment-without-majority",
        instead(
            {
                "The Conference of States Parties adopts an amendment by a majority of two thirds of those "
                "present and voting, after it has heard the Committee.": "Lamps are lit at dusk.",
                "after two thirds of the States that were Parties": "after twenty of the States that "
                "were Parties",
                "if the Conference of States Parties has so decided by consensus": "if it has so decided",
            },
        ),
        fewer=_ONE,
    ),
    Planter(
        "amendment-without-effect",
        instead(
            {
                "An amendment enters into force for those States Parties that have accepted it ninety days "
                "after two thirds of the States that were Parties at its adoption have deposited instruments "
                "of acceptance, and for any other State Party ninety days after its own "
                "acceptance.": "Lamps are lit at dusk.",
                "An amendment that concerns only the number of members, the sessions or the procedures of "
                "the Committee enters into force for all States Parties at that first date, if the Conference "
                "of States Parties has so decided by consensus.": "Oil is kept dry.",
            },
        ),
        fewer=_ONE,
    ),
    Planter(
        "dispute-without-last-step",
        instead(
            {
                "A dispute that is not settled within six months shall, at the request of one of the parties "
                "to it, be submitted to arbitration; if within a further six months they have not agreed on "
                "its organization, any of them may refer the dispute to the International Court of Justice by "
                "application.": "Lamps are lit at dusk."
            },
        ),
        fewer=_ONE,
    ),
    Planter(
        "signature-without-place",
        instead(
            {
                ", at United Nations Headquarters in New York, from the day after its adoption by the "
                "General Assembly of the United Nations until it enters into force": ""
            }
        ),
        status=NEGOTIATING,
        fewer=_ONE,
    ),
    Planter(
        "provisional-application-without-end",
        paragraph(
            "The present Convention shall be applied provisionally from the date of signature.",
            numbers=_LAST,
        ),
        fewer="such a clause stands among the last articles",
    ),
    Planter(
        "reservation-without-withdrawal",
        instead(*({_WITHDRAWAL: words} for words in _LAMPS), told_at="1. A reservation that"),
        fewer=_ONE,
    ),
    Planter(
        "missing-final-clause",
        silent_on(*_words(Weight.ESSENTIAL), told_at=_LAST_ARTICLE),
        fewer=_ONE,
    ),
    Planter(
        "missing-usual-clause",
        silent_on(*_words(Weight.USUAL), told_at=_LAST_ARTICLE),
        _REMAINS,
        fewer=_ONE,
    ),
)
