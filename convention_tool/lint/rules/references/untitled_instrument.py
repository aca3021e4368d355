"""A provision of another instrument is cited, and the text never says which instrument.

Why it matters: "article 5 of the Convention" means nothing where no convention was named. Who reads
the text in twenty years will not know what its authors had before them. The first reference gives
the full title; a short form may follow.

Found:
    Keepers enjoy the immunities of article 12 of the Covenant.

Better:
    Keepers enjoy the immunities of article 12 of the Covenant on the Sea Lights of the North.
"""

import re
from collections.abc import Iterator
from functools import cache

from convention_tool.analysis.citations import Owner
from convention_tool.analysis.citations.words import any_of, citation_words
from convention_tool.analysis.cited import Cited
from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.tree.nodes import Annex


def check(draft: Draft) -> Iterator[Finding]:
    """The first citation of each instrument that is never named in full."""
    told: set[str] = set()
    for citation in draft.citations:
        mention, stretch = citation.mention, citation.stretch
        kind = mention.instrument
        if (
            not kind
            or kind in told
            or mention.owner is not Owner.OTHER
            or isinstance(stretch.home, Annex)
            or draft.amends
            or kind in draft.fact(Cited).pinpoints(draft.instrument).kinds
        ):
            continue
        told.add(kind)
        if not _is_named(draft, kind):
            said = f'"{citation.words}" is of the {kind.capitalize()}, which this draft never names; give its title'
            yield Finding(draft.span_of_citation(citation), said)


def _is_named(draft: Draft, kind: str) -> bool:
    """Whether the text has a fuller name of such an instrument, or defines its short name."""
    pattern = _fuller(kind, draft.instrument.language)
    instrument = draft.instrument
    titles = (
        instrument.title,
        *instrument.adoption,
        *(annex.heading for annex in instrument.annexes),
    )
    return any(map(pattern.search, titles)) or any(
        pattern.search(stretch.words) for stretch in draft.saying(kind)
    )


@cache
def _fuller(kind: str, language: str) -> re.Pattern[str]:
    """The kind with more of a name before or after it, or in quotation marks."""
    words = citation_words(language)
    noun, more = re.escape(kind.capitalize()), any_of(words.more_of_a_name)
    return re.compile(
        rf"(?:(?i:{noun})\s(?:{more}\s|[“\"«(A-Z0-9]))|[A-Z]\w+\s{noun}\b|[“\"«„]\s?(?:\w+\s)?{noun}"
    )


RULE = Rule("untitled-instrument", Severity.WARNING, __doc__, check)
