"""What terms mean, and whether they are used."""

from convention_tool.lint.rule import Rule

RULES: tuple[Rule, ...] = ()
