"""Running rules over a draft."""

from collections.abc import Iterable

from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Diagnostic
from convention_tool.lint.rule import Rule
from convention_tool.lint.rules import RULES


def lint(draft: Draft, rules: Iterable[Rule] = RULES) -> tuple[Diagnostic, ...]:
    """What the rules find in the draft, in the order of the text."""
    return tuple(
        sorted(
            Diagnostic(finding.span, rule.code, finding.message, rule.severity)
            for rule in rules
            for finding in rule.check(draft)
        )
    )
