"""What silences rules, and no longer has to."""

from convention_tool.lint.rules.suppression import useless_suppression

RULES = (useless_suppression.RULE,)
