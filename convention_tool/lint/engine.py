"""Running rules over a draft."""

from collections.abc import Iterable

from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Diagnostic
from convention_tool.lint.rule import Finding, Rule
from convention_tool.lint.rules import RULES
from convention_tool.lint.rules.suppression import useless_suppression
from convention_tool.lint.suppression import sifted, suppressions

#: The codes of all rules.
_KNOWN = frozenset(rule.code for rule in RULES)


def lint(draft: Draft, rules: Iterable[Rule] = RULES) -> tuple[Diagnostic, ...]:
    """What the rules find in the draft, in the order of the text.

    A rule is silent at stages of the text that are not its own, and where the drafters silence it.
    A line of theirs that silences nothing is remarked on, once its rule was run.
    """
    chosen = tuple(rules)
    speaking = tuple(rule for rule in chosen if draft.stage in rule.stages)
    found = [_signed(rule, finding) for rule in speaking for finding in rule.check(draft)]
    heard, unused = sifted(found, suppressions(draft))
    useless = useless_suppression.RULE
    if useless in chosen:
        spoke = frozenset(rule.code for rule in speaking)
        idle = useless_suppression.findings(unused, _KNOWN, spoke)
        heard = (*heard, *(_signed(useless, finding) for finding in idle))
    return tuple(sorted(heard))


def _signed(rule: Rule, finding: Finding) -> Diagnostic:
    """A finding under the name of its rule."""
    return Diagnostic(finding.span, rule.code, finding.message, rule.severity, finding.fix)
