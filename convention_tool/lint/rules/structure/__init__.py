"""How the text is built: articles, their headings, the parts that hold them."""

from convention_tool.lint.rules.structure import (
    annex_without_status,
    article_outside_parts,
    deep_list,
    empty_article,
    long_article,
    missing_annex,
    missing_formula,
    mixed_article_labels,
    mixed_headings,
    mixed_part_headings,
    part_without_article,
    repeated_heading,
    right_after_final_clauses,
    sentence_after_list,
    unmentioned_annex,
)

RULES = (
    empty_article.RULE,
    missing_formula.RULE,
    part_without_article.RULE,
    article_outside_parts.RULE,
    mixed_headings.RULE,
    mixed_part_headings.RULE,
    repeated_heading.RULE,
    mixed_article_labels.RULE,
    right_after_final_clauses.RULE,
    unmentioned_annex.RULE,
    missing_annex.RULE,
    annex_without_status.RULE,
    sentence_after_list.RULE,
    deep_list.RULE,
    long_article.RULE,
)
