"""For each rule, how its fault is planted in the general convention."""

from planting import (
    consistency,
    definitions,
    enumerations,
    final_clauses,
    home,
    modality,
    negotiation,
    numbering,
    preamble,
    qualifiers,
    references,
    rights,
    scope,
    structure,
    suppression,
    terminology,
    typography,
)
from planting.planter import Planter

#: The planter of each rule, under its code.
PLANTERS: dict[str, Planter] = {
    planter.code: planter
    for family in (
        consistency,
        definitions,
        enumerations,
        final_clauses,
        home,
        modality,
        negotiation,
        numbering,
        preamble,
        qualifiers,
        references,
        rights,
        scope,
        structure,
        suppression,
        terminology,
        typography,
    )
    for planter in family.PLANTERS
}
