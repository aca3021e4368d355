"""Whom the text reaches, whom it leaves out, and where it applies."""

from convention_tool.lint.rules.scope import (
    excluded_group_with_rights,
    exclusion_without_let_out,
    missing_scope_clause,
    status_without_baseline,
    territory_and_jurisdiction,
)

RULES = (
    excluded_group_with_rights.RULE,
    exclusion_without_let_out.RULE,
    status_without_baseline.RULE,
    missing_scope_clause.RULE,
    territory_and_jurisdiction.RULE,
)
