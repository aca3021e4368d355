"""The recitals and the formula that closes them."""

from convention_tool.lint.rule import Rule

RULES: tuple[Rule, ...] = ()
