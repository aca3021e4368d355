"""Faults of consistency: one thing under two names."""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from planting.ground import Fault, end, growing, insertion, paragraph, reworded
from planting.planter import Planter

#: After the one article that says "everyone".
_AFTER_EVERYONE = range(120, 147)


def _short_name_first(draft: Draft) -> Iterator[Fault]:
    """A short name in one article, and what introduces it in a later one."""
    places = list(growing(draft))
    for (article, number), (later, next_number) in zip(places, places[3:], strict=False):
        yield Fault(
            (
                insertion(
                    end(article.paragraphs[-1]),
                    f"\n\n{number}. Keepers write to the Lamp Register.",
                ),
                insertion(
                    end(later.paragraphs[-1]),
                    f"\n\n{next_number}. There shall be a list of lamps on every coast "
                    '(hereinafter referred to as "the Lamp Register").',
                ),
            )
        )


PLANTERS = (
    Planter("mixed-convention-name", reworded("the present Convention", "this Convention")),
    Planter("wrong-instrument-name", reworded("the present Convention", "the present Protocol")),
    Planter("mixed-party-name", reworded("State Party", "Contracting State")),
    Planter("wrong-party-plural", reworded("States Parties", "State Parties")),
    Planter("mixed-party-capitals", reworded("(States?) Part(y|ies)", r"\1 part\2")),
    Planter(
        "mixed-right-holder",
        paragraph("Every person has the right to a lamp.", numbers=_AFTER_EVERYONE),
    ),
    Planter(
        "mixed-name-for-national-law",
        paragraph("Lamps are a matter of internal law, and oil is a matter of domestic law."),
    ),
    Planter("early-short-name", _short_name_first),
    Planter(
        "long-name-after-short",
        paragraph(
            'Keepers write to the Central Register of Lamps (hereinafter referred to as "the Register"). '
            "The Central Register of Lamps answers them."
        ),
    ),
    Planter(
        "mixed-reference-capitals",
        reworded(r"(?<=[a-z] )article (\d+)", r"Article \1", range(1, 159)),
    ),
    Planter(
        "mixed-number-words",
        reworded(r"\b(?:two|three|six) (months|years|weeks)\b", r"4 \1", range(8, 159)),
    ),
    Planter("mixed-date-forms", paragraph("Every lamp of before March 5, 2031 may be kept.")),
    Planter(
        "mixed-spelling",
        reworded(
            r"\b(authori|organi|reali|recogni|stigmati)z(e|ed|es|ation|ations)\b",
            r"\1s\2",
            range(1, 159),
        ),
    ),
)
