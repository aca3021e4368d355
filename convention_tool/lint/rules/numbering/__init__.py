"""Numbers of articles, paragraphs and subparagraphs, and whether they count."""

from convention_tool.lint.rules.numbering import (
    lone_numbered_paragraph,
    lone_subparagraph,
    number_out_of_order,
    repeated_number,
    repeated_paragraph_number,
    skipped_number,
    skipped_paragraph_number,
)

RULES = (
    skipped_number.RULE,
    repeated_number.RULE,
    number_out_of_order.RULE,
    skipped_paragraph_number.RULE,
    repeated_paragraph_number.RULE,
    lone_subparagraph.RULE,
    lone_numbered_paragraph.RULE,
)
