"""Faults of the preamble."""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from planting.ground import Fault, end, insertion, recital
from planting.planter import Planter

#: "Considering" may open several, and "bearing in mind" is three words.
_OTHERS = {"Considering", "Bearing"}


def _same_opener(draft: Draft) -> Iterator[Fault]:
    """A recital that opens as the one before it does."""
    preamble = draft.instrument.preamble
    assert preamble
    for one in preamble.recitals:
        opener, then = one.text.split()[:2]
        if then not in {"also", "further"} and opener not in _OTHERS:
            for words in ("the lamps on all coasts", "the oil of the keepers"):
                link = f" {then}" if then in {"that", "of", "in", "by", "at", "to"} else ""
                yield Fault((insertion(end(one), f"\n\n{opener}{link} {words},"),))


PLANTERS = (
    Planter(
        "finite-recital", recital("Welcomes the work of keepers,", "Stresses the need for oil,")
    ),
    Planter(
        "full-stop-in-preamble",
        recital("Affirming the work of keepers.", "Desiring oil for all lamps."),
    ),
    Planter(
        "binding-recital",
        recital(
            "Declaring that each State Party shall keep its lamps lit,",
            "Believing that everyone shall be free to light a lamp,",
        ),
    ),
    Planter(
        "unused-recital-group",
        recital("Honouring the lamps of minorities,", "Wishing to help minorities,"),
    ),
    Planter(
        "misnamed-instrument",
        recital(
            "Emphasizing the Convention on the Status of Refugees,",
            "Observing the Convention on the Status of Refugees,",
        ),
    ),
    Planter(
        "recital-instruments-out-of-order",
        recital(
            "Welcoming the Lamp Treaty (1954), the Horn Treaty (1931) and the Bell Treaty (1960),",
            "Stressing the Horn Treaty (1960), the Bell Treaty (1961) and the Lamp Treaty (1954),",
        ),
    ),
    Planter("repeated-opener", _same_opener),
)
