"""Provisions that the text refers to."""

from convention_tool.lint.rules.references import (
    circular_reference,
    dangling_reference,
    missing_division,
    missing_subparagraph,
    mixed_reference_style,
    reference_to_own_article,
    relative_reference,
    repeated_target,
    reversed_range,
    singular_for_several,
    untitled_instrument,
)

RULES = (
    dangling_reference.RULE,
    missing_subparagraph.RULE,
    missing_division.RULE,
    reversed_range.RULE,
    repeated_target.RULE,
    singular_for_several.RULE,
    circular_reference.RULE,
    untitled_instrument.RULE,
    reference_to_own_article.RULE,
    mixed_reference_style.RULE,
    relative_reference.RULE,
)
