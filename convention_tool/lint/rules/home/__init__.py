"""The body, the secretariat and the money that a convention gives itself."""

from convention_tool.lint.rules.home import (
    body_without_budget,
    body_without_election,
    body_without_number,
    body_without_secretariat,
    body_without_term,
    complaints_without_procedure,
    conference_without_convener,
    inquiry_without_conduct,
    procedure_awaiting_declarations,
    report_without_cycle,
)

RULES = (
    body_without_election.RULE,
    body_without_number.RULE,
    body_without_term.RULE,
    body_without_secretariat.RULE,
    body_without_budget.RULE,
    conference_without_convener.RULE,
    report_without_cycle.RULE,
    procedure_awaiting_declarations.RULE,
    complaints_without_procedure.RULE,
    inquiry_without_conduct.RULE,
)
