"""Numbers of articles, paragraphs and subparagraphs, and whether they count."""

from convention_tool.lint.rules.numbering import (
    bis_in_final_text,
    lone_numbered_paragraph,
    lone_subparagraph,
    mixed_marks,
    number_out_of_order,
    paragraph_out_of_order,
    repeated_number,
    repeated_paragraph_number,
    skipped_number,
    skipped_paragraph_number,
    ter_without_bis,
)

RULES = (
    skipped_number.RULE,
    repeated_number.RULE,
    number_out_of_order.RULE,
    skipped_paragraph_number.RULE,
    repeated_paragraph_number.RULE,
    paragraph_out_of_order.RULE,
    lone_subparagraph.RULE,
    lone_numbered_paragraph.RULE,
    ter_without_bis.RULE,
    bis_in_final_text.RULE,
    mixed_marks.RULE,
)
