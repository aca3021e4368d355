"""Mends that put other words in the place of some."""

from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Edit, Fix
from convention_tool.source import Span


def rewording(draft: Draft, place: Span, said: str, better: str, *, safe: bool) -> Fix | None:
    """The mend that writes `better` for `said`; None where the source does not say just that.

    Words that a page break or a lost line break interrupts have only their provision for a place:
    an edit there would take too much.
    """
    if " ".join(draft.source.text[place.start : place.end].split()) != said:
        return None
    return Fix(f'write "{better}"', (Edit(place, better),), safe=safe)
