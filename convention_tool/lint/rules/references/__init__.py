"""Provisions that the text refers to."""

from convention_tool.lint.rules.references import dangling_reference, reversed_range

RULES = (dangling_reference.RULE, reversed_range.RULE)
