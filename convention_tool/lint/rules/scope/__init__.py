"""Whom and what the text covers."""

from convention_tool.lint.rule import Rule

RULES: tuple[Rule, ...] = ()
