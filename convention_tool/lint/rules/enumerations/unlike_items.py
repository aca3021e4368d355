"""The items of a list do not begin alike.

Why it matters: each item must go on from the chapeau to one good sentence. Where most begin with
"to" and one does not, or one alone has no capital, words were moved or lost, or the odd item
belongs elsewhere.

Found:
    The keeper has the right:
    (a) To rest;
    (b) To be paid;
    (c) safe housing.

Better:
    The keeper has the right:
    (a) To rest;
    (b) To be paid;
    (c) To be housed safely.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft, Stretch
from convention_tool.analysis.lists import Enumeration, lists
from convention_tool.analysis.wordings import plain
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Fix, Severity
from convention_tool.lint.rewording import rewording
from convention_tool.lint.rule import Finding, Rule
from convention_tool.source import Span
from convention_tool.tree.nodes import Subparagraph

#: An odd one can be told where at least two others are alike.
_ALIKE = 2
#: "not to", "in particular to": the infinitive may stand so many words from the start.
_NEAR_START = 5


def check(draft: Draft) -> Iterator[Finding]:
    """Each list with one item unlike all the others."""
    words = rule_words("enumerations", "unlike-items", draft.instrument.language)
    if not words:
        return
    for listed in lists(draft):
        if len(listed.items) <= _ALIKE or not all(item.text for item in listed.items):
            continue
        if odd := _without_infinitive(listed, words["infinitive"]):
            to = words["infinitive"][0]
            said = f'all other items begin with "{to}", ({odd.number}) does not'
            place = draft.opening(odd)
            yield Finding(place, f"{said}; begin it alike, or run it on from the item before")
        elif odd := _odd_capital(listed, words["opening"]):
            kind = "small letter" if odd.text[0].islower() else "capital"
            said = f"({odd.number}) alone begins with a {kind}"
            place, fix = _recased(draft, odd)
            yield Finding(place, f"{said}; begin all items alike", fix)


def _without_infinitive(listed: Enumeration, infinitive: tuple[str, ...]) -> Subparagraph | None:
    """The one item without "to", where all others begin with it."""
    starts = tuple(f"{word} " for word in infinitive)
    if not starts:
        return None
    odd = [item for item in listed.items if not plain(item.text).startswith(starts)]
    if len(odd) != 1:
        return None
    near = plain(odd[0].text).split()[:_NEAR_START]
    return None if set(infinitive).intersection(near) else odd[0]


def _odd_capital(listed: Enumeration, opening: tuple[str, ...]) -> Subparagraph | None:
    """The one item with a capital or without; a name has its capital everywhere."""
    upper = [item for item in listed.items if item.text[0].isupper()]
    lower = [item for item in listed.items if item.text[0].islower()]
    if len(lower) == 1 and len(upper) == len(listed.items) - 1:
        return lower[0]
    if len(upper) == 1 and len(lower) == len(listed.items) - 1:
        return upper[0] if plain(upper[0].text).split()[0] in opening else None
    return None


def _recased(draft: Draft, item: Subparagraph) -> tuple[Span, Fix | None]:
    """Where the first word stands, and the mend that turns its first letter."""
    first = item.text.split()[0]
    stretch = Stretch(item.text, item, None, draft.instrument)
    place = draft.span_of_words(stretch, 0, len(first))
    better = first[0].swapcase() + first[1:]
    return place, rewording(draft, place, first, better, safe=True)


RULE = Rule("unlike-items", Severity.WARNING, __doc__, check)
