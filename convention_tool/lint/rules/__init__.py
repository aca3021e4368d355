"""All rules by family, in the order a drafter would want to hear them."""

from collections.abc import Mapping

from convention_tool.lint.rule import Rule
from convention_tool.lint.rules import (
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

#: The rules of each folder, under the folder's name.
FAMILIES: Mapping[str, tuple[Rule, ...]] = {
    "structure": structure.RULES,
    "numbering": numbering.RULES,
    "references": references.RULES,
    "definitions": definitions.RULES,
    "modality": modality.RULES,
    "qualifiers": qualifiers.RULES,
    "consistency": consistency.RULES,
    "terminology": terminology.RULES,
    "enumerations": enumerations.RULES,
    "preamble": preamble.RULES,
    "scope": scope.RULES,
    "rights": rights.RULES,
    "final-clauses": final_clauses.RULES,
    "home": home.RULES,
    "negotiation": negotiation.RULES,
    "typography": typography.RULES,
    "suppression": suppression.RULES,
}

RULES: tuple[Rule, ...] = tuple(rule for family in FAMILIES.values() for rule in family)
