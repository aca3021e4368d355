"""Words that weaken a duty or a right."""

from convention_tool.lint.rules.qualifiers import (
    as_far_as_possible,
    doubly_open_list,
    duty_to_consider,
    endeavour,
    limited_absolute_right,
    open_ended_limitation,
    open_list,
    progressive_duty,
    right_under_national_law,
    stacked_qualifiers,
    where_appropriate,
)

RULES = (
    limited_absolute_right.RULE,
    open_ended_limitation.RULE,
    right_under_national_law.RULE,
    stacked_qualifiers.RULE,
    as_far_as_possible.RULE,
    where_appropriate.RULE,
    endeavour.RULE,
    duty_to_consider.RULE,
    progressive_duty.RULE,
    doubly_open_list.RULE,
    open_list.RULE,
)
