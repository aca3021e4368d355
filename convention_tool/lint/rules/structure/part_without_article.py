"""A part, chapter or section holds nothing.

Why it matters: a division without an article is left over from a text that was moved, or marks
one that was never written; either way the table of contents promises what is not there.

Found:
    PART III
    PART IV
    Article 20

Better:
    PART III
    Article 20
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.tree.nodes import Article, Paragraph, Part
from convention_tool.tree.walk import walk


def check(draft: Draft) -> Iterator[Finding]:
    """Each division of the main text that has neither articles nor words."""
    if not draft.instrument.articles:
        return
    for element in draft.instrument.elements:
        for node in walk(element):
            if isinstance(node, Part) and not any(
                isinstance(held, Article | Paragraph) for held in walk(node)
            ):
                name = f"{node.kind} {node.number}".strip()
                said = f"{name} has no article; give it one, or take it out"
                yield Finding(draft.opening(node), said)


RULE = Rule("part-without-article", Severity.WARNING, __doc__, check)
