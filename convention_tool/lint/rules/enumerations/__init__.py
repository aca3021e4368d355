"""Lists, their joins and their punctuation."""

from convention_tool.lint.rule import Rule

RULES: tuple[Rule, ...] = ()
