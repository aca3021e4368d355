"""Who holds a right, who must answer for it, and what the drafters say of it."""

from convention_tool.lint.rules.rights import (
    derogation_without_core,
    missing_implementation_clause,
    missing_non_refoulement,
    missing_non_regression_clause,
    missing_remedy_clause,
    right_as_aim,
    right_without_holder,
    unknown_answer,
)

RULES = (
    right_without_holder.RULE,
    right_as_aim.RULE,
    missing_non_refoulement.RULE,
    missing_remedy_clause.RULE,
    missing_implementation_clause.RULE,
    missing_non_regression_clause.RULE,
    derogation_without_core.RULE,
    unknown_answer.RULE,
)
