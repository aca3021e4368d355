"""One thing under one name, in one spelling, throughout."""

from convention_tool.lint.rules.consistency import mixed_convention_name

RULES = (mixed_convention_name.RULE,)
