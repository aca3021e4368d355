"""Remarks that the drafters do not want to hear: "% ignore RULE: reason" above a provision.

Such a line silences a rule in the provision under it and all that it holds. At the top of the draft,
above its title, it silences the rule in all of it. A line without a reason silences too; but one
that silences nothing, or names no rule, is itself remarked on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convention_tool.analysis.authors import lines
from convention_tool.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convention_tool.analysis.draft import Draft
    from convention_tool.diagnostics import Diagnostic

#: The line, without its "%": the codes of one rule or more, and why.
_FORM = re.compile(
    r"%?\s*ignore\s+(?P<codes>[a-z][a-z-]*(?:\s*,\s*[a-z][a-z-]*)*)\s*(?::\s*(?P<reason>.*))?\Z",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Suppression:
    """A rule that is silenced in some part of the text."""

    code: str
    reason: str
    #: The line that says so.
    line: Span
    #: What it covers.
    covers: Span

    def silences(self, found: Diagnostic) -> bool:
        """Whether a remark is one that the drafters do not want to hear."""
        start, end = self.covers
        return found.code == self.code and start <= found.span.start <= end


def suppressions(draft: Draft) -> tuple[Suppression, ...]:
    """Every such line of a draft, one suppression for each rule that it names."""
    return tuple(_suppressions(draft))


def sifted(
    found: Sequence[Diagnostic], said: Sequence[Suppression]
) -> tuple[tuple[Diagnostic, ...], tuple[Suppression, ...]]:
    """The remarks that are to be heard, and the suppressions that silenced nothing."""
    if not said:
        return tuple(found), ()
    heard, used = [], set()
    for one in found:
        by = [place for place, each in enumerate(said) if each.silences(one)]
        used.update(by)
        if not by:
            heard.append(one)
    return tuple(heard), tuple(one for place, one in enumerate(said) if place not in used)


def _suppressions(draft: Draft) -> Iterator[Suppression]:
    whole = Span(0, len(draft.source.text))
    body = draft.instrument.span.start if draft.instrument.span else 0
    for aside, match, node in lines(draft.instrument, _FORM):
        if aside.span is None:
            continue
        at_top = aside.span.start < body
        covers = whole if at_top else node.span if node and node.span else aside.span
        for code in match["codes"].split(","):
            reason = (match["reason"] or "").strip()
            yield Suppression(code.strip().lower(), reason, aside.span, covers)
