"""How the text is built: articles, their headings, the parts that hold them."""

from convention_tool.lint.rules.structure import (
    empty_article,
    missing_formula,
    mixed_headings,
    part_without_article,
)

RULES = (
    empty_article.RULE,
    missing_formula.RULE,
    part_without_article.RULE,
    mixed_headings.RULE,
)
