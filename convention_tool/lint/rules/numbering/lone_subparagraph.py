"""A list has a single item.

Why it matters: an (a) without a (b) makes the reader look for what is missing, and often a (b)
was lost. Words that are no list belong in the sentence.

Found:
    Everyone who is detained has the right:
    (a) To be told the reasons.

Better:
    Everyone who is detained has the right to be told the reasons.
"""

from collections.abc import Iterable, Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.numbering import neighbours, stands_inside
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.tree.nodes import Paragraph, Subparagraph
from convention_tool.tree.wording import wording


def check(draft: Draft) -> Iterator[Finding]:
    """Each list of one; a single dash is a matter of print, not of numbering."""
    for home in draft.homes:
        for article in home.articles:
            for node, only in _lone(article.paragraphs):
                if neighbours(only.number) and not _goes_on_within(node, only):
                    yield _finding(draft, node, only)


_Holder = Paragraph | Subparagraph


def _lone(holders: Iterable[_Holder]) -> Iterator[tuple[_Holder, Subparagraph]]:
    """What holds a single item, and the item."""
    for holder in holders:
        items = holder.subparagraphs
        if items:
            if len(items) == 1:
                yield holder, items[0]
            yield from _lone(items)


def _goes_on_within(node: _Holder, only: Subparagraph) -> bool:
    """Whether the rest of the list stands within the words, as in copies that lost line breaks."""
    words = wording(node)
    return any(stands_inside(number, words) for number in neighbours(only.number))


def _finding(draft: Draft, node: _Holder, only: Subparagraph) -> Finding:
    where = draft.citation(node)
    said = f"{where} has a single subparagraph ({only.number}); run it on, or add the next one"
    return Finding(draft.opening(only), said)


RULE = Rule("lone-subparagraph", Severity.WARNING, __doc__, check)
