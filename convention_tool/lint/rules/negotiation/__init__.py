"""Marks of a text that is not agreed yet."""

from convention_tool.lint.rules.negotiation import (
    attribution_left,
    bracket_in_final_text,
    conditional_definition,
    conditional_reference,
    crossed_brackets,
    empty_placeholder,
    single_option,
    unbalanced_bracket,
    unlabelled_alternatives,
)

RULES = (
    unbalanced_bracket.RULE,
    crossed_brackets.RULE,
    bracket_in_final_text.RULE,
    empty_placeholder.RULE,
    attribution_left.RULE,
    single_option.RULE,
    unlabelled_alternatives.RULE,
    conditional_reference.RULE,
    conditional_definition.RULE,
)
