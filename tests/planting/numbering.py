"""Faults of numbering."""

import re
from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Edit
from convention_tool.source import Span
from convention_tool.tree.nodes import Article, Part
from convention_tool.tree.walk import walk
from planting.ground import (
    FINAL,
    Fault,
    Places,
    body,
    end,
    growing,
    inserted_article,
    insertion,
    line,
    paragraph,
    start,
)
from planting.planter import Planter


def _uncited(draft: Draft) -> Iterator[Article]:
    """The articles that no other article cites."""
    cited = {number for one in draft.citations for number in re.findall(r"\d+", one.words)}
    return (article for article in body(draft) if article.number not in cited)


def _whole(draft: Draft, article: Article) -> Span:
    """An article with the blank line before it."""
    return Span(draft.source.text.rindex("\n\n", 0, start(article)), end(article))


def _without_article(draft: Draft) -> Iterator[Fault]:
    last = {end(part) for part in walk(draft.instrument) if isinstance(part, Part)}
    for article in _uncited(draft):
        if end(article) not in last:
            yield Fault((Edit(_whole(draft, article), ""),))


def _moved_article(draft: Draft) -> Iterator[Fault]:
    """An article that stands two articles further down than it should."""
    articles = draft.instrument.articles
    for article in body(draft):
        span = _whole(draft, article)
        place = end(articles[articles.index(article) + 2])
        words = draft.source.text[span.start : span.end]
        yield Fault((Edit(span, ""), insertion(place, words)))


def _without_paragraph(draft: Draft) -> Iterator[Fault]:
    """An article without its first paragraph but one, which nobody cites."""
    for article in _uncited(draft):
        if len(article.paragraphs) > 2 and article.paragraphs[2].number:
            first, second, *_ = article.paragraphs
            yield Fault((Edit(Span(end(first), end(second)), ""),))


def _swapped_paragraphs(draft: Draft) -> Iterator[Fault]:
    """Two paragraphs whose numbers were exchanged, among four or more."""
    for article in body(draft):
        if len(article.paragraphs) > 3 and article.paragraphs[2].number:
            _, second, third, *_ = article.paragraphs
            edits = (
                Edit(line(draft, "2", start(second)), "3"),
                Edit(line(draft, "3", start(third)), "2"),
            )
            yield Fault(edits)


def _other_marks(draft: Draft) -> Iterator[Fault]:
    """An article whose paragraphs are numbered 1), 2)."""
    for article, _ in growing(draft):
        edits = (
            Edit(line(draft, one.mark, start(one)), f"{one.number})") for one in article.paragraphs
        )
        yield Fault(tuple(edits))


def _same_number(draft: Draft) -> Iterator[Fault]:
    for article, number in growing(draft):
        words = f"\n\n{number - 1}. Lamps are lit at dusk."
        yield Fault((insertion(end(article.paragraphs[-1]), words),))


def _suffixed(suffix: str) -> Places:
    def places(draft: Draft) -> Iterator[Fault]:
        for article, number in growing(draft):
            words = f"\n\n{number - 1} {suffix}. Lamps are lit at dusk."
            yield Fault((insertion(end(article.paragraphs[-1]), words),))

    return places


#: What a text without some words, or in another order, may change elsewhere.
_VAGUE = {"vague-standard": "it lists the articles that use a word, in their order"}

PLANTERS = (
    Planter("skipped-number", _without_article),
    Planter(
        "repeated-number",
        inserted_article("Article {article}\nLamps of keepers\n\nLamps are lit at dusk."),
    ),
    Planter("number-out-of-order", _moved_article, _VAGUE),
    Planter("skipped-paragraph-number", _without_paragraph, _VAGUE),
    Planter("repeated-paragraph-number", _same_number),
    Planter("paragraph-out-of-order", _swapped_paragraphs),
    Planter("lone-subparagraph", paragraph("Keepers have:\n\n(a) a lamp.")),
    Planter(
        "lone-numbered-paragraph",
        inserted_article("Article {article} bis\nOil of keepers\n\n1. Lamps are lit at dusk."),
    ),
    Planter("ter-without-bis", _suffixed("ter")),
    Planter("bis-in-final-text", _suffixed("bis"), status=FINAL),
    Planter("mixed-marks", _other_marks),
)
