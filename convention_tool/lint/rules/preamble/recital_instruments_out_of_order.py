"""A recital names instruments with their years, and not in the order of the years.

Why it matters: the usage of the United Nations cites instruments by date, unless one is meant to
come first. An instrument out of its place is overlooked when the list is checked, or was put in
late without a look at the others.

Found:
    Recalling the Lamp Convention (1954), the Horn Convention (1931) and the Bell Convention (1960),

Better:
    Recalling the Horn Convention (1931), the Lamp Convention (1954) and the Bell Convention (1960),
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from convention_tool.analysis.draft import Draft, Stretch
from convention_tool.analysis.wordings import plain, says
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.tree.nodes import Recital

#: Two years have no order to speak of: "of 1954, replaced in 1931" is history.
_A_LIST = 3
#: What a year belongs to stands within so many letters before it.
_NEAR = 45
_YEAR = re.compile(
    r"\((?:\d{1,2} \w+ )?((?:1[89]|20)\d\d)\)|\b(?:of|du|de) (?:\d{1,2} \w+ )?((?:1[89]|20)\d\d)\b"
)


def check(draft: Draft) -> Iterator[Finding]:
    """The first year in each recital that goes back behind another."""
    words = rule_words("preamble", "recital-instruments-out-of-order", draft.instrument.language)
    if not words or draft.instrument.preamble is None:
        return
    for recital in draft.instrument.preamble.recitals:
        years = list(_years(recital, words["aside"]))
        if len(years) < _A_LIST:
            continue
        for before, after in pairwise(years):
            if after[0] < before[0]:
                stretch = Stretch(recital.text, recital, None, draft.instrument)
                place = draft.span_of_words(stretch, *after[1])
                said = f"the instrument of {after[0]} stands after that of {before[0]}"
                yield Finding(place, f"{said}; cite them in the order of their dates")
                break


def _years(recital: Recital, aside: tuple[str, ...]) -> Iterator[tuple[str, tuple[int, int]]]:
    """The years of the instruments that a recital cites, and where they stand."""
    end = 0
    for found in _YEAR.finditer(recital.text):
        near = plain(recital.text[max(end, found.start() - _NEAR) : found.start()])
        end = found.end()
        group = 1 if found[1] else 2
        if not says(near, aside):
            yield found[group], found.span(group)


RULE = Rule("recital-instruments-out-of-order", Severity.NOTE, __doc__, check)
