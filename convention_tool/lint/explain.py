"""A rule's page, as a drafter reads it."""

from collections.abc import Iterable
from inspect import cleandoc

from convention_tool.lint.rule import Rule
from convention_tool.lint.rules import RULES


def explain(code: str, rules: Iterable[Rule] = RULES) -> str | None:
    """The page of the rule with this code; None where no rule bears it."""
    for rule in rules:
        if rule.code == code:
            return f"{rule.code} ({rule.severity})\n\n{cleandoc(rule.explanation)}\n"
    return None
