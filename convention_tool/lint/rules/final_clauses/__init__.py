"""Signature, entry into force, reservations, and what else stands at the end of a treaty."""

from convention_tool.lint.rules.final_clauses import missing_final_clause, missing_usual_clause

RULES = (missing_final_clause.RULE, missing_usual_clause.RULE)
