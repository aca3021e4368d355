"""A square bracket opens and never closes, or closes without having opened.

Why it matters: in a text under negotiation square brackets hold what is not agreed. If one is
missing, nobody knows how far the disagreement goes. A bracket may open in one article and close
in a later one, so the whole text is counted.

Found:
    Everyone has the right to [decent work and to rest.

Better:
    Everyone has the right to [decent] work and to rest.
"""

from collections.abc import Iterator

from convention_tool.analysis.brackets import brackets
from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.source import Span


def check(draft: Draft) -> Iterator[Finding]:
    """Each bracket without its other half."""
    found = draft.fact(brackets)
    for place in found.unopened:
        yield Finding(Span(place, place + 1), "this bracket closes and was never opened")
    for place in found.unclosed:
        yield Finding(Span(place, place + 1), "this bracket opens and is never closed")


RULE = Rule("unbalanced-bracket", Severity.ERROR, __doc__, check)
