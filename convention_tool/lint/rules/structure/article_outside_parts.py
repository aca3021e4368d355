"""Articles stand outside the parts of a text that is divided into parts.

Why it matters: "the provisions of this Part" then never reach them, and a reader of the table of
contents does not find them. Some treaties let their first article stand before the first part; it
is worth a second look.

Found:
    Article 1
    PART I
    Article 2

Better:
    PART I
    Article 1
    Article 2
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.diagnostics import Severity
from convention_tool.lint.names import named
from convention_tool.lint.rule import Finding, Rule
from convention_tool.tree.nodes import Article


def check(draft: Draft) -> Iterator[Finding]:
    """One finding, at the first such article."""
    elements = draft.instrument.elements
    outside = [element for element in elements if isinstance(element, Article)]
    parts = draft.instrument.parts
    if outside and parts:
        names = named(outside[0], [article.number for article in outside])
        verb = "stands" if len(outside) == 1 else "stand"
        first = f"{parts[0].kind} {parts[0].number}".strip()
        said = f"{names} {verb} outside the divisions of the text, of which {first} is the first"
        yield Finding(draft.opening(outside[0]), said)


RULE = Rule("article-outside-parts", Severity.NOTE, __doc__, check)
