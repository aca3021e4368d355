"""The body, the secretariat and the money that a convention gives itself."""

from convention_tool.lint.rule import Rule

RULES: tuple[Rule, ...] = ()
