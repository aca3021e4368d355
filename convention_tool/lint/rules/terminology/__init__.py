"""Names for persons and things that a drafter would not choose today."""

from convention_tool.lint.rule import Rule

RULES: tuple[Rule, ...] = ()
