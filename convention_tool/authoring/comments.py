"""Private comments that name provisions."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from convention_tool.authoring.passages import Field, Passage
from convention_tool.tree.nodes import AsideKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convention_tool.tree.nodes import Instrument

#: Lines that speak to the tool, of the rights of 1990 and of its own rules.
_TO_THE_TOOL = re.compile(r"%?\s*(?:answers|ignore|intended gap)\b", re.IGNORECASE)


def comment_passages(instrument: Instrument) -> Iterator[Passage]:
    """The words of each private comment, as if they stood in the article around or below them."""
    articles = [article for article in instrument.every_article if article.span]
    ends = [article.span.end for article in articles if article.span]
    for aside in instrument.asides:
        if aside.kind is AsideKind.COMMENT and not _TO_THE_TOOL.match(aside.text):
            start = aside.span.start if aside.span else 0
            holders = articles[bisect_right(ends, start) :][:1]
            words = " ".join(aside.text.split())
            yield Passage(aside, Field.TEXT, words, tuple(holders), instrument, None)
