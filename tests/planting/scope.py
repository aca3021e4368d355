"""Faults of scope: whom a text leaves out, and where it applies."""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Edit
from convention_tool.source import Span
from planting.ground import (
    NEGOTIATING,
    Fault,
    end,
    growing,
    insertion,
    line,
    paragraph,
    silent_on,
    start,
)
from planting.planter import Planter

_OUT = "The present Convention shall not apply to investors."


def _left_out_and_taken_in(draft: Draft) -> Iterator[Fault]:
    """A group that one article leaves out, and that a later one gives a right."""
    fields = list(growing(draft))
    for (article, number), (later, later_number) in zip(fields, fields[3:], strict=False):
        right = f"\n\n{later_number}. Investors shall have the right to a lamp."
        yield Fault(
            (
                insertion(end(article.paragraphs[-1]), f"\n\n{number}. {_OUT}"),
                insertion(end(later.paragraphs[-1]), right),
            )
        )


def _first_article(draft: Draft) -> Span:
    first = draft.instrument.articles[0]
    return Span(start(first), end(first))


PLANTERS = (
    Planter(
        "excluded-group-with-rights",
        _left_out_and_taken_in,
        {"exclusion-without-let-out": "the group is left out without exception"},
    ),
    Planter("exclusion-without-let-out", paragraph(_OUT)),
    Planter(
        "territory-and-jurisdiction",
        paragraph(
            "A State Party shall give a lamp to all persons within its territory and subject to its jurisdiction."
        ),
    ),
)
