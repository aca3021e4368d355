"""Marks of a text that is not agreed yet."""

from convention_tool.lint.rules.negotiation import unbalanced_bracket

RULES = (unbalanced_bracket.RULE,)
