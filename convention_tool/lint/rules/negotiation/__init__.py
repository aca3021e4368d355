"""Marks of a text that is not agreed yet."""

from convention_tool.lint.rules.negotiation import (
    attribution_left,
    bracket_in_final_text,
    conditional_reference,
    empty_placeholder,
    single_option,
    unbalanced_bracket,
    unlabelled_alternatives,
)

RULES = (
    unbalanced_bracket.RULE,
    bracket_in_final_text.RULE,
    empty_placeholder.RULE,
    attribution_left.RULE,
    single_option.RULE,
    unlabelled_alternatives.RULE,
    conditional_reference.RULE,
)
