"""Faults of scope: whom a text leaves out, and where it applies."""

import re
from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.catalogue.rule_words import rule_words
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


def _for_some(draft: Draft) -> Iterator[Fault]:
    """No part and no sentence is for everyone, and one part is for those with a status."""
    text = draft.source.text
    everyone = re.compile(r"(?<=\. |\n\n)(Every migrant|Every person|Everyone|No one)\b")
    edits = tuple(Edit(Span(*one.span()), "Each migrant") for one in everyone.finditer(text))
    part = line(draft, "PART III\n", 0)
    heading = line(draft, "RIGHTS OF EVERY MIGRANT", 0)
    for status in ("DOCUMENTED MIGRANTS", "MIGRANTS IN A REGULAR SITUATION", "REGULAR MIGRANTS"):
        yield Fault((Edit(heading, f"RIGHTS OF {status}"), *edits), part)


def _for_nobody(draft: Draft) -> Iterator[Fault]:
    """No words and no heading on those to whom the text applies."""
    words = rule_words("scope", "missing-scope-clause", "en")
    [fault] = silent_on((*words["words"], *words["headings"]), told_at="Article 1\n")(draft)
    yield fault


PLANTERS = (
    Planter(
        "excluded-group-with-rights",
        _left_out_and_taken_in,
        {"exclusion-without-let-out": "the group is left out without exception"},
    ),
    Planter("status-without-baseline", _for_some, fewer="one part is for everyone"),
    Planter("missing-scope-clause", _for_nobody, status=NEGOTIATING, fewer="a text has one scope"),
    Planter("exclusion-without-let-out", paragraph(_OUT)),
    Planter(
        "territory-and-jurisdiction",
        paragraph(
            "A State Party shall give a lamp to all persons within its territory and subject to its jurisdiction."
        ),
    ),
)
