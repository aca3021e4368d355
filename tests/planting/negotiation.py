"""Faults of a text under negotiation: brackets, blanks, names of proposals."""

from collections.abc import Iterator

from convention_tool.analysis.definitions import Definition, Manner, definitions
from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Edit
from planting.ground import (
    FINAL,
    NEGOTIATING,
    Fault,
    end,
    growing,
    inserted_article,
    insertion,
    paragraph,
    reworded,
    start,
)
from planting.planter import Planter


def _bracketed_definition(draft: Draft) -> Iterator[Fault]:
    """The whole of a definition in brackets."""
    for one in draft.fact(definitions):
        if one.manner is Manner.MEANS:
            yield Fault(_brackets(draft, one))


def _brackets(draft: Draft, one: Definition) -> tuple[Edit, ...]:
    before = draft.span_of_words(one.stretch, one.start, one.end).start - 1
    return (insertion(before, "["), insertion(end(one.stretch.node), "]"))


def _cited_bracket(draft: Draft) -> Iterator[Fault]:
    """A last paragraph in brackets, and one after it that cites it."""
    for article, number in growing(draft):
        last = article.paragraphs[-1]
        words = f"]\n\n{number}. The hours in paragraph {last.number} are those of keepers."
        yield Fault((insertion(start(last), "["), insertion(end(last), words)))


def _two_in_brackets(draft: Draft) -> Iterator[Fault]:
    for article, _ in growing(draft):
        words = "\n\n[Lamps are lit at dusk.]\n\n[Lamps are lit at nightfall.]"
        yield Fault((insertion(end(article.paragraphs[-1]), words),))


PLANTERS = (
    Planter("unbalanced-bracket", reworded(r"\bmigrants?\b", r"[\g<0>"), alone=True),
    Planter("crossed-brackets", paragraph("Keepers (and [their crews) may light] a lamp.")),
    Planter("bracket-in-final-text", reworded(r"\bmigrants\b", r"[migrants]"), status=FINAL),
    Planter(
        "empty-placeholder",
        paragraph("A keeper may rest after [X] hours.", "A keeper may rest after ____ hours."),
        status=NEGOTIATING,
    ),
    Planter("attribution-left", paragraph("A keeper may rest (EU: and sleep).")),
    Planter(
        "single-option",
        inserted_article(
            "Article {article} bis\nLamps of keepers\n\nOption A\n\nLamps are lit at dusk."
        ),
    ),
    Planter(
        "unlabelled-alternatives",
        inserted_article(
            "Article {article} bis\nOil of keepers\n\n[Lamps are lit at dusk.]\n\n[Lamps are lit at nightfall.]"
        ),
    ),
    Planter("conditional-reference", _cited_bracket),
    Planter("conditional-definition", _bracketed_definition),
)
