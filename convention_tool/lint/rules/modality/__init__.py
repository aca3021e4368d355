"""What binds, and what only recommends."""

from convention_tool.lint.rules.modality import mixed_modals

RULES = (mixed_modals.RULE,)
