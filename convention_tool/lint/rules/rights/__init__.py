"""Who holds a right, who must answer for it, and what the drafters say of it."""

from convention_tool.lint.rules.rights import unknown_answer

RULES = (unknown_answer.RULE,)
