"""Two provisions are each subject to the other.

Why it matters: where they differ, each says that the other comes first, and nothing decides. A court
will find that one of the two means nothing, and nobody knows which.

Found:
    Article 4: Subject to article 9, keepers may rest at night.
    Article 9: Subject to article 4, keepers shall tend the lamp at night.

Better:
    Article 4: Subject to article 9, keepers may rest at night.
    Article 9: Keepers shall tend the lamp at night.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from convention_tool.analysis.citations import Owner
from convention_tool.analysis.cited import Cited
from convention_tool.analysis.draft import Citation, Draft
from convention_tool.catalogue.rule_words import rule_words
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.tree.nodes import Node

#: What stands before a reference is looked for so many characters back.
_BACK = 60


class _Yield(NamedTuple):
    """A provision that is subject to another."""

    citation: Citation
    own: Node
    other: Node


def check(draft: Draft) -> Iterator[Finding]:
    """Each pair, at the second of the two."""
    pattern = _yields(draft.instrument.language)
    if pattern is None:
        return
    found = list(_yielding(draft, pattern))
    for place, one in enumerate(found):
        for earlier in found[:place]:
            if _holds(draft, one.other, earlier.own) and _holds(draft, earlier.other, one.own):
                cite = draft.places.citation
                said = (
                    f"{cite(one.own)} is subject to {cite(one.other)}, and {cite(earlier.own)} is "
                    f"subject to {cite(earlier.other)}; say which of the two yields"
                )
                yield Finding(draft.span_of_citation(one.citation), said)


def _yielding(draft: Draft, pattern: re.Pattern[str]) -> Iterator[_Yield]:
    for citation in draft.citations:
        stretch, mention = citation
        if mention.owner is Owner.OTHER or stretch.article is None or mention.reading.alone:
            continue
        if pattern.search(stretch.words, max(mention.start - _BACK, 0), mention.start):
            named = draft.fact(Cited).named(citation)
            for node in named.nodes if named else ():
                yield _Yield(citation, stretch.node, node)


def _holds(draft: Draft, outer: Node, node: Node) -> bool:
    """Whether a provision is another, or holds it."""
    found: Node | None = node
    while found is not None:
        if found is outer:
            return True
        found = draft.fact(Cited).holder(found)
    return False


@cache
def _yields(language: str) -> re.Pattern[str] | None:
    words = rule_words("references", "circular-reference", language).get("yields", ())
    longest_first = sorted(words, key=len, reverse=True)
    return (
        re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\s?\Z", re.IGNORECASE)
        if words
        else None
    )


RULE = Rule("circular-reference", Severity.WARNING, __doc__, check)
