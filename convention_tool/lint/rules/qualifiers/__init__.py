"""Words that weaken a duty or a right."""

from convention_tool.lint.rule import Rule

RULES: tuple[Rule, ...] = ()
