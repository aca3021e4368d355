"""A list lies more than three levels below its paragraph.

Why it matters: the editorial manual of the United Nations knows four levels, the paragraph, (a),
(i) and one more. What lies deeper is cited wrongly, and readers no longer know which words it
completes.

Found:
    1. (a) (i) a. (1) lamps of brass;

Better:
    1. (a) (i) lamps of brass; and a paragraph 2 for what has exceptions of its own.
"""

from collections.abc import Iterable, Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.tree.nodes import Paragraph, Subparagraph


def check(draft: Draft) -> Iterator[Finding]:
    """The first item of each list that lies too deep; 4.1.3.1 is cited with ease."""
    for home in draft.homes:
        for article in home.articles:
            for item in _too_deep(article.paragraphs, 0):
                where = draft.citation(item)
                said = f"{where} lies {_DEEPEST + 1} levels below its paragraph"
                yield Finding(draft.opening(item), f"{said}; give it a paragraph of its own")


def _too_deep(holders: Iterable[Paragraph | Subparagraph], depth: int) -> Iterator[Subparagraph]:
    for holder in holders:
        items = holder.subparagraphs
        if items and depth == _DEEPEST:
            if "." not in items[0].number:
                yield items[0]
        elif items:
            yield from _too_deep(items, depth + 1)


#: (a), (i) and one more.
_DEEPEST = 3


RULE = Rule("deep-list", Severity.NOTE, __doc__, check)
