"""Which characters of a source are the text of the instrument, and which stand beside it.

Rules on brackets and on print look at the characters as the source has them; what the tree says is
tidied. A header, notes, comments, page furniture and a printed table of contents are not judged.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from convention_tool.source import Span
from convention_tool.tree.nodes import Contents, Note

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from convention_tool.analysis.draft import Draft


class Printed(NamedTuple):
    """The text of an instrument as its source prints it."""

    text: str
    extent: Span
    #: What stands beside the text within its extent, in order; no two of them meet.
    beside: Sequence[Span]

    def holds(self, place: int) -> bool:
        """Whether a character of the source belongs to the text."""
        if not self.extent.start <= place < self.extent.end:
            return False
        before = bisect_right(self.beside, place, key=lambda span: span.start)
        return not before or self.beside[before - 1].end <= place

    def places(self, sign: str) -> Iterator[int]:
        """Where some characters stand in the text."""
        start, end = self.extent
        place = self.text.find(sign, start, end)
        while place >= 0:
            if self.holds(place):
                yield place
            place = self.text.find(sign, place + 1, end)

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Where a pattern matches in the text."""
        found = pattern.finditer(self.text, *self.extent)
        return (match for match in found if self.holds(match.start()))


def printed(draft: Draft) -> Printed:
    """The text of a draft as printed; ask for it through `draft.fact`."""
    notes = (node for node in draft.nodes if isinstance(node, Note | Contents))
    spans = (node.span for node in (*notes, *draft.instrument.asides))
    text = draft.source.text
    return Printed(
        text, draft.instrument.span or Span(0, len(text)), _joined(span for span in spans if span)
    )


def _joined(spans: Iterator[Span]) -> list[Span]:
    """Some spans in order, those that meet as one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(span.end, joined[-1].end))
        else:
            joined.append(span)
    return joined
