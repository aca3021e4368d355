"""How the text is typed or was copied."""

from convention_tool.lint.rule import Rule

RULES: tuple[Rule, ...] = ()
