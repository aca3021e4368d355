"""An article has a number and no text.

Why it matters: a reference to it means nothing, and readers cannot tell an article still to be
written from one that was lost. An article left empty on purpose says so in square brackets.

Found:
    Article 14
    Article 15
    Everyone has the right to form trade unions.

Better:
    Article 14
    [Reserved]
    Article 15
    Everyone has the right to form trade unions.
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft
from convention_tool.catalogue.vocabulary import empty_allowed
from convention_tool.diagnostics import Severity
from convention_tool.lint.rule import Finding, Rule
from convention_tool.tree.nodes import Article, Paragraph, Subparagraph


def check(draft: Draft) -> Iterator[Finding]:
    """Each article without words of its own, unless its heading explains that."""
    for home in draft.homes:
        for article in home.articles:
            if not any(map(_says_something, article.paragraphs)) and not _on_purpose(article):
                said = f"article {article.number} has no text; write it, or say [Reserved]"
                yield Finding(draft.opening(article), said)


def _says_something(holder: Paragraph | Subparagraph) -> bool:
    items = holder.subparagraphs
    return bool(holder.text or holder.closing) or any(map(_says_something, items))


def _on_purpose(article: Article) -> bool:
    heading = article.heading.casefold()
    return any(words in heading for words in empty_allowed())


RULE = Rule("empty-article", Severity.ERROR, __doc__, check)
