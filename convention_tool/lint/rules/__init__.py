"""All rules, in the order a drafter would want to hear them."""

from convention_tool.lint.rules.final_clauses import missing_final_clause, missing_usual_clause
from convention_tool.lint.rules.numbering import (
    lone_numbered_paragraph,
    lone_subparagraph,
    number_out_of_order,
    repeated_number,
    repeated_paragraph_number,
    skipped_number,
    skipped_paragraph_number,
)
from convention_tool.lint.rules.references import dangling_reference, reversed_range
from convention_tool.lint.rules.rights import unknown_answer
from convention_tool.lint.rules.structure import (
    empty_article,
    missing_formula,
    mixed_headings,
    part_without_article,
)
from convention_tool.lint.rules.wording import (
    mixed_convention_name,
    mixed_modals,
    unbalanced_bracket,
)

RULES = (
    skipped_number.RULE,
    repeated_number.RULE,
    number_out_of_order.RULE,
    skipped_paragraph_number.RULE,
    repeated_paragraph_number.RULE,
    empty_article.RULE,
    dangling_reference.RULE,
    reversed_range.RULE,
    unbalanced_bracket.RULE,
    missing_formula.RULE,
    part_without_article.RULE,
    mixed_headings.RULE,
    lone_subparagraph.RULE,
    lone_numbered_paragraph.RULE,
    mixed_modals.RULE,
    mixed_convention_name.RULE,
    missing_final_clause.RULE,
    missing_usual_clause.RULE,
    unknown_answer.RULE,
)
