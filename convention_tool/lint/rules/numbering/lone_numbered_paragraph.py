"""The only paragraph of an article has a number.

Why it matters: a paragraph 1 alone tells the reader that a paragraph 2 was lost. An article of
one paragraph is cited by the article's number and needs no other.

Found:
    Article 12
    1. Everyone has the right to leave any State.

Better:
    Article 12
    Everyone has the right to leave any State.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.analysis.numbering import neighbours, stands_inside
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.tree.nodes import Article, Paragraph
from convention_tool.tree.wording import wording


def check(draft: Draft) -> Iterator[Finding]:
    """Each article whose one paragraph is numbered."""
    for home in draft.homes:
        for article in home.articles:
            match article:
                case Article(paragraphs=[Paragraph() as only]) if only.number and not _goes_on(
                    only
                ):
                    said = f"article {article.number} has a single paragraph {only.number}"
                    cure = "leave it unnumbered, or add the next one"
                    yield Finding(draft.opening(only), f"{said}; {cure}")
                case _:
                    pass


def _goes_on(only: Paragraph) -> bool:
    """Whether the next number stands within the words, as in copies that lost line breaks."""
    words = wording(only)
    return any(stands_inside(number, words) for number in neighbours(only.number))


RULE = Rule("lone-numbered-paragraph", Severity.WARNING, __doc__, check)
