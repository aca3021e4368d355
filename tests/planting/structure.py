"""Faults of structure."""

from collections.abc import Iterator
from itertools import pairwise

from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Edit
from convention_tool.source import Span
from convention_tool.tree.nodes import Article, Part
from convention_tool.tree.walk import walk
from planting.ground import (
    NEGOTIATING,
    Fault,
    Places,
    body,
    end,
    growing,
    inserted_article,
    insertion,
    line,
    lists,
    paragraph,
    start,
)
from planting.planter import Planter

_DEEP = (
    "Keepers tend:\n\n(a) lamps:\n\n(i) of brass:\n\n(A) old:\n\n(1) cracked;\n\n(2) whole;\n\n"
    "(B) new;\n\n(ii) of tin; and\n\n(b) horns."
)

#: More words than readers hold together.
_LONG = " Keepers write down each ship that passes, and the hour at which it did so." * 85


def _parts(draft: Draft) -> Iterator[Part]:
    """The parts and chapters."""
    return (node for node in walk(draft.instrument) if isinstance(node, Part))


def _without_formula(draft: Draft) -> Iterator[Fault]:
    assert draft.instrument.preamble
    yield Fault(
        (Edit(line(draft, "\n\nHave agreed as follows:", 0), ""),), draft.instrument.preamble.span
    )


def _empty_part(draft: Draft) -> Iterator[Fault]:
    """A part or chapter in front of each, which holds nothing."""
    for part in _parts(draft):
        for heading in ("LAMPS", "KEEPERS"):
            yield Fault((insertion(start(part), f"{part.label} {part.number}\n{heading}\n\n"),))


def _before_the_parts(draft: Draft) -> Iterator[Fault]:
    """The first part without its two lines."""
    first = draft.instrument.parts[0]
    yield Fault((Edit(Span(start(first), start(draft.instrument.articles[0])), ""),))


def _without_heading(draft: Draft) -> Iterator[Fault]:
    for article in body(draft):
        yield Fault((Edit(line(draft, f"\n{article.heading}", start(article)), ""),))


def _part_without_heading(draft: Draft) -> Iterator[Fault]:
    for part in _parts(draft):
        yield Fault((Edit(line(draft, f"\n{part.heading}", start(part)), ""),))


def _heading_of_the_one_before(draft: Draft) -> Iterator[Fault]:
    for part in _parts(draft):
        own = [element for element in part.elements if isinstance(element, Article)]
        for before, article in pairwise(own):
            heading = line(draft, article.heading, start(article))
            yield Fault((Edit(heading, before.heading),))


def _other_label(draft: Draft) -> Iterator[Fault]:
    for article in body(draft):
        yield Fault((Edit(line(draft, "Article", start(article)), "ARTICLE"),))


def _annexed(*edits_of: str) -> Places:
    """An annex at the end of the text."""

    def places(draft: Draft) -> Iterator[Fault]:
        for words in edits_of:
            last = len(draft.source.text.rstrip())
            yield Fault((insertion(last, f"\n\n{words}\n\nLamps of brass."),))

    return places


def _annex_of_no_status(draft: Draft) -> Iterator[Fault]:
    """An annex, and an article that mentions it."""
    last = len(draft.source.text.rstrip())
    for article, number in growing(draft):
        mention = f"\n\n{number}. The lamps of keepers are listed in the annex."
        yield Fault(
            (
                insertion(end(article.paragraphs[-1]), mention),
                insertion(last, "\n\nANNEX\n\nLamps of brass."),
            )
        )


def _after_list(draft: Draft) -> Iterator[Fault]:
    """A sentence after a list."""
    for one in lists(draft):
        if one.subparagraphs[-1].text.endswith("."):
            for words in ("Lamps are lit at dusk.", "Keepers sleep by day."):
                yield Fault((insertion(end(one), f"\n\n{words}"),))


def _long_article(draft: Draft) -> Iterator[Fault]:
    """A first paragraph that does not end."""
    for article, _ in growing(draft):
        first = article.paragraphs[0]
        if not first.subparagraphs:
            yield Fault((insertion(end(first), _LONG),))


def _right_at_the_end(draft: Draft) -> Iterator[Fault]:
    for article, number in growing(draft, range(152, 159)):
        for words in (
            "Every keeper has the right to a lamp.",
            "All keepers have the right to oil.",
            "Everyone has the right to see a lamp.",
            "Every keeper is entitled to a lamp.",
        ):
            yield Fault((insertion(end(article.paragraphs[-1]), f"\n\n{number}. {words}"),))


PLANTERS = (
    Planter(
        "empty-article",
        inserted_article("Article {article} bis"),
        {"mixed-headings": "an article with nothing in it has no heading"},
    ),
    Planter("missing-formula", _without_formula, fewer="a preamble has one formula"),
    Planter("part-without-article", _empty_part),
    Planter("article-outside-parts", _before_the_parts, fewer="only one part is the first"),
    Planter("mixed-headings", _without_heading),
    Planter("mixed-part-headings", _part_without_heading),
    Planter("repeated-heading", _heading_of_the_one_before),
    Planter("mixed-article-labels", _other_label),
    Planter("right-after-final-clauses", _right_at_the_end),
    Planter(
        "unmentioned-annex",
        _annexed("ANNEX", "ANNEX I", "APPENDIX", "SCHEDULE"),
        fewer="annexes stand at the end",
    ),
    Planter(
        "missing-annex",
        paragraph("The lamps of keepers are listed in annex II."),
        status=NEGOTIATING,
    ),
    Planter("annex-without-status", _annex_of_no_status, status=NEGOTIATING, alone=True),
    Planter("sentence-after-list", _after_list),
    Planter("deep-list", paragraph(_DEEP)),
    Planter("long-article", _long_article),
)
