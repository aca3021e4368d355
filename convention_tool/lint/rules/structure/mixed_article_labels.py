"""Articles are labelled in two ways: Article here and ARTICLE or Art. there.

Why it matters: it is a matter of print, and it tells that text was pasted in from elsewhere; such
articles often bring other terms and references along. Look at them, then write one label.

Found:
    Article 4
    (and, further on)
    ARTICLE 5

Better:
    Article 4
    (and, further on)
    Article 5
"""

from collections.abc import Iterator

from convention_tool.analysis.draft import Draft, Home
from convention_tool.diagnostics import Edit, Fix, Severity
from convention_tool.lint.names import named
from convention_tool.lint.rule import Finding, Rule
from convention_tool.source import Span
from convention_tool.tree.nodes import Article


def check(draft: Draft) -> Iterator[Finding]:
    """The first article of the text, and of each annex, whose label is not the usual one."""
    for home in draft.homes:
        labels = [article.label for article in home.articles]
        if len(set(labels)) > 1:
            usual = max(dict.fromkeys(labels), key=labels.count)
            yield from _finding(draft, home, usual)


def _finding(draft: Draft, home: Home, usual: str) -> Iterator[Finding]:
    others = [article for article in home.articles if article.label != usual]
    names = named(others[0], [article.number for article in others])
    is_are = "is" if len(others) == 1 else "are"
    said = f'{names} {is_are} labelled "{others[0].label}", the others "{usual}"; write one label'
    yield Finding(draft.opening(others[0]), said, _mended(draft, others, usual))


def _mended(draft: Draft, articles: list[Article], usual: str) -> Fix | None:
    """The usual label for each; none where the source does not begin with the label it has."""
    edits = []
    for article in articles:
        start = draft.span(article).start
        if not draft.source.text.startswith(article.label, start):
            return None
        edits.append(Edit(Span(start, start + len(article.label)), usual))
    return Fix(f'write "{usual}"', tuple(edits))


RULE = Rule("mixed-article-labels", Severity.WARNING, __doc__, check)
