"""A square bracket opens and never closes, or closes without having opened.

Why it matters: in a text under negotiation square brackets hold what is not agreed. If one is
missing, nobody knows how far the disagreement goes. A bracket may open in one article and close
in a later one, so the whole text is counted.

Found:
    Everyone has the right to [decent work and to rest.

Better:
    Everyone has the right to [decent] work and to rest.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.source import Span
from convention_tool.tree.nodes import Note
from convention_tool.tree.walk import walk


def check(draft: Draft) -> Iterator[Finding]:
    """Each bracket without its other half."""
    open_at: list[int] = []
    for place, bracket in _brackets(draft):
        if bracket == "[":
            open_at.append(place)
        elif open_at:
            open_at.pop()
        else:
            yield Finding(Span(place, place + 1), "this bracket closes and was never opened")
    for place in open_at:
        yield Finding(Span(place, place + 1), "this bracket opens and is never closed")


def _brackets(draft: Draft) -> Iterator[tuple[int, str]]:
    """The square brackets of the text, without those of notes and of what was set aside."""
    found = [(match.start(), match[0]) for match in re.finditer(r"[\[\]]", draft.source.text)]
    if not found:
        return
    notes = (node for node in walk(draft.instrument) if isinstance(node, Note))
    beside = sorted(node.span for node in (*notes, *draft.instrument.asides) if node.span)
    starts = [span.start for span in beside]
    for place, bracket in found:
        before = bisect_right(starts, place)
        if not before or beside[before - 1].end <= place:
            yield place, bracket


RULE = Rule("unbalanced-bracket", Severity.ERROR, __doc__, check)
