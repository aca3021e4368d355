"""Lists, their joins and their punctuation."""

from convention_tool.lint.rules.enumerations import (
    and_or,
    both_and_and_or,
    chapeau_without_colon,
    list_without_and_or,
    uneven_list_punctuation,
    unlike_grounds,
    unlike_items,
)

RULES = (
    both_and_and_or.RULE,
    and_or.RULE,
    list_without_and_or.RULE,
    chapeau_without_colon.RULE,
    unlike_items.RULE,
    uneven_list_punctuation.RULE,
    unlike_grounds.RULE,
)
